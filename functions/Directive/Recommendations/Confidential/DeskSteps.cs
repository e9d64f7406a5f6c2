namespace Directives.Recommendations.Confidential;

/// <summary>Which steps a confidential matter has, and whose they are; pure. There are no assignments, and it is never merged.</summary>
public static class DeskSteps
{
    /// <summary>Whether the step is this reader's to take.</summary>
    /// <param name="isRaiser">Whether they raised it; else they are of the desk.</param>
    public static bool May(bool isRaiser, CaseEvent step) => step switch
    {
        Replied or Withdrawn or Confirmed or ConfirmationUndone => isRaiser,
        SentToCommittee or Questioned or Answered => !isRaiser,
        Decided decided => !isRaiser && decided.Assignments.Count == 0,
        _ => false,
    };
}
