using CsCheck;
using Directives.Mail;
using Directives.Mail.Deliveries;
using Directives.Tests.Chasing;
using Directives.Verification;

namespace Directives.Tests.Mail.Deliveries;

/// <summary>The provider's words, written on letters of real mailboxes.</summary>
public sealed class DeliveryDeskTests
{
    private static readonly DateTimeOffset Morning = MonthScript.Local(4, 28, 9);

    private static readonly string[] Communes = ["111", "112", "113", "121", "122", "123"];

    [Fact]
    public async Task Events_in_any_order_doubled_and_in_any_batches_leave_the_same_letters()
    {
        var kinds = Gen.Enum<DeliveryKind>();
        var said = Gen.Select(Gen.Int[0, 5], kinds, Gen.Int[0, 3], (reader, kind, minute) => (reader, kind, minute)).Array[1, 12];
        await Gen.Select(said, Gen.Int[1, 4], Gen.Int[0, 1000]).SampleAsync(async (events, batch, seed) =>
        {
            var inOrder = await HeardAsync([.. events.Select(EventOf)], 100);
            var mixed = events.Concat(events.Take(3)).Select(EventOf).ToArray();
            new Random(seed).Shuffle(mixed);
            Assert.Equal(inOrder, await HeardAsync(mixed, batch));
        }, iter: 15, threads: 2);
    }

    [Fact]
    public async Task An_event_for_no_letter_of_ours_is_counted_and_changes_nothing()
    {
        using var play = await SentAsync();
        var before = await EndState.OfAsync(play.Tables, play.Mail);
        string[] names = ["m112.000099", "nobody.000001", "m112", "", ".1", "m112.x", "m112.-1", $"{new string('x', 600)}.1", "a/b\\c#?\u0001.1"];
        var heard = await play.It.Deliveries.HearAsync([.. names.Select(n => Bounced(n))]);
        Assert.Equal(new Heard(0, names.Length), heard);
        Assert.Equal(before, await EndState.OfAsync(play.Tables, play.Mail));
        Assert.Empty(await play.It.Unreached.ListAsync(default));
    }

    [Fact]
    public async Task A_bounce_lists_its_reader_and_a_later_delivery_strikes_them_off()
    {
        using var play = await SentAsync();
        await play.It.Deliveries.HearAsync([Bounced("m112.000001")]);
        Assert.Equal(["m112"], await play.It.Unreached.ListAsync(default));
        Assert.Equal((false, DeliveryReasons.AddressUnknown), (await ReachAsync(play) is var lost) ? (lost.Reached, lost.Why) : default);
        Assert.Equal(new Heard(0, 0), await play.It.Deliveries.HearAsync([Bounced("m112.000001")]));
        Assert.Empty((await new Verifier(play.It).RunAsync()).Findings);

        await play.RunToAsync(5, 9, 12);
        await play.It.Deliveries.HearAsync([new("m112.000002", Morning.AddDays(12), new(DeliveryKind.Delivered, Morning.AddDays(12), null))]);
        Assert.True((await ReachAsync(play)).Reached);
        Assert.Empty(await play.It.Unreached.ListAsync(default));
        Assert.Empty(await play.FaultsAsync());
    }

    [Fact]
    public async Task A_word_that_comes_while_the_letter_is_being_sent_is_kept_and_believed()
    {
        var mail = new RememberingTransport { Mute = true, Reports = true };
        using var play = await Playground.BegunAsync(mail: mail);
        mail.Took = letter => letter.Reader.Id == "m112" ? play.It.Deliveries.HearAsync([Bounced(letter.Id)]) : Task.CompletedTask;
        await play.RunToAsync(4, 28, 12);
        var letter = Assert.Single(await MailboxBench.LettersAsync(play.It, "m112"));
        Assert.Equal((LetterState.Sent, DeliveryKind.Bounced), (letter.State, letter.Delivery!.Kind));
    }

    [Fact]
    public async Task A_letter_of_which_the_provider_says_that_it_has_it_is_not_sent_again_after_its_sender_died()
    {
        var mail = new RememberingTransport { Mute = true, Reports = true };
        using var play = await Playground.BegunAsync(mail: mail);
        await play.RunToAsync(4, 28, 7);
        mail.Took = letter => letter.Reader.Id == "m112" && mail.To("m112").Count == 1 ? throw new TimeoutException("the sender died") : Task.CompletedTask;
        play.Clock.MoveTo(MonthScript.Local(4, 28, 8));
        await Assert.ThrowsAsync<TimeoutException>(() => play.It.Watch.TickAsync());
        await play.It.Deliveries.HearAsync([new("m112.000001", Morning, null)]);
        await play.RunToAsync(4, 28, 14);
        Assert.Single(mail.To("m112"));
        Assert.Equal((LetterState.Sent, 0), Assert.Single(await MailboxBench.LettersAsync(play.It, "m112")) is var l ? (l.State, l.Repeats) : default);
    }

    private static ValueTask<Reach> ReachAsync(Playground play) => play.It.Deliveries.ReachOfAsync("m112", default);

    private static DeliveryEvent Bounced(string letter) => new(letter, Morning, new DeliveryWord(DeliveryKind.Bounced, Morning, DeliveryReasons.AddressUnknown));

    private static DeliveryEvent EventOf((int Reader, DeliveryKind Kind, int Minute) said)
    {
        var at = Morning.AddMinutes(said.Minute);
        return new DeliveryEvent($"m{Communes[said.Reader]}.000001", at, new DeliveryWord(said.Kind, at, null));
    }

    private static async Task<string> HeardAsync(DeliveryEvent[] events, int batch)
    {
        using var play = await SentAsync();
        foreach (var some in events.Chunk(batch)) await play.It.Deliveries.HearAsync(some);
        Assert.Empty(await play.FaultsAsync());
        return await EndState.OfAsync(play.Tables, play.Mail);
    }

    private static async Task<Playground> SentAsync()
    {
        var play = await Playground.BegunAsync(mail: new RememberingTransport { Reports = true });
        await play.RunToAsync(4, 28, 9);
        return play;
    }
}
