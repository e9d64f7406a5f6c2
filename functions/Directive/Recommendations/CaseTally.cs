namespace Directives.Recommendations;

/// <summary>Cases counted once each, by their end (R12): one taken up after an answer on the spot by its later end, a declined one that was heard as confirmed.</summary>
public sealed record CaseTally(
    int Raised, int AnsweredOnTheSpot, int Withdrawn, int Decided, int Declined, int Assignments, int Answered, int Confirmed, int NotSettled, int Unconfirmed, int Open)
{
    /// <summary>The tally of cases as they stand.</summary>
    public static CaseTally Of(IReadOnlyCollection<CaseState> cases) => new(
        cases.Count,
        Ended(cases, CaseEnd.AnsweredOnTheSpot),
        Ended(cases, CaseEnd.Withdrawn),
        cases.Count(CasePath.IsDecided),
        cases.Count(c => c.Decision?.Outcome == DecisionOutcome.Decline),
        cases.Sum(c => c.Assignments.Count),
        cases.Count(c => c.Stage == CaseStage.Confirmation || c.End is CaseEnd.Settled or CaseEnd.DeclinedAndHeard or CaseEnd.NotSettled or CaseEnd.Unconfirmed),
        Ended(cases, CaseEnd.Settled) + Ended(cases, CaseEnd.DeclinedAndHeard),
        Ended(cases, CaseEnd.NotSettled),
        Ended(cases, CaseEnd.Unconfirmed),
        cases.Count(c => c.End is null));

    private static int Ended(IReadOnlyCollection<CaseState> cases, CaseEnd end) => cases.Count(c => c.End == end);
}
