namespace Directives.Local.Cost;

/// <summary>What one thing costs, as it was looked up; an input, never a promise.</summary>
public sealed record Price
{
    /// <summary>What <see cref="Per"/> units cost, in the list's currency.</summary>
    public required double Amount { get; init; }

    /// <summary>For how many units <see cref="Amount"/> is.</summary>
    public required double Per { get; init; }

    /// <summary>What is counted.</summary>
    public required string Unit { get; init; }

    /// <summary>Units a month that cost nothing.</summary>
    public double Free { get; init; }

    /// <summary>Whether it was read on the seller's own page or price service, not on somebody else's.</summary>
    public required bool Confirmed { get; init; }

    /// <summary>Where the seller says it: the page to check it on.</summary>
    public required string Source { get; init; }

    /// <summary>Where it was read, and what was assumed.</summary>
    public required string Note { get; init; }

    /// <summary>What a month's units cost beyond the free ones.</summary>
    public double Of(double units) => OfAll(Math.Max(0, units - Free));

    /// <summary>What units cost where none are free.</summary>
    public double OfAll(double units) => units / Per * Amount;

    /// <summary>What is wrong with it; empty if nothing is.</summary>
    internal IEnumerable<string> Problems(string name)
    {
        if (!double.IsFinite(Amount) || Amount < 0) yield return $"{name}.amount is {Amount}: write what it costs, 0 or more.";
        if (!double.IsFinite(Per) || Per <= 0) yield return $"{name}.per is {Per}: write for how many units the amount is, such as 10000.";
        if (!double.IsFinite(Free) || Free < 0) yield return $"{name}.free is {Free}: write how many units a month cost nothing, 0 or more.";
    }
}
