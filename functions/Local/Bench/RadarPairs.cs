using System.Globalization;
using CsvHelper;
using Directives.Recommendations;
using Directives.Recommendations.Radar;

namespace Directives.Local.Bench;

/// <summary>Two recommendations, and whether people would lay them side by side; <c>radar-pairs.md</c> says how they came about.</summary>
public sealed record RadarPair(string Half, bool Alike, string Why, CaseKind KindA, string A, CaseKind KindB, string B);

/// <summary>The labelled pairs of the radar.</summary>
public static class RadarPairs
{
    private const string Resource = "Directives.Local.Bench.radar-pairs.csv";

    /// <summary>All of them, in the order of the file.</summary>
    public static IReadOnlyList<RadarPair> All { get; } = Read();

    /// <summary>Those of a half: <c>tuning</c>, <c>held-out</c>, <c>study</c>, <c>near-miss</c>.</summary>
    public static IReadOnlyList<RadarPair> Of(string half) => [.. All.Where(p => p.Half == half)];

    /// <summary>An index of the texts of the tuning half: what is rare is known from these, never from what is judged.</summary>
    public static Likeness Known(Thesaurus thesaurus)
    {
        var known = new Likeness(thesaurus);
        var texts = Of("tuning").SelectMany(p => new[] { (Kind: p.KindA, Text: p.A), (Kind: p.KindB, Text: p.B) }).Distinct();
        foreach (var (kind, text) in texts) known.Add(known.Count.ToString(CultureInfo.InvariantCulture), kind, text);
        return known;
    }

    private static List<RadarPair> Read()
    {
        using var stream = typeof(RadarPairs).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The program lacks its resource {Resource}.");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        using var csv = CsvReader.Create(copy.ToArray(), CsvReaderOptions.Default with { Separator = ',' });
        var pairs = new List<RadarPair>();
        while (csv.Read())
        {
            pairs.Add(new RadarPair(
                csv.GetString("half"), csv.GetString("alike") == "yes", csv.GetString("why"), Enum.Parse<CaseKind>(csv.GetString("kindA")), csv.GetString("a"),
                Enum.Parse<CaseKind>(csv.GetString("kindB")), csv.GetString("b")));
        }

        return pairs;
    }
}
