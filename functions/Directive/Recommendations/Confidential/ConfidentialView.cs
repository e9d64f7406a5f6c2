using Directives.Language;
using Directives.Reports;

namespace Directives.Recommendations.Confidential;

/// <summary>The form that raises something confidential, as typed.</summary>
/// <param name="Once">Random; the same when the form is sent again.</param>
public sealed record RaiseForm(string Once, string Kind, string Text, string Urgent, string Find, IReadOnlyList<Named> Named);

/// <summary>The page of that form.</summary>
/// <param name="Chosen">What is named, with its name.</param>
/// <param name="Found">What the search found, with its name; null where nothing was searched for.</param>
public sealed record RaiseView(
    RaiseForm Form, IReadOnlyList<NamedRow> Chosen, IReadOnlyList<NamedRow>? Found, IReadOnlyList<FieldProblem> Problems, string? Notice = null)
{
    /// <summary>What is wrong with a field.</summary>
    public IEnumerable<FieldProblem> Of(string field) => Problems.Where(p => p.Field == field);
}

/// <summary>Somebody or something named, for people.</summary>
/// <param name="Above">Where it belongs; null for nothing to say.</param>
public sealed record NamedRow(Named Named, Bilingual Name, Bilingual? Above = null);

/// <summary>What somebody may read.</summary>
/// <param name="MayRaise">Whether they may raise something themselves.</param>
public sealed record MattersView(IReadOnlyList<MatterRow> Matters, bool MayRaise);

/// <summary>A matter in a list.</summary>
/// <param name="Raised">In the directive's zone.</param>
/// <param name="Due">When the reader owes something; null where they do not.</param>
public sealed record MatterRow(string Id, CaseKind Kind, bool IsMine, DateTime Raised, CaseStage Stage, CaseEnd? End, DateOnly? Due);

/// <summary>A matter to one of its readers.</summary>
public sealed record MatterView
{
    public required OpenMatter Matter { get; init; }

    /// <summary>Who raised it; null for one who is gone.</summary>
    public required Bilingual? Raiser { get; init; }

    public required IReadOnlyList<NamedRow> Named { get; init; }

    /// <summary>What happened, the oldest first.</summary>
    public required IReadOnlyList<MatterEntry> History { get; init; }

    /// <summary>When the next step is due; null where nothing is owed.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>The steps that are the reader's now.</summary>
    public required IReadOnlyList<string> Steps { get; init; }

    /// <summary>The step that was refused; null for none.</summary>
    public string? Refused { get; init; }

    /// <summary>What was typed for it.</summary>
    public IReadOnlyDictionary<string, string> Typed { get; init; } = new Dictionary<string, string>();

    public IReadOnlyList<FieldProblem> Problems { get; init; } = [];

    /// <summary>Whether it was raised just now.</summary>
    public bool IsNew { get; init; }

    /// <summary>What was typed in a field of the step that was refused.</summary>
    public string TypedIn(string step, string field) => Refused == step ? Typed.GetValueOrDefault(field, "") : "";
}

/// <summary>One thing that happened, in words.</summary>
/// <param name="What">Name of its text.</param>
/// <param name="By">Who; null for the desk to a raiser, and for the program.</param>
/// <param name="Words">What was said with it, each with the name of its label.</param>
public sealed record MatterEntry(int Number, string What, DateTime At, Bilingual? By, bool ByDesk, IReadOnlyList<(string Label, string Text)> Words, DateOnly? Day = null);
