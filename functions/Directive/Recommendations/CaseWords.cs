namespace Directives.Recommendations;

/// <summary>What a recommendation is about (R5, R6).</summary>
public enum CaseKind
{
    /// <summary>A difficulty of the place.</summary>
    Difficulty,

    /// <summary>What people said.</summary>
    Feedback,

    /// <summary>A proposal.</summary>
    Proposal,

    /// <summary>A conflict among people, or between people and authorities.</summary>
    Conflict,

    /// <summary>A violation by an official (R6): always confidential.</summary>
    Violation,
}

/// <summary>What the Standing Committee decided (R7).</summary>
public enum DecisionOutcome
{
    Agree,
    Decline,
    PutOff,
}

/// <summary>What the place says of the answer it was to hear (R7).</summary>
public enum PlaceVerdict
{
    HeardSettled,
    HeardNotSettled,
    NotHeard,
}

/// <summary>Where a case stands. It is never stored: it follows from what has happened.</summary>
public enum CaseStage
{
    /// <summary>The official answered on the spot; the place may still say "not settled".</summary>
    OnTheSpot,

    /// <summary>The office owes a look.</summary>
    Look,

    /// <summary>The office asked the raiser, who owes a reply.</summary>
    Asked,

    /// <summary>Merged with a like one, whose decision it gets.</summary>
    Merged,

    /// <summary>The Standing Committee owes a decision.</summary>
    Decision,

    /// <summary>Agencies owe results.</summary>
    Work,

    /// <summary>The raiser owes the place the answer.</summary>
    Answer,

    /// <summary>The place owes its word.</summary>
    Confirmation,

    Ended,
}

/// <summary>How a case ended.</summary>
public enum CaseEnd
{
    /// <summary>Answered on the spot, and the place did not object in its time.</summary>
    AnsweredOnTheSpot,

    /// <summary>Taken back by its raiser before a decision.</summary>
    Withdrawn,

    /// <summary>The place heard, and it is settled.</summary>
    Settled,

    /// <summary>Declined with a reason, and the place heard it.</summary>
    DeclinedAndHeard,

    /// <summary>The place heard twice, and it is not settled.</summary>
    NotSettled,

    /// <summary>The ladder is over without a word of the place; never taken for consent.</summary>
    Unconfirmed,
}
