using Directives.Dossiers;
using Directives.Tables;

namespace Directives.Mail;

/// <summary>
/// Takes a reader's mailbox from waiting notices to a letter that left (design, idea 4): sealed → leased → sent. Killed anywhere,
/// the next run asks the provider before it sends again.
/// </summary>
public sealed class Postman(DossierStore dossiers, Sealer sealer, PostHours hours, IMailTransport transport, TimeProvider clock)
{
    /// <summary>So long after its lease an unknown letter waits for the provider's word before it is sent again.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    /// <summary>Does what the mailbox wants now. Returns when it next wants attention (UTC).</summary>
    /// <exception cref="VersionRaceException">Another act came first; the alarm may be dropped.</exception>
    /// <param name="id">The mailbox.</param>
    /// <param name="held">The office is asked first: only what goes at once may leave.</param>
    /// <param name="cancel">Stops between acts.</param>
    public async Task<DateTimeOffset?> WakeAsync(DossierId id, bool held = false, CancellationToken cancel = default)
    {
        while (await dossiers.HeadAsync<MailboxHead>(id, cancel) is { } mailbox)
        {
            var now = clock.GetUtcNow();
            var head = mailbox.Head;
            if (head.Next is not { } next || next > now) return head.Next;
            if (head is { Silenced: not null, UnderWay: { } stopped })
            {
                await StopAsync(id, mailbox, stopped, cancel);
                continue;
            }

            if (head.UnderWay is { LeaseUntil: not null } lost)
            {
                await RecoverAsync(id, mailbox, lost, now, cancel);
                continue;
            }

            var bellsOnly = head.UnderWay is null && (held || !hours.Open(now));
            if (held && bellsOnly && !head.Bell) return next;
            var after = await sealer.SealAsync(id, mailbox, bellsOnly, cancel);
            if (after.Letter is { } letter) await SendAsync(id, after.Held, letter, after.Contents, cancel);
        }

        return null;
    }

    private async Task SendAsync(DossierId id, Held<MailboxHead> held, Letter letter, LetterContents? contents, CancellationToken cancel)
    {
        if (await sealer.DraftAsync(id, letter, contents, cancel) is { } draft) await transport.SendAsync(draft, cancel);
        await SentAsync(id, held, letter, cancel);
    }

    /// <summary>A lease ran out: the postman who had it may have sent the letter or not.</summary>
    private async Task RecoverAsync(DossierId id, Held<MailboxHead> held, UnderWay lost, DateTimeOffset now, CancellationToken cancel)
    {
        var letter = await sealer.LetterAsync(id, lost.Number, cancel);
        switch (await AskAsync(letter, cancel))
        {
            case ProviderWord.Has:
                await SentAsync(id, held, letter, cancel);
                return;
            case ProviderWord.Unknown when now < letter.SealedAt + Sealer.Lease + Patience:
                await LeaseAsync(id, held, letter, letter.SealedAt + Sealer.Lease + Patience, "asked the provider, no word yet", cancel);
                return;
            case ProviderWord.Unknown:
                letter = letter with { Repeats = letter.Repeats + 1 };
                break;
        }

        var again = await LeaseAsync(id, held, letter with { SealedAt = now }, now + Sealer.Lease, "the lease ran out", cancel);
        await SendAsync(id, again, letter with { SealedAt = now }, null, cancel);
    }

    /// <summary>What the provider has said of a letter already says that it has it.</summary>
    private async Task<ProviderWord> AskAsync(Letter letter, CancellationToken cancel) =>
        letter is { Delivery: not null } or { TakenAt: not null } ? ProviderWord.Has : await transport.AskAsync(letter.Id(), cancel);

    /// <summary>The reader's letters were stopped after this one was sealed: it is not sent, unless it had left.</summary>
    private async Task StopAsync(DossierId id, Held<MailboxHead> held, UnderWay stopped, CancellationToken cancel)
    {
        var letter = await sealer.LetterAsync(id, stopped.Number, cancel);
        if (stopped.LeaseUntil is not null && await AskAsync(letter, cancel) == ProviderWord.Has) await SentAsync(id, held, letter, cancel);
        else await sealer.StopAsync(id, held, letter, cancel);
    }

    private async Task<Held<MailboxHead>> LeaseAsync(
        DossierId id, Held<MailboxHead> held, Letter letter, DateTimeOffset until, string why, CancellationToken cancel)
    {
        var head = held.Head with { UnderWay = new UnderWay(letter.Number, until), Next = until };
        return await dossiers.CommitAsync(
            id, held, head, new Act("letter-leased", Actor.System, why).Put(MailboxKeys.Letter(letter.Number), letter), cancel);
    }

    private async Task SentAsync(DossierId id, Held<MailboxHead> held, Letter letter, CancellationToken cancel)
    {
        while (true)
        {
            var now = clock.GetUtcNow();
            var head = held.Head with { UnderWay = null };
            var act = new Act("letter-sent", Actor.System)
                .Put(MailboxKeys.Letter(letter.Number), letter with { State = LetterState.Sent, SentAt = now });
            try
            {
                await dossiers.CommitAsync(id, held, head with { Next = hours.NextOf(head, now) }, act, cancel);
                return;
            }
            catch (VersionRaceException)
            {
                // A notice was delivered meanwhile. That the letter left is written all the same, or it would be sent again.
                if (await dossiers.HeadAsync<MailboxHead>(id, cancel) is not { } again || again.Head.UnderWay != held.Head.UnderWay) throw;
                held = again;
                // The provider's word may have been written on it.
                letter = await sealer.LetterAsync(id, letter.Number, cancel);
            }
        }
    }
}
