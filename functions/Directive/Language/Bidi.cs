using System.Buffers;

namespace Directives.Language;

/// <summary>
/// Takes out of text what turns the direction of reading for all that follows it: embeddings, overrides and isolates. Letters that run from right to left stay,
/// and so do the plain marks that they need. Pure.
/// </summary>
public static class Bidi
{
    private static readonly SearchValues<char> Turning = SearchValues.Create("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069");

    /// <summary>Whether a character turns what follows.</summary>
    public static bool Turns(char c) => Turning.Contains(c);

    /// <summary>The text without them.</summary>
    public static string Plain(string text) =>
        text.AsSpan().ContainsAny(Turning) ? string.Concat(text.Where(c => !Turning.Contains(c))) : text;
}
