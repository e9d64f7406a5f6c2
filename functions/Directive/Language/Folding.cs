using System.Globalization;
using System.Text;

namespace Directives.Language;

/// <summary>Text as people type it in a hurry: without marks, all small, one blank between words. <c>Đập Đá</c> becomes <c>dap da</c>.</summary>
public static class Folding
{
    /// <summary>The text folded; folding it again changes nothing.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var word in Words(text))
        {
            if (folded.Length > 0) folded.Append(' ');
            folded.Append(word.Folded);
        }

        return folded.ToString();
    }

    /// <summary>Whether every word of what was asked for begins a word of the text, both folded. Nothing asked for is found nowhere.</summary>
    public static bool Finds(string foldedText, string folded) =>
        folded.Length > 0 && folded.Split(' ').All(word => Begins(foldedText, word));

    /// <summary>The words of a text: runs of letters and digits, folded, with where they stand in it.</summary>
    public static IEnumerable<FoldedWord> Words(string text)
    {
        var word = new StringBuilder();
        var (start, end) = (0, 0);
        for (var i = 0; i < text.Length;)
        {
            var length = char.IsSurrogatePair(text, i) ? 2 : 1;
            var before = word.Length;
            var belongs = Append(word, text.AsSpan(i, length), word.Length > 0);
            if (belongs)
            {
                if (before == 0) start = i;
                end = i + length;
            }
            else if (word.Length > 0)
            {
                yield return new FoldedWord(word.ToString(), start, end - start);
                word.Clear();
            }

            i += length;
        }

        if (word.Length > 0) yield return new FoldedWord(word.ToString(), start, end - start);
    }

    // A mark of its own belongs to the word before it, and leaves nothing.
    private static bool Append(StringBuilder word, ReadOnlySpan<char> letter, bool inWord)
    {
        if (letter.Length == 1 && char.IsSurrogate(letter[0])) return false;
        if (letter.Length == 1 && char.IsAscii(letter[0]))
        {
            if (!char.IsAsciiLetterOrDigit(letter[0])) return false;
            word.Append(char.ToLowerInvariant(letter[0]));
            return true;
        }

        if (letter is "đ" or "Đ")
        {
            word.Append('d');
            return true;
        }

        if (!IsText(letter)) return inWord && IsMark(letter);
        var added = false;
        foreach (var rune in letter.ToString().Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (!Rune.IsLetterOrDigit(rune)) continue;
            var lower = Rune.ToLowerInvariant(rune);
            word.Append(lower.Value == 'đ' ? "d" : lower.ToString());
            added = true;
        }

        return added || inWord;
    }

    private static bool IsText(ReadOnlySpan<char> letter) =>
        Rune.DecodeFromUtf16(letter, out var rune, out _) == System.Buffers.OperationStatus.Done && Rune.IsLetterOrDigit(rune);

    private static bool IsMark(ReadOnlySpan<char> letter) =>
        Rune.DecodeFromUtf16(letter, out var rune, out _) == System.Buffers.OperationStatus.Done
        && Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.SpacingCombiningMark;

    private static bool Begins(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            if (at == 0 || text[at - 1] == ' ') return true;
        }

        return false;
    }
}

/// <summary>A word of a text, folded, and where it stands in the text.</summary>
/// <param name="Start">Index of its first character.</param>
/// <param name="Length">Characters, as they stand in the text.</param>
public readonly record struct FoldedWord(string Folded, int Start, int Length);
