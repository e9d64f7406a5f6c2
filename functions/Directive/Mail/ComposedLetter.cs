namespace Directives.Mail;

/// <summary>A letter in words: subject, plain text and HTML, in the reader's language.</summary>
public sealed record ComposedLetter(string Subject, string Text, string Html, string Language)
{
    /// <summary>The subject alone, for lists.</summary>
    public ComposedLetter SubjectOnly() => new(Subject, "", "", Language);
}
