using Directives.Recommendations;

namespace Directives.Local.Bench;

/// <summary>Texts strung together from pieces of the labelled pairs', so that words are as frequent as there. The same seed makes the same.</summary>
internal sealed class RadarTexts(int seed)
{
    private static readonly CaseKind[] Kinds =
        [CaseKind.Difficulty, CaseKind.Difficulty, CaseKind.Difficulty, CaseKind.Feedback, CaseKind.Proposal, CaseKind.Conflict];

    private static readonly string[][] Pieces = [.. RadarPairs.All.SelectMany(p => new[] { p.A, p.B }).Select(t => t.Split(' '))];
    private readonly Random _random = new(seed);

    public CaseKind Kind() => Kinds[_random.Next(Kinds.Length)];

    public string Text() => string.Join(' ', Enumerable.Range(0, _random.Next(2, 8)).SelectMany(_ => Piece()));

    private IEnumerable<string> Piece()
    {
        var words = Pieces[_random.Next(Pieces.Length)];
        var length = Math.Min(words.Length, _random.Next(4, 12));
        return words.Skip(_random.Next(words.Length - length + 1)).Take(length);
    }
}
