namespace Directives.Recommendations;

/// <summary>Where a case stands after what has happened: a value, made anew by <see cref="CasePath"/> whenever it is asked.</summary>
public sealed record CaseState
{
    public required CaseStage Stage { get; init; }

    /// <summary>How it ended; null while it goes on.</summary>
    public CaseEnd? End { get; init; }

    public required CaseKind Kind { get; init; }

    /// <summary>Code of the place.</summary>
    public required string Place { get; init; }

    /// <summary>The raiser's seat.</summary>
    public required string Seat { get; init; }

    /// <summary>Who raised it; the end of the post does not change that.</summary>
    public required string Raiser { get; init; }

    /// <summary>Local day.</summary>
    public required DateOnly RaisedOn { get; init; }

    public bool Urgent { get; init; }

    /// <summary>Looked at, decided and answered by the confidential desk, and confirmed by its raiser (R6).</summary>
    public bool Confidential { get; init; }

    /// <summary>Taken up a second time because the place said that it is not settled.</summary>
    public bool Reopened { get; init; }

    /// <summary>How often the committee has put it off.</summary>
    public int PutOffs { get; init; }

    /// <summary>The decision that counts; null before one.</summary>
    public Decided? Decision { get; init; }

    /// <summary>The case whose decision it gets; null unless merged.</summary>
    public string? MergedInto { get; init; }

    public IReadOnlyList<AssignmentState> Assignments { get; init; } = [];

    /// <summary>Ids of all assignments there ever were, those of corrected steps too: none is used twice, so that no ladder is climbed twice.</summary>
    public IReadOnlySet<string> Used { get; init; } = new HashSet<string>();

    /// <summary>What is owed now, the earliest first.</summary>
    public IReadOnlyList<CaseDuty> Duties { get; init; } = [];

    /// <summary>When this local day has ended without a word of the place, the case ends; null where nothing waits for one.</summary>
    public DateOnly? SilentUntil { get; init; }

    /// <summary>Last local day on which the place may take its word back; null where it gave none.</summary>
    public DateOnly? UndoUntil { get; init; }

    /// <summary>Events that count no more, by number: corrected, or taken back.</summary>
    public IReadOnlySet<int> Void { get; init; } = new HashSet<int>();

    /// <summary>The place said that it has not heard the answer that was recorded, and no other one has been since.</summary>
    public bool NotHeard { get; init; }

    public bool IsOpen => End is null;
}

/// <summary>How far an assignment is.</summary>
public sealed record AssignmentState(Assignment Assignment)
{
    /// <summary>The body that answers for it now.</summary>
    public string Lead { get; init; } = Assignment.Lead;

    /// <summary>How often it was handed on by a lead.</summary>
    public int Hands { get; init; }

    /// <summary>Handed on too often: the office finds who does it.</summary>
    public bool WithOffice { get; init; }

    public bool IsAccepted { get; init; }

    /// <summary>The due date that counts (local day).</summary>
    public DateOnly Due { get; init; } = Assignment.Due;

    /// <summary>Number of the event that gave it the date that counts.</summary>
    public int Round { get; init; } = 1;

    /// <summary>The request on which the office owes a word.</summary>
    public MoreTimeAsked? Asked { get; init; }

    /// <summary>Local day of that request.</summary>
    public DateOnly? AskedOn { get; init; }

    /// <summary>More time was asked for already; it is asked once.</summary>
    public bool HasAsked { get; init; }

    /// <summary>Local day on which the office got it to place.</summary>
    public DateOnly? PlacingSince { get; init; }

    /// <summary>Number of the event by which the office got it to place.</summary>
    public int PlacingBy { get; init; }

    public string? Result { get; init; }

    /// <summary>Cooperating bodies that have confirmed their part.</summary>
    public IReadOnlyList<string> Parts { get; init; } = [];

    /// <summary>Cooperating bodies that have not; one that leads now confirms no part.</summary>
    public IEnumerable<string> PartsOpen => Assignment.Cooperating.Where(b => b != Lead && !Parts.Contains(b));

    /// <summary>Nothing of it is owed any more.</summary>
    public bool IsDone => Result is not null && !PartsOpen.Any();
}
