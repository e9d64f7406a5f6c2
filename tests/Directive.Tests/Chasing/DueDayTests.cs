using CsCheck;
using Directives.Calendars;
using Directives.Chasing;
using Directives.Register;
using NodaTime;
using Calendar = Directives.Tests.Calendars.Calendar;

namespace Directives.Tests.Chasing;

/// <summary>When a filing is on time, and when a rung comes, in every zone there is and over any calendar.</summary>
public sealed class DueDayTests
{
    private static readonly string[] Zones = [.. DateTimeZoneProviders.Tzdb.Ids];
    private static readonly RegisterSnapshot Register = RegisterSnapshot.Build(SmallProvince.Content());

    private static readonly Gen<(string Zone, WorkCalendar Calendar, DateOnly Due)> Any = Gen.Select(Gen.Int[0, Zones.Length - 1].Select(i => Zones[i]), Calendar.Any, Calendar.Day);

    [Fact]
    public void A_filing_is_on_time_until_the_last_tick_of_the_due_day_in_any_zone() => Any.Sample((zone, calendar, due) =>
    {
        var chase = ChaseIn(zone, calendar);
        var owed = ChaseBench.Owes("112") with { FirstDue = due, Due = due };
        var end = Zone.Of(zone).StartOfDay(due.AddDays(1));
        Assert.Equal(FilingMark.OnTime, chase.MarkAt(owed, end.AddTicks(-1)));
        Assert.Equal(FilingMark.Late, chase.MarkAt(owed, end));
    }, iter: 3000);

    [Fact]
    public void Where_summer_time_skips_midnight_the_due_day_ends_when_the_next_one_begins()
    {
        foreach (var id in Zones)
        {
            foreach (var (due, end) in SkippedMidnights(id))
            {
                var chase = ChaseIn(id, HolidayFile.Vietnam);
                var owed = ChaseBench.Owes("112") with { FirstDue = due, Due = due };
                Assert.Equal(FilingMark.OnTime, chase.MarkAt(owed, end.AddTicks(-1)));
                Assert.Equal(FilingMark.Late, chase.MarkAt(owed, end));
            }
        }
    }

    [Fact]
    public void The_rungs_come_in_order_each_at_the_start_of_a_working_day_in_any_zone() => Any.Sample((zone, calendar, due) =>
    {
        var ladder = ChaseIn(zone, calendar).LadderFor(SeatRole.Monitor, due);
        var before = DateTimeOffset.MinValue;
        foreach (var rung in ladder.Rungs)
        {
            Assert.True(calendar.IsWorkingDay(rung.Day));
            Assert.True(rung.At > before);
            var local = Zone.Of(zone);
            // A day that a zone left out is empty: it begins where the next one begins.
            if (local.EndOfDay(rung.Day) > rung.At)
            {
                Assert.Equal(rung.Day, local.DateAt(rung.At));
                Assert.NotEqual(rung.Day, local.DateAt(rung.At.AddTicks(-1)));
            }

            before = rung.At;
        }

        Assert.True(ladder.Close > before);
    }, iter: 2000);

    [Fact]
    public void The_first_rung_after_the_due_day_never_comes_to_one_who_could_still_be_on_time() => Any.Sample((zone, calendar, due) =>
    {
        var chase = ChaseIn(zone, calendar);
        var owed = ChaseBench.Owes("112") with { FirstDue = due, Due = due };
        var after1 = chase.LadderFor(SeatRole.Monitor, due).Rungs.First(r => r.Rung.Offset > 0);
        Assert.Equal(FilingMark.Late, chase.MarkAt(owed, after1.At));
    }, iter: 2000);

    private static Chase ChaseIn(string zone, WorkCalendar calendar) => new(SmallProvince.Edition with { Zone = zone }, calendar, Register);

    // Days of the last twenty years after which a midnight did not exist, with the instant at which the next day began.
    private static IEnumerable<(DateOnly Due, DateTimeOffset End)> SkippedMidnights(string id)
    {
        var zone = DateTimeZoneProviders.Tzdb[id];
        foreach (var interval in zone.GetZoneIntervals(Instant.FromUtc(2005, 1, 1, 0, 0), Instant.FromUtc(2026, 1, 1, 0, 0)).Where(i => i.HasStart))
        {
            var before = interval.Start.Plus(-Duration.Epsilon).InZone(zone).LocalDateTime;
            var after = interval.Start.InZone(zone).LocalDateTime;
            if (after.Date == before.Date.PlusDays(1) && after.TimeOfDay > LocalTime.Midnight)
                yield return (before.Date.ToDateOnly(), interval.Start.ToDateTimeOffset());
        }
    }
}
