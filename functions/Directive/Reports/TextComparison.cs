using DiffPlex;
using DiffPlex.Chunkers;

namespace Directives.Reports;

/// <summary>What became of a piece of text from one version to another.</summary>
public enum PieceChange
{
    Kept,
    Added,
    Removed,
}

/// <summary>A piece of two texts laid over each other.</summary>
public readonly record struct TextPiece(PieceChange Change, string Text);

/// <summary>Compares two texts word by word. Pure.</summary>
public static class TextComparison
{
    /// <summary>Both texts as pieces in reading order: without what was added it is the older, without what was removed the newer.</summary>
    public static IReadOnlyList<TextPiece> Of(string older, string newer)
    {
        var diff = Differ.Instance.CreateDiffs(older, newer, ignoreWhiteSpace: false, ignoreCase: false, WordChunker.Instance);
        var pieces = new List<TextPiece>();
        var a = 0;
        foreach (var block in diff.DiffBlocks)
        {
            Add(pieces, PieceChange.Kept, diff.PiecesOld, a, block.DeleteStartA);
            Add(pieces, PieceChange.Removed, diff.PiecesOld, block.DeleteStartA, block.DeleteStartA + block.DeleteCountA);
            Add(pieces, PieceChange.Added, diff.PiecesNew, block.InsertStartB, block.InsertStartB + block.InsertCountB);
            a = block.DeleteStartA + block.DeleteCountA;
        }

        Add(pieces, PieceChange.Kept, diff.PiecesOld, a, diff.PiecesOld.Count);
        return pieces;
    }

    private static void Add(List<TextPiece> pieces, PieceChange change, IReadOnlyList<string> words, int from, int to)
    {
        if (from < to) pieces.Add(new TextPiece(change, string.Concat(words.Skip(from).Take(to - from))));
    }
}
