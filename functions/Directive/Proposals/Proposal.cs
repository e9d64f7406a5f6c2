using Directives.Register;

namespace Directives.Proposals;

/// <summary>What a proposal would change.</summary>
public enum ChangeKind
{
    /// <summary>Gives a duty at a place to an official, from a day on.</summary>
    Give,

    /// <summary>Takes it, from a day on.</summary>
    Take,

    /// <summary>Puts an edition of a directive in force from its own day on.</summary>
    Edition,

    /// <summary>Removes a person's second factor, so that they can set up another.</summary>
    ResetFactor,

    /// <summary>Confirms that an account of the tenant is a person's, where that person carries a duty that one alone must not open.</summary>
    BindAccount,
}

/// <summary>What is to change (R2, R6): who carries a duty, the rules, somebody's second factor, or whose an account is.</summary>
/// <param name="Official">Whom it is about; null for an edition.</param>
/// <param name="Duty">Null where none changes hands.</param>
/// <param name="Place">Code of the place of the duty.</param>
/// <param name="From">First local day on which it counts.</param>
/// <param name="Edition">The edition as text; null for none.</param>
/// <param name="Account">Name of an account of the tenant; null for none.</param>
public sealed record Change(
    ChangeKind Kind, DateOnly From, string? Official = null, Duty? Duty = null, string? Place = null, string? Edition = null, string? Account = null)
{
    /// <summary>What the tenant calls the account's owner, as both administrators saw it.</summary>
    public string? AccountName { get; init; }
}

/// <summary>Where a proposal stands.</summary>
public enum ProposalState
{
    /// <summary>It waits for another administrator.</summary>
    Proposed,

    /// <summary>Confirmed; what it says is being done.</summary>
    Confirmed,

    /// <summary>Done.</summary>
    Applied,

    Declined,
    Withdrawn,

    /// <summary>Confirmed, but what stood then did not allow it any more.</summary>
    Failed,
}

/// <summary>A change that one administrator proposes and another confirms or declines.</summary>
public sealed record Proposal
{
    /// <summary>1, 2, 3 …</summary>
    public required int Number { get; init; }

    public required Change Change { get; init; }

    /// <summary>Who proposed it: an official's id.</summary>
    public required string By { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>In the words of who proposed it.</summary>
    public required string Reason { get; init; }

    public ProposalState State { get; init; }

    /// <summary>Who confirmed, declined or withdrew it.</summary>
    public string? DecidedBy { get; init; }

    /// <summary>UTC.</summary>
    public DateTimeOffset? DecidedAt { get; init; }
}
