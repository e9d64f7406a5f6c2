namespace Directives.Recommendations.Agenda;

/// <summary>What the Standing Committee decided (R7), recorded once for all cases it covers; applied case by case.</summary>
public sealed record Decision
{
    /// <summary>1, 2, 3 … in the order of recording.</summary>
    public required int Number { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who recorded it.</summary>
    public required string By { get; init; }

    /// <summary>For whom, where somebody acted for another.</summary>
    public string? For { get; init; }

    /// <summary>Local day of the meeting; null where it was taken by circulation.</summary>
    public DateOnly? Meeting { get; init; }

    /// <summary>What each case gets; its id is the decision's.</summary>
    public required Decided Step { get; init; }

    /// <summary>The cases, and what became of each; those merged into one of them follow as they are found.</summary>
    public required IReadOnlyList<DecidedCase> Cases { get; init; }
}

/// <summary>A case that a decision covers.</summary>
/// <param name="Into">The case it was merged into; null for one that was chosen itself.</param>
/// <param name="Became">What became of it; null while that is under way.</param>
/// <param name="Why">Why it could not be applied.</param>
public sealed record DecidedCase(string Id, string? Into = null, DecidedState? Became = null, CaseRefusal? Why = null);

/// <summary>What became of a case that a decision covers.</summary>
public enum DecidedState
{
    Applied,

    /// <summary>Another decision, or another step, was first; that one stands.</summary>
    Refused,
}
