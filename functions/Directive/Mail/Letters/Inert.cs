using System.Globalization;
using System.Text;

namespace Directives.Mail.Letters;

/// <summary>
/// Texts that others wrote — titles, names, reasons — made harmless before they stand in a sentence of ours: one line, no
/// invisible characters that turn or hide what follows, right-to-left script kept to itself, no word without end.
/// </summary>
public static class Inert
{
    // Encoded it may be nine times as long, and a line of mail holds 998 octets.
    private const int LongestWord = 80;
    private const char Isolate = '\u2068';
    private const char EndIsolate = '\u2069';

    /// <summary>The text, fit for a subject, a line of text or HTML, which encodes it.</summary>
    public static string Of(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        if (text.Length > LongestWord) return Clean(text);
        var before = ' ';
        foreach (var c in text)
        {
            if (!IsTame(c) || (c == ' ' && before == ' ')) return Clean(text);
            before = c;
        }

        return before == ' ' ? Clean(text) : text;
    }

    // Latin with its Vietnamese letters, Greek and Cyrillic, and the marks between words: nearly every text is only that.
    private static bool IsTame(char c) =>
        c is (>= ' ' and <= '~') or (> '\u00a0' and <= '\u052f' and not '\u00ad') or (>= '\u1e00' and <= '\u1eff') or '–' or '—' or '“' or '”' or '…';

    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        var (word, turns) = (0, false);
        foreach (var rune in text.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (category is UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse) continue;
            if (Rune.IsWhiteSpace(rune) || category == UnicodeCategory.Control || word >= LongestWord)
            {
                if (clean.Length > 0 && clean[^1] != ' ') clean.Append(' ');
                word = 0;
                if (Rune.IsWhiteSpace(rune) || category == UnicodeCategory.Control) continue;
            }

            clean.Append(rune);
            word++;
            turns |= IsRightToLeft(rune.Value);
        }

        var line = clean.ToString().TrimEnd();
        return turns ? $"{Isolate}{line}{EndIsolate}" : line;
    }

    private static bool IsRightToLeft(int rune) => rune is (>= 0x0590 and <= 0x08ff) or (>= 0xfb1d and <= 0xfdff) or (>= 0xfe70 and <= 0xfeff)
        or (>= 0x10800 and <= 0x10fff) or (>= 0x1e800 and <= 0x1efff);
}
