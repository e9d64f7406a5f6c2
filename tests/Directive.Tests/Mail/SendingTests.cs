using Directives.Mail;
using Directives.Simulation;
using Directives.Tables;
using Directives.Tests.Chasing;

namespace Directives.Tests.Mail;

/// <summary>From a sealed letter to one that left, when things go wrong on the way.</summary>
public sealed class SendingTests
{
    [Fact]
    public async Task A_notice_that_arrives_while_the_letter_is_sent_does_not_make_a_silent_provider_get_it_twice()
    {
        var mail = new RememberingTransport { Mute = true };
        using var play = await Playground.BegunAsync(mail: mail);
        await play.RunToAsync(4, 28, 7);
        var late = 0;
        mail.Took = letter => letter.Reader.Id == "m112" && late++ == 0
            ? play.It.Mailboxes.DeliverAsync([MailboxBench.Told("m112", "meanwhile", play.Clock.GetUtcNow())], default)
            : Task.CompletedTask;
        await play.RunToAsync(5, 8, 12);
        Assert.Equal(["112.monitor before2", " meanwhile"], mail.To("m112"));
        Assert.All(await MailboxBench.LettersAsync(play.It, "m112"), l => Assert.Equal((LetterState.Sent, 0), (l.State, l.Repeats)));
    }

    [Fact]
    public async Task A_letter_that_the_provider_has_is_not_sent_again_after_the_sender_died()
    {
        var mail = new RememberingTransport();
        using var play = await DiedAfterSendingAsync(mail);
        await play.RunToAsync(4, 28, 12);
        Assert.Single(mail.To("m112"));
        Assert.Equal((LetterState.Sent, 0), await StateAsync(play));
    }

    [Fact]
    public async Task Without_a_word_from_the_provider_a_letter_is_sent_again_after_an_hour_and_that_is_counted()
    {
        var mail = new RememberingTransport { Mute = true };
        using var play = await DiedAfterSendingAsync(mail);
        await play.Work.RunAsync(MonthScript.Local(4, 28, 8) + Sealer.Lease + Postman.Patience - TimeSpan.FromSeconds(1));
        Assert.Single(mail.To("m112"));
        Assert.Equal(LetterState.Leased, (await StateAsync(play)).State);
        await play.RunToAsync(4, 28, 12);
        Assert.Equal(2, mail.To("m112").Count);
        Assert.Single(mail.Letters.Where(l => l.Reader.Id == "m112").Select(l => l.Id).Distinct());
        Assert.Equal((LetterState.Sent, 1), await StateAsync(play));
    }

    [Fact]
    public async Task A_letter_that_the_provider_does_not_have_is_sent_when_its_lease_has_ended_and_not_before()
    {
        var mail = new RememberingTransport();
        var refusing = new RefusingOnce(mail);
        var clock = new MovableClock(SmallProvince.Begin);
        var rows = new MemoryTables();
        using var installation = await SmallProvince.BegunAsync(rows, clock, refusing);
        var work = new Clockwork(installation.Watch, clock);
        await work.RunAsync(MonthScript.Local(4, 28, 7));
        clock.MoveTo(MonthScript.Local(4, 28, 8));
        await Assert.ThrowsAsync<HttpRequestException>(() => installation.Watch.TickAsync());
        await work.RunAsync(MonthScript.Local(4, 28, 8) + Sealer.Lease - TimeSpan.FromSeconds(1));
        Assert.Equal(6, mail.Letters.Count);
        await work.RunAsync(MonthScript.Local(4, 28, 12));
        Assert.Equal(7, mail.Letters.Count);
        Assert.Empty(mail.Twice());
    }

    private static async Task<Playground> DiedAfterSendingAsync(RememberingTransport mail)
    {
        var play = await Playground.BegunAsync(mail: mail);
        await play.RunToAsync(4, 28, 7);
        mail.Took = letter => letter.Reader.Id == "m112" && mail.To("m112").Count == 1 ? throw new TimeoutException("the sender died") : Task.CompletedTask;
        play.Clock.MoveTo(MonthScript.Local(4, 28, 8));
        await Assert.ThrowsAsync<TimeoutException>(() => play.It.Watch.TickAsync());
        return play;
    }

    private static async Task<(LetterState State, int Repeats)> StateAsync(Playground play) =>
        Assert.Single(await MailboxBench.LettersAsync(play.It, "m112")) is var letter ? (letter.State, letter.Repeats) : default;

    /// <summary>A provider that cannot be reached the first time.</summary>
    private sealed class RefusingOnce(RememberingTransport inner) : IMailTransport
    {
        private bool _refused;

        public Task SendAsync(LetterDraft draft, CancellationToken cancel)
        {
            if (_refused) return inner.SendAsync(draft, cancel);
            _refused = true;
            throw new HttpRequestException("no way there");
        }

        public Task<ProviderWord> AskAsync(string letterId, CancellationToken cancel) => inner.AskAsync(letterId, cancel);
    }
}
