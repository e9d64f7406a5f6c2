using System.Globalization;
using Directives.Cycles;
using Directives.Dossiers;
using Directives.Mail;
using Directives.Mail.Deliveries;
using Directives.Recommendations;

namespace Directives.Chasing;

/// <summary>Carries out what <see cref="Chase"/> advises on a sheet: decide in one act, deliver to mailboxes, clear in the next.</summary>
public sealed class Chaser(DossierStore dossiers, CycleStore cycles, Chases chases, Mailboxes mailboxes, ReachReader reach, ReportedCases cases, TimeProvider clock)
{
    /// <summary>Brings a sheet up to date. Returns when it next wants attention (UTC), null once it never will by itself.</summary>
    /// <exception cref="Tables.VersionRaceException">Another act came first; the alarm may be dropped.</exception>
    public async Task<DateTimeOffset?> WakeAsync(SheetRef id, CancellationToken cancel = default)
    {
        // An early alarm costs the head alone.
        if (await dossiers.DueHeadAsync<SheetHead>(id.Dossier, cancel) is not { } held) return null;
        if (held.Head.Next is not { } wanted || wanted > clock.GetUtcNow()) return held.Head.Next;
        if (held.Head is { Closed: false, Owing: { Count: > 0 } owing, Ladder: { } ladder } && ladder > clock.GetUtcNow())
            return await DeliverAsync(id, held, owing, ladder, cancel);
        var cycle = await cycles.FrozenAsync(id.Cycle, cancel);
        var sheet = await Sheet.ReadAsync(dossiers, id, held, cancel);
        while (true)
        {
            var pending = sheet.Obligations.Where(o => o.Pending is { Count: > 0 } || o.Raising is not null).ToList();
            await mailboxes.DeliverAsync(pending.SelectMany(o => o.Pending ?? []), id.Dossier, cancel);
            foreach (var owed in pending) await cases.RaiseAsync(id, owed, cancel);

            var chase = await chases.ForAsync(cycle.Edition, cancel);
            var cleared = pending.ToDictionary(o => o.Seat, o => o with { Pending = null, Raising = null });
            var rows = sheet.Obligations.Select(o => cleared.GetValueOrDefault(o.Seat, o)).ToList();
            var now = clock.GetUtcNow();
            var advice = chase.Advance(id, sheet.Head, rows, now);
            // Asked only when a leader is about to be told.
            if (await reach.UnreachedAsync(chase.Asks(advice, rows, now), cancel) is { Count: > 0 } unreached)
                advice = chase.Advance(id, sheet.Head, rows, now, unreached);
            if (cleared.Count == 0 && !advice.Changes && advice.Next == sheet.Head.Next) return advice.Next;

            // What was written needs no reading: were it changed meanwhile, the next act would lose the race.
            sheet = await WriteAsync(sheet, rows, cleared, advice, cancel);
        }
    }

    /// <summary>A receipt moves no ladder: only the rows that owe something are read and cleared.</summary>
    private async Task<DateTimeOffset?> DeliverAsync(
        SheetRef id, Held<SheetHead> held, IReadOnlyList<string> owing, DateTimeOffset ladder, CancellationToken cancel)
    {
        var act = new Act("delivered", Actor.System, "no ladder moves yet");
        foreach (var seat in owing)
        {
            var owed = await dossiers.RowAsync<SheetHead, Obligation>(id.Dossier, held, SheetRef.ObligationKey(seat), cancel);
            if (owed is null or { Pending: null, Raising: null }) continue;
            await mailboxes.DeliverAsync(owed.Pending ?? [], id.Dossier, cancel);
            await cases.RaiseAsync(id, owed, cancel);
            act.Put(SheetRef.ObligationKey(seat), owed with { Pending = null, Raising = null });
        }

        return (await dossiers.CommitAsync(id.Dossier, held, held.Head with { Owing = null, Next = ladder }, act, cancel)).Head.Next;
    }

    private async Task<Sheet> WriteAsync(
        Sheet sheet, List<Obligation> rows, Dictionary<string, Obligation> cleared, Advice advice, CancellationToken cancel)
    {
        var act = new Act(advice.Closes ? "sheet-closed" : advice.Changes ? "advanced" : "delivered", Actor.System, advice.Reason);
        var changed = new Dictionary<string, Obligation>(cleared);
        var head = sheet.Head;
        var now = clock.GetUtcNow();
        foreach (var step in advice.Steps)
        {
            var before = rows.First(o => o.Seat == step.Seat);
            var after = ((step.HandedOver ?? before) with { Rung = step.Rung, State = StateOf(step, before), TakenOverBy = step.TakenOverBy })
                .Telling(step.Notices, step.Skipped, now);
            changed[step.Seat] = after;
            head = head with { Notices = head.Notices + step.Notices.Count, Skipped = head.Skipped + step.Skipped.Count };
            if (step.Missed || step.NotOwed is not null) head = head with { Tally = Counted(head.Tally, before, step.Missed) };
            Note(act, before, after, step);
        }

        foreach (var obligation in changed.Values) act.Put(SheetRef.ObligationKey(obligation.Seat), obligation);
        var owing = changed.Values.Where(o => o.Pending is not null).Select(o => o.Seat).ToList();
        head = head with
        {
            Closed = head.Closed || advice.Closes,
            Owing = owing.Count > 0 ? owing : null,
            Ladder = advice.Next,
            Next = owing.Count > 0 ? now : advice.Next,
        };
        var held = await dossiers.CommitAsync(sheet.Ref.Dossier, sheet.Held, head, act, cancel);
        return sheet with { Held = held, Obligations = [.. rows.Select(o => changed.GetValueOrDefault(o.Seat, o))] };
    }

    /// <summary>A report that was sent back and never came again counts by its first filing, which the tally already holds.</summary>
    private static Tally Counted(Tally tally, Obligation over, bool missed) =>
        over.Mark is not null ? tally : missed ? tally with { Missed = tally.Missed + 1 } : tally with { Seats = tally.Seats - 1 };

    private static ObligationState StateOf(Step step, Obligation before) =>
        step.NotOwed is not null ? ObligationState.NotOwed : step.Missed ? ObligationState.Missed : before.State;

    private static void Note(Act act, Obligation before, Obligation after, Step step)
    {
        if (before.Rung != after.Rung)
            act.Note(before.Seat, $"rung {before.Rung.ToString(CultureInfo.InvariantCulture)}", $"rung {after.Rung.ToString(CultureInfo.InvariantCulture)}");
        if (step.HandedOver is { } taken)
        {
            act.Note(before.Seat, $"held by {before.Holder ?? "another"}", $"held by {taken.Holder}");
            if (taken.Round != before.Round) act.Note(before.Seat, $"round {before.Round}, due {before.Due:yyyy-MM-dd}", $"round {taken.Round}, due {taken.Due:yyyy-MM-dd}");
        }

        if (step.Missed) act.Note(before.Seat, "open", "missed");
        if (step.NotOwed is { } fate) act.Note(before.Seat, "open", step.TakenOverBy is { } seat ? $"not owed: taken over by {seat}" : $"not owed: {fate}");
        foreach (var skipped in step.Skipped) act.Note(before.Seat, null, $"skipped {skipped.Rung} for {skipped.Reader ?? "nobody"}: {skipped.Why}");
    }
}
