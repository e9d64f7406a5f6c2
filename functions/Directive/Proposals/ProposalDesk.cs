using Directives.Access.Accounts;
using Directives.Access.Entra;
using Directives.Dossiers;
using Directives.Editions;
using Directives.Recommendations.Confidential;
using Directives.Register;
using Directives.Tables;

namespace Directives.Proposals;

/// <summary>
/// Two administrators change together what nobody may change alone. A confirmation is an act on the proposals; what it owes to the register
/// is pending there until it is done, so a crash in between loses nothing and does nothing twice.
/// </summary>
public sealed class ProposalDesk(
    DossierStore dossiers, ProposalStore store, RegisterStore registers, RuleBook rules, FactorDesk factors, EntraDesk accounts, DeskHolders desk, IAlarm alarm, TimeProvider clock)
{
    private DateOnly Today => rules.DayAt(clock.GetUtcNow());

    /// <summary>Proposes a change. Its number, or why not.</summary>
    /// <param name="by">An administrator; never for another.</param>
    public async Task<(int Number, ProposalRefusal? Refusal)> ProposeAsync(Change change, string by, string reason, CancellationToken cancel = default)
    {
        if (string.IsNullOrWhiteSpace(reason)) return (0, ProposalRefusal.NoReason);
        if (reason.Trim().Length > ProposalRules.LongestReason) return (0, ProposalRefusal.ReasonTooLong);
        if (ProposalRules.Refuses(change, await registers.GetAsync(cancel), rules.Editions, Today) is { } refusal) return (0, refusal);
        if (change.Kind == ChangeKind.BindAccount)
        {
            if ((await accounts.WaitingAsync(cancel)).FirstOrDefault(i => i.Id == change.Account) is not { } waiting) return (0, ProposalRefusal.UnknownAccount);
            change = change with { AccountName = waiting.Name };
        }

        var number = 0;
        await ActAsync(null, (head, _) =>
        {
            number = head.Count + 1;
            var proposal = new Proposal { Number = number, Change = change, By = by, At = clock.GetUtcNow(), Reason = reason.Trim() };
            return (null, head with { Count = number, Open = [.. head.Open, number] }, proposal, new Act("change-proposed", new Actor(by), proposal.Reason));
        }, cancel);
        return (number, null);
    }

    /// <summary>Confirms what another administrator has proposed, and does it. Null when confirmed.</summary>
    public async Task<ProposalRefusal?> ConfirmAsync(int number, string by, CancellationToken cancel = default)
    {
        var register = await registers.GetAsync(cancel);
        var refused = await ActAsync(number, (head, proposal) =>
            (ProposalRules.RefusesDecision(proposal!, by, register, Today) ?? Refuses(proposal!.Change, register)) is { } refusal
                ? (refusal, null, null, null)
                : (null, Closed(head, number) with { Doing = [.. head.Doing ?? [], number], Next = clock.GetUtcNow() },
                    proposal! with { State = ProposalState.Confirmed, DecidedBy = by, DecidedAt = clock.GetUtcNow() }, new Act("change-confirmed", new Actor(by))), cancel);
        if (refused is null)
        {
            try
            {
                // Whoever confirmed wants to see it done; if it stops midway, the engine goes on.
                await WakeAsync(cancel);
            }
            catch (VersionRaceException)
            {
                // The engine was first.
            }
        }

        return refused;
    }

    /// <summary>Declines what another has proposed. Null when done.</summary>
    public async Task<ProposalRefusal?> DeclineAsync(int number, string by, string reason, CancellationToken cancel = default)
    {
        if (string.IsNullOrWhiteSpace(reason)) return ProposalRefusal.NoReason;
        if (reason.Trim().Length > ProposalRules.LongestReason) return ProposalRefusal.ReasonTooLong;
        var register = await registers.GetAsync(cancel);
        return await ActAsync(number, (head, proposal) => ProposalRules.RefusesDecision(proposal!, by, register, Today) is { } refusal
            ? (refusal, null, null, null)
            : (null, Closed(head, number), proposal! with { State = ProposalState.Declined, DecidedBy = by, DecidedAt = clock.GetUtcNow() },
                new Act("change-declined", new Actor(by), reason.Trim())), cancel);
    }

    /// <summary>Withdraws one's own proposal. Null when done.</summary>
    public Task<ProposalRefusal?> WithdrawAsync(int number, string by, CancellationToken cancel = default) =>
        ActAsync(number, (head, proposal) => proposal!.State != ProposalState.Proposed ? (ProposalRefusal.NotOpen, null, null, null)
            : proposal.By != by ? (ProposalRefusal.NotTheProposer, null, null, null)
            : (null, Closed(head, number), proposal with { State = ProposalState.Withdrawn, DecidedBy = by, DecidedAt = clock.GetUtcNow() },
                new Act("change-withdrawn", new Actor(by))), cancel);

    /// <summary>Does what is confirmed and not done. Returns when it next wants attention (UTC); null for never by itself.</summary>
    /// <exception cref="VersionRaceException">Another act came first; the alarm may be dropped.</exception>
    public async Task<DateTimeOffset?> WakeAsync(CancellationToken cancel = default)
    {
        while (await store.HeadAsync(cancel) is { Head.Doing: [var number, ..] } held)
        {
            var proposal = await store.FindAsync(number, cancel) ?? throw new InvalidDataException($"Proposal {number} is gone.");
            var done = await DoAsync(proposal, cancel);
            if (done) await desk.ChangedAsync(proposal, cancel);
            var rest = held.Head.Doing!.Skip(1).ToList();
            var act = new Act(done ? "change-applied" : "change-failed", Actor.System).Put(ProposalStore.KeyOf(number), proposal with { State = done ? ProposalState.Applied : ProposalState.Failed })
                .Note($"{number}", $"{proposal.State}", done ? "Applied" : "Failed");
            await dossiers.CommitAsync(store.Dossier, held, held.Head with { Doing = rest.Count > 0 ? rest : null, Next = rest.Count > 0 ? clock.GetUtcNow() : null }, act, cancel);
        }

        return null;
    }

    /// <summary>Puts editions in force that were confirmed before this start.</summary>
    public async Task LoadEditionsAsync(CancellationToken cancel = default)
    {
        foreach (var proposal in (await store.ListAsync(cancel)).Where(p => p is { State: ProposalState.Applied, Change.Edition: not null }).Reverse())
            rules.Add(EditionFile.Parse(proposal.Change.Edition!, $"proposal {proposal.Number}"));
    }

    /// <summary>Done again after a crash, it changes nothing and is done.</summary>
    private async Task<bool> DoAsync(Proposal proposal, CancellationToken cancel)
    {
        var (change, by) = (proposal.Change, new Actor(proposal.DecidedBy!));
        var why = $"proposal {proposal.Number} by {proposal.By}: {proposal.Reason}";
        switch (change.Kind)
        {
            case ChangeKind.Edition:
                var register = await registers.GetAsync(cancel);
                if (Refuses(change, register) is { } no && no != ProposalRefusal.AlreadySo && !(no == ProposalRefusal.DateTooEarly && MayBeLate(change, register))) return false;
                rules.Add(EditionFile.Parse(change.Edition!, $"proposal {proposal.Number}"));
                return true;
            case ChangeKind.ResetFactor:
                await factors.ResetAsync(change.Official!, by, why, cancel);
                return true;
            case ChangeKind.BindAccount:
                return await accounts.BindAsync(change.Account!, change.Official!, by, cancel);
            default:
                // Judged by the very rows that are replaced: two confirmations at once cannot together leave too few.
                var refused = false;
                await registers.ChangeAsync(content =>
                {
                    var after = ProposalRules.After(content, change);
                    refused = after is not null && ProposalRules.Refuses(change, RegisterSnapshot.Build(content), rules.Editions, change.From) is not null;
                    return refused ? null : after;
                }, by, why, cancel);
                return !refused;
        }
    }

    // Confirmed in time, done a day late: other periods may have begun by the old rules meanwhile, and would be asked for twice.
    private bool MayBeLate(Change change, RegisterSnapshot register) =>
        !EditionStarts.ChangesPeriods(rules.Editions, EditionFile.Parse(change.Edition!, "edition"), register);

    private ProposalRefusal? Refuses(Change change, RegisterSnapshot register) => ProposalRules.Refuses(change, register, rules.Editions, Today);

    private static ProposalsHead Closed(ProposalsHead head, int number) => head with { Open = [.. head.Open.Where(n => n != number)] };

    private delegate (ProposalRefusal? Refusal, ProposalsHead? Head, Proposal? After, Act? Act) Judge(ProposalsHead head, Proposal? proposal);

    private Task<ProposalRefusal?> ActAsync(int? number, Judge judge, CancellationToken cancel) => Races.AgainAsync<ProposalRefusal?>(async () =>
    {
        var held = await store.HeadAsync(cancel);
        var before = number is { } known ? await store.FindAsync(known, cancel) : null;
        if (number is not null && before is null) return ProposalRefusal.NotOpen;
        var (refusal, head, after, act) = judge(held?.Head ?? new ProposalsHead(), before);
        if (refusal is not null) return refusal;
        act!.Put(ProposalStore.KeyOf(after!.Number), after).Note($"{after.Number}", before is null ? null : $"{before.State}", $"{after.State}");
        await dossiers.CommitAsync(store.Dossier, held, head!, act, cancel);
        alarm.Changed(store.Dossier);
        return null;
    });
}
