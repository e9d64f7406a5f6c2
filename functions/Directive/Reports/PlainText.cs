using System.Globalization;
using System.Text;
using Directives.Language;

namespace Directives.Reports;

/// <summary>Text as people type and paste it: markup is text like any other, invisible control characters are not.</summary>
public static class PlainText
{
    // How word processors end a line without ending the paragraph, and what Unicode has for both.
    private static readonly System.Buffers.SearchValues<char> OtherLineEnds = System.Buffers.SearchValues.Create("\u000b\u000c\u0085\u2028\u2029");

    /// <summary>Composed letters (NFC), lines ended by LF, no blanks around it, nothing that turns the direction of reading.</summary>
    public static string Normalize(string typed)
    {
        var lines = Bidi.Plain(typed).Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        if (lines.AsSpan().ContainsAny(OtherLineEnds))
        {
            lines = string.Create(lines.Length, lines, static (to, from) =>
            {
                from.AsSpan().CopyTo(to);
                to.ReplaceAny(OtherLineEnds, '\n');
            });
        }

        // What FirstControl reports may have no normal form.
        return (FirstControl(lines) is null ? lines.Normalize(NormalizationForm.FormC) : lines).Trim(' ', '\t', '\n', '\u00a0');
    }

    /// <summary>The first character that is neither text nor tab nor line end; null for good text.</summary>
    public static ControlCharacter? FirstControl(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            // Nearly all there is.
            if (text[i] is (>= ' ' and < '\u007f') or (>= '\u00a0' and < '\ud800') or '\t' or '\n') continue;
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1])) i++;
            else if (text[i] is '\ufffe' or '\uffff' || char.IsControl(text[i]) || char.IsSurrogate(text[i]))
                return new ControlCharacter($"U+{((int)text[i]).ToString("X4", CultureInfo.InvariantCulture)}", i + 1);
        }

        return null;
    }
}
