using Directives.Cycles;
using Directives.Reports;
using Directives.Tests.Chasing;

namespace Directives.Tests.Cycles;

/// <summary>What stands in memory is what stands in the tables.</summary>
public sealed class StandingTests
{
    [Fact]
    public async Task After_every_step_of_a_month_the_memory_equals_what_is_read_anew()
    {
        using var play = await Playground.BegunAsync();
        foreach (var step in MonthScript.Steps.Skip(1))
        {
            await play.Work.RunAsync(step.At);
            await step.Act(play.It);
            await EqualAsync(play, play.It.Standing);
        }

        var end = await StandsAsync(play, play.It.Standing);
        Assert.Equal((0, 0), (end.All.StillOwed, end.Asked.Count));
        Assert.Equal(6, end.Unread);
    }

    [Fact]
    public async Task What_is_read_leaves_the_queue_until_another_version_comes()
    {
        using var play = await Playground.BegunAsync();
        await play.RunToAsync(5, 8, 10);
        Assert.Empty((await StandsAsync(play, play.It.Standing)).ToRead(5));
        await MonthScript.FileAsync(play.It, "112");
        await MonthScript.FileAsync(play.It, "111");
        Assert.Equal(["111.monitor", "112.monitor"], (await StandsAsync(play, play.It.Standing)).ToRead(5).Select(p => p.Owed.Seat));
        Assert.Single((await StandsAsync(play, play.It.Standing)).ToRead(1));

        Assert.Null(await play.It.Readings.ReadAsync(MonthScript.SheetOf("111"), "111.monitor", MonthScript.Office, 1));
        Assert.Equal(RoundRefusal.NothingToRead, await play.It.Readings.ReadAsync(MonthScript.SheetOf("111"), "111.monitor", MonthScript.Office, 1));
        Assert.Equal(RoundRefusal.NothingToRead, await play.It.Readings.ReadAsync(MonthScript.SheetOf("112"), "112.monitor", MonthScript.Office, 2));
        Assert.Equal(["112.monitor"], (await StandsAsync(play, play.It.Standing)).ToRead(5).Select(p => p.Owed.Seat));
        Assert.Equal((1, "office"), ((await play.OwedAsync("111")).ReadVersion, (await play.OwedAsync("111")).ReadBy));
        Assert.Empty(await play.FaultsAsync());
    }

    [Fact]
    public async Task The_longest_overdue_come_first()
    {
        using var play = await Playground.BegunAsync();
        await play.RunToAsync(5, 8, 10);
        Assert.Null(await play.It.Rounds.ExtendAsync(MonthScript.SheetOf("111"), "111.monitor", MonthScript.Office, "flood", new DateOnly(2023, 5, 12)));
        await play.RunToAsync(5, 16, 10);
        var stands = await StandsAsync(play, play.It.Standing);
        Assert.Equal(7, stands.All.Overdue(new DateOnly(2023, 5, 16)));
        Assert.Equal("111.monitor", stands.Overdue(new DateOnly(2023, 5, 16), 10)[^1].Owed.Seat);
        Assert.Equal(["11.in-charge", "112.monitor"], stands.Overdue(new DateOnly(2023, 5, 16), 2).Select(p => p.Owed.Seat));
        Assert.DoesNotContain(stands.Overdue(new DateOnly(2023, 5, 12), 10), p => p.Owed.Seat == "111.monitor");
    }

    private static async Task EqualAsync(Playground play, Standing standing)
    {
        if (await play.It.Cycles.FindAsync(SmallProvince.CycleId) is null) return;
        var (kept, anew) = (await StandsAsync(play, standing), await StandsAsync(play, new Standing(play.It.Dossiers)));
        Assert.Equal(anew.Areas.Select(Words), kept.Areas.Select(Words));
        Assert.Equal(Words(anew.All), Words(kept.All));
        Assert.Equal(anew.Unread, kept.Unread);
        Assert.Equal(anew.ToRead(20).Select(p => p.Owed.Seat), kept.ToRead(20).Select(p => p.Owed.Seat));
        Assert.Equal(anew.Overdue(new(2024, 1, 1), 20).Select(p => p.Owed.Seat), kept.Overdue(new(2024, 1, 1), 20).Select(p => p.Owed.Seat));
        var tally = (await play.It.Cycles.SheetHeadsAsync((await play.It.Cycles.FindAsync(SmallProvince.CycleId))!)).OfType<SheetHead>()
            .Aggregate(Tally.Nothing, (sum, head) => sum + head.Tally);
        Assert.Equal(tally.Seats, kept.All.OnTime + kept.All.Late + kept.All.Missed + kept.All.StillOwed);
    }

    private static string Words(AreaStanding area) =>
        $"{area.Code} {area.OnTime} {area.Late} {area.Missed} "
        + string.Join(' ', area.Owed.OrderBy(d => d.Key).Select(d => $"{d.Key:yyyy-MM-dd}:{d.Value}"))
        + string.Join(' ', area.Filed.OrderBy(d => d.Key).Select(d => $"{d.Key:yyyy-MM-dd}={d.Value}"));

    private static async Task<CycleStanding> StandsAsync(Playground play, Standing standing) =>
        await standing.OfAsync((await play.It.Cycles.FindAsync(SmallProvince.CycleId))!);
}
