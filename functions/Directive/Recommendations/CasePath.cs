using Directives.Calendars;

namespace Directives.Recommendations;

/// <summary>
/// Which obligations follow from what has happened to a case (R5, R7, R11): one pure function. An event that does not fit where the case
/// stands counts for nothing; it is a step that rested on another, since corrected.
/// </summary>
/// <param name="rules">Those the case was raised under.</param>
/// <param name="calendar">Working days.</param>
/// <param name="zone">Where its days begin and end.</param>
public sealed class CasePath(CaseRules rules, WorkCalendar calendar, Zone zone)
{
    /// <summary>Where the case stands. Events come in the order of their numbers; the first is <see cref="Raised"/>.</summary>
    /// <exception cref="ArgumentException">There is no such first event.</exception>
    public CaseState Of(IReadOnlyList<CaseEvent> events)
    {
        if (events is not [Raised raised, ..]) throw new ArgumentException("A case begins with being raised.", nameof(events));
        var none = VoidOf(events);
        var at = new Standing(Begun(raised, none, UsedIn(events)), raised.SpotAnswer is null ? CaseStage.Look : CaseStage.OnTheSpot, Day(raised), raised.Number);
        foreach (var happened in events.Skip(1))
        {
            if (!none.Contains(happened.Number)) at = Next(at, happened, Day(happened));
        }

        var state = at.State with { Stage = at.State.End is null ? at.Stage : CaseStage.Ended };
        return state with { Duties = state.End is null ? [.. Duties(at).OrderBy(d => d.Due).ThenBy(d => d.Id, StringComparer.Ordinal)] : [], SilentUntil = SilentUntil(at) };
    }

    /// <summary>Whether the committee has decided; a case that was put off waits still.</summary>
    internal static bool IsDecided(CaseState state) => state.Decision is { Outcome: not DecisionOutcome.PutOff };

    /// <summary>A case between two events: where it stands, since which day, and since which event; the number of that event is the round of what is owed there.</summary>
    private sealed record Standing(CaseState State, CaseStage Stage, DateOnly Since, int Round)
    {
        /// <summary>Where it stood before it was merged.</summary>
        public CaseStage Before { get; init; } = CaseStage.Look;

        public Standing To(CaseStage stage, DateOnly day, CaseEvent cause) => this with { Stage = stage, Since = day, Round = cause.Number };

        public Standing Ending(CaseEnd end) => this with { State = State with { End = end } };

        public Standing With(CaseState state) => this with { State = state };
    }

    private static HashSet<string> UsedIn(IReadOnlyList<CaseEvent> events) =>
    [
        .. events.OfType<Decided>().SelectMany(d => d.Assignments).Concat(events.OfType<SentToAgency>().Select(s => s.Assignment)).Select(a => a.Id),
    ];

    private CaseState Begun(Raised raised, IReadOnlySet<int> none, IReadOnlySet<string> used) => new()
    {
        Stage = CaseStage.Look,
        Kind = raised.Kind,
        Place = raised.Place,
        Seat = raised.Seat,
        Raiser = raised.For ?? raised.By,
        RaisedOn = Day(raised),
        Urgent = raised.Urgent is not null,
        Confidential = raised.Confidential,
        Void = none,
        Used = used,
    };

    private Standing Next(Standing at, CaseEvent happened, DateOnly day)
    {
        var state = at.State;
        if (state.End is not null) return at;
        return (at.Stage, happened) switch
        {
            (_, UrgencyLowered) when state.Urgent => at.To(at.Stage, at.Since, happened).With(state with { Urgent = false }),
            (_, Withdrawn) when !IsDecided(state) => at.Ending(CaseEnd.Withdrawn),
            // What was open at a correction or when a word was taken back gets a fair date.
            (_, Corrected or ConfirmationUndone) => at.To(at.Stage, day, happened) with { State = state with { UndoUntil = null } },
            (CaseStage.OnTheSpot, SpotRefused) => at.To(CaseStage.Look, day, happened),
            (CaseStage.OnTheSpot, Unanswered) => at.Ending(CaseEnd.AnsweredOnTheSpot),
            (CaseStage.Look, SentToCommittee) => at.To(CaseStage.Decision, day, happened),
            (CaseStage.Look, SentToAgency sent) => Working(at, [sent.Assignment], day, happened),
            (CaseStage.Look, Questioned) => at.To(CaseStage.Asked, day, happened),
            (CaseStage.Asked, Replied) => at.To(CaseStage.Look, day, happened),
            (CaseStage.Look or CaseStage.Decision, Merged merged) =>
                at.To(CaseStage.Merged, day, happened) with { Before = at.Stage, State = state with { MergedInto = merged.Into } },
            (CaseStage.Merged, Unmerged) => at.To(at.Before, day, happened).With(state with { MergedInto = null }),
            (CaseStage.Decision or CaseStage.Merged, Decided decided) => Deciding(at, decided, day),
            (CaseStage.Work, AssignmentEvent about) => About(at, about, day),
            (CaseStage.Answer, Answered) => at.To(CaseStage.Confirmation, day, happened).With(state with { NotHeard = false }),
            (CaseStage.Confirmation, Confirmed word) => Heard(at, word, day),
            (CaseStage.Confirmation, Unanswered) => at.Ending(CaseEnd.Unconfirmed),
            _ => at,
        };
    }

    private static Standing Deciding(Standing at, Decided decided, DateOnly day)
    {
        if (decided.Outcome == DecisionOutcome.PutOff) return at.To(CaseStage.Decision, day, decided).With(at.State with { PutOffs = at.State.PutOffs + 1, Decision = decided });
        at = at.With(at.State with { Decision = decided });
        return decided is { Outcome: DecisionOutcome.Agree, Assignments.Count: > 0 } ? Working(at, decided.Assignments, day, decided) : at.To(CaseStage.Answer, day, decided);
    }

    private static Standing Working(Standing at, IReadOnlyList<Assignment> assignments, DateOnly day, CaseEvent cause) =>
        at.To(CaseStage.Work, day, cause).With(at.State with { Assignments = [.. assignments.Select(a => new AssignmentState(a) { Round = cause.Number })] });

    private Standing About(Standing at, AssignmentEvent about, DateOnly day)
    {
        var index = at.State.Assignments.ToList().FindIndex(a => a.Assignment.Id == about.Assignment);
        if (index < 0) return at;
        var assignments = at.State.Assignments.ToArray();
        assignments[index] = AssignmentPath.Next(assignments[index], about, day, rules.MostHands);
        at = at.With(at.State with { Assignments = assignments });
        return assignments.All(a => a.IsDone) ? at.To(CaseStage.Answer, day, about) : at;
    }

    private Standing Heard(Standing at, Confirmed word, DateOnly day)
    {
        at = at.With(at.State with { UndoUntil = day.AddDays(rules.UndoDays) });
        return word.Verdict switch
        {
            PlaceVerdict.NotHeard => at.To(CaseStage.Answer, day, word).With(at.State with { NotHeard = true }),
            PlaceVerdict.HeardSettled => at.Ending(at.State.Decision?.Outcome == DecisionOutcome.Decline ? CaseEnd.DeclinedAndHeard : CaseEnd.Settled),
            _ when at.State.Reopened => at.Ending(CaseEnd.NotSettled),
            _ => at.To(CaseStage.Decision, day, word).With(at.State with { Reopened = true }),
        };
    }

    private IEnumerable<CaseDuty> Duties(Standing at) => at.Stage switch
    {
        _ when at.State.Confidential => Sealed(at),
        CaseStage.OnTheSpot => [Objection(at)],
        CaseStage.Look => [Owed(at, "look", DutyKind.Look, Party.Office)],
        CaseStage.Asked => [Owed(at, "reply", DutyKind.Reply, new Party(PartyKind.Raiser, at.State.Seat))],
        CaseStage.Decision => [Decision(at)],
        CaseStage.Work => at.State.Assignments.SelectMany(a => AssignmentPath.Duties(a, at.State.Urgent, rules, calendar)),
        CaseStage.Answer => [Owed(at, "answer", DutyKind.Answer, new Party(PartyKind.Raiser, at.State.Seat))],
        CaseStage.Confirmation => [Owed(at, "confirmation", DutyKind.Confirmation, new Party(PartyKind.LocalLeader, at.State.Place))],
        _ => [],
    };

    /// <summary>What is confidential goes between its raiser and the desk, and to nobody else (R6).</summary>
    private IEnumerable<CaseDuty> Sealed(Standing at)
    {
        var raiser = new Party(PartyKind.Person, at.State.Raiser);
        return at.Stage switch
        {
            CaseStage.Look => [Owed(at, "look", DutyKind.Look, Party.Desk)],
            CaseStage.Asked => [Owed(at, "reply", DutyKind.Reply, raiser)],
            CaseStage.Decision => [Decision(at)],
            CaseStage.Answer => [Owed(at, "answer", DutyKind.Answer, Party.Desk)],
            CaseStage.Confirmation => [Owed(at, "confirmation", DutyKind.Confirmation, raiser)],
            _ => [],
        };
    }

    private CaseDuty Decision(Standing at)
    {
        var duty = Owed(at, "decision", DutyKind.Decision, at.State.Confidential ? Party.Desk : Party.Committee);
        var putOff = at.State is { Reopened: false, Decision.Outcome: DecisionOutcome.PutOff } ? at.State.Decision.PutOffTo : null;
        return putOff is { } day ? duty with { Due = day } : duty;
    }

    private CaseDuty Objection(Standing at)
    {
        var until = calendar.AddWorkingDays(at.Since, rules.SpotDays);
        return new CaseDuty("objection", DutyKind.Objection, new Party(PartyKind.LocalLeader, at.State.Place), until, until, at.Round);
    }

    private CaseDuty Owed(Standing at, string id, DutyKind kind, Party party)
    {
        var due = DueOf(kind, at.State.Urgent, at.Since);
        return new CaseDuty(id, kind, party, due, due, at.Round);
    }

    private DateOnly DueOf(DutyKind kind, bool urgent, DateOnly since) => DutyDates.Due(rules.For(kind), urgent, since, calendar);

    private DateOnly? SilentUntil(Standing at) => at switch
    {
        { State.End: not null } => null,
        { Stage: CaseStage.OnTheSpot } => calendar.AddWorkingDays(at.Since, rules.SpotDays),
        { Stage: CaseStage.Confirmation } => calendar.AddWorkingDays(DueOf(DutyKind.Confirmation, at.State.Urgent, at.Since), rules.OverDays),
        _ => null,
    };

    /// <summary>What was corrected, and the word that was taken back.</summary>
    private static HashSet<int> VoidOf(IReadOnlyList<CaseEvent> events)
    {
        var none = new HashSet<int>();
        foreach (var happened in events)
        {
            if (happened is Corrected { Step: var step } && step > 1) none.Add(step);
            if (happened is ConfirmationUndone && events.LastOrDefault(e => e is Confirmed && e.Number < happened.Number && !none.Contains(e.Number)) is { } word)
                none.Add(word.Number);
        }

        return none;
    }

    private DateOnly Day(CaseEvent happened) => zone.DateAt(happened.At);
}
