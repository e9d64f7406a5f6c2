namespace Directives.Reports;

/// <summary>Who reads a part of a report. What is not named for the place is for the province.</summary>
public enum Audience
{
    /// <summary>Its author, the office, and whoever is in charge above.</summary>
    Province,

    /// <summary>These, and the place.</summary>
    Place,
}
