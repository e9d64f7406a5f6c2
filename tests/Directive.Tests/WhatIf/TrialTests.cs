using CsCheck;
using Directives.Calendars;
using Directives.Editions;
using Directives.Register;
using Directives.Simulation;
using Directives.WhatIf;

namespace Directives.Tests.WhatIf;

/// <summary>A trial without tables counts what the played year counts, in which the whole engine runs (R2).</summary>
public sealed class TrialTests
{
    private static readonly YearOptions Spring = new() { From = new DateOnly(2023, 3, 1), Months = 2, AtOnce = 1 };

    public static TheoryData<string, long, double, double, double> Editions => new()
    {
        { "sample", 1, 0.8, 0.15, 0.05 },
        { "sample", 2, 0.3, 0.3, 0.4 },
        { "sample", -9, 0, 0, 1 },
        { "quarterly", 3, 0.5, 0.3, 0.2 },
        { "reporting", 4, 0.6, 0.2, 0.2 },
        { "steep", 5, 0.4, 0.3, 0.3 },
        { "everybody", 6, 0.2, 0.3, 0.5 },
        { "changing", 7, 0.5, 0.25, 0.25 },
    };

    [Theory]
    [MemberData(nameof(Editions))]
    public async Task Every_count_equals_that_of_the_played_year(string edition, long seed, double onTime, double late, double never)
    {
        var options = Spring with { Seed = seed, OnTime = onTime, Late = late, Never = never };
        await EqualsPlayedAsync(SampleProvince.Load(options.From), options, TriedEditions.Named(edition));
    }

    [Fact]
    public async Task It_does_with_clerks_too_and_with_more_months() =>
        await EqualsPlayedAsync(SampleProvince.WithClerks(), Spring with { Months = 5, Seed = 11, OnTime = 0.5, Late = 0.3, Never = 0.2 }, EditionLibrary.Sample);

    [Fact]
    public async Task It_does_in_a_register_in_which_seats_change_hands_fall_vacant_and_are_filled_and_people_are_away()
    {
        var content = SampleProvince.Load(Spring.From);
        var posts = content.Posts.Where(p => p.Seat.EndsWith(".monitor", StringComparison.Ordinal)).ToList();
        var (left, moved, filled, away) = (posts[20], posts[40], posts[60], posts[80]);
        var changed = content with
        {
            Posts =
            [
                .. content.Posts.Except([left, moved, filled]),
                // Vacant from a day on, for longer than the Organisation Commission waits.
                left with { To = new DateOnly(2023, 4, 10) },
                // Handed over while March is owed and April runs, so late that the successor gets more time.
                moved with { To = new DateOnly(2023, 4, 6) },
                new Post(moved.Seat, left.Official, new DateOnly(2023, 4, 7)),
                // Vacant at first, filled in the middle of April.
                filled with { From = new DateOnly(2023, 4, 18) },
            ],
            Absences = [new Absence(away.Official, AbsenceKind.Leave, new DateOnly(2023, 4, 3), new DateOnly(2023, 4, 28), posts[100].Official)],
        };

        await EqualsPlayedAsync(changed, Spring with { OnTime = 0.2, Late = 0.2, Never = 0.6 }, EditionLibrary.Sample);
        await EqualsPlayedAsync(changed, Spring with { OnTime = 0.6, Late = 0.3, Never = 0.1, Seed = 4 }, EditionLibrary.Sample);
    }

    [Fact]
    public async Task It_does_for_editions_and_people_drawn_at_random() => await TriedEditions.Any.SampleAsync(
        async drawn => await EqualsPlayedAsync(SampleProvince.Load(Spring.From), Spring with { Months = 1, Seed = drawn.Seed, OnTime = drawn.OnTime, Late = (1 - drawn.OnTime) / 2, Never = (1 - drawn.OnTime) / 2 }, drawn.Editions),
        iter: 6, threads: 1);

    [Fact]
    public void Played_by_many_at_once_it_counts_the_same()
    {
        var one = TrialCountsText.Of(Run(SampleProvince.Load(Spring.From), Spring, EditionLibrary.Sample, 1));

        Assert.Equal(one, TrialCountsText.Of(Run(SampleProvince.Load(Spring.From), Spring, EditionLibrary.Sample, 8)));
    }

    private static async Task EqualsPlayedAsync(RegisterContent content, YearOptions options, EditionLibrary editions)
    {
        using var year = new SimulatedYear(content, options, editions);
        var played = await year.RunAsync();

        var tried = Run(content, options, editions, 2);

        Assert.Equal(TrialCountsText.Of(played), TrialCountsText.Of(tried));
    }

    private static TrialCounts Run(RegisterContent content, YearOptions options, EditionLibrary editions, int atOnce) => new Trial(
        new TrialSetting { Register = RegisterSnapshot.Build(content), Calendar = HolidayFile.Vietnam, Options = options, AtOnce = atOnce }, editions).Run();
}
