using System.Globalization;
using System.Text;
using Directives.Language;

namespace Directives.Recommendations.Radar;

/// <summary>A syllable of a text: as it is matched with its marks, without them, and where it stands.</summary>
internal readonly record struct Syllable(string Marked, string Folded, int Start, int Length)
{
    public int End => Start + Length;
}

/// <summary>The syllables of a text. Vietnamese writes each apart, so a word is often two or more.</summary>
internal static class Syllables
{
    private const string Tones = "\u0300\u0301\u0303\u0309\u0323";

    public static List<Syllable> Of(string text)
    {
        var syllables = new List<Syllable>();
        foreach (var word in Folding.Words(text))
            syllables.Add(new Syllable(Marked(text.Substring(word.Start, word.Length)), word.Folded, word.Start, word.Length));
        return syllables;
    }

    /// <summary>Whether a text was typed without marks, as on a telephone.</summary>
    public static bool AreBare(List<Syllable> syllables)
    {
        var (words, bare) = (0, 0);
        foreach (var syllable in syllables)
        {
            if (!syllable.Folded.All(char.IsLetter)) continue;
            words++;
            if (syllable.Marked == syllable.Folded) bare++;
        }

        return words > 3 && bare > 0.9 * words;
    }

    // The tone goes last, since people put it on either vowel (hòa, hoà).
    private static string Marked(string word)
    {
        var letters = new StringBuilder(word.Length + 1);
        var tones = new StringBuilder(1);
        foreach (var c in word.ToLowerInvariant().Normalize(NormalizationForm.FormD))
        {
            if (Tones.Contains(c, StringComparison.Ordinal)) tones.Append(c);
            else if (char.IsLetterOrDigit(c) || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) letters.Append(c);
        }

        return letters.Append(tones).ToString();
    }
}
