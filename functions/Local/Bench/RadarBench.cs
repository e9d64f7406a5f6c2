using System.Diagnostics;
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

    // Texts are strung together from pieces of the pairs', so that words are as frequent as there.
    private static (Spread Asked, Spread Core, Spread Added) Time(CancellationToken cancel)
    {
        var random = new Random(Seed);
        var pieces = RadarPairs.All.SelectMany(p => new[] { p.A, p.B }).Select(t => t.Split(' ')).ToArray();
        var kinds = new[] { CaseKind.Difficulty, CaseKind.Difficulty, CaseKind.Difficulty, CaseKind.Feedback, CaseKind.Proposal, CaseKind.Conflict };
        var radar = new Likeness(Thesaurus.Vietnamese);
        while (radar.Count < Texts)
        {
            cancel.ThrowIfCancellationRequested();
            radar.Add(Id(radar.Count), kinds[random.Next(kinds.Length)], Text());
        }

        var (asked, core) = Measure(Repetitions, _ => radar.To(CaseKind.Difficulty, Text(), 20));
        var (added, _) = Measure(Additions, _ =>
        {
            var text = Text();
            radar.Add(Id(radar.Count), CaseKind.Difficulty, text);
            return radar.To(CaseKind.Difficulty, text, 20);
        });
        return (asked, core, added);

        string Text() => string.Join(' ', Enumerable.Range(0, random.Next(2, 8)).SelectMany(_ => Piece()));

        IEnumerable<string> Piece()
        {
            var words = pieces[random.Next(pieces.Length)];
            var length = Math.Min(words.Length, random.Next(4, 12));
            return words.Skip(random.Next(words.Length - length + 1)).Take(length);
        }
    }

    // On the clock, and in processor time: what one core needs, whoever else wants it meanwhile.
    private static (Spread Clock, Spread Core) Measure(int repetitions, Func<int, IReadOnlyList<LikeText>> ask)
    {
        var (clock, core) = (new List<double>(), new List<double>());
        for (var i = -5; i < repetitions; i++)
        {
            var (watch, before) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
            _ = ask(i);
            if (i < 0) continue;
            clock.Add(watch.Elapsed.TotalMilliseconds);
            core.Add((Environment.CpuUsage.TotalTime - before).TotalMilliseconds);
        }

        return (Spread.Of(clock), Spread.Of(core));
    }

    private static BenchLine AtLeast(string what, double value, double least) => new("radar", what, "", One(value), null, value, least, false);

    private static Spread One(double value) => new(value, value, value);

    private static string Id(int number) => number.ToString("D6", CultureInfo.InvariantCulture);
}
