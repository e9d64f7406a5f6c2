using System.Globalization;
using System.Text;

namespace Directives.Register;

/// <summary>What can be wrong with a register or with the file it is read from (R1).</summary>
public enum RegisterProblemKind
{
    DuplicateCode,
    DuplicateId,
    EmptyCode,
    EmptyId,
    Cycle,
    UnknownParent,
    UnknownPlace,
    UnknownSeat,
    UnknownBody,
    UnknownOfficial,

    /// <summary>A body names a clerk who is not in the register (any more).</summary>
    UnknownClerk,

    /// <summary>A body names itself, or another body, as its clerk.</summary>
    ClerkIsBody,

    /// <summary>A body names a clerk who has left every body.</summary>
    ClerkGone,
    OverlappingPosts,

    /// <summary>Somebody is away twice on the same day.</summary>
    OverlappingAbsences,

    /// <summary>A place or a seat would pass on to itself.</summary>
    SuccessionCircle,

    /// <summary>Somebody is named as their own substitute.</summary>
    SubstituteOfSelf,
    EndBeforeStart,
    BadAddress,
    BadLanguage,
    EmptyText,
    TextTooLong,
    ControlCharacters,

    /// <summary>The file holds no place.</summary>
    EmptyFile,

    /// <summary>A column the file must have is not in its header.</summary>
    MissingColumn,

    /// <summary>The header names a column twice.</summary>
    DuplicateColumn,

    /// <summary>A row ends before its last column.</summary>
    MissingField,
    TooManyFields,
    UnclosedQuote,

    /// <summary>A quotation mark inside a field that is not itself quoted as a whole.</summary>
    StrayQuote,

    /// <summary>Bytes that are not UTF-8: the file was saved in an older encoding.</summary>
    NotUtf8,
}

/// <summary>One thing wrong with a register, as data, so that it can be said in the reader's language (R1).</summary>
public sealed record RegisterProblem
{
    private const int Shown = 80;

    /// <param name="kind">What is wrong.</param>
    /// <param name="subject">The code or id it is about.</param>
    /// <param name="row">Line of the file, its header being line 1; null when not read from a file.</param>
    /// <param name="more">What the message says besides the subject.</param>
    public RegisterProblem(RegisterProblemKind kind, string subject, int? row = null, params IReadOnlyList<string> more)
    {
        Kind = kind;
        Subject = subject;
        Row = row;
        Args = [Printable(subject), .. more.Select(Printable)];
    }

    public RegisterProblemKind Kind { get; }

    public string Subject { get; }

    /// <summary>Line of the file, its header being line 1; null when not read from a file.</summary>
    public int? Row { get; }

    /// <summary>Values for the message, the subject first; safe to print: no control characters, not too long.</summary>
    public IReadOnlyList<string> Args { get; }

    /// <summary>Key of the localised message, e.g. <c>register.duplicate-code</c>.</summary>
    public string MessageKey => "register." + Kebab(Kind.ToString());

    /// <summary>The problem in plain English, with its row when known.</summary>
    public override string ToString()
    {
        string text = string.Format(CultureInfo.InvariantCulture, English(Kind), [.. Args]);
        return Row is { } row ? string.Create(CultureInfo.InvariantCulture, $"Row {row}: {text}") : text;
    }

    private static string English(RegisterProblemKind kind) => kind switch
    {
        RegisterProblemKind.DuplicateCode => "the code '{0}' is used more than once.",
        RegisterProblemKind.DuplicateId => "the id '{0}' is used more than once.",
        RegisterProblemKind.EmptyCode => "the place '{1}' has no code.",
        RegisterProblemKind.EmptyId => "the {1} '{2}' has no id.",
        RegisterProblemKind.Cycle => "these places lie inside each other in a circle: {1}.",
        RegisterProblemKind.UnknownParent => "the place '{0}' lies in '{1}', which is not in the register.",
        RegisterProblemKind.UnknownPlace => "'{0}' is at the place '{1}', which is not in the register.",
        RegisterProblemKind.UnknownSeat => "a post of '{1}' names the seat '{0}', which is not in the register.",
        RegisterProblemKind.UnknownBody => "'{0}' belongs to the body '{1}', which is not in the register.",
        RegisterProblemKind.UnknownOfficial => "'{0}' is held by '{1}', who is not in the register.",
        RegisterProblemKind.UnknownClerk => "'{0}' has '{1}' as its clerk, who is not in the register.",
        RegisterProblemKind.ClerkIsBody => "'{0}' has '{1}' as its clerk, which is a body; a clerk is an official.",
        RegisterProblemKind.ClerkGone => "'{0}' has '{1}' as its clerk, who belongs to no body (any more).",
        RegisterProblemKind.OverlappingPosts => "the seat '{0}' is held by '{1}' and by '{2}' on the same day, {3}.",
        RegisterProblemKind.OverlappingAbsences => "'{0}' is away from {1} and again from {2} before the first absence is over.",
        RegisterProblemKind.SuccessionCircle => "what '{0}' owes would pass on in a circle, back to itself.",
        RegisterProblemKind.SubstituteOfSelf => "'{0}' is named as their own substitute.",
        RegisterProblemKind.EndBeforeStart => "'{0}' ends on {2}, before it starts on {1}.",
        RegisterProblemKind.BadAddress => "'{0}' has '{1}' as its mail address, which is not one.",
        RegisterProblemKind.BadLanguage => "'{0}' has the language '{1}'; it must be vi or en.",
        RegisterProblemKind.EmptyText => "'{0}' has no {1}.",
        RegisterProblemKind.TextTooLong => "the {1} of '{0}' is longer than {2} characters.",
        RegisterProblemKind.ControlCharacters => "the {1} of '{0}' holds a line break or another control character.",
        RegisterProblemKind.EmptyFile => "the file holds no place.",
        RegisterProblemKind.MissingColumn => "the header has no column '{0}'; it must name code, name, kind, level and parent.",
        RegisterProblemKind.DuplicateColumn => "the header names the column '{0}' twice.",
        RegisterProblemKind.MissingField => "the row '{0}' has only {1} fields where the header has {2}.",
        RegisterProblemKind.TooManyFields => "the row '{0}' has {1} fields where the header has {2}.",
        RegisterProblemKind.UnclosedQuote => "a quotation mark is opened and never closed: {0}",
        RegisterProblemKind.StrayQuote => "a quotation mark stands inside the text of a field: {0}",
        RegisterProblemKind.NotUtf8 => "the file is not UTF-8 (from here on, {1} such rows): it was saved in an older encoding. "
            + "Save it again as UTF-8.",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    private static string Kebab(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        foreach (char c in name)
        {
            if (char.IsUpper(c) && text.Length > 0)
                text.Append('-');
            text.Append(char.ToLowerInvariant(c));
        }

        return text.ToString();
    }

    // Messages go to terminals and logs: what a file holds must not steer them.
    internal static string Printable(string text)
    {
        string cut = text.Length > Shown ? string.Concat(text.AsSpan(0, Shown), "…") : text;
        return string.Concat(cut.Select(c => RegisterTexts.Unprintable(c) || char.IsSurrogate(c) ? '\uFFFD' : c));
    }
}
