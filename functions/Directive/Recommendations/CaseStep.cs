namespace Directives.Recommendations;

/// <summary>A step that a person may take on a case; its address and its texts have its name in kebab case.</summary>
public enum CaseStep
{
    // The office.
    ToCommittee,
    Ask,
    ToAgency,
    LowerUrgency,
    GrantTime,
    DeclineTime,
    Place,
    Correct,

    // The raiser.
    Withdraw,
    Reply,
    Answer,

    // The recorder.
    Decide,

    // A body.
    Accept,
    HandOn,
    AskTime,
    Progress,
    Finish,
    Part,

    // The place.
    NotSettled,
    Confirm,
    Undo,
}

/// <summary>A step that may be taken now.</summary>
/// <param name="Assignment">The assignment it is about; null for none.</param>
/// <param name="Body">For whom it is taken, where a body has a part.</param>
public readonly record struct CaseChance(CaseStep Step, string? Assignment = null, string? Body = null);

/// <summary>Whether somebody may take a step.</summary>
public enum CaseLeave
{
    /// <summary>Never theirs: to them there is no such thing.</summary>
    None,

    /// <summary>It was theirs, or will be: they are told.</summary>
    NotNow,

    /// <summary>Theirs; whether it fits is judged by <see cref="CaseGuard"/>.</summary>
    Given,
}
