using System.Globalization;
using Directives.Register;

namespace Directives.Assistants;

/// <summary>Why an assistant was not named.</summary>
public enum AssistantRefusal
{
    NoTitle,
    TitleTooLong,

    /// <summary>More than a title: signs, control characters, or what a mail program makes a link of.</summary>
    NotATitle,

    NotAnAddress,

    /// <summary>The official's own address, or their clerk's, who get these letters anyway.</summary>
    KnownAddress,

    NotALanguage,

    /// <summary>So many were named today already.</summary>
    TooOften,
}

/// <summary>Who may be named as an assistant; pure. The letter that goes out at once must not carry whatever somebody likes to write to whomever.</summary>
public static class AssistantRules
{
    public const int LongestTitle = 100;

    /// <summary>Namings of one official on one local day.</summary>
    public const int MostOnDay = 3;

    // Vietnamese titles need no more; a full stop would let a mail program find an address in the title.
    private const string Signs = " ,-–()'’&";

    /// <summary>Why not, or null.</summary>
    /// <param name="known">Addresses that get the official's letters anyway.</param>
    public static AssistantRefusal? Refuses(string title, string address, string language, IEnumerable<string> known) =>
        OfTitle(title) ?? OfAddress(address, known) ?? OfLanguage(language);

    /// <summary>All that is wrong with what was typed, field by field; whoever types it is told at once.</summary>
    public static IReadOnlyList<AssistantRefusal> All(string title, string address, string language) =>
        [.. new[] { OfTitle(title), OfAddress(address, []), OfLanguage(language) }.OfType<AssistantRefusal>()];

    private static AssistantRefusal? OfTitle(string title) =>
        string.IsNullOrWhiteSpace(title) ? AssistantRefusal.NoTitle
        : title.Length > LongestTitle ? AssistantRefusal.TitleTooLong
        : !title.All(c => Signs.Contains(c, StringComparison.Ordinal) || IsWord(c)) ? AssistantRefusal.NotATitle
        : null;

    private static AssistantRefusal? OfAddress(string address, IEnumerable<string> known) =>
        !RegisterTexts.IsAddress(address) ? AssistantRefusal.NotAnAddress
        : known.Contains(address, StringComparer.OrdinalIgnoreCase) ? AssistantRefusal.KnownAddress
        : null;

    private static AssistantRefusal? OfLanguage(string language) => language is "vi" or "en" ? null : AssistantRefusal.NotALanguage;

    // Latin letters with their marks: no script that runs the other way, nothing that looks like another letter.
    private static bool IsWord(char c) => char.IsAsciiLetterOrDigit(c)
        || (c is >= '\u00C0' and <= '\u024F' or >= '\u1E00' and <= '\u1EFF' && char.IsLetter(c))
        || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark && c is >= '\u0300' and <= '\u036F';
}
