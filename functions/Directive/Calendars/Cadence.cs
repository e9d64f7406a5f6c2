namespace Directives.Calendars;

/// <summary>How often a role owes a report (R2).</summary>
public enum Cadence
{
    Month,
    Quarter,
    HalfYear,
    Year,
}

/// <summary>How periods are cut.</summary>
public enum PeriodKind
{
    /// <summary>The 1st to the last day of the month.</summary>
    Calendar,

    /// <summary>Government reporting: the 15th of the month before to the 14th (Decree 09/2019/NĐ-CP).</summary>
    Reporting,
}
