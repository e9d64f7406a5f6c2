using Directives.Web;

namespace Directives.Recommendations.Confidential;

/// <summary>What a confidential matter can be about.</summary>
public enum NamedKind
{
    Official,
    Body,
    Place,
}

/// <summary>Somebody or something that a confidential matter names (R6).</summary>
/// <param name="Id">An official's or a body's id, or the code of a place.</param>
public readonly record struct Named(NamedKind Kind, string Id)
{
    /// <summary>As a form sends it; <see cref="Parse"/> reads it.</summary>
    public override string ToString() => $"{Kind}:{Id}";

    /// <summary>Reads what <see cref="ToString"/> wrote; null for anything else.</summary>
    public static Named? Parse(string text) =>
        text.IndexOf(':', StringComparison.Ordinal) is var colon and > 0
        && TypedName.Find<NamedKind>(text[..colon]) is { } kind
            ? new Named(kind, text[(colon + 1)..])
            : null;
}
