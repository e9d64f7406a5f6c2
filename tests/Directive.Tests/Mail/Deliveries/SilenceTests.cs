using Directives.Dossiers;
using Directives.Mail;
using Directives.Mail.Deliveries;
using Directives.Tests.Chasing;
using Directives.Verification;

namespace Directives.Tests.Mail.Deliveries;

/// <summary>The office stops a person's letters at once (death, suspension), and lets them go again.</summary>
public sealed class SilenceTests
{
    [Fact]
    public async Task What_waits_is_withdrawn_and_nothing_more_comes_until_the_letters_go_again()
    {
        using var play = await Playground.BegunAsync();
        await play.RunToAsync(4, 28, 7);
        await play.It.Mailboxes.DeliverAsync([.. Enumerable.Range(0, 120).Select(n => MailboxBench.Told("m112", $"x-{n}", play.Clock.GetUtcNow()))], default);
        Assert.Null(await play.It.Silences.BeginAsync("m112", MonthScript.Office, "died on 27 April"));
        Assert.Equal(0, await MailboxBench.WaitingAsync(play.Tables, "m112"));
        await play.RunToAsync(5, 9, 12);
        Assert.Empty(play.Mail.To("m112"));
        Assert.All(await MailboxBench.NoticesAsync(play.It, "m112"), n => Assert.Equal(Sealing.Silenced, n.Withdrawn));
        Assert.Equal(SilenceRefusal.Already, await play.It.Silences.BeginAsync("m112", MonthScript.Office, "again"));
        Assert.Equal((false, DeliveryReasons.Silenced), await play.It.Deliveries.ReachOfAsync("m112", default) is var r ? (r.Reached, r.Why) : default);
        Assert.Empty((await new Verifier(play.It).RunAsync()).Findings);

        Assert.Null(await play.It.Silences.EndAsync("m112", MonthScript.Office, "a mistake"));
        await play.RunToAsync(5, 10, 12);
        Assert.Equal(["112.monitor due"], play.Mail.To("m112"));
        Assert.Empty(await play.FaultsAsync());
    }

    [Fact]
    public async Task A_letter_that_is_sealed_but_was_not_sent_is_not_sent()
    {
        using var play = await DiedBeforeSendingAsync(taken: false);
        await play.RunToAsync(4, 28, 14);
        Assert.Empty(play.Mail.To("m112"));
        Assert.Equal(LetterState.Withdrawn, Assert.Single(await MailboxBench.LettersAsync(play.It, "m112")).State);
        Assert.Empty(await play.FaultsAsync());
        Assert.Empty((await new Verifier(play.It).RunAsync()).Findings);
    }

    [Fact]
    public async Task A_letter_that_had_left_is_said_to_have_left()
    {
        using var play = await DiedBeforeSendingAsync(taken: true);
        await play.RunToAsync(4, 28, 14);
        Assert.Single(play.Mail.To("m112"));
        Assert.Equal(LetterState.Sent, Assert.Single(await MailboxBench.LettersAsync(play.It, "m112")).State);
    }

    [Fact]
    public async Task Leaders_hear_nothing_of_one_whose_letters_are_stopped_though_earlier_ones_arrived()
    {
        using var play = await Playground.BegunAsync(mail: new RememberingTransport());
        await play.RunToAsync(5, 12, 12);
        Assert.Equal(4, play.Mail.To("m112").Count);
        await play.It.Silences.BeginAsync("m112", MonthScript.Office, "suspended");
        await play.RunToAsync(6, 20, 0);
        Assert.DoesNotContain((string[])["boss", "deputy", "head"], leader => play.Mail.To(leader).Any(l => l.Contains("112.monitor", StringComparison.Ordinal)));
        Assert.Contains(play.Mail.Letters.SelectMany(l => l.Notices), n => n.Notice is { Reader: "office", Seat: "112.monitor", Rung: "after3", Words: DeliveryReasons.Silenced });
    }

    [Fact]
    public async Task A_call_before_the_letters_were_stopped_tells_nobody_above_and_one_after_it_does()
    {
        using var play = await Playground.BegunAsync();
        await play.RunToAsync(5, 12, 12);
        foreach (var place in (string[])["112", "113"])
        {
            Assert.Null(await play.It.Telephone.NoteAsync(MonthScript.SheetOf(place), $"{place}.monitor", MonthScript.Office, "himself", ""));
            play.Clock.MoveTo(play.Clock.GetUtcNow().AddHours(1));
            Assert.Null(await play.It.Silences.BeginAsync($"m{place}", MonthScript.Office, "suspended"));
        }

        play.Clock.MoveTo(play.Clock.GetUtcNow().AddHours(1));
        Assert.Null(await play.It.Telephone.NoteAsync(MonthScript.SheetOf("113"), "113.monitor", MonthScript.Office, "his deputy", ""));
        await play.RunToAsync(5, 18, 0);
        Assert.Equal("11.in-charge after2, 111.monitor after2, 113.monitor after2", play.Mail.To("boss")[^1]);
    }

    [Theory]
    [InlineData("m112", " ", SilenceRefusal.NoReason)]
    [InlineData("nobody", "x", SilenceRefusal.Nobody)]
    public async Task Letters_are_not_stopped_without_a_reason_nor_for_nobody(string reader, string reason, SilenceRefusal refusal)
    {
        using var play = await Playground.BegunAsync();
        Assert.Equal(refusal, await play.It.Silences.BeginAsync(reader, new Actor("office"), reason));
        Assert.Equal(SilenceRefusal.ReasonTooLong, await play.It.Silences.BeginAsync(reader, new Actor("office"), new string('x', 2001)));
        Assert.Equal(SilenceRefusal.NotSilenced, await play.It.Silences.EndAsync("m112", new Actor("office"), "x"));
        Assert.Empty(await play.It.Unreached.ListAsync(default));
    }

    private static async Task<Playground> DiedBeforeSendingAsync(bool taken)
    {
        var mail = new RememberingTransport();
        var refusing = new Dying(mail) { Takes = taken };
        var play = await Playground.BegunAsync(mail: mail, over: refusing);
        await play.RunToAsync(4, 28, 7);
        play.Clock.MoveTo(MonthScript.Local(4, 28, 8));
        await Assert.ThrowsAsync<TimeoutException>(() => play.It.Watch.TickAsync());
        Assert.Null(await play.It.Silences.BeginAsync("m112", MonthScript.Office, "suspended"));
        return play;
    }

    /// <summary>Dies once while it sends to one reader.</summary>
    private sealed class Dying(RememberingTransport inner) : IMailTransport
    {
        private bool _died;

        public bool Takes { get; init; }

        public async Task SendAsync(LetterDraft draft, CancellationToken cancel)
        {
            if (draft.Reader.Id != "m112" || _died)
            {
                await inner.SendAsync(draft, cancel);
                return;
            }

            _died = true;
            if (Takes) await inner.SendAsync(draft, cancel);
            throw new TimeoutException("the sender died");
        }

        public Task<ProviderWord> AskAsync(string letterId, CancellationToken cancel) => inner.AskAsync(letterId, cancel);
    }
}
