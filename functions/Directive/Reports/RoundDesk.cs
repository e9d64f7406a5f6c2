using Directives.Assistants;
using Directives.Chasing;
using Directives.Cycles;
using Directives.Dossiers;
using Directives.Editions;
using Directives.Register;

namespace Directives.Reports;

/// <summary>What the office does with one obligation (R10): send a report back, extend, revoke its links. Each new due date begins a new round.</summary>
public sealed class RoundDesk(
    DossierStore dossiers, CycleStore cycles, Chases chases, RegisterStore registers, RuleBook rules, IAlarm alarm, TimeProvider clock)
{
    /// <summary>Sends a report back with a reason and a fair date. Null when done.</summary>
    /// <param name="due">New due date (local day).</param>
    public Task<RoundRefusal?> SendBackAsync(SheetRef id, string seat, Actor by, string reason, DateOnly due, CancellationToken cancel = default) =>
        ActAsync(id, seat, (owed, chase, today, now) =>
            RoundRules.SendBack(owed, reason, due, today, rules.Calendar) is { } refusal
                ? (refusal, null, null)
                : (null, chase.NewRound(owed, due, reason.Trim(), now), new Plan("report-sent-back", NoticeKind.Returned, "returned", by, reason.Trim())), cancel);

    /// <summary>Moves the due date of a report that is not in. Null when done.</summary>
    /// <param name="due">New due date (local day).</param>
    public Task<RoundRefusal?> ExtendAsync(SheetRef id, string seat, Actor by, string reason, DateOnly due, CancellationToken cancel = default) =>
        ActAsync(id, seat, (owed, chase, today, now) =>
            RoundRules.Extend(owed, reason, due, today, rules.Calendar) is { } refusal
                ? (refusal, null, null)
                : (null, chase.NewRound(owed, due, reason.Trim(), now), new Plan("extended", NoticeKind.Extended, "extended", by, reason.Trim())), cancel);

    /// <summary>Asks the office for more time (R10); it decides by <see cref="ExtendAsync"/> or <see cref="DeclineAsync"/>. Null when done.</summary>
    /// <param name="wished">The due date wished for (local day).</param>
    /// <param name="admits">Whether the obligation, as it stands when it is written, may be asked about by this way.</param>
    public Task<RoundRefusal?> AskAsync(
        SheetRef id, string seat, Actor by, string reason, DateOnly wished, Func<Obligation, bool> admits, CancellationToken cancel = default) =>
        ActAsync(id, seat, (owed, _, today, now) =>
            !admits(owed) ? (RoundRefusal.NothingOwed, null, null)
            : ExtensionRules.Ask(owed, reason, wished, today, rules.Calendar) is { } refusal ? (refusal, null, null)
            : (null, owed with { Asked = new(reason.Trim(), wished, now, by.Id) { For = by.For } },
                new Plan("extension-asked", null, "", by, reason.Trim(), $"wished: {wished:yyyy-MM-dd}")), cancel);

    /// <summary>Declines a request for more time with a reason; the official is told. Null when done.</summary>
    public Task<RoundRefusal?> DeclineAsync(SheetRef id, string seat, Actor by, string reason, CancellationToken cancel = default) =>
        ActAsync(id, seat, (owed, _, _, _) => ExtensionRules.Decline(owed, reason) is { } refusal
            ? (refusal, null, null)
            : (null, owed with { Asked = null },
                new Plan("extension-declined", NoticeKind.ExtensionDeclined, ExtensionRules.RungOfDecline(owed), by, reason.Trim())), cancel);

    /// <summary>Makes all links to the obligation that are out invalid; the next letter brings a new one.</summary>
    public Task<RoundRefusal?> RevokeLinksAsync(SheetRef id, string seat, Actor by, string reason, CancellationToken cancel = default) =>
        ActAsync(id, seat, (owed, _, _, _) => string.IsNullOrWhiteSpace(reason)
            ? (RoundRefusal.NoReason, null, null)
            : (null, owed with { Link = owed.Link + 1 }, new Plan("links-revoked", null, "", by, reason.Trim())), cancel);

    private sealed record Plan(string Act, NoticeKind? Kind, string Rung, Actor By, string Reason, string? Became = null);

    private delegate (RoundRefusal? Refusal, Obligation? After, Plan? Plan) Judge(Obligation owed, Chase chase, DateOnly today, DateTimeOffset now);

    private Task<RoundRefusal?> ActAsync(SheetRef id, string seat, Judge judge, CancellationToken cancel) =>
        Races.AgainAsync<RoundRefusal?>(async () =>
        {
            if (await Sheet.ReadAsync(dossiers, id, cancel) is not { } sheet || sheet.Of(seat) is not { } owed) return RoundRefusal.NothingOwed;
            var now = clock.GetUtcNow();
            var cycle = await cycles.FrozenAsync(id.Cycle, cancel);
            var today = cycle.Zone().DateAt(now);
            var chase = await chases.ForAsync(cycle.Edition, cancel);
            // By the date, not by whether the alarm that closes the sheet has rung yet.
            if (sheet.Head.Closed || chase.Advance(id, sheet.Head, sheet.Obligations, now).Closes
                || (owed.State == ObligationState.Open && chase.LadderFor(owed.Role, owed.Due, owed.Rule).Close <= now)) return RoundRefusal.Over;
            var (refusal, after, plan) = judge(owed, chase, today, now);
            if (refusal is not null) return refusal;
            await CommitAsync(id, sheet.Held, owed, after!, plan!, chase.Drafters, today, now, cancel);
            return null;
        });

    private async Task CommitAsync(
        SheetRef id, Held<SheetHead> held, Obligation before, Obligation after, Plan plan, Drafters drafters, DateOnly today, DateTimeOffset now, CancellationToken cancel)
    {
        var register = await registers.GetAsync(cancel);
        if (plan.Kind is { } kind && register.HolderOf(before.Seat, today) is { } holder)
        {
            var notice = new Notice
            {
                Kind = kind,
                Reader = holder.Id,
                Cycle = id.Cycle,
                Sheet = id.Partition,
                Seat = after.Seat,
                Round = after.Round,
                Rung = plan.Rung,
                Due = after.Due,
                Owner = holder.Id,
                Decided = now,
                Words = plan.Reason,
            };
            after = after.Telling([notice, .. drafters.Of(holder.Id).Select(drafter => notice with { Reader = drafter })], [], now);
        }

        var act = new Act(plan.Act, plan.By, plan.Reason)
            .Put(SheetRef.ObligationKey(after.Seat), after)
            .Note(after.Seat, $"round {before.Round}, due {before.Due:yyyy-MM-dd}", plan.Became ?? $"round {after.Round}, due {after.Due:yyyy-MM-dd}");
        await dossiers.CommitAsync(id.Dossier, held, held.Head.Owes(after.Seat, now) with { Ladder = null }, act, cancel);
        alarm.Changed(id.Dossier);
    }
}
