using Directives.Cycles;
using Directives.Editions;
using Directives.Language;
using Directives.Reports;

namespace Directives.Web.Rules;

/// <summary>The form that changes an edition.</summary>
/// <param name="Basis">Id of the edition it starts from.</param>
/// <param name="BasisFrom">From when that is in force.</param>
public sealed record EditionFormView(EditionForm Form, string Basis, DateOnly BasisFrom)
{
    /// <summary>Codes and ids that were typed, with their names.</summary>
    public required IReadOnlyDictionary<string, string> Names { get; init; }

    /// <summary>Areas to choose from: places with others below them, by code.</summary>
    public required IReadOnlyList<(string Code, string Name)> Areas { get; init; }

    /// <summary>A seat, to show what an id looks like.</summary>
    public string ExampleSeat { get; init; } = "";

    /// <summary>The reason as typed on the preview, so that it is there again.</summary>
    public string Reason { get; init; } = "";

    public IReadOnlyList<FieldProblem> Problems { get; init; } = [];

    /// <summary>What the reader of editions found wrong, in its own words; null for nothing.</summary>
    public string? Wrong { get; init; }

    /// <summary>What is wrong with one field.</summary>
    public IEnumerable<FieldProblem> Of(string field) => Problems.Where(p => p.Field == field);
}

/// <summary>A change of the rules in words, in both languages, and what it would do.</summary>
/// <param name="Effect">Null where it has begun, or was declined.</param>
/// <param name="Then">The edition that follows, where there is one already.</param>
public sealed record EditionChange(
    Edition Edition, Edition? Before, IReadOnlyList<string> Vietnamese, IReadOnlyList<string> English, EditionEffect? Effect, Edition? Then)
{
    /// <summary>The sentences in a language.</summary>
    public IReadOnlyList<string> In(Texts texts) => texts == Texts.English ? English : Vietnamese;
}

/// <summary>A candidate before it is proposed.</summary>
/// <param name="Text">The edition as text.</param>
public sealed record EditionPreview(string Text, EditionChange Change)
{
    public string Reason { get; init; } = "";

    public IReadOnlyList<FieldProblem> Problems { get; init; } = [];
}

/// <summary>The rules in force: all editions, the newest first.</summary>
public sealed record RulesView(IReadOnlyList<EditionRow> Editions, DateOnly Today);

/// <summary>One edition on that page.</summary>
/// <param name="Until">The last day on which a period that begins uses it; null while none follows.</param>
/// <param name="VietnameseWhole">All it says.</param>
/// <param name="EnglishWhole">The same.</param>
/// <param name="By">Who proposed it and who confirmed it; null where it came with the program or a file.</param>
/// <param name="Cycles">Cycles that go or went by it, the newest first.</param>
public sealed record EditionRow(
    EditionChange Change, DateOnly? Until, IReadOnlyList<string> VietnameseWhole, IReadOnlyList<string> EnglishWhole, (Bilingual By, Bilingual Confirmed)? By, IReadOnlyList<Cycle> Cycles)
{
    /// <summary>All it says, in a language.</summary>
    public IReadOnlyList<string> Whole(Texts texts) => texts == Texts.English ? EnglishWhole : VietnameseWhole;
}
