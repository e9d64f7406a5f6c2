using Directives.Chasing;
using Directives.Dossiers;
using Directives.Mail;
using Directives.Tables;
using Directives.Tests.Chasing;
using Directives.Tests.Mail;

namespace Directives.Tests.Dossiers;

/// <summary>What a process remembers of its own acts saves reads and decides nothing.</summary>
public sealed class LastActTests
{
    private static readonly DossierId Box = MailboxKeys.Dossier(SmallProvince.Authority, "m112");

    [Fact]
    public async Task Whoever_acts_on_what_another_has_changed_since_loses_the_race_and_then_reads()
    {
        var rows = new MemoryTables();
        using var play = await Playground.BegunAsync(tables: rows);
        await DeliverAsync(play.It, "first");
        Assert.Equal(1, play.It.Dossiers.Last(Box)!.Number);
        using var second = SmallProvince.Install(rows, play.Clock, play.Mail);
        Assert.Null(second.Dossiers.Last(Box));
        await DeliverAsync(second, "second");

        var known = await play.It.Dossiers.DueHeadAsync<MailboxHead>(Box, default);
        Assert.Equal(1, known!.Value.Head.Tip.Number);
        await Assert.ThrowsAsync<VersionRaceException>(async () => await play.It.Dossiers.CommitAsync(Box, known, known.Value.Head, new Act("notices-delivered", Actor.System), default));
        Assert.Null(play.It.Dossiers.Last(Box));
        Assert.Equal(2, (await play.It.Dossiers.DueHeadAsync<MailboxHead>(Box, default))!.Value.Head.Tip.Number);

        await play.Work.SettleAsync();
        Assert.Equal(2, play.Mail.Letters.Where(l => l.Reader.Id == "m112").Sum(l => l.Notices.Count));
        Assert.Empty(await play.FaultsAsync());
    }

    [Fact]
    public async Task A_head_that_wants_nothing_yet_is_read()
    {
        var rows = new MemoryTables();
        using var play = await Playground.BegunAsync(at: MonthScript.Local(5, 6, 10), tables: rows);
        await DeliverAsync(play.It, "morning", NoticeKind.Reminder);
        using var second = SmallProvince.Install(rows, play.Clock, play.Mail);
        await DeliverAsync(second, "now");
        Assert.True(play.It.Dossiers.Last(Box)!.HeldAs<MailboxHead>()!.Value.Head.Next > play.Clock.GetUtcNow());
        Assert.Equal(play.Clock.GetUtcNow(), (await play.It.Dossiers.DueHeadAsync<MailboxHead>(Box, default))!.Value.Head.Next);
    }

    [Fact]
    public async Task What_waited_before_is_read_with_what_was_delivered_since()
    {
        using var play = await Playground.BegunAsync(at: MonthScript.Local(5, 6, 10));
        await DeliverAsync(play.It, "a", NoticeKind.Extended, NoticeKind.Returned);
        var known = await WaitingMail.RecallAsync(play.It.Dossiers, Box, (await play.It.Dossiers.HeadAsync<MailboxHead>(Box, default))!.Value, null, default);
        Assert.Equal(2, known.Count);
        Assert.All(known, w => Assert.Equal(w.NoticeKey, w.Notice!.Key()));
        Assert.Equal(known.Select(w => w with { Notice = null }), await WaitingMail.ReadAsync(play.It.Dossiers, Box, null, default));

        await DeliverAsync(play.It, "b");
        var both = await WaitingMail.RecallAsync(play.It.Dossiers, Box, (await play.It.Dossiers.HeadAsync<MailboxHead>(Box, default))!.Value, null, default);
        Assert.Equal(3, both.Count);
        Assert.All(both, w => Assert.Null(w.Notice));
    }

    [Fact]
    public async Task Large_rows_are_not_kept()
    {
        using var play = await Playground.BegunAsync();
        var held = await play.It.Dossiers.BeginAsync(Box, new MailboxHead { Reader = "m112" }, new Act("notices-delivered", Actor.System).Put("x|small", "small").Put("x|large", new string('x', 10_000)), default);
        Assert.NotNull(play.It.Dossiers.Last(Box)!.Find("x|small"));
        Assert.Null(play.It.Dossiers.Last(Box)!.Find("x|large"));
        Assert.Equal("small", await play.It.Dossiers.RowAsync<MailboxHead, string>(Box, held, "x|small", default));
        Assert.Equal(10_000, (await play.It.Dossiers.RowAsync<MailboxHead, string>(Box, held, "x|large", default))!.Length);
    }

    private static Task DeliverAsync(Installation installation, string rung, params NoticeKind[] kinds) => installation.Mailboxes.DeliverAsync(
        (kinds.Length == 0 ? [NoticeKind.Returned] : kinds).Select((kind, i) => MailboxBench.Told("m112", $"{rung}-{i}", installation.Parts.Clock.GetUtcNow(), kind)), default);
}
