using System.Globalization;

namespace Directives.Calendars;

/// <summary>
/// A span of whole local days for which a role owes one report (R2, R3). Periods of one cadence and kind tile the
/// calendar: each day lies in exactly one. Made by <see cref="Containing"/>, <see cref="Of"/> or <see cref="Next"/>.
/// </summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day; it lies in the last month that the period is named after, for both kinds.</param>
public readonly record struct Period(Cadence Cadence, PeriodKind Kind, DateOnly From, DateOnly To)
{
    /// <summary>The last day of a reporting month; the next one begins the day after.</summary>
    private const int ReportingClose = 14;

    /// <summary><c>2023-04</c>, <c>2023-Q2</c>, <c>2023-H1</c> or <c>2023</c>; sorts by time within a cadence.</summary>
    public string Id => Cadence switch
    {
        Cadence.Month => string.Create(CultureInfo.InvariantCulture, $"{To.Year:0000}-{To.Month:00}"),
        Cadence.Quarter => string.Create(CultureInfo.InvariantCulture, $"{To.Year:0000}-Q{To.Month / 3}"),
        Cadence.HalfYear => string.Create(CultureInfo.InvariantCulture, $"{To.Year:0000}-H{To.Month / 6}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{To.Year:0000}"),
    };

    /// <summary>The period in which a day lies.</summary>
    public static Period Containing(Cadence cadence, PeriodKind kind, DateOnly day)
    {
        // A reporting month is named after the month in which it closes.
        var named = kind == PeriodKind.Reporting && day.Day > ReportingClose ? day.AddMonths(1) : day;
        var months = Months(cadence);
        return Starting(cadence, kind, named.Year, ((named.Month - 1) / months * months) + 1);
    }

    /// <summary>The period with an <see cref="Id"/>.</summary>
    /// <exception cref="FormatException">The id is not one of this cadence.</exception>
    public static Period Of(Cadence cadence, PeriodKind kind, string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        var (prefix, digits) = cadence switch
        {
            Cadence.Month => ("-", 2),
            Cadence.Quarter => ("-Q", 1),
            Cadence.HalfYear => ("-H", 1),
            _ => ("", 0),
        };
        var months = Months(cadence);
        var part = 1;
        if (id.Length != 4 + prefix.Length + digits
            || !int.TryParse(id.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year < 1
            || !id.AsSpan(4, prefix.Length).SequenceEqual(prefix)
            || (digits > 0
                && !int.TryParse(id.AsSpan(4 + prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out part))
            || part < 1 || part > 12 / months)
            throw new FormatException($"\"{id}\" does not name a period of cadence {cadence}; an example is "
                + $"\"{Containing(cadence, kind, new DateOnly(2023, 4, 1)).Id}\".");
        return Starting(cadence, kind, year, ((part - 1) * months) + 1);
    }

    /// <summary>The period that begins the day after this one.</summary>
    public Period Next() => Containing(Cadence, Kind, To.AddDays(1));

    // Not the record's own text: that writes days in the culture's calendar, and some of those end in 2077.
    public override string ToString() => $"{Id} ({From:O} to {To:O})";

    private static Period Starting(Cadence cadence, PeriodKind kind, int year, int month)
    {
        var first = new DateOnly(year, month, 1);
        var months = Months(cadence);
        return kind == PeriodKind.Reporting
            ? new(cadence, kind, first.AddMonths(-1).AddDays(ReportingClose), first.AddMonths(months - 1).AddDays(ReportingClose - 1))
            : new(cadence, kind, first, first.AddMonths(months - 1).AddDays(DateTime.DaysInMonth(year, month + months - 1) - 1));
    }

    private static int Months(Cadence cadence) => cadence switch
    {
        Cadence.Month => 1,
        Cadence.Quarter => 3,
        Cadence.HalfYear => 6,
        Cadence.Year => 12,
        _ => throw new ArgumentOutOfRangeException(nameof(cadence), cadence, "Unknown cadence."),
    };
}
