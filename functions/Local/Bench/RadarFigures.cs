using Directives.Recommendations.Radar;

namespace Directives.Local.Bench;

/// <summary>How well pairs are told apart.</summary>
/// <param name="Alike">Pairs that people call alike.</param>
/// <param name="Shown">Pairs that are shown as alike.</param>
/// <param name="Found">Pairs that are both.</param>
/// <param name="AveragePrecision">Of all thresholds at once: 1 if every pair that is alike comes before every other.</param>
public sealed record RadarFigures(int Alike, int Shown, int Found, double AveragePrecision)
{
    /// <summary>Part of the alike ones that is shown.</summary>
    public double Recall => (double)Found / Alike;

    /// <summary>Part of the shown ones that is alike; 1 where nothing is shown.</summary>
    public double Precision => Shown == 0 ? 1 : (double)Found / Shown;

    /// <summary>The figures of pairs; only those of one kind are ever shown.</summary>
    public static RadarFigures Of(IEnumerable<RadarPair> pairs, Likeness likeness, double threshold = Likeness.Threshold)
    {
        var scored = pairs.Select(p => (p.Alike, Score: p.KindA == p.KindB ? likeness.Between(p.A, p.B) : 0)).OrderByDescending(p => p.Score).ToList();
        var (found, sum) = (0, 0.0);
        for (var i = 0; i < scored.Count; i++)
        {
            if (!scored[i].Alike) continue;
            found++;
            sum += (double)found / (i + 1);
        }

        var shown = scored.Where(p => p.Score >= threshold).ToList();
        return new RadarFigures(found, shown.Count, shown.Count(p => p.Alike), sum / found);
    }
}
