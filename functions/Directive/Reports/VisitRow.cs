namespace Directives.Reports;

/// <summary>One line of the visits as typed.</summary>
public sealed record VisitRow(string Date, string Where)
{
    public static readonly VisitRow Blank = new("", "");

    /// <summary>Whether nothing was typed.</summary>
    public bool IsBlank => string.IsNullOrWhiteSpace(Date) && string.IsNullOrWhiteSpace(Where);
}
