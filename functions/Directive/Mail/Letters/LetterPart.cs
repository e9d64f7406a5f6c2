using Directives.Language;

namespace Directives.Mail.Letters;

/// <summary>In which order the parts of a letter stand: what the reader must do comes first.</summary>
public enum PartOrder
{
    SignIn,
    Decide,
    Owed,
    NewRound,
    Overdue,
    Receipt,
    Tally,
    Checkpoint,
}

/// <summary>The facts of one part of a letter; texts from the register or from people have been through <see cref="Inert"/>.</summary>
public abstract record LetterPart
{
    /// <summary>Why the letter came (R13): rule, rung, due date and what moved it, or the event.</summary>
    public required string Why { get; init; }

    /// <summary>Title of the one who owes the report, where the reader prepares it for them and gets a copy; else null.</summary>
    public string? PreparedFor { get; init; }

    /// <summary>Where its one button leads; null where there is nothing to open.</summary>
    public Uri? Link { get; init; }

    /// <summary>Its place among the parts of a letter.</summary>
    public abstract PartOrder Order { get; }

    /// <summary>Due date, earlier ones first; null where it is about none.</summary>
    public virtual DateOnly? Due => null;

    /// <summary>The component that writes it, with a parameter <c>Part</c> of this type.</summary>
    public abstract Type Block { get; }

    /// <summary>The letter's subject if this is all it tells: what, and by when.</summary>
    public abstract string Subject(Texts texts);

    /// <summary>What a mail program shows beside the subject.</summary>
    public abstract string Preview(Texts texts);

    /// <summary>What it is in a letter of several, for the summary: key of a count and how many.</summary>
    public abstract (string Key, int Count) Counted { get; }
}

/// <summary>What a report is about.</summary>
/// <param name="Place">Name of the place.</param>
/// <param name="Period">Name of the period.</param>
/// <param name="Due">Due date of the round (local day).</param>
public sealed record Matter(string Place, string Period, DateOnly Due);

/// <summary>A name and what it is, a line of a part.</summary>
/// <param name="IsProse">What somebody wrote, to be read and not to be skimmed.</param>
public readonly record struct LetterFact(string Name, string Value, bool IsProse = false);
