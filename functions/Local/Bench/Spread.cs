using System.Globalization;

namespace Directives.Local.Bench;

/// <summary>What was measured, over some repetitions.</summary>
/// <param name="Min">The least.</param>
/// <param name="Median">Half were less.</param>
/// <param name="Max">The most.</param>
public sealed record Spread(double Min, double Median, double Max)
{
    /// <summary>The spread of some measurements.</summary>
    public static Spread Of(IEnumerable<double> measured)
    {
        var sorted = measured.Order().ToArray();
        var middle = sorted.Length / 2;
        return new Spread(sorted[0], sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2, sorted[^1]);
    }

    public override string ToString() => $"{Text(Min)} / {Text(Median)} / {Text(Max)}";

    private static string Text(double value) => value.ToString(value >= 100 ? "N0" : "0.###", CultureInfo.InvariantCulture);
}
