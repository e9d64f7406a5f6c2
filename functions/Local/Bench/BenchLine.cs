namespace Directives.Local.Bench;

/// <summary>One line of the benchmark: what was measured, against what, and the target.</summary>
/// <param name="Name">Name of the benchmark.</param>
/// <param name="What">What is compared.</param>
/// <param name="Unit">Unit of <paramref name="Ours"/> and <paramref name="Baseline"/>.</param>
/// <param name="Ours">Our measurements.</param>
/// <param name="Baseline">The baseline of equal durability in the same run; null where the target is absolute.</param>
/// <param name="Value">What the target is about: a ratio of medians, or a median.</param>
/// <param name="Target">The target.</param>
/// <param name="AtMost">Whether less is better.</param>
public sealed record BenchLine(string Name, string What, string Unit, Spread Ours, Spread? Baseline, double Value, double Target, bool AtMost)
{
    /// <summary>Whether the target is met.</summary>
    public bool Passed => AtMost ? Value <= Target : Value >= Target;

    /// <summary>The median over the baseline's median.</summary>
    public static BenchLine Ratio(string name, string what, string unit, Spread ours, Spread baseline, double target, bool atMost) =>
        new(name, what, unit, ours, baseline, ours.Median / baseline.Median, target, atMost);

    /// <summary>The median itself.</summary>
    public static BenchLine Absolute(string name, string what, string unit, Spread ours, double most) =>
        new(name, what, unit, ours, null, ours.Median, most, true);
}

/// <summary>One of the benchmarks.</summary>
internal sealed record Benchmark(string Name, string Says, Func<CancellationToken, Task<IReadOnlyList<BenchLine>>> Run);
