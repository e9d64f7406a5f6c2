using Directives.Chasing;
using Directives.Dossiers;
using Directives.Reports;
using Directives.Tests.Chasing;

namespace Directives.Tests.Reports;

/// <summary>What the office may do with a report (R10).</summary>
public sealed class RoundDeskTests
{
    private static readonly Actor Office = MonthScript.Office;
    private static readonly string[] Places = ["111", "112", "113"];

    [Fact]
    public async Task A_report_sent_back_begins_a_round_and_its_first_mark_stands()
    {
        using var play = await Playground.BegunAsync();
        await play.RunToAsync(5, 8, 10);
        await MonthScript.FileAsync(play.It, "112");
        Assert.Null(await SendBackAsync(play, new DateOnly(2023, 5, 18)));
        await play.RunToAsync(5, 19, 10);
        var again = Assert.IsType<FilingResult.Accepted>(await MonthScript.FileAsync(play.It, "112", "again"));
        await play.RunToAsync(6, 20, 0);

        Assert.Equal(FilingMark.OnTime, again.Mark);
        var owed = await play.OwedAsync("112");
        Assert.Equal((2, 2, FilingMark.OnTime), (owed.Round, owed.Versions, owed.Mark));
        Assert.Equal(FilingMark.Late, (await play.It.Reports.FindAsync(MonthScript.SheetOf("112"), "112.monitor", 2))!.Mark);
        Assert.Equal((1, 0, 2), ((await play.HeadAsync("112")).Tally.OnTime, (await play.HeadAsync("112")).Tally.Late, (await play.HeadAsync("112")).Tally.Missed));
        Assert.Empty(await play.FaultsAsync());
    }

    [Fact]
    public async Task A_report_sent_back_that_never_comes_again_still_counts_by_its_first_filing()
    {
        using var play = await Playground.BegunAsync();
        await play.RunToAsync(5, 8, 10);
        await MonthScript.FileAsync(play.It, "112");
        Assert.Null(await SendBackAsync(play, new DateOnly(2023, 5, 18)));
        await play.RunToAsync(6, 20, 0);

        Assert.Equal(ObligationState.Missed, (await play.OwedAsync("112")).State);
        var tally = Assert.Single(await play.It.Cycles.AllAsync()).Tally!;
        Assert.Equal((7, 1, 0, 6), (tally.Seats, tally.OnTime, tally.Late, tally.Missed));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_report_cannot_be_sent_back_once_the_sheet_is_over_whether_or_not_the_alarm_came_first(bool alarm)
    {
        using var play = await Playground.BegunAsync();
        await play.RunToAsync(5, 8, 10);
        foreach (var place in Places) await MonthScript.FileAsync(play.It, place);

        await play.RunToAsync(5, 31, 12);
        if (alarm) await play.Work.RunAsync(ChaseBench.At(7));
        else play.Clock.MoveTo(ChaseBench.At(7));
        Assert.Equal(RoundRefusal.Over, await SendBackAsync(play, new DateOnly(2023, 6, 8)));
        await play.RunToAsync(6, 20, 0);
        Assert.True((await play.HeadAsync("112")).Closed);
        Assert.Equal(1, (await play.OwedAsync("112")).Round);
    }

    [Fact]
    public async Task What_may_not_be_done_changes_nothing_and_says_why()
    {
        using var play = await Playground.BegunAsync();
        await play.RunToAsync(5, 8, 10);
        var due = new DateOnly(2023, 5, 18);
        Assert.Equal(RoundRefusal.NothingFiled, await SendBackAsync(play, due));
        Assert.Equal(RoundRefusal.NoReason, await ExtendAsync(play, due, " "));
        Assert.Equal(RoundRefusal.ReasonTooLong, await ExtendAsync(play, due, new string('x', 2001)));
        Assert.Equal(RoundRefusal.DateTooEarly, await ExtendAsync(play, SmallProvince.Due));
        Assert.Equal(RoundRefusal.NotAWorkingDay, await ExtendAsync(play, new DateOnly(2023, 5, 20)));
        Assert.Equal(RoundRefusal.DateTooLate, await ExtendAsync(play, new DateOnly(2024, 5, 9)));
        await MonthScript.FileAsync(play.It, "112");
        Assert.Equal(RoundRefusal.AlreadyFiled, await ExtendAsync(play, due));
        Assert.Equal(RoundRefusal.DateTooEarly, await SendBackAsync(play, new DateOnly(2023, 5, 8)));
        Assert.Equal(RoundRefusal.NothingOwed, await play.It.Rounds.SendBackAsync(MonthScript.SheetOf("112"), "nowhere", Office, "why", due));
        Assert.Equal((1, SmallProvince.Due), ((await play.OwedAsync("112")).Round, (await play.OwedAsync("112")).Due));
        await play.RunToAsync(6, 20, 0);
        Assert.Equal(RoundRefusal.Over, await ExtendAsync(play, new DateOnly(2023, 6, 30)));
    }

    [Fact]
    public async Task Rungs_decided_before_an_extension_are_withdrawn_and_the_new_round_climbs_its_own()
    {
        using var play = await Playground.BegunAsync();
        // Decided at midnight, to be sent at eight.
        await play.RunToAsync(5, 17, 1);
        Assert.Null(await ExtendAsync(play, new DateOnly(2023, 5, 25)));
        await play.RunToAsync(6, 20, 0);

        Assert.Equal(
            ["before2", "before1", "due", "after1", "extended", "before2", "before1", "due", "after1", "after2", "after3"],
            play.Mail.To("m112").Select(l => l.Split(' ')[^1]));
        Assert.DoesNotContain(play.Mail.Letters.SelectMany(l => l.Notices), n => n.Notice is { Seat: "112.monitor", Round: 1, Rung: "after2" });
        Assert.Empty(await play.FaultsAsync());
    }

    [Fact]
    public async Task A_link_opens_until_thirty_days_after_the_last_day_of_an_extended_round()
    {
        using var play = await Playground.BegunAsync();
        await play.RunToAsync(5, 8, 10);
        Assert.Null(await ExtendAsync(play, new DateOnly(2023, 8, 31)));
        await play.Work.SettleAsync();
        var letter = play.Mail.Letters.Last(l => l.Reader.Id == "m112");
        var link = await play.It.Links.FindAsync(Assert.Single(letter.Notices).LinkKey!, default);
        var last = play.It.Parts.Rules.Calendar.AddWorkingDays(new DateOnly(2023, 8, 31), 15);
        Assert.Equal(last.AddDays(30), link!.Until);
    }

    private static Task<RoundRefusal?> SendBackAsync(Playground play, DateOnly due) =>
        play.It.Rounds.SendBackAsync(MonthScript.SheetOf("112"), "112.monitor", Office, "nobody was met", due);

    private static Task<RoundRefusal?> ExtendAsync(Playground play, DateOnly due, string reason = "flood") =>
        play.It.Rounds.ExtendAsync(MonthScript.SheetOf("112"), "112.monitor", Office, reason, due);
}
