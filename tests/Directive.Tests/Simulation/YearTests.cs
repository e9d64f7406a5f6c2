using Directives.Cycles;
using Directives.Register;
using Directives.Simulation;

namespace Directives.Tests.Simulation;

/// <summary>Simulated years of the sample province: what adds up, and that it repeats.</summary>
public sealed class YearTests
{
    private static readonly YearOptions Spring = new() { From = new DateOnly(2023, 3, 1), Months = 2, AtOnce = 1 };

    public static TheoryData<long, Outage?> Years => new()
    {
        { 1, null },
        { 2, null },
        { -7, new Outage(new DateOnly(2023, 4, 3), 5) },
        { 4, new Outage(new DateOnly(2023, 3, 1), 1) },
        { 5, new Outage(new DateOnly(2023, 3, 28), 40) },
        { 6, new Outage(new DateOnly(2023, 4, 20), 120) },
    };

    [Theory]
    [MemberData(nameof(Years))]
    public async Task Every_obligation_ends_one_way_and_no_notice_comes_twice(long seed, Outage? outage)
    {
        using var year = new SimulatedYear(SampleProvince.Load(Spring.From), Spring with { Seed = seed, Outage = outage });

        var result = await year.RunAsync();

        var cycles = await year.Installation.Cycles.AllAsync();
        Assert.Equal(3 + (Spring.Months == 2 ? 1 : 0), cycles.Count);
        Assert.All(cycles, c => Assert.Equal(CycleState.Closed, c.State));
        Assert.Equal(170, result.Posts);
        Assert.Equal(cycles.Count, result.Cycles);
        Assert.Equal(cycles.Sum(c => c.Seats()), result.Obligations);
        Assert.Equal(result.Obligations, result.OnTime + result.Late + result.Missed);
        Assert.Equal(cycles.Sum(c => c.Tally!.OnTime), result.OnTime);
        Assert.Equal(cycles.Sum(c => c.Tally!.Late), result.Late);
        Assert.Equal(cycles.Sum(c => c.Tally!.Missed), result.Missed);
        Assert.Equal(result.Notices, result.Rungs.Values.Sum());
        Assert.True(result.Obligations <= result.Notices, "everybody who owes is told at least once");
        Assert.Equal(0, result.Duplicates);
    }

    [Fact]
    public async Task Clerks_change_who_is_told_first_and_nothing_that_is_owed()
    {
        using var year = new SimulatedYear(SampleProvince.WithClerks(), Spring);
        var clerked = await year.RunAsync();
        var plain = await PlayAsync(Spring);

        Assert.Equal((plain.Obligations, 0), (clerked.Obligations, clerked.Duplicates));
        Assert.Equal(clerked.Obligations, clerked.OnTime + clerked.Late + clerked.Missed);
        Assert.Equal(plain.Missed, clerked.Missed);
        Assert.True(clerked.Notices > plain.Notices, "from the due date on, clerk and official are both told");
    }

    [Fact]
    public async Task Without_an_outage_people_do_what_they_meant_to()
    {
        var silent = await PlayAsync(Spring with { OnTime = 0, Late = 0, Never = 1 });
        var good = await PlayAsync(Spring with { OnTime = 1, Late = 0, Never = 0 });
        var slow = await PlayAsync(Spring with { OnTime = 0, Late = 1, Never = 0 });

        Assert.Equal((0, 0, silent.Obligations), (silent.OnTime, silent.Late, silent.Missed));
        Assert.Equal((good.Obligations, 0, 0), (good.OnTime, good.Late, good.Missed));
        Assert.Equal((0, slow.Obligations, 0), (slow.OnTime, slow.Late, slow.Missed));

        // Six rungs to the owner, and those who are copied: two of after2 and after3 for a post in charge, three for a monitor.
        Assert.Equal(6 * silent.Obligations, silent.Notices - silent.Escalations);
        Assert.Equal(0, silent.SkippedRungs);
        Assert.Equal(0, good.Escalations);
        Assert.Equal(0, good.Rungs["after1"]);
    }

    [Fact]
    public async Task The_same_seed_plays_the_same_year_however_many_are_woken_at_once()
    {
        var options = Spring with { Outage = new Outage(new DateOnly(2023, 4, 3), 5) };
        var one = await PlayAsync(options);
        var two = await PlayAsync(options with { AtOnce = 2 });
        var many = await PlayAsync(options with { AtOnce = 8 });
        var other = await PlayAsync(options with { Seed = 2 });

        Assert.Equal(Counts(one), Counts(two));
        Assert.Equal(Counts(one), Counts(many));
        Assert.NotEqual(Counts(one), Counts(other));
    }

    [Fact]
    public async Task An_outage_makes_reports_late_and_rungs_skipped_but_forgets_nobody()
    {
        var calm = await PlayAsync(Spring);
        var dark = await PlayAsync(Spring with { Outage = new Outage(new DateOnly(2023, 4, 5), 10) });

        Assert.Equal(calm.Obligations, dark.Obligations);
        Assert.True(dark.OnTime < calm.OnTime);
        Assert.Equal(0, calm.SkippedRungs);
        Assert.True(dark.SkippedRungs > 0);
        Assert.Equal(0, dark.Duplicates);
    }

    private static async Task<YearResult> PlayAsync(YearOptions options)
    {
        using var year = new SimulatedYear(SampleProvince.Load(options.From), options);
        return await year.RunAsync();
    }

    private static string Counts(YearResult result) =>
        string.Join(' ', result.Rungs) + (result with { Rungs = new Dictionary<string, int>(), Seconds = 0, PeakMemoryMb = 0 }).ToString()
            .Replace(typeof(Dictionary<string, int>).ToString(), "", StringComparison.Ordinal);
}
