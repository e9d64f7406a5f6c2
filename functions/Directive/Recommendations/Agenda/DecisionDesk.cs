using Directives.Dossiers;
using Directives.Editions;
using Directives.Recommendations.Radar;
using Directives.Register;

namespace Directives.Recommendations.Agenda;

/// <summary>A decision as it is to be recorded.</summary>
/// <param name="Step">What each case gets; the decision's id was made with the form.</param>
/// <param name="Meeting">Local day; null where it was taken by circulation.</param>
/// <param name="Cases">Ids; those that do not exist are left out.</param>
public sealed record DecisionDraft(Decided Step, DateOnly? Meeting, IReadOnlyList<string> Cases);

/// <summary>What became of the recording.</summary>
/// <param name="Refused">Why nothing was recorded; null where it was.</param>
/// <param name="Number">Its number; 0 where nothing was recorded.</param>
public sealed record DecisionResult(CaseRefusal? Refused, int Number);

/// <summary>
/// Records decisions of the Standing Committee (R7): one act that owes the rest, then an act on each case it covers, and on those merged into one of
/// them. Killed anywhere, the next wake does what is left; what somebody else decided first stands, and is named.
/// </summary>
public sealed class DecisionDesk(
    DossierStore dossiers, AgendaStore agenda, CaseStore cases, CaseDesk desk, MergeDesk merging, RegisterStore registers, RuleBook rules, IAlarm alarm, TimeProvider clock)
{
    /// <summary>Cases in one decision.</summary>
    public const int Most = 50;

    /// <summary>Records a decision and applies it. The same id again is the same as done. With no case that can take it, nothing is recorded.</summary>
    public async Task<DecisionResult> DecideAsync(DecisionDraft draft, Actor by, CancellationToken cancel = default)
    {
        var result = await Races.AgainAsync(() => RecordAsync(draft, by, cancel));
        if (result.Refused is null) await Races.AgainAsync(() => WakeAsync(cancel));
        return result;
    }

    /// <summary>Applies what was recorded. Returns when it next wants attention (UTC); null for never by itself.</summary>
    /// <exception cref="Tables.VersionRaceException">Another act came first; the alarm may be dropped.</exception>
    public async Task<DateTimeOffset?> WakeAsync(CancellationToken cancel = default)
    {
        DateTimeOffset? next = null;
        while (await agenda.HeadAsync(cancel) is { Head.Open: [var number, ..] } held)
        {
            var decision = await agenda.FindAsync(number, cancel) ?? throw new InvalidDataException($"Decision {number} is gone.");
            var applied = await ApplyAsync(decision, cancel);
            var head = held.Head with { Open = [.. held.Head.Open.Where(o => o != number)] };
            var act = new Act("decision-applied", Actor.System).Put(AgendaStore.KeyOf(number), decision with { Cases = applied })
                .Note($"{number}", null, $"{applied.Count(c => c.Became == DecidedState.Applied)} of {applied.Count}");
            var after = await dossiers.CommitAsync(agenda.Dossier, held, head with { Next = head.Open.Count > 0 ? clock.GetUtcNow() : null }, act, cancel);
            next = after.Head.Next;
        }

        return next;
    }

    private async Task<DecisionResult> RecordAsync(DecisionDraft draft, Actor by, CancellationToken cancel)
    {
        var held = await agenda.HeadAsync(cancel);
        if (await agenda.NumberOfAsync(draft.Step.Decision, cancel) is > 0 and var known) return new DecisionResult(null, known);
        if (await RefusesAsync(draft, cancel) is { } refused) return new DecisionResult(refused, 0);
        var now = clock.GetUtcNow();
        var head = held?.Head ?? new AgendaHead();
        var decision = new Decision
        {
            Number = head.Decisions + 1,
            At = now,
            By = by.Id,
            For = by.For,
            Meeting = draft.Meeting,
            Step = draft.Step,
            Cases = [.. draft.Cases.Distinct(StringComparer.Ordinal).Select(c => new DecidedCase(c))],
        };
        head = head with { Decisions = decision.Number, Open = [.. head.Open, decision.Number], Next = now };
        var act = new Act("decision-recorded", by, draft.Step.Reason).Insert(AgendaStore.KeyOf(decision.Number), decision)
            .Insert(AgendaStore.NumberKey(draft.Step.Decision), decision.Number).Note($"{decision.Number}", null, $"{draft.Step.Outcome}: {decision.Cases.Count}");
        await dossiers.CommitAsync(agenda.Dossier, held, head, act, cancel);
        alarm.Changed(agenda.Dossier);
        return new DecisionResult(null, decision.Number);
    }

    /// <summary>What is wrong with the decision itself refuses all of it; a case that is decided already is only named afterwards.</summary>
    private async Task<CaseRefusal?> RefusesAsync(DecisionDraft draft, CancellationToken cancel)
    {
        var (register, now) = (await registers.GetAsync(cancel), clock.GetUtcNow());
        CaseRefusal? first = null;
        var any = false;
        foreach (var id in draft.Cases)
        {
            if (await cases.FindAsync(id, cancel) is not { } open) continue;
            var refused = new CaseGuard(rules.Calendar, register, Calendars.Zone.Of(open.Held.Head.Zone).DateAt(now)).Refuses(open.State, draft.Step);
            any |= refused is null;
            if (refused is not (null or CaseRefusal.DecidedAlready or CaseRefusal.NotNow or CaseRefusal.Ended)) return refused;
            first ??= refused;
        }

        return any ? null : first ?? CaseRefusal.NotNow;
    }

    private async Task<IReadOnlyList<DecidedCase>> ApplyAsync(Decision decision, CancellationToken cancel)
    {
        var applied = new List<DecidedCase>();
        var next = new Queue<DecidedCase>(decision.Cases);
        while (next.TryDequeue(out var one))
        {
            if (applied.Any(a => a.Id == one.Id)) continue;
            applied.Add(await ApplyAsync(decision, one, cancel));
            // What is put off waits on, with those that wait for it.
            if (decision.Step.Outcome == DecisionOutcome.PutOff || applied[^1].Became != DecidedState.Applied) continue;
            foreach (var merged in await merging.WaitingForAsync(one.Id, cancel)) next.Enqueue(new DecidedCase(merged, one.Id));
        }

        return applied;
    }

    private async Task<DecidedCase> ApplyAsync(Decision decision, DecidedCase one, CancellationToken cancel)
    {
        var there = false;
        var result = await desk.StepAsync(one.Id, new Actor(decision.By, decision.For), open =>
        {
            // Applied before a kill; corrected since, it stays corrected.
            there = open.Events.OfType<Decided>().Any(d => d.Decision == decision.Step.Decision);
            return there || (one.Into is { } into && open.State.MergedInto != into) ? null : decision.Step;
        }, decision.Step.Reason, cancel);
        return there || result is { Refused: null, State: not null }
            ? one with { Became = DecidedState.Applied }
            : one with { Became = DecidedState.Refused, Why = result.Refused ?? CaseRefusal.NotNow };
    }
}
