namespace Directives.Mail;

/// <summary>What one notice becomes in a letter.</summary>
/// <param name="Subject">The letter's subject, if this is all it tells.</param>
/// <param name="Body">What is owed, or what happened.</param>
/// <param name="Why">Why the letter came: rule, rung, due date.</param>
public sealed record LetterPart(string Subject, string Body, string Why)
{
    /// <summary>Where its one button leads.</summary>
    public Uri? Link { get; init; }

    public string? Button { get; init; }

    /// <summary>A word on the link.</summary>
    public string? LinkNote { get; init; }

    /// <summary>About somebody else's obligation.</summary>
    public bool Escalation { get; init; }

    /// <summary>Due date of the reader's own obligation; null where it is none.</summary>
    public DateOnly? Due { get; init; }
}
