using Directives.Chasing;
using Directives.Dossiers;
using Directives.Reports;
using Directives.Tables;
using Directives.Tests.Chasing;
using Directives.Tests.Dossiers;

namespace Directives.Tests.Reports;

/// <summary>What becomes of reports: in time, late, after closing, twice, at once (R3, R4).</summary>
public sealed class FilingTests
{
    private static readonly string[] Places = ["111", "112", "113", "121", "122", "123", "11"];
    private static readonly DateTimeOffset EndOfDue = SmallProvince.Zone.EndOfDay(SmallProvince.Due);

    [Fact]
    public async Task A_report_one_tick_before_the_end_of_the_due_day_is_on_time_and_stops_the_chase()
    {
        using var play = await Playground.BegunAsync();
        await play.Work.RunAsync(EndOfDue.AddTicks(-1));
        var filed = Assert.IsType<FilingResult.Accepted>(await MonthScript.FileAsync(play.It, "112"));
        Assert.Equal((FilingMark.OnTime, false), (filed.Mark, filed.AfterClosing));

        await play.RunToAsync(6, 20, 0);
        Assert.Equal(["112.monitor before2", "112.monitor before1", "112.monitor due", "112.monitor receipt"], play.Mail.To("m112"));
        Assert.Equal(1, (await play.HeadAsync("112")).Tally.OnTime);
        Assert.Empty(await play.FaultsAsync());
    }

    [Fact]
    public async Task A_report_at_the_end_of_the_due_day_is_late_and_settles_the_chase()
    {
        using var play = await Playground.BegunAsync();
        await play.Work.RunAsync(EndOfDue);
        var filed = Assert.IsType<FilingResult.Accepted>(await MonthScript.FileAsync(play.It, "112"));
        Assert.Equal(FilingMark.Late, filed.Mark);

        await play.RunToAsync(6, 20, 0);
        Assert.Equal("112.monitor receipt", play.Mail.To("m112")[^1]);
        Assert.Equal((0, 1, 2), ((await play.HeadAsync("112")).Tally.OnTime, (await play.HeadAsync("112")).Tally.Late, (await play.HeadAsync("112")).Tally.Missed));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_report_after_closing_is_kept_and_the_tally_stays_missed_whether_or_not_the_alarm_came_first(bool alarm)
    {
        using var play = await Playground.BegunAsync();
        await play.RunToAsync(5, 31, 12);
        var closed = ChaseBench.At(7);
        if (alarm) await play.Work.RunAsync(closed);
        else play.Clock.MoveTo(closed);
        var filed = Assert.IsType<FilingResult.Accepted>(await MonthScript.FileAsync(play.It, "112"));
        Assert.True(filed.AfterClosing);

        await play.RunToAsync(6, 20, 0);
        var owed = await play.OwedAsync("112");
        Assert.Equal((ObligationState.Missed, true, 1), (owed.State, owed.AfterClosing, owed.Versions));
        Assert.Null(owed.Mark);
        Assert.Equal((3, 3), ((await play.HeadAsync("112")).Tally.Seats, (await play.HeadAsync("112")).Tally.Missed));
        Assert.Equal("112.monitor receipt", play.Mail.To("m112")[^1]);
        Assert.NotNull(await play.It.Reports.FindAsync(MonthScript.SheetOf("112"), "112.monitor", 1));
        Assert.IsType<FilingResult.AlreadyFiled>(await MonthScript.FileAsync(play.It, "112", "other words"));
        Assert.Empty(await play.FaultsAsync());
    }

    [Fact]
    public async Task The_same_words_again_get_the_same_receipt_and_other_words_are_refused()
    {
        using var play = await Playground.BegunAsync();
        await play.RunToAsync(5, 8, 10);
        var first = Assert.IsType<FilingResult.Accepted>(await MonthScript.FileAsync(play.It, "112"));
        play.Clock.MoveTo(play.Clock.GetUtcNow().AddHours(1));
        Assert.Equal(first, await MonthScript.FileAsync(play.It, "112"));
        Assert.Equal(new FilingResult.AlreadyFiled(first.Receipt, first.At), await MonthScript.FileAsync(play.It, "112", "other words"));
        Assert.Equal(1, (await play.OwedAsync("112")).Versions);
    }

    [Fact]
    public async Task A_seat_that_owes_nothing_is_told_so()
    {
        using var play = await Playground.BegunAsync();
        await play.RunToAsync(5, 8, 10);
        var content = new ReportContent { NoVisitBecause = "flood" };
        var sheet = MonthScript.SheetOf("112");
        Assert.IsType<FilingResult.NothingOwed>(await play.It.Reports.FileAsync(sheet, "nowhere", new Actor("m112"), content));
        Assert.IsType<FilingResult.NothingOwed>(await play.It.Reports.FileAsync(sheet with { Part = 7 }, "112.monitor", new Actor("m112"), content));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Of_sixteen_submissions_at_the_same_instant_exactly_one_is_stored(bool sameWords)
    {
        using var play = await Playground.BegunAsync(tables: new YieldingTables(new MemoryTables()));
        await play.RunToAsync(5, 8, 10);
        var results = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(() => MonthScript.FileAsync(play.It, "112", sameWords ? "same" : $"words {i}"))));

        var accepted = results.OfType<FilingResult.Accepted>().ToList();
        Assert.Equal(sameWords ? 16 : 1, accepted.Count);
        Assert.Single(accepted.Distinct());
        Assert.Equal(sameWords ? 0 : 15, results.OfType<FilingResult.AlreadyFiled>().Count(r => r.Receipt == accepted[0].Receipt));
        Assert.Equal(1, (await play.OwedAsync("112")).Versions);
        Assert.Null(await play.It.Reports.FindAsync(MonthScript.SheetOf("112"), "112.monitor", 2));
        await play.Work.SettleAsync();
        Assert.Single(play.Mail.To("m112"), "112.monitor receipt");
        Assert.Equal(1, (await play.HeadAsync("112")).Tally.OnTime);
        Assert.Empty(await play.FaultsAsync());
    }

    [Fact]
    public async Task All_of_a_sheet_filing_while_the_alarm_rings_lose_nothing_and_hear_only_of_their_receipts()
    {
        using var play = await Playground.BegunAsync(tables: new YieldingTables(new MemoryTables()));
        await play.RunToAsync(5, 9, 12);
        var before = play.Mail.Letters.Count;
        play.Clock.MoveTo(ChaseBench.At(2));
        await Task.WhenAll(
            Task.WhenAll(Places.Select(p => Task.Run(() => MonthScript.FileAsync(play.It, p)))),
            Task.Run(() => play.Work.SettleAsync()),
            Task.Run(() => play.It.Watch.TickAsync(sweep: true)));
        await play.RunToAsync(6, 20, 0);

        var after = play.Mail.Letters.Skip(before).Where(l => l.Notices[0].Notice.Kind != NoticeKind.Tally).ToList();
        Assert.Equal(7, after.Count);
        Assert.All(after, l => Assert.Equal("receipt", Assert.Single(l.Notices).Notice.Rung));
        Assert.Equal((7, 7), (Assert.Single(await play.It.Cycles.AllAsync()).Tally!.Seats, Assert.Single(await play.It.Cycles.AllAsync()).Tally!.OnTime));
        Assert.Empty(await play.FaultsAsync());
    }
}
