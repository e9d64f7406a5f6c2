using System.Globalization;
using CsCheck;
using Directives.Calendars;
using NodaTime;

namespace Directives.Tests.Calendars;

public class ZoneTests
{
    private static readonly TimeSpan Tick = TimeSpan.FromTicks(1);

    // 1890 to 2060 holds every rule change of the database and some years of rules still to come.
    private static readonly Gen<DateOnly> Days =
        Gen.Int[new DateOnly(1890, 1, 1).DayNumber, new DateOnly(2060, 12, 31).DayNumber].Select(DateOnly.FromDayNumber);

    private static readonly Gen<Zone> Zones =
        Gen.Int[0, DateTimeZoneProviders.Tzdb.Ids.Count - 1].Select(i => Zone.Of(DateTimeZoneProviders.Tzdb.Ids[i]));

    [Fact]
    public void A_day_in_Vietnam_begins_at_17_oclock_UTC_of_the_day_before()
    {
        var zone = Zone.Of("Asia/Ho_Chi_Minh");
        var start = zone.StartOfDay(new(2023, 4, 7));
        Assert.Equal(new DateTimeOffset(2023, 4, 6, 17, 0, 0, TimeSpan.Zero), start);
        Assert.Equal(TimeSpan.Zero, start.Offset);
        Assert.Equal(new DateTimeOffset(2023, 4, 7, 17, 0, 0, TimeSpan.Zero), zone.EndOfDay(new(2023, 4, 7)));
        Assert.Equal(new DateTimeOffset(2023, 4, 7, 1, 0, 0, TimeSpan.Zero), zone.At(new(2023, 4, 7), new(8, 0)));
        Assert.Equal(new TimeOnly(8, 0), zone.TimeAt(new(2023, 4, 7, 1, 0, 0, TimeSpan.Zero)));
        Assert.Equal(new DateOnly(2023, 4, 7), zone.DateAt(new(2023, 4, 6, 23, 0, 0, TimeSpan.FromHours(5))));
    }

    [Theory]
    [InlineData("America/Sao_Paulo", "2017-10-15", "2017-10-15T03:00:00Z")]
    [InlineData("Asia/Beirut", "2023-03-26", "2023-03-25T22:00:00Z")]
    [InlineData("Africa/Cairo", "2023-04-28", "2023-04-27T22:00:00Z")]
    public void A_day_whose_midnight_vanishes_in_summer_time_begins_at_one_oclock(string id, string day, string start)
    {
        var zone = Zone.Of(id);
        var at = zone.StartOfDay(DateOnly.Parse(day, CultureInfo.InvariantCulture));
        Assert.Equal(DateTimeOffset.Parse(start, CultureInfo.InvariantCulture), at);
        Assert.Equal(new TimeOnly(1, 0), zone.TimeAt(at));
    }

    [Fact]
    public void A_day_that_a_zone_left_out_is_empty()
    {
        var zone = Zone.Of("Pacific/Apia");
        var leftOut = new DateOnly(2011, 12, 30);
        Assert.Equal(zone.StartOfDay(leftOut), zone.EndOfDay(leftOut));
        Assert.Equal(leftOut.AddDays(1), zone.DateAt(zone.StartOfDay(leftOut)));
    }

    [Fact]
    public void A_time_that_vanishes_moves_by_the_gap_and_of_a_time_that_comes_twice_the_first_is_taken()
    {
        var zone = Zone.Of("Europe/Berlin");
        Assert.Equal(new DateTimeOffset(2023, 3, 26, 1, 30, 0, TimeSpan.Zero), zone.At(new(2023, 3, 26), new(2, 30)));
        Assert.Equal(new DateTimeOffset(2023, 10, 29, 0, 30, 0, TimeSpan.Zero), zone.At(new(2023, 10, 29), new(2, 30)));
    }

    [Fact]
    public void An_unknown_zone_is_named_in_the_error()
    {
        var error = Assert.Throws<TimeZoneNotFoundException>(() => Zone.Of("Asia/Quy_Nhon"));
        Assert.Contains("Asia/Quy_Nhon", error.Message, StringComparison.Ordinal);
        Assert.False(Zone.Exists("Asia/Quy_Nhon"));
    }

    [Fact]
    public void One_name_gives_one_instance() => Assert.Same(Zone.Of("Asia/Ho_Chi_Minh"), Zone.Of("Asia/Ho_Chi_Minh"));

    [Fact]
    public void Around_every_change_of_every_zone_days_partition_time()
    {
        var changes = 0;
        foreach (var id in DateTimeZoneProviders.Tzdb.Ids)
        {
            var from = Instant.FromUtc(1890, 1, 1, 0, 0);
            foreach (var interval in DateTimeZoneProviders.Tzdb[id].GetZoneIntervals(from, Instant.FromUtc(2040, 1, 1, 0, 0)))
            {
                if (!interval.HasStart || interval.Start < from) continue;
                changes++;
                var day = DateOnly.FromDateTime(interval.Start.ToDateTimeUtc());
                for (var i = -2; i <= 2; i++) DayPartitionsTime(Zone.Of(id), day.AddDays(i));
            }
        }

        Assert.True(changes > 10_000, $"only {changes} changes were looked at");
    }

    [Fact]
    public void On_any_day_of_any_zone_days_partition_time() =>
        Gen.Select(Zones, Days).Sample((zone, day) => DayPartitionsTime(zone, day), iter: 20_000);

    [Fact]
    public void An_instant_lies_between_the_start_and_the_end_of_its_day() =>
        Gen.Select(Zones, Days, Gen.Long[0, TimeSpan.TicksPerDay - 1]).Sample((zone, utcDay, ticks) =>
        {
            var instant = new DateTimeOffset(utcDay.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).AddTicks(ticks);
            var day = zone.DateAt(instant);
            // A clock set back over midnight shows a day again for a while after the next has begun; hence one day of grace.
            Assert.True(zone.StartOfDay(day) <= instant, $"{zone} {instant:O}: {day:O} starts {zone.StartOfDay(day):O}");
            Assert.True(instant < zone.EndOfDay(day.AddDays(1)), $"{zone} {instant:O}: {day:O} is over");
        }, iter: 20_000);

    private static void DayPartitionsTime(Zone zone, DateOnly day)
    {
        var start = zone.StartOfDay(day);
        var next = zone.StartOfDay(day.AddDays(1));
        var why = $"{zone}, {day:O}, starts {start:O}, next {next:O}";
        Assert.True(start.Offset == TimeSpan.Zero, why);
        Assert.True(zone.EndOfDay(day) == next, why);
        if (zone.DateAt(start) > day)
        {
            // Only a day that does not exist at all may start outside itself, and it is empty.
            var local = DateTimeZoneProviders.Tzdb[zone.Id].MapLocal(LocalDate.FromDateOnly(day).At(new LocalTime(12, 0)));
            Assert.True(local.Count == 0 && start == next, why);
        }
        else
        {
            Assert.True(zone.DateAt(start) == day, why);
            Assert.True(start < next, why);
        }

        Assert.True(zone.DateAt(start - Tick) < day, why);
    }
}
