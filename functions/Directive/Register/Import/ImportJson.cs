using Directives.Language;

namespace Directives.Register.Import;

/// <summary>A plan as programs read it: of the verb and of the API alike.</summary>
public sealed record ImportJson
{
    /// <summary>Lower case, as it is typed.</summary>
    public required string? Kind { get; init; }

    /// <summary>The local day from which changes count where the file names none; null where no row could be read.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>Whether it was carried out.</summary>
    public bool Applied { get; init; }

    /// <summary>Why it was not; null where nobody asked for it, or it was.</summary>
    public string? Refused { get; init; }

    public IReadOnlyList<ImportLine> New { get; init; } = [];

    public IReadOnlyList<ImportLine> Changed { get; init; } = [];

    public IReadOnlyList<ImportLine> Gone { get; init; } = [];

    public IReadOnlyList<ImportLine> Ambiguous { get; init; } = [];

    public IReadOnlyList<ImportLine> Wrong { get; init; } = [];

    /// <summary>A plan in words.</summary>
    public static ImportJson Of(ImportPlan plan, Texts texts) => new()
    {
        Kind = Name(plan.Kind),
        Day = plan.Day,
        New = Lines(plan.New, texts),
        Changed = Lines(plan.Changed, texts),
        Gone = Lines(plan.Gone, texts),
        Ambiguous = Lines(plan.Ambiguous, texts),
        Wrong = Lines(plan.Wrong, texts),
    };

    /// <summary>A file of which no row can be read.</summary>
    public static ImportJson Of(UnusableFileException unusable, ImportKind? kind, Texts texts) => new() { Kind = Name(kind), Wrong = Lines([unusable.Problem], texts) };

    /// <summary>How a kind is typed.</summary>
    public static string? Name(ImportKind? kind) => kind?.ToString().ToLowerInvariant();

    /// <summary>The kind that was typed; null for none.</summary>
    public static ImportKind? Kinds(string? typed) => Enum.GetValues<ImportKind>().Where(k => Name(k) == typed).Select(k => (ImportKind?)k).FirstOrDefault();

    private static IReadOnlyList<ImportLine> Lines(IReadOnlyList<ImportEntry> entries, Texts texts) => [.. entries.Select(e => new ImportLine(e.Row, e.Code, e.Why.In(texts)))];
}

/// <summary>One line of it.</summary>
/// <param name="Row">Line of the file, its header being line 1; null for what is not in the file.</param>
public sealed record ImportLine(int? Row, string Code, string Why);
