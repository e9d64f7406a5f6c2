using Directives.Dossiers;

namespace Directives.Recommendations;

/// <summary>Head of a case.</summary>
public sealed record CaseHead : Head
{
    public required string Case { get; init; }

    /// <summary>Number of the last event.</summary>
    public required int Events { get; init; }

    /// <summary>Where it stood after that, for lists; the events say it anew whenever it counts.</summary>
    public required CaseStage Stage { get; init; }

    public CaseEnd? End { get; init; }

    /// <summary>The rules it was raised under; a later edition does not change what it owes.</summary>
    public required CaseRules Rules { get; init; }

    /// <summary>IANA zone in which its days begin and end.</summary>
    public required string Zone { get; init; }

    /// <summary>Notices that wait to be delivered stand in its ladders.</summary>
    public bool Owing { get; init; }
}
