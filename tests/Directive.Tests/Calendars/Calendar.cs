using CsCheck;
using Directives.Calendars;

namespace Directives.Tests.Calendars;

/// <summary>Makes calendars for tests.</summary>
internal static class Calendar
{
    private static readonly LegalSource Decree = new("1/QĐ", null, "Test", "Test");

    /// <summary>Calendars of up to four years with any days off and any weekend days worked, sometimes with years missing.</summary>
    public static readonly Gen<WorkCalendar> Any =
        from years in Gen.Int[2018, 2026].HashSet[0, 4]
        from off in Gen.Int[0, 364].HashSet[0, 60]
        from worked in Gen.Int[0, 364].HashSet[0, 30]
        select new WorkCalendar(years.Select(y => Year(
            y, off.Select(i => new DateOnly(y, 1, 1).AddDays(i)), worked.Select(i => new DateOnly(y, 1, 1).AddDays(i)))).ToArray());

    public static readonly Gen<DateOnly> Day =
        Gen.Int[new DateOnly(2017, 1, 1).DayNumber, new DateOnly(2027, 12, 31).DayNumber].Select(DateOnly.FromDayNumber);

    public static HolidayYear Year(int year, IEnumerable<DateOnly> off, IEnumerable<DateOnly>? worked = null)
    {
        var days = off.ToHashSet();
        return new(year, true, null, [Decree],
            days.Order().Select(d => new DayOff(d, DayOffKind.Holiday, "Nghỉ", "Off")).ToArray(),
            (worked ?? []).Where(d => d.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday && !days.Contains(d)).Order()
                .Select(d => new WorkedDay(d, d.AddDays(-3), "Làm bù", "Worked")).ToArray());
    }
}
