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

    /// <summary>Its line in a list of many of the same kind; null where it always stands alone.</summary>
    public LetterLine? Line { get; init; }

    /// <summary>Due date of the reader's own obligation; null where it is none.</summary>
    public DateOnly? Due { get; init; }
}

/// <summary>One of many overdue reports, as a line: whose, where, since when.</summary>
public sealed record LetterLine(string Place, string Period, string Due, string Owner, string Late);
