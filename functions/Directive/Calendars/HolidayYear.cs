namespace Directives.Calendars;

/// <summary>Why a day is off.</summary>
public enum DayOffKind
{
    /// <summary>A holiday of the law; it may fall on a weekend.</summary>
    Holiday,

    /// <summary>A weekday off for a holiday that fell on a weekend (Labour Code, article 111(3)).</summary>
    Compensated,

    /// <summary>A weekday off that is worked on a weekend instead.</summary>
    Swapped,
}

/// <summary>A day on which nobody works, by name.</summary>
/// <param name="Vi">Vietnamese name.</param>
/// <param name="En">English name.</param>
/// <param name="By">Number of the year's source that decrees it; null for the first of them.</param>
public sealed record DayOff(DateOnly Day, DayOffKind Kind, string Vi, string En, string? By = null);

/// <summary>A day of a weekend that is worked.</summary>
/// <param name="InsteadOf">The weekday that is off for it.</param>
public sealed record WorkedDay(DateOnly Day, DateOnly InsteadOf, string Vi, string En);

/// <summary>What decrees the holidays.</summary>
/// <param name="Number">E.g. <c>8056/VPCP-KGVX</c>.</param>
/// <param name="Date">The day it was issued; null where that could not be checked.</param>
public sealed record LegalSource(string Number, DateOnly? Date, string Issuer, string About);

/// <summary>The decreed holidays of one calendar year (R2).</summary>
/// <param name="Verified">Whether the sources were checked; if not, <paramref name="Note"/> says what is missing.</param>
/// <param name="Off">Days off, by date; every one lies in this year.</param>
/// <param name="Worked">Swapped working days, by date; every one lies in this year.</param>
public sealed record HolidayYear(
    int Year, bool Verified, string? Note, IReadOnlyList<LegalSource> Sources, IReadOnlyList<DayOff> Off, IReadOnlyList<WorkedDay> Worked);
