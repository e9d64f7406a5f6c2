using System.Text.Json;
using Directives.Calendars;
using Directives.Dossiers;
using Directives.Editions;
using Directives.Recommendations.Radar;
using Directives.Register;

namespace Directives.Recommendations;

/// <summary>Writes what follows from a step: the event, the ladders that begin or are over, what is owed, in one batch; the due index and the owed index before it.</summary>
/// <param name="list">Lists for the office and its radar; null where nothing may stand in any list: confidential cases.</param>
public sealed class CaseWriter(DossierStore dossiers, CaseStore cases, OwedIndex owed, RegisterStore registers, RuleBook rules, IAlarm alarm, CaseList? list = null)
{
    /// <summary>Name of the act that a step is.</summary>
    public static string NameOf(CaseEvent step) => NameOf(step.GetType());

    /// <summary>Name of the act that a kind of step is.</summary>
    public static string NameOf(Type step) => "case-" + JsonNamingPolicy.KebabCaseLower.ConvertName(step.Name);

    /// <summary>Commits. Returns where the case stands then.</summary>
    /// <param name="held">The head as it was read; null to begin the case.</param>
    /// <param name="events">All, the new one included.</param>
    /// <param name="known">The ladders as they were read.</param>
    /// <param name="step">The new event; null where only ladders move.</param>
    /// <param name="cleared">Of the ladders those whose notices were delivered just now.</param>
    /// <exception cref="Tables.VersionRaceException">Another act came first.</exception>
    /// <exception cref="Tables.RowExistsException">The case was begun before.</exception>
    public async Task<CaseState> WriteAsync(
        CaseRef id, Held<CaseHead>? held, CaseHead head, IReadOnlyList<CaseEvent> events, IReadOnlyList<DutyLadder> known, Act act, CaseEvent? step,
        DateTimeOffset now, CancellationToken cancel, IReadOnlyCollection<DutyLadder>? cleared = null)
    {
        var before = known.Where(l => l.Over is null).Select(l => (l.Duty.Id, l.Duty.Round, l.Duty.Party)).ToHashSet();
        var state = cases.PathOf(head).Of(events);
        var advice = ChaseOf(head, await registers.GetAsync(cancel)).Advance(id.Id, state, known, now);
        foreach (var duty in state.Duties.Where(d => d.Kind != DutyKind.Objection && !before.Contains((d.Id, d.Round, d.Party))))
            await owed.AnnounceAsync(new OwedEntry(duty.Party, id.Id, duty.Id, duty.Round, duty.Due, state.Urgent) { At = now }, cancel);
        if (state.IsOpen && held is null or { Head.End: not null }) await owed.AnnounceRaisedAsync(state.Seat, id.Id, now, cancel);

        if (list is not null && step is not null) await list.AnnounceAsync(id.Id, step, held?.Head, state, cancel);
        if (step is not null) act.Insert<CaseEvent>(CaseRef.EventKey(step.Number), step);
        foreach (var ladder in advice.With(cleared ?? [])) act.Put(CaseRef.LadderKey(ladder.Duty.Id, ladder.Duty.Round), ladder);
        var owing = advice.With(known).Any(l => l.Pending is not null);
        if (step is not null) act.Note("case", held is null ? null : $"{held.Value.Head.Stage}", $"{state.Stage}");
        head = head with { Events = events.Count, Stage = state.Stage, End = state.End, Owing = owing, Next = owing ? now : advice.Next };
        if (held is { } old) await dossiers.CommitAsync(id.Dossier, old, head, act, cancel);
        else await dossiers.BeginAsync(id.Dossier, head, act, cancel);
        if (held is { Head: var last })
        {
            foreach (var over in known.Where(l => l.Over is null).Select(l => l.Duty).Where(d => !state.Duties.Any(o => o.IsSame(d) && o.Party == d.Party)))
                await owed.StrikeAsync(id.Id, over, last.Tip.At, cancel);
            if (state.End is not null) await owed.StrikeRaisedAsync(state.Seat, id.Id, last.Tip.At, cancel);
        }

        if (owing) alarm.Changed(id.Dossier);
        return state;
    }

    /// <summary>The rules of chasing a case.</summary>
    public CaseChase ChaseOf(CaseHead head, RegisterSnapshot register) => new(head.Rules, rules.Calendar, Zone.Of(head.Zone), register);
}
