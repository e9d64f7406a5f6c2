using Directives.Simulation;
using Directives.Tables;
using Directives.Tests.Chasing;
using Directives.Tests.Dossiers;

namespace Directives.Tests.Mail;

/// <summary>A leader with more notices than one batch holds still gets one letter.</summary>
public sealed class LargeLetterTests
{
    private const int Many = 1000;
    private static readonly DateTimeOffset Night = MonthScript.Local(5, 24, 1);

    [Fact]
    public async Task A_thousand_notices_of_one_morning_become_one_letter()
    {
        using var play = await FilledAsync(new MemoryTables());
        await play.RunToAsync(5, 24, 12);
        await OneLetterAsync(play, play.It);
        Assert.Empty(await play.FaultsAsync());
    }

    [Theory]
    [InlineData(1, CrashPoint.Before)]
    [InlineData(1, CrashPoint.After)]
    [InlineData(3, CrashPoint.Before)]
    [InlineData(3, CrashPoint.After)]
    [InlineData(10, CrashPoint.Before)]
    [InlineData(22, CrashPoint.After)]
    [InlineData(23, CrashPoint.After)]
    public async Task Killed_while_the_letter_is_put_together_it_is_still_one_letter(int at, CrashPoint point)
    {
        var rows = new MemoryTables();
        using var play = await FilledAsync(rows);
        await play.Work.RunAsync(MonthScript.Local(5, 24, 8).AddTicks(-1));
        play.Clock.MoveTo(MonthScript.Local(5, 24, 8));
        using (var dying = SmallProvince.Install(new CrashingTables(rows, commit => commit == at, point), play.Clock, play.Mail))
            await Assert.ThrowsAsync<CrashException>(() => new Clockwork(dying.Watch, play.Clock).RunAsync(MonthScript.Local(5, 24, 12)));
        using var next = SmallProvince.Install(rows, play.Clock, play.Mail);
        await new Clockwork(next.Watch, play.Clock).RunAsync(MonthScript.Local(5, 24, 15));
        await OneLetterAsync(play, next);
        Assert.Empty(await play.FaultsAsync());
    }

    [Fact]
    public async Task Escalations_of_later_that_day_go_with_a_large_letter_whose_own_came_in_its_first_batch()
    {
        using var play = await Playground.BegunAsync();
        await play.RunToAsync(5, 24, 1);
        await play.It.Mailboxes.DeliverAsync([MailboxBench.Escalation("secretary", "a", Night)], default);
        await play.It.Mailboxes.DeliverAsync(Enumerable.Range(0, 120).Select(i => MailboxBench.Told("secretary", $"told-{i:D4}", Night)), default);
        // Nobody looks until ten minutes past eight, and meanwhile another escalation came, to be gathered until a quarter past.
        play.Clock.MoveTo(MonthScript.Local(5, 24, 8).AddMinutes(5));
        await play.It.Mailboxes.DeliverAsync([MailboxBench.Escalation("secretary", "z", play.Clock.GetUtcNow())], default);
        play.Clock.MoveTo(MonthScript.Local(5, 24, 8).AddMinutes(10));
        await play.RunToAsync(5, 24, 23);
        Assert.Equal(122, Assert.Single(play.Mail.Letters, l => l.Reader.Id == "secretary").Notices.Count);
    }

    private static async Task<Playground> FilledAsync(ITables tables)
    {
        var play = await Playground.BegunAsync(tables: tables);
        await play.RunToAsync(5, 24, 1);
        await play.It.Mailboxes.DeliverAsync(Enumerable.Range(0, Many).Select(i => MailboxBench.Told("secretary", $"told-{i:D4}", Night)), default);
        // Delivered twice is delivered once.
        await play.It.Mailboxes.DeliverAsync(Enumerable.Range(0, Many).Select(i => MailboxBench.Told("secretary", $"told-{i:D4}", Night)), default);
        return play;
    }

    private static async Task OneLetterAsync(Playground play, Installation reader)
    {
        var letter = Assert.Single(play.Mail.Letters, l => l.Reader.Id == "secretary");
        Assert.Equal(Enumerable.Range(0, Many).Select(i => $"told-{i:D4}"), letter.Notices.Select(n => n.Notice.Rung).Order(StringComparer.Ordinal));
        Assert.Equal(Directives.Mail.LetterState.Sent, Assert.Single(await MailboxBench.LettersAsync(reader, "secretary")).State);
        Assert.Equal(0, await MailboxBench.WaitingAsync(play.Tables, "secretary"));
        Assert.All(await MailboxBench.NoticesAsync(reader, "secretary"), n => Assert.Equal(1, n.Letter));
    }
}
