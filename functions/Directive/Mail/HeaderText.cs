using System.Text;
using Directives.Language;

namespace Directives.Mail;

/// <summary>
/// Makes text fit for a line of a letter's head (subject, a reader's name): no line break can begin a header of its own, and no
/// directional override can turn what follows around. Letters of any script stay as they are; pure.
/// </summary>
public static class HeaderText
{
    /// <summary>The text on one line.</summary>
    public static string Line(string text)
    {
        var line = new StringBuilder(text.Length);
        var gap = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (Drops(rune)) continue;
            if (Rune.IsControl(rune) || Rune.IsWhiteSpace(rune))
            {
                gap = line.Length > 0;
                continue;
            }

            if (gap) line.Append(' ');
            gap = false;
            line.Append(rune);
        }

        return line.ToString();
    }

    private static bool Drops(Rune rune) => rune.IsBmp && Bidi.Turns((char)rune.Value);
}
