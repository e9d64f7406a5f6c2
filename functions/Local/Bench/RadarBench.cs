using System.Globalization;
using Directives.Recommendations;
using Directives.Recommendations.Radar;

namespace Directives.Local.Bench;

/// <summary>How well the radar tells labelled pairs apart that nothing was tuned on, and how long it takes for one new text among 100,000.</summary>
internal static class RadarBench
{
    private const int Texts = 100_000;
    private const int Repetitions = 200;
    private const int Additions = 20;
    private const double MostMilliseconds = 200;
    private const int Seed = 20230407;

    public static Task<IReadOnlyList<BenchLine>> RunAsync(CancellationToken cancel)
    {
        var known = RadarPairs.Known(Thesaurus.Vietnamese);
        var heldOut = RadarFigures.Of(RadarPairs.Of("held-out"), known);
        var words = RadarFigures.Of(RadarPairs.Of("held-out"), RadarPairs.Known(Thesaurus.WordsAlone));
        var missed = RadarFigures.Of(RadarPairs.Of("near-miss"), known);
        var (asked, core, added) = Time(cancel);
        return Task.FromResult<IReadOnlyList<BenchLine>>(
        [
            AtLeast("held-out pairs: recall", heldOut.Recall, 0.8),
            AtLeast("held-out pairs: precision", heldOut.Precision, 0.7),
            BenchLine.Ratio("radar", "held-out pairs: average precision / by words alone", "", One(heldOut.AveragePrecision), One(words.AveragePrecision), 1, false),
            AtLeast("pairs that repeat half a sentence: recall (no target)", missed.Recall, 0),
            AtLeast("pairs that repeat half a sentence: precision (no target)", missed.Precision, 0),
            BenchLine.Absolute("radar", "like ones of a text among 100,000", "ms", asked, MostMilliseconds),
            new BenchLine("radar", "the same, the slowest in processor time", "ms", core, null, core.Max, MostMilliseconds, true),
            BenchLine.Absolute("radar", "add a text to 100,000 and ask for its like", "ms", added, MostMilliseconds),
        ]);
    }

    private static (Spread Asked, Spread Core, Spread Added) Time(CancellationToken cancel)
    {
        var texts = new RadarTexts(Seed);
        var radar = new Likeness(Thesaurus.Vietnamese);
        while (radar.Count < Texts)
        {
            cancel.ThrowIfCancellationRequested();
            radar.Add(Id(radar.Count), texts.Kind(), texts.Text());
        }

        var (asked, core) = CoreTime.Measure(Repetitions, () => radar.To(CaseKind.Difficulty, texts.Text(), 20));
        var (added, _) = CoreTime.Measure(Additions, () =>
        {
            var text = texts.Text();
            radar.Add(Id(radar.Count), CaseKind.Difficulty, text);
            return radar.To(CaseKind.Difficulty, text, 20);
        });
        return (asked, core, added);
    }

    private static BenchLine AtLeast(string what, double value, double least) => new("radar", what, "", One(value), null, value, least, false);

    private static Spread One(double value) => new(value, value, value);

    private static string Id(int number) => number.ToString("D6", CultureInfo.InvariantCulture);
}
