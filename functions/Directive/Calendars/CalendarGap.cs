namespace Directives.Calendars;

/// <summary>
/// A warning: for some years the calendar has no holidays, so only weekends were counted and dates may be too early (R2).
/// </summary>
/// <param name="Years">The years without data, ascending; never empty.</param>
public sealed record CalendarGap(IReadOnlyList<int> Years)
{
    /// <summary>Key of the warning in the texts; it takes the years, comma-separated, as its argument.</summary>
    public const string MessageKey = "calendar.years-without-holidays";

    public override string ToString() =>
        $"No holidays are known for {string.Join(", ", Years)}: only weekends were counted. Add the year to the holiday file.";
}
