using Directives.Calendars;
using Directives.Register;

namespace Directives.Recommendations;

/// <summary>
/// Whether a step may be taken where a case stands (bad input, second recorders, stale pages); pure. Who may is not judged here.
/// </summary>
/// <param name="calendar">Working days.</param>
/// <param name="register">The register of the day: abolished bodies get no assignment.</param>
/// <param name="today">Local day.</param>
public sealed class CaseGuard(WorkCalendar calendar, RegisterSnapshot register, DateOnly today)
{
    /// <summary>Why the step is refused, or null to take it.</summary>
    public CaseRefusal? Refuses(CaseState state, CaseEvent step)
    {
        if (step is Corrected corrected) return Correcting(state, corrected);
        if (step is ConfirmationUndone) return state.UndoUntil is { } until && today <= until && MayUndo(state) ? null : CaseRefusal.TooLateToUndo;
        if (state.End is not null) return CaseRefusal.Ended;
        return step switch
        {
            Raised => CaseRefusal.NotNow,
            UrgencyLowered lowered => !state.Urgent ? CaseRefusal.NotNow : Needed(lowered.Reason),
            Withdrawn withdrawn => CasePath.IsDecided(state) ? CaseRefusal.DecidedAlready : Needed(withdrawn.Reason),
            SpotRefused refused => At(state, CaseStage.OnTheSpot) ?? Needed(refused.Because),
            SentToCommittee => At(state, CaseStage.Look),
            SentToAgency sent => At(state, CaseStage.Look) ?? Said(sent.Field) ?? Assigning(state, [sent.Assignment]),
            Questioned asked => At(state, CaseStage.Look) ?? Said(asked.Question),
            Replied replied => At(state, CaseStage.Asked) ?? Said(replied.Words),
            Merged => state.Stage is CaseStage.Look or CaseStage.Decision ? null : CaseRefusal.NotNow,
            Unmerged unmerged => At(state, CaseStage.Merged) ?? Needed(unmerged.Reason),
            Decided decided => Deciding(state, decided),
            AssignmentEvent about => About(state, about),
            Answered answered => At(state, CaseStage.Answer) ?? Answering(answered),
            Confirmed word => At(state, CaseStage.Confirmation) ?? (word.Verdict == PlaceVerdict.HeardSettled ? null : Needed(word.Because)),
            Unanswered => state.SilentUntil is { } day && today > day ? null : CaseRefusal.NotNow,
            _ => CaseRefusal.NotNow,
        };
    }

    /// <summary>A case that waits for the decision of the other must not be one that waits for its own.</summary>
    /// <param name="id">The case to be merged.</param>
    /// <param name="chain">The other case, the one it is merged into, and so on.</param>
    public static CaseRefusal? RefusesMerge(string id, IReadOnlyList<string> chain) => chain.Contains(id, StringComparer.Ordinal) ? CaseRefusal.MergeInCircle : null;

    private CaseRefusal? Deciding(CaseState state, Decided decided)
    {
        if (state.Stage is CaseStage.Work or CaseStage.Answer or CaseStage.Confirmation) return CaseRefusal.DecidedAlready;
        if (state.Stage is not (CaseStage.Decision or CaseStage.Merged)) return CaseRefusal.NotNow;
        if ((Said(decided.Internal) ?? Said(decided.ForPlace)) is { } silent) return silent;
        return decided.Outcome switch
        {
            DecisionOutcome.Decline => Needed(decided.Reason) ?? (decided.Assignments.Count > 0 ? CaseRefusal.NotNow : null),
            DecisionOutcome.PutOff => (state.PutOffs > 0 ? Needed(decided.Reason) : null) ?? (decided.PutOffTo is { } day ? Day(day) : CaseRefusal.WordsNeeded),
            _ => Assigning(state, decided.Assignments),
        };
    }

    private CaseRefusal? Assigning(CaseState state, IReadOnlyList<Assignment> assignments)
    {
        if (assignments.DistinctBy(a => a.Id).Count() != assignments.Count || assignments.Any(a => state.Used.Contains(a.Id))) return CaseRefusal.NamedTwice;
        foreach (var assignment in assignments)
        {
            string[] bodies = [assignment.Lead, .. assignment.Cooperating];
            if (bodies.Distinct(StringComparer.Ordinal).Count() != bodies.Length) return CaseRefusal.NamedTwice;
            if (bodies.Any(b => register.Body(b) is null)) return CaseRefusal.UnknownBody;
            if ((Said(assignment.What) ?? Day(assignment.Due)) is { } wrong) return wrong;
        }

        return null;
    }

    private CaseRefusal? About(CaseState state, AssignmentEvent about)
    {
        if (At(state, CaseStage.Work) is { } elsewhere) return elsewhere;
        if (state.Assignments.FirstOrDefault(a => a.Assignment.Id == about.Assignment) is not { } at) return CaseRefusal.UnknownAssignment;
        if (about is PartConfirmed part) return at.PartsOpen.Contains(part.Body) ? null : CaseRefusal.NotNow;
        if (at.Result is not null) return CaseRefusal.NotNow;
        return about switch
        {
            Accepted => at.IsAccepted || at.WithOffice ? CaseRefusal.NotNow : null,
            HandedOn to => Needed(to.Reason) ?? (register.Body(to.To) is null ? CaseRefusal.UnknownBody : to.To == at.Lead && !at.WithOffice ? CaseRefusal.NamedTwice : null),
            MoreTimeAsked asked => at.HasAsked ? CaseRefusal.AskedAlready : Needed(asked.Reason) ?? Day(asked.Until) ?? (asked.Until <= at.Due ? CaseRefusal.DayInPast : null),
            MoreTimeDecided decided => at.Asked is null ? CaseRefusal.NothingAsked : decided.Until is { } until ? Day(until) : Needed(decided.Reason),
            Progressed progressed => Said(progressed.Words),
            Finished done => Said(done.Result),
            _ => CaseRefusal.NotNow,
        };
    }

    private CaseRefusal? Answering(Answered answered) =>
        Said(answered.How) ?? Said(answered.ToWhom) ?? Said(answered.Words) ?? (answered.On > today ? CaseRefusal.NotNow : null);

    private static CaseRefusal? Correcting(CaseState state, Corrected corrected) =>
        Needed(corrected.Reason) ?? (corrected.Step <= 1 || corrected.Step >= corrected.Number || state.Void.Contains(corrected.Step) ? CaseRefusal.UnknownStep : null);

    /// <summary>Once others have built on the place's word, it stands; the office can still correct it.</summary>
    private static bool MayUndo(CaseState state) => state.Stage is CaseStage.Ended or CaseStage.Decision or CaseStage.Answer;

    private CaseRefusal? Day(DateOnly day) => day < today ? CaseRefusal.DayInPast : calendar.IsWorkingDay(day) ? null : CaseRefusal.NoWorkingDay;

    private static CaseRefusal? At(CaseState state, CaseStage stage) => state.Stage == stage ? null : CaseRefusal.NotNow;

    private static CaseRefusal? Needed(string? reason) => string.IsNullOrWhiteSpace(reason) ? CaseRefusal.ReasonNeeded : null;

    private static CaseRefusal? Said(string? words) => string.IsNullOrWhiteSpace(words) ? CaseRefusal.WordsNeeded : null;
}
