using Directives.Access;
using Directives.Chasing;
using Directives.Language;
using Directives.Reports;
using Directives.Tests.Chasing;

namespace Directives.Tests.Reports;

/// <summary>More time: asked for by who holds a link, decided by the office (R10).</summary>
public sealed class MoreTimeTests
{
    private static readonly DateOnly _wished = new(2023, 5, 18);

    [Fact]
    public async Task A_request_that_is_granted_begins_a_round_and_waits_no_more()
    {
        using var play = await Playground.BegunAsync();
        var (desk, session) = await AskedAsync(play);
        Assert.Equal(_wished, (await desk.LookAsync(session, default)).Asked!.Wished);
        Assert.Equal(RoundRefusal.AlreadyAsked, await desk.AskAsync(session, "again", _wished, default));
        Assert.Null(await play.It.Rounds.ExtendAsync(MonthScript.SheetOf("112"), "112.monitor", MonthScript.Office, "flood", _wished));

        var owed = await play.OwedAsync("112");
        Assert.Equal((2, _wished, null), (owed.Round, owed.Due, owed.Waiting()));
        Assert.Equal(RoundRefusal.NothingAsked, await DeclineAsync(play));
        Assert.Empty(await play.FaultsAsync());
    }

    [Fact]
    public async Task Each_request_that_is_declined_is_told_and_the_due_date_stays()
    {
        using var play = await Playground.BegunAsync();
        var (desk, session) = await AskedAsync(play);
        Assert.Equal(RoundRefusal.NoReason, await DeclineAsync(play, " "));
        Assert.Null(await DeclineAsync(play));
        Assert.Null(await desk.AskAsync(session, "the road is still closed", _wished, default));
        Assert.Null(await DeclineAsync(play));
        await play.Work.SettleAsync();

        Assert.Equal((1, SmallProvince.Due), ((await play.OwedAsync("112")).Round, (await play.OwedAsync("112")).Due));
        Assert.Equal(["extension-declined", "extension-declined-2"], play.Mail.Letters
            .Where(l => l.Reader.Id == "m112").SelectMany(l => l.Notices).Where(n => n.Notice.Kind == NoticeKind.ExtensionDeclined).Select(n => n.Notice.Rung));
        Assert.Empty(await play.FaultsAsync());
    }

    [Fact]
    public async Task A_report_that_comes_makes_the_request_moot()
    {
        using var play = await Playground.BegunAsync();
        await AskedAsync(play);
        await MonthScript.FileAsync(play.It, "112");
        Assert.Null((await play.OwedAsync("112")).Waiting());
        Assert.Equal(RoundRefusal.NothingAsked, await DeclineAsync(play));
    }

    [Fact]
    public async Task Nothing_is_asked_over_a_link_that_was_revoked_or_for_a_date_that_is_none()
    {
        using var play = await Playground.BegunAsync();
        await play.RunToAsync(5, 8, 10);
        var (desk, session) = await HolderAsync(play);
        Assert.Equal(RoundRefusal.NoReason, await desk.AskAsync(session, "", _wished, default));
        Assert.Equal(RoundRefusal.DateTooEarly, await desk.AskAsync(session, "flood", SmallProvince.Due, default));
        Assert.Equal(RoundRefusal.NotAWorkingDay, await desk.AskAsync(session, "flood", new(2023, 5, 20), default));
        Assert.Null(await play.It.Rounds.RevokeLinksAsync(MonthScript.SheetOf("112"), "112.monitor", MonthScript.Office, "lost phone"));
        Assert.Equal(RoundRefusal.NothingOwed, await desk.AskAsync(session, "flood", _wished, default));
        Assert.Null((await play.OwedAsync("112")).Asked);
    }

    private static Task<RoundRefusal?> DeclineAsync(Playground play, string reason = "the report is short") =>
        play.It.Rounds.DeclineAsync(MonthScript.SheetOf("112"), "112.monitor", MonthScript.Office, reason);

    private static async Task<(ExtensionDesk Desk, LinkSession Session)> AskedAsync(Playground play)
    {
        await play.RunToAsync(5, 8, 10);
        var (desk, session) = await HolderAsync(play);
        Assert.Null(await desk.AskAsync(session, " flood ", _wished, default));
        Assert.Equal("flood", (await play.OwedAsync("112")).Waiting()!.Reason);
        return (desk, session);
    }

    private static async Task<(ExtensionDesk Desk, LinkSession Session)> HolderAsync(Playground play)
    {
        var sheet = MonthScript.SheetOf("112");
        var key = await play.It.Links.EnsureAsync(new Link(sheet.Partition, "112.monitor", "m112", 1, new DateOnly(2023, 6, 30)), default);
        return (new ExtensionDesk(play.It, new LinkDesk(play.It)), new LinkSession(Links.Hash(key), sheet.Partition, "112.monitor", "m112", new Bilingual("a", "b"), "vi"));
    }
}
