using Directives.Chasing;
using Directives.Dossiers;
using Directives.Mail.Deliveries;
using Directives.Mail.Faults;
using Directives.Tables;

namespace Directives.Mail;

/// <summary>
/// Takes a reader's mailbox from waiting notices to a letter that left (design, idea 4): sealed → leased → sent. Killed anywhere,
/// the next run asks the provider before it sends again. What did not leave is put off and tried again, or refused and shown to the office.
/// </summary>
/// <param name="onFault">Told of each fault, to log it; its message names nobody.</param>
public sealed class Postman(
    DossierStore dossiers, Sealer sealer, SparingDesk sparing, PostHours hours, IMailTransport transport, FaultBook faults, UnreachedIndex unreached, TimeProvider clock,
    Action<MailFaultException>? onFault = null)
{
    /// <summary>So long after its lease an unknown letter waits for the provider's word before it is sent again.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    private readonly Handover _handover = new(transport, faults, clock, onFault);

    /// <summary>Does what the mailbox wants now. Returns when it next wants attention (UTC).</summary>
    /// <exception cref="VersionRaceException">Another act came first; the alarm may be dropped.</exception>
    /// <param name="id">The mailbox.</param>
    /// <param name="held">The office is asked first: only what goes at once may leave.</param>
    /// <param name="cancel">Stops between acts.</param>
    public async Task<DateTimeOffset?> WakeAsync(DossierId id, bool held = false, CancellationToken cancel = default)
    {
        var known = await dossiers.DueHeadAsync<MailboxHead>(id, cancel);
        while (known is { } mailbox)
        {
            var now = clock.GetUtcNow();
            var head = mailbox.Head;
            if (head.Next is not { } next || next > now) return head.Next;
            if (head.Spared is { } spared)
            {
                await sparing.HandOverAsync(spared, cancel);
                var told = head with { Spared = null };
                known = await dossiers.CommitAsync(id, mailbox, told with { Next = hours.NextOf(told, now) }, new Act("leaders-spared", Actor.System), cancel);
                continue;
            }

            if (head is { Silenced: not null, UnderWay: { } stopped })
            {
                known = await StopAsync(id, mailbox, stopped, cancel);
                continue;
            }

            if (head.UnderWay is { Next: not null } putOff)
            {
                if (!putOff.AtOnce && !hours.Open(now))
                {
                    // Woken late, after an outage: not in the night.
                    var morning = putOff with { Next = hours.Opens(now) };
                    known = await EndAsync(id, mailbox, morning, () => new Act("letter-put-off", Actor.System, "until working hours"), null, l => l, cancel);
                    continue;
                }

                var after = await sealer.ReopenAsync(id, mailbox, cancel);
                if (after.Head.UnderWay is null) await ForgetAsync(after.Head.Reader, putOff, cancel);
                known = after;
                continue;
            }

            if (head.UnderWay is { LeaseUntil: not null } lost)
            {
                known = await RecoverAsync(id, mailbox, lost, now, cancel);
                continue;
            }

            // A letter that is tried again may be joined by others, but not by what has to wait for the morning.
            var bellsOnly = head.UnderWay is not { Trouble: null } && (held || !hours.Open(now));
            if (held && bellsOnly && head is { UnderWay: null, Bell: false }) return next;
            var mail = await sealer.SealAsync(id, mailbox, bellsOnly, cancel);
            known = mail.Letter is { } letter ? await SendAsync(id, mail.Held, letter, mail.Contents, cancel) : mail.Held;
        }

        return null;
    }

    /// <summary>Each returns the mailbox as it left it.</summary>
    private async Task<Held<MailboxHead>> SendAsync(DossierId id, Held<MailboxHead> held, Letter letter, LetterContents? contents, CancellationToken cancel)
    {
        var draft = await sealer.DraftAsync(id, letter, contents, cancel);
        try
        {
            if (draft is not null) await _handover.SendAsync(draft, cancel);
        }
        catch (MailDeferredException fault)
        {
            var bells = draft!.Notices.All(n => WaitingMail.Rings(n.Notice.Kind));
            return await PutOffAsync(id, held, letter, bells, fault, cancel);
        }
        catch (MailRefusedException fault)
        {
            return await RefuseAsync(id, held, letter, fault, cancel);
        }
        catch (MailUnknownException)
        {
            // The lease stands: when it has run out, the provider is asked.
            return held;
        }

        return await SentAsync(id, held, letter, cancel);
    }

    /// <summary>A lease ran out: the postman who had it may have sent the letter or not.</summary>
    private async Task<Held<MailboxHead>> RecoverAsync(DossierId id, Held<MailboxHead> held, UnderWay lost, DateTimeOffset now, CancellationToken cancel)
    {
        var letter = await sealer.LetterAsync(id, lost.Number, cancel);
        switch (await AskAsync(letter, cancel))
        {
            case ProviderWord.Has:
                return await SentAsync(id, held, letter, cancel);
            case ProviderWord.Unknown when now < letter.SealedAt + Sealer.Lease + Patience:
                var trouble = new MailTrouble(MailCodes.NoWord, "", MailScope.Letter, lost.Trouble?.Since ?? letter.SealedAt);
                await faults.NoteAsync(new FaultEntry(letter.Reader, letter.Number, trouble.Since), cancel);
                return await LeaseAsync(
                    id, held, letter, lost with { LeaseUntil = letter.SealedAt + Sealer.Lease + Patience, Trouble = trouble }, "asked the provider, no word yet", cancel);
            case ProviderWord.Unknown:
                letter = letter with { Repeats = letter.Repeats + 1 };
                break;
        }

        letter = letter with { SealedAt = now };
        var again = await LeaseAsync(id, held, letter, lost with { LeaseUntil = now + Sealer.Lease }, "the lease ran out", cancel);
        return await SendAsync(id, again, letter, null, cancel);
    }

    /// <summary>What the provider has said of a letter already says that it has it.</summary>
    private async Task<ProviderWord> AskAsync(Letter letter, CancellationToken cancel) =>
        letter is { Delivery: not null } or { TakenAt: not null } ? ProviderWord.Has : await transport.AskAsync(letter.Id(), cancel);

    /// <summary>The reader's letters were stopped after this one was sealed: it is not sent, unless it had left.</summary>
    private async Task<Held<MailboxHead>> StopAsync(DossierId id, Held<MailboxHead> held, UnderWay stopped, CancellationToken cancel)
    {
        var letter = await sealer.LetterAsync(id, stopped.Number, cancel);
        if (stopped.LeaseUntil is not null && await AskAsync(letter, cancel) == ProviderWord.Has) return await SentAsync(id, held, letter, cancel);
        var after = await sealer.StopAsync(id, held, letter, cancel);
        await ForgetAsync(letter.Reader, stopped, cancel);
        return after;
    }

    private async Task<Held<MailboxHead>> LeaseAsync(
        DossierId id, Held<MailboxHead> held, Letter letter, UnderWay underWay, string why, CancellationToken cancel)
    {
        var head = held.Head with { UnderWay = underWay, Next = underWay.LeaseUntil };
        return await dossiers.CommitAsync(
            id, held, head, new Act("letter-leased", Actor.System, why).Put(MailboxKeys.Letter(letter.Number), letter), cancel);
    }

    private async Task<Held<MailboxHead>> PutOffAsync(
        DossierId id, Held<MailboxHead> held, Letter letter, bool bells, MailDeferredException fault, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var before = held.Head.UnderWay ?? throw new InvalidOperationException("No letter is under way.");
        var trouble = new MailTrouble(fault.Code, fault.Reason, fault.Scope, before.Trouble?.Since ?? now);
        if (fault.Scope == MailScope.Letter && now - trouble.Since >= Retries.GiveUp)
            return await RefuseAsync(id, held, letter, fault, cancel);

        var tries = before.Tries + (fault.Tried ? 1 : 0);
        var next = Retries.Next(letter.Id(), tries, fault.Scope, now, fault.Until);
        var underWay = before with { LeaseUntil = null, Tries = tries, AtOnce = bells, Next = bells ? next : hours.Opens(next), Trouble = trouble };
        await faults.NoteAsync(new FaultEntry(letter.Reader, letter.Number, trouble.Since), cancel);
        return await EndAsync(id, held, underWay, () => new Act("letter-put-off", Actor.System, fault.Message), null, l => l, cancel);
    }

    private async Task<Held<MailboxHead>> RefuseAsync(DossierId id, Held<MailboxHead> held, Letter letter, MailFaultException fault, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await faults.NoteAsync(new FaultEntry(letter.Reader, letter.Number, held.Head.UnderWay?.Trouble?.Since ?? now), cancel);
        await unreached.AnnounceAsync(letter.Reader, cancel);
        var refusal = new Refusal(fault.Code, fault.Reason, now);
        return await EndAsync(
            id, held, null, () => new Act("letter-refused", Actor.System, fault.Message), letter, l => l with { State = LetterState.Refused, Refusal = refusal }, cancel);
    }

    private async Task<Held<MailboxHead>> SentAsync(DossierId id, Held<MailboxHead> held, Letter letter, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var after = await EndAsync(id, held, null, () => new Act("letter-sent", Actor.System), letter, l => l with { State = LetterState.Sent, SentAt = now }, cancel);
        if (held.Head.UnderWay is { } underWay) await ForgetAsync(letter.Reader, underWay, cancel);
        return after;
    }

    private async Task ForgetAsync(string reader, UnderWay underWay, CancellationToken cancel)
    {
        if (underWay.Trouble is { } trouble) await faults.ForgetAsync(new FaultEntry(reader, underWay.Number, trouble.Since), cancel);
    }

    /// <summary>Writes what became of a try, whatever was delivered into the mailbox meanwhile.</summary>
    /// <param name="letter">The letter that ends; null where none does.</param>
    private async Task<Held<MailboxHead>> EndAsync(
        DossierId id, Held<MailboxHead> held, UnderWay? underWay, Func<Act> begin, Letter? letter, Func<Letter, Letter> ended, CancellationToken cancel)
    {
        while (true)
        {
            var head = held.Head with { UnderWay = underWay };
            var act = letter is null ? begin() : begin().Put(MailboxKeys.Letter(letter.Number), ended(letter));
            try
            {
                return await dossiers.CommitAsync(id, held, head with { Next = hours.NextOf(head, clock.GetUtcNow()) }, act, cancel);
            }
            catch (VersionRaceException)
            {
                // A notice was delivered meanwhile. That the letter left is written all the same, or it would be sent again.
                if (await dossiers.HeadAsync<MailboxHead>(id, cancel) is not { } again || again.Head.UnderWay != held.Head.UnderWay) throw;
                held = again;
                // Or the provider's word was written on it, which stays.
                if (letter is not null) letter = await sealer.LetterAsync(id, letter.Number, cancel);
            }
        }
    }
}
