namespace Directives.Reports;

/// <summary>What became of a promise of the last report.</summary>
public enum PromiseState
{
    Done,
    UnderWay,

    /// <summary>Given up; the report says why.</summary>
    Dropped,
}

/// <summary>A promise of the last report, and what became of it (R4).</summary>
/// <param name="Promise">The words of the last report.</param>
/// <param name="Because">Why it was dropped; for others, what there is to say.</param>
public sealed record LastPromise(string Promise, PromiseState State, string? Because = null);
