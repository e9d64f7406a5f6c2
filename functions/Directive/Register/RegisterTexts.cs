using System.Globalization;
using System.Text.RegularExpressions;

namespace Directives.Register;

/// <summary>What a text in the register may hold: it ends up in letter headings, addresses and table keys (R1).</summary>
internal static partial class RegisterTexts
{
    /// <summary>Longest code or id, in characters: it is part of table keys.</summary>
    public const int LongestId = 80;

    /// <summary>Longest name or title, in characters.</summary>
    public const int LongestText = 250;

    private const int LongestAddress = 254;
    private const int LongestMailbox = 64;

    /// <summary>True for control characters, line and paragraph separators, and marks that turn the writing direction.</summary>
    public static bool Unprintable(char c) => char.IsControl(c)
        || c is '\u2028' or '\u2029' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    /// <summary>Adds what is wrong with one text; <paramref name="what"/> names it in the message.</summary>
    public static void Check(
        List<RegisterProblem> problems, string subject, int? row, string what, string? text, int longest = LongestText)
    {
        if (string.IsNullOrWhiteSpace(text))
            problems.Add(new(RegisterProblemKind.EmptyText, subject, row, what));
        else
            CheckShape(problems, subject, row, what, text, longest);
    }

    /// <summary>Adds what is wrong with a text that may be empty.</summary>
    public static void CheckShape(
        List<RegisterProblem> problems, string subject, int? row, string what, string text, int longest = LongestText)
    {
        if (text.Length > longest)
        {
            string limit = longest.ToString(CultureInfo.InvariantCulture);
            problems.Add(new(RegisterProblemKind.TextTooLong, subject, row, what, limit));
        }

        if (HasUnprintable(text))
            problems.Add(new(RegisterProblemKind.ControlCharacters, subject, row, what));
    }

    /// <summary>True for one plain mail address: no display name, no comment, no line break that could add a header.</summary>
    public static bool IsAddress(string? address) => address is not null
        && address.Length <= LongestAddress && address.IndexOf('@') <= LongestMailbox && Address().IsMatch(address);

    private static bool HasUnprintable(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (Unprintable(text[i]))
                return true;
            if (!char.IsSurrogate(text[i]))
                continue;
            // Half a character cannot be stored as UTF-8.
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
                return true;
            i++;
        }

        return false;
    }

    [GeneratedRegex(
        @"\A[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
        + @"@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
