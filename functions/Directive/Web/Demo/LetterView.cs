namespace Directives.Web.Demo;

/// <summary>One letter as it left.</summary>
/// <param name="Address">Mail address it went to.</param>
/// <param name="Text">Its plain text.</param>
/// <param name="Html">The whole HTML document; null where it has none.</param>
public sealed record LetterView(OutboxRow Row, string Address, string Text, string? Html)
{
    /// <summary>Why it came back: a text <c>unreached.why.*</c>; null if it did not.</summary>
    public string? Lost { get; init; }

    /// <summary>Whether all letters to this reader come back.</summary>
    public bool Bounces { get; init; }
}
