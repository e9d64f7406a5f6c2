using Directives.Calendars;
using Directives.Editions;
using Directives.Register;
using Directives.Simulation;
using Directives.WhatIf;

namespace Directives.Tests.WhatIf;

/// <summary>After how many days a difficulty is heard of, worked out by hand.</summary>
public sealed class HearingTests
{
    private static readonly TriedReport[] Reports =
    [
        Report("2023-01", new(2023, 2, 6)),
        Report("2023-02", null),
        Report("2023-03", new(2023, 3, 31)),
        Report("2023-04", new(2023, 5, 22)),
    ];

    [Theory]
    // In the month that is reported, after it, and on the last day of the month.
    [InlineData("2023-01-01", 36)]
    [InlineData("2023-01-31", 6)]
    // Nobody reported on February: March's report tells of it.
    [InlineData("2023-02-10", 49)]
    // March's report came in on the very day.
    [InlineData("2023-03-31", 0)]
    [InlineData("2023-04-01", 51)]
    public void It_is_heard_of_with_the_next_report_that_covers_the_day(string day, int days) =>
        Assert.Equal(days, Hearing.Days(new Difficulty("s", DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)), Reports));

    [Fact]
    public void A_report_that_came_before_the_day_tells_nothing_of_it_and_one_of_an_earlier_period_neither()
    {
        Assert.Equal(3, Hearing.Days(new Difficulty("s", new(2023, 3, 30)), [Report("2023-03", new(2023, 3, 29)), Report("2023-04", new(2023, 4, 2))]));
        Assert.Null(Hearing.Days(new Difficulty("s", new(2023, 3, 10)), [Report("2023-02", new(2023, 3, 20))]));
    }

    [Fact]
    public void The_median_counts_what_is_never_heard_of_as_the_longest()
    {
        Assert.Equal(new DaysToHear(3, 9, 0, 3), DaysToHear.Of([9, 1, 3]));
        Assert.Equal(new DaysToHear(2.5, 9, 0, 4), DaysToHear.Of([9, 1, 3, 2]));
        Assert.Equal(new DaysToHear(9, 9, 1, 3), DaysToHear.Of([null, 1, 9]));
        Assert.Equal(new DaysToHear(null, 1, 2, 3), DaysToHear.Of([null, 1, null]));
        Assert.Equal(new DaysToHear(null, null, 0, 0), DaysToHear.Of([]));
    }

    [Fact]
    public void Difficulties_arise_once_a_month_where_somebody_holds_the_seat_and_are_the_same_for_every_edition()
    {
        var content = SampleProvince.Load(new DateOnly(2023, 1, 1));
        var left = content.Posts.First(p => p.Seat.EndsWith(".monitor", StringComparison.Ordinal));
        var setting = new TrialSetting
        {
            Register = RegisterSnapshot.Build(content with { Posts = [.. content.Posts.Except([left]), left with { To = new DateOnly(2023, 6, 30) }] }),
            Calendar = HolidayFile.Vietnam,
            Options = new YearOptions(),
        };

        var all = Hearing.Arising(setting, [EditionFile.Sample]);

        Assert.Equal((169 * 12) + 6, all.Count);
        Assert.Equal(6, all.Count(d => d.Seat == left.Seat));
        Assert.All(all.GroupBy(d => (d.Seat, d.Day.Month)), g => Assert.Single(g));
        Assert.Equal(31, all.Where(d => d.Day.Month == 1).Select(d => d.Day.Day).Distinct().Count());
        Assert.Equal(all, Hearing.Arising(setting, [TriedEditions.Monitors(r => r with { Cadence = Cadence.Year })]));
        Assert.NotEqual(all, Hearing.Arising(setting with { Options = new YearOptions { Seed = 2 } }, [EditionFile.Sample]));
        Assert.Equal(11 * 12, Hearing.Arising(setting, [EditionFile.Sample with { Roles = [EditionFile.Sample.Roles[0]] }]).Count);
    }

    private static TriedReport Report(string month, DateOnly? filed)
    {
        var period = Period.Of(Cadence.Month, PeriodKind.Calendar, month);
        return new TriedReport("s", "o", period.From, period.To, filed, filed is null ? null : Directives.Chasing.FilingMark.OnTime, 0);
    }
}
