using System.Text;

namespace Directives.Mail.Letters;

/// <summary>Sets the lines of a letter: plain text for a text client, HTML short enough for any mail server.</summary>
internal static class LetterLines
{
    /// <summary>Between two parts of a plain letter.</summary>
    public const string Rule = "----------------------------------------";

    /// <summary>Asks for an empty line; no text holds it, since <see cref="Inert"/> leaves no such character.</summary>
    public const char Gap = '\f';

    private const int Width = 72;
    private const int LongestHtml = 240;
    private const string Hang = "   ";

    /// <summary>Plain text as its components wrote it: lines trimmed and wrapped at words, empty ones only where asked for.</summary>
    public static string Plain(ReadOnlySpan<char> written)
    {
        var text = new StringBuilder(written.Length + 64);
        var gap = false;
        foreach (var range in written.Split('\n'))
        {
            var line = written[range];
            if (line.Contains(Gap))
            {
                gap = true;
                continue;
            }

            line = line.Trim();
            if (line.IsEmpty) continue;
            if (gap && text.Length > 0) text.Append('\n');
            gap = false;
            Wrap(text, line);
        }

        return text.ToString();
    }

    /// <summary>HTML with its lines folded at blanks, where a blank and a line's end are the same.</summary>
    public static string Html(ReadOnlySpan<char> written)
    {
        var html = new StringBuilder(written.Length + 64);
        while (!written.IsEmpty)
        {
            var end = written.IndexOf('\n');
            var line = (end < 0 ? written : written[..end]).Trim();
            written = end < 0 ? [] : written[(end + 1)..];
            while (line.Length > LongestHtml)
            {
                var at = line[..LongestHtml].LastIndexOf(' ');
                if (at < 0) at = line.IndexOf(' ');
                if (at < 0) break;
                html.Append(line[..at]).Append('\n');
                line = line[(at + 1)..];
            }

            if (!line.IsEmpty) html.Append(line).Append('\n');
        }

        return html.ToString();
    }

    private static void Wrap(StringBuilder text, ReadOnlySpan<char> line)
    {
        var hang = char.IsAsciiDigit(line[0]) && line.IndexOf(". ", StringComparison.Ordinal) is > 0 and < 5;
        while (line.Length > Width)
        {
            var at = line[..(Width + 1)].LastIndexOf(' ');
            if (at <= 0) at = line.IndexOf(' ');
            if (at <= 0) break;
            text.Append(line[..at]).Append('\n');
            if (hang) text.Append(Hang);
            line = line[(at + 1)..].TrimStart();
        }

        text.Append(line).Append('\n');
    }
}
