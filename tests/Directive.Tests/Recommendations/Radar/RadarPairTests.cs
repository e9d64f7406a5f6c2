using Directives.Local.Bench;
using Directives.Recommendations;
using Directives.Recommendations.Radar;

namespace Directives.Tests.Recommendations.Radar;

/// <summary>The labelled pairs, and how well the radar tells them apart.</summary>
public sealed class RadarPairTests
{
    private static readonly RadarPair[] _judged = [.. RadarPairs.Of("tuning"), .. RadarPairs.Of("held-out")];
    private static readonly Likeness _known = RadarPairs.Known(Thesaurus.Vietnamese);

    [Fact]
    public void There_are_three_hundred_pairs_a_third_of_them_hard_and_half_held_out()
    {
        Assert.True(_judged.Length >= 300);
        Assert.True(3 * _judged.Count(p => p.Why == "hard") >= _judged.Length);
        Assert.True(2 * RadarPairs.Of("held-out").Count >= _judged.Length);
        Assert.All(_judged, p => Assert.Equal(p.Why == "paraphrase", p.Alike));
        Assert.All(RadarPairs.All, p => Assert.False(p.Alike && p.KindA != p.KindB));
        Assert.DoesNotContain(RadarPairs.All, p => p.KindA == CaseKind.Violation || p.KindB == CaseKind.Violation);
    }

    [Fact]
    public void No_held_out_text_is_known_from_elsewhere()
    {
        var heldOut = Texts(RadarPairs.Of("held-out"));
        Assert.Empty(Texts(RadarPairs.All.Where(p => p.Half != "held-out")).Intersect(heldOut));
        Assert.All(_judged, p => Assert.NotEqual(p.A, p.B));
    }

    [Fact]
    public void Held_out_pairs_are_told_apart()
    {
        var figures = RadarFigures.Of(RadarPairs.Of("held-out"), _known);
        Assert.True(figures.Recall >= 0.8, $"Recall is {figures.Recall:0.00}.");
        Assert.True(figures.Precision >= 0.7, $"Precision is {figures.Precision:0.00}.");
    }

    [Fact]
    public void The_threshold_is_the_one_the_tuning_half_says()
    {
        var figures = RadarFigures.Of(RadarPairs.Of("tuning"), _known);
        Assert.InRange(figures.Recall, 0.86, 0.88);
        Assert.InRange(figures.Precision, 0.83, 0.86);
    }

    [Fact]
    public void Phrases_tell_more_than_words_alone()
    {
        var words = RadarFigures.Of(RadarPairs.Of("held-out"), RadarPairs.Known(Thesaurus.WordsAlone));
        Assert.True(RadarFigures.Of(RadarPairs.Of("held-out"), _known).AveragePrecision > words.AveragePrecision);
    }

    private static HashSet<string> Texts(IEnumerable<RadarPair> pairs) => [.. pairs.SelectMany(p => new[] { p.A, p.B })];

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    public void Among_few_texts_pairs_are_told_apart_too(int texts)
    {
        var few = new Likeness(Thesaurus.Vietnamese);
        foreach (var pair in RadarPairs.Of("tuning").Take(texts)) few.Add($"{few.Count}", pair.KindA, pair.A);
        var figures = RadarFigures.Of(RadarPairs.Of("tuning"), few);
        Assert.True(figures is { Recall: >= 0.8, Precision: >= 0.7 }, $"{figures}: {figures.Recall:F2} {figures.Precision:F2}");
    }

    [Fact]
    public void The_tuning_half_is_not_fewer_texts_than_rarity_is_reckoned_among() => Assert.True(_known.Count >= Likeness.Fewest, $"{_known.Count}");
}
