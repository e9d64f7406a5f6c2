using System.Globalization;
using CsCheck;
using Directives.Local.Bench;
using Directives.Recommendations;
using Directives.Recommendations.Radar;

namespace Directives.Tests.Recommendations.Radar;

/// <summary>What holds of likeness whatever is written.</summary>
public sealed class LikenessProperties
{
    private static readonly string[] _words = [.. RadarPairs.Of("tuning").SelectMany(p => (p.A + " " + p.B).Split(' ')).Distinct()];

    private static readonly Gen<string> _text = Gen.OneOf(
        Gen.Int[0, _words.Length - 1].Array[0, 30].Select(at => string.Join(' ', at.Select(i => _words[i]))),
        Gen.String[0, 60]);

    private static readonly Gen<(CaseKind Kind, string Text)[]> _texts =
        Gen.Select(Gen.OneOf(CaseKind.Difficulty, CaseKind.Feedback, CaseKind.Proposal, CaseKind.Conflict), _text).Array[1, 25];

    [Fact]
    public void A_text_is_most_like_itself() => _texts.Sample(texts =>
    {
        var radar = Radar(texts);
        for (var i = 0; i < texts.Length; i++)
        {
            var found = radar.To(texts[i].Kind, texts[i].Text, texts.Length, null, 0);
            var itself = found.FirstOrDefault(f => f.Id == Id(i));
            if (itself is null) Assert.Empty(Thesaurus.Vietnamese.Terms(texts[i].Text));
            else Assert.True(itself.Score > 0.99999 && itself.Score >= found[0].Score - 0.00001);
        }
    }, iter: 200);

    [Fact]
    public void The_order_in_which_texts_come_does_not_matter() => Gen.Select(_texts, Gen.Int, _text).Sample((texts, seed, asked) =>
    {
        var order = Enumerable.Range(0, texts.Length).ToArray();
        new Random(seed).Shuffle(order);
        var (one, other) = (Radar(texts), Radar(texts, order));
        Assert.Equal(Told(one.To(CaseKind.Difficulty, asked, 9, null, 0)), Told(other.To(CaseKind.Difficulty, asked, 9, null, 0)));
    }, iter: 200);

    [Fact]
    public void Asking_between_additions_changes_nothing() => Gen.Select(_texts, _text).Sample((texts, asked) =>
    {
        var radar = new Likeness(Thesaurus.Vietnamese);
        for (var i = 0; i < texts.Length; i++)
        {
            radar.Add(Id(i), texts[i].Kind, texts[i].Text);
            _ = radar.To(CaseKind.Difficulty, asked, 3, null, 0);
        }

        Assert.Equal(Told(Radar(texts).To(CaseKind.Difficulty, asked, 9, null, 0)), Told(radar.To(CaseKind.Difficulty, asked, 9, null, 0)));
    }, iter: 100);

    [Fact]
    public void Likeness_is_mutual_and_between_nought_and_one() => Gen.Select(_texts, _text, _text).Sample((texts, one, other) =>
    {
        var radar = Radar(texts);
        var score = radar.Between(one, other);
        Assert.InRange(score, 0, 1);
        Assert.Equal(score, radar.Between(other, one));
    }, iter: 200);

    [Fact]
    public void What_is_shown_is_what_the_two_texts_score_and_stands_in_them() => Gen.Select(_texts, _text).Sample((texts, asked) =>
    {
        var radar = Radar(texts);
        foreach (var found in radar.To(CaseKind.Difficulty, asked, 9))
        {
            var text = texts[int.Parse(found.Id, CultureInfo.InvariantCulture)].Text;
            Assert.Equal(radar.Between(asked, text), found.Score, 5);
            Assert.True(found.Score >= Likeness.Threshold);
            Assert.NotEmpty(found.Because);
            Assert.All(found.Because, b => Assert.True(asked.Contains(b.Here, StringComparison.Ordinal) && text.Contains(b.There, StringComparison.Ordinal)));
        }
    }, iter: 200);

    private static Likeness Radar((CaseKind Kind, string Text)[] texts, int[]? order = null)
    {
        var radar = new Likeness(Thesaurus.Vietnamese);
        foreach (var i in order ?? [.. Enumerable.Range(0, texts.Length)]) radar.Add(Id(i), texts[i].Kind, texts[i].Text);
        return radar;
    }

    private static string Told(IReadOnlyList<LikeText> found) =>
        string.Join('\n', found.Select(f => string.Create(CultureInfo.InvariantCulture, $"{f.Id} {f.Score:R} {string.Join('|', f.Because)}")));

    private static string Id(int number) => number.ToString("D2", CultureInfo.InvariantCulture);
}
