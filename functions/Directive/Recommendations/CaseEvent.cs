using System.Text.Json.Serialization;
using Directives.Attachments;

namespace Directives.Recommendations;

/// <summary>Something that happened to a case. Events are only ever added; <see cref="CasePath"/> says what follows from them.</summary>
/// <remarks>
/// Local days are the directive's; whoever acted, and for whom, stands in the trail and here. Number, time and doer are set by whoever writes the act.
/// </remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(Raised), "raised")]
[JsonDerivedType(typeof(UrgencyLowered), "urgency-lowered")]
[JsonDerivedType(typeof(Withdrawn), "withdrawn")]
[JsonDerivedType(typeof(SpotRefused), "spot-refused")]
[JsonDerivedType(typeof(SentToCommittee), "sent-to-committee")]
[JsonDerivedType(typeof(SentToAgency), "sent-to-agency")]
[JsonDerivedType(typeof(Questioned), "questioned")]
[JsonDerivedType(typeof(Replied), "replied")]
[JsonDerivedType(typeof(Merged), "merged")]
[JsonDerivedType(typeof(Unmerged), "unmerged")]
[JsonDerivedType(typeof(Decided), "decided")]
[JsonDerivedType(typeof(Accepted), "accepted")]
[JsonDerivedType(typeof(HandedOn), "handed-on")]
[JsonDerivedType(typeof(MoreTimeAsked), "more-time-asked")]
[JsonDerivedType(typeof(MoreTimeDecided), "more-time-decided")]
[JsonDerivedType(typeof(Progressed), "progressed")]
[JsonDerivedType(typeof(Finished), "finished")]
[JsonDerivedType(typeof(PartConfirmed), "part-confirmed")]
[JsonDerivedType(typeof(Answered), "answered")]
[JsonDerivedType(typeof(Confirmed), "confirmed")]
[JsonDerivedType(typeof(ConfirmationUndone), "confirmation-undone")]
[JsonDerivedType(typeof(Unanswered), "unanswered")]
[JsonDerivedType(typeof(Corrected), "corrected")]
public abstract record CaseEvent
{
    /// <summary>1, 2, 3 … in the case.</summary>
    [JsonRequired]
    public int Number { get; init; }

    /// <summary>UTC.</summary>
    [JsonRequired]
    public DateTimeOffset At { get; init; }

    /// <summary>Who acted: an official's id, or <c>system</c>.</summary>
    [JsonRequired]
    public string By { get; init; } = "";

    /// <summary>For whom, where somebody acted for another.</summary>
    public string? For { get; init; }
}

/// <summary>A recommendation was raised, in a report or alone (R5).</summary>
public sealed record Raised : CaseEvent
{
    public required CaseKind Kind { get; init; }

    public required string Text { get; init; }

    /// <summary>Code of the place it is about.</summary>
    public required string Place { get; init; }

    /// <summary>The seat that owes the place the answer.</summary>
    public required string Seat { get; init; }

    /// <summary>Why it is urgent; null where it is not.</summary>
    public string? Urgent { get; init; }

    /// <summary>What the official answered on the spot; null to take it up.</summary>
    public string? SpotAnswer { get; init; }

    /// <summary>Its files; null for none.</summary>
    public IReadOnlyList<Attachment>? Attachments { get; init; }

    /// <summary>Receipt of the report it stands in; null where it was raised alone.</summary>
    public string? Report { get; init; }

    /// <summary>It stands sealed, and goes the way of the confidential desk (R6).</summary>
    public bool Confidential { get; init; }
}

/// <summary>The office found it not urgent; it shows.</summary>
public sealed record UrgencyLowered : CaseEvent
{
    public required string Reason { get; init; }
}

/// <summary>Its raiser took it back.</summary>
public sealed record Withdrawn : CaseEvent
{
    public required string Reason { get; init; }
}

/// <summary>The place says that what was answered on the spot is not settled: it is taken up.</summary>
public sealed record SpotRefused : CaseEvent
{
    public required string Because { get; init; }
}

/// <summary>The office brings it to the Standing Committee.</summary>
public sealed record SentToCommittee : CaseEvent;

/// <summary>The office gives it straight to an agency, within a field delegated to it.</summary>
public sealed record SentToAgency : CaseEvent
{
    public required string Field { get; init; }

    public required Assignment Assignment { get; init; }
}

/// <summary>The office asks the raiser.</summary>
public sealed record Questioned : CaseEvent
{
    public required string Question { get; init; }
}

/// <summary>The raiser replied.</summary>
public sealed record Replied : CaseEvent
{
    public required string Words { get; init; }
}

/// <summary>A person found it like another one; it gets that one's decision, and its raiser an own answer.</summary>
public sealed record Merged : CaseEvent
{
    /// <summary>The case whose decision it gets.</summary>
    public required string Into { get; init; }
}

/// <summary>The merging was undone.</summary>
public sealed record Unmerged : CaseEvent
{
    public required string Reason { get; init; }
}

/// <summary>The Standing Committee decided; the recorder entered it (R7).</summary>
public sealed record Decided : CaseEvent
{
    /// <summary>The decision, which may cover several cases.</summary>
    public required string Decision { get; init; }

    public required DecisionOutcome Outcome { get; init; }

    /// <summary>For officials only.</summary>
    public required string Internal { get; init; }

    /// <summary>Fit for the place.</summary>
    public required string ForPlace { get; init; }

    /// <summary>Why it was declined, or put off once more.</summary>
    public string? Reason { get; init; }

    /// <summary>Local day to which it was put off.</summary>
    public DateOnly? PutOffTo { get; init; }

    public IReadOnlyList<Assignment> Assignments { get; init; } = [];
}

/// <summary>What a body is to do, and by when (R11).</summary>
/// <param name="Id">Unique in the case.</param>
/// <param name="Lead">Body that answers for it.</param>
/// <param name="Cooperating">Bodies that confirm their part.</param>
/// <param name="Due">Local day, until its end.</param>
public sealed record Assignment(string Id, string Lead, IReadOnlyList<string> Cooperating, string What, DateOnly Due);

/// <summary>Something about one assignment.</summary>
public abstract record AssignmentEvent : CaseEvent
{
    public required string Assignment { get; init; }
}

/// <summary>The lead accepts.</summary>
public sealed record Accepted : AssignmentEvent;

/// <summary>The lead hands on; the clock runs on (R11).</summary>
public sealed record HandedOn : AssignmentEvent
{
    public required string To { get; init; }

    public required string Reason { get; init; }
}

/// <summary>The lead asks for more time, once.</summary>
public sealed record MoreTimeAsked : AssignmentEvent
{
    public required DateOnly Until { get; init; }

    public required string Reason { get; init; }
}

/// <summary>The office decides on it.</summary>
public sealed record MoreTimeDecided : AssignmentEvent
{
    /// <summary>The new date; null where it was not granted.</summary>
    public DateOnly? Until { get; init; }

    public string? Reason { get; init; }
}

/// <summary>How far it is.</summary>
public sealed record Progressed : AssignmentEvent
{
    public required string Words { get; init; }
}

/// <summary>The lead's result.</summary>
public sealed record Finished : AssignmentEvent
{
    public required string Result { get; init; }
}

/// <summary>A cooperating body's part is done.</summary>
public sealed record PartConfirmed : AssignmentEvent
{
    public required string Body { get; init; }
}

/// <summary>The official has told the place (R7).</summary>
public sealed record Answered : CaseEvent
{
    /// <summary>Local day.</summary>
    public required DateOnly On { get; init; }

    public required string How { get; init; }

    public required string ToWhom { get; init; }

    public required string Words { get; init; }
}

/// <summary>The place's word.</summary>
public sealed record Confirmed : CaseEvent
{
    public required PlaceVerdict Verdict { get; init; }

    /// <summary>Why it is not settled, or words to the office.</summary>
    public string? Because { get; init; }
}

/// <summary>The place took its word back, within five days.</summary>
public sealed record ConfirmationUndone : CaseEvent;

/// <summary>The ladder of the confirmation is over, or the place's time to object to an answer on the spot.</summary>
public sealed record Unanswered : CaseEvent;

/// <summary>The office corrected a step: it counts no more, and stays readable.</summary>
public sealed record Corrected : CaseEvent
{
    /// <summary>Number of the event that counts no more.</summary>
    public required int Step { get; init; }

    public required string Reason { get; init; }
}
