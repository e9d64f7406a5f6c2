namespace Directives.Recommendations;

/// <summary>Why a step cannot be taken; <c>case.refused.*</c> holds its words.</summary>
public enum CaseRefusal
{
    /// <summary>The case is over.</summary>
    Ended,

    /// <summary>The case does not stand where this step belongs: somebody was faster, or it is not yet due.</summary>
    NotNow,

    /// <summary>It was decided already.</summary>
    DecidedAlready,

    /// <summary>A reason is needed.</summary>
    ReasonNeeded,

    /// <summary>Words are needed.</summary>
    WordsNeeded,

    /// <summary>The day lies in the past.</summary>
    DayInPast,

    /// <summary>The day is no working day.</summary>
    NoWorkingDay,

    /// <summary>A body is not in the register, or no more.</summary>
    UnknownBody,

    /// <summary>There is no such assignment.</summary>
    UnknownAssignment,

    /// <summary>More time was asked for already, and it is asked once.</summary>
    AskedAlready,

    /// <summary>Nobody has asked for more time.</summary>
    NothingAsked,

    /// <summary>The place gave its word too long ago, or none.</summary>
    TooLateToUndo,

    /// <summary>A case cannot be merged into itself, nor in a circle.</summary>
    MergeInCircle,

    /// <summary>There is no such step, or it counts no more, or it cannot be corrected.</summary>
    UnknownStep,

    /// <summary>A confidential kind goes another way.</summary>
    Confidential,

    /// <summary>A body stands twice in one assignment, or two assignments have one name, or one has the name of an earlier one.</summary>
    NamedTwice,
}
