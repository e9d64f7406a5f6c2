using CsCheck;
using Directives.Calendars;
using Directives.Editions;
using Directives.Register;
using Calendar = Directives.Tests.Calendars.Calendar;

namespace Directives.Tests.Editions;

public class DeadlinesTests
{
    private static readonly RoleRule Monitor = EditionFile.Sample.For(SeatRole.Monitor)!;

    private static readonly Gen<RoleRule> Rules =
        from cadence in Gen.Enum<Cadence>()
        from kind in Gen.Enum<PeriodKind>()
        from due in Gen.Int[1, 20]
        from offsets in Gen.Int[-8, 12].HashSet[1, 8]
        from missed in Gen.Int[1, 20]
        let ladder = offsets.Order().Select(o => new Rung($"r{o}", o, [Audience.Owner])).ToArray()
        select new RoleRule(SeatRole.Monitor, cadence, kind, due, ladder, Math.Max(0, ladder[^1].Offset) + missed);

    [Fact]
    public void The_dates_of_January_2023_leap_over_Tet_only_where_it_lies_between()
    {
        var january = Period.Of(Cadence.Month, PeriodKind.Calendar, "2023-01");
        var due = Deadlines.Due(Monitor, january, HolidayFile.Vietnam);
        Assert.Equal(new DateOnly(2023, 2, 7), due);
        Assert.Equal(["2023-01-31", "2023-02-06", "2023-02-07", "2023-02-09", "2023-02-14", "2023-02-21"], Days(due));
        Assert.Equal(new DateOnly(2023, 2, 28), Deadlines.LastDay(Monitor, due, HolidayFile.Vietnam));
        Assert.Null(Deadlines.Gap(Monitor, january, HolidayFile.Vietnam));
    }

    [Fact]
    public void The_report_of_the_reporting_month_January_2023_is_due_after_Tet()
    {
        var january = Period.Of(Cadence.Month, PeriodKind.Reporting, "2023-01");
        Assert.Equal(new DateOnly(2023, 1, 27), Deadlines.Due(Monitor with { DueWorkingDays = 5 }, january, HolidayFile.Vietnam));
        Assert.Equal(new DateOnly(2023, 1, 19), Deadlines.Due(Monitor with { DueWorkingDays = 4 }, january, HolidayFile.Vietnam));
    }

    [Fact]
    public void The_report_of_April_2023_is_due_after_the_holidays_at_the_turn_of_the_month()
    {
        var due = Deadlines.Due(Monitor, Period.Of(Cadence.Month, PeriodKind.Calendar, "2023-04"), HolidayFile.Vietnam);
        Assert.Equal(new DateOnly(2023, 5, 10), due);
        Assert.Equal(["2023-04-28", "2023-05-09", "2023-05-10", "2023-05-12", "2023-05-17", "2023-05-24"], Days(due));
    }

    [Fact]
    public void A_swapped_Saturday_counts()
    {
        var due = Deadlines.Due(Monitor, Period.Of(Cadence.Month, PeriodKind.Calendar, "2024-04"), HolidayFile.Vietnam);
        Assert.Equal(new DateOnly(2024, 5, 7), due);
        Assert.Equal("2024-04-26", Days(due)[0]);
    }

    [Fact]
    public void A_due_date_on_a_day_off_counts_as_the_next_working_day()
    {
        var sunday = new DateOnly(2023, 7, 9);
        Assert.Equal(Days(new(2023, 7, 10)), Days(sunday));
        Assert.Equal(new DateOnly(2023, 7, 31), Deadlines.LastDay(Monitor, sunday, HolidayFile.Vietnam));
    }

    [Fact]
    public void A_period_whose_dates_reach_into_an_unknown_year_is_warned_of()
    {
        var rule = Monitor;
        Period Of(string id) => Period.Of(Cadence.Month, PeriodKind.Calendar, id);
        Assert.Null(Deadlines.Gap(rule, Of("2026-11"), HolidayFile.Vietnam));
        Assert.Equal([2027], Deadlines.Gap(rule, Of("2026-12"), HolidayFile.Vietnam)!.Years);
        Assert.Equal([2020, 2021], Deadlines.Gap(rule, Of("2020-12"), WorkCalendar.WeekendsOnly)!.Years);
    }

    [Fact]
    public void A_report_is_due_on_a_working_day_after_its_period() =>
        Gen.Select(Rules, Calendar.Any, Calendar.Day).Sample((rule, calendar, day) =>
        {
            var period = Period.Containing(rule.Cadence, rule.Period, day);
            var due = Deadlines.Due(rule, period, calendar);
            Assert.True(due > period.To);
            Assert.True(calendar.IsWorkingDay(due));
            Assert.True(due <= Deadlines.Due(rule, period.Next(), calendar));
        }, iter: 2000);

    [Fact]
    public void Rungs_ascend_on_working_days_around_the_due_date_and_end_before_the_last_day() =>
        Gen.Select(Rules, Calendar.Any, Calendar.Day).Sample((rule, calendar, due) =>
        {
            var days = Deadlines.RungDays(rule, due, calendar);
            var last = Deadlines.LastDay(rule, due, calendar);
            Assert.Equal(rule.Ladder.Count, days.Count);
            for (var i = 0; i < days.Count; i++)
            {
                Assert.True(calendar.IsWorkingDay(days[i]));
                if (i > 0) Assert.True(days[i - 1] < days[i]);
                var offset = rule.Ladder[i].Offset;
                if (offset < 0) Assert.True(days[i] < due);
                if (offset == 0) Assert.Equal(calendar.NextWorkingDay(due), days[i]);
                if (offset > 0) Assert.True(days[i] > due);
            }

            Assert.True(days[^1] < last && due < last && calendar.IsWorkingDay(last));
        }, iter: 2000);

    [Fact]
    public void In_every_zone_a_due_date_ends_after_its_rungs_begin_and_before_the_close() =>
        Gen.Select(Rules, Calendar.Any, Calendar.Day, Gen.Int[0, NodaTime.DateTimeZoneProviders.Tzdb.Ids.Count - 1])
            .Sample((rule, calendar, day, zoneIndex) =>
            {
                var zone = Zone.Of(NodaTime.DateTimeZoneProviders.Tzdb.Ids[zoneIndex]);
                var due = Deadlines.Due(rule, Period.Containing(rule.Cadence, rule.Period, day), calendar);
                var end = zone.EndOfDay(due);
                var days = Deadlines.RungDays(rule, due, calendar);
                for (var i = 0; i < days.Count; i++)
                {
                    var leaves = zone.At(days[i], new(8, 0));
                    Assert.Equal(rule.Ladder[i].Offset > 0, leaves >= end);
                    Assert.Equal(days[i], zone.DateAt(leaves));
                }

                Assert.True(end < zone.EndOfDay(Deadlines.LastDay(rule, due, calendar)));
            }, iter: 2000);

    [Fact]
    public void A_warning_is_given_exactly_when_a_date_lies_in_an_unknown_year() =>
        Gen.Select(Rules, Calendar.Any, Calendar.Day).Sample((rule, calendar, day) =>
        {
            var period = Period.Containing(rule.Cadence, rule.Period, day);
            var due = Deadlines.Due(rule, period, calendar);
            DateOnly[] dates = [period.To, due, .. Deadlines.RungDays(rule, due, calendar), Deadlines.LastDay(rule, due, calendar)];
            Assert.Equal(dates.Any(d => !calendar.Covers(d.Year)), Deadlines.Gap(rule, period, calendar) is not null);
        }, iter: 2000);

    private static string[] Days(DateOnly due) =>
        Deadlines.RungDays(Monitor, due, HolidayFile.Vietnam).Select(d => $"{d:O}").ToArray();
}
