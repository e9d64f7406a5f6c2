using Directives.Calendars;

namespace Directives.Register.Import;

/// <summary>What an import of a file would do to a register, or to the calendar, as it stands: decided beforehand, and then done exactly so (R1).</summary>
public sealed record ImportPlan
{
    public required ImportKind Kind { get; init; }

    /// <summary>The local day on which changes begin to count, where the file names none.</summary>
    public required DateOnly Day { get; init; }

    public IReadOnlyList<ImportEntry> New { get; init; } = [];

    public IReadOnlyList<ImportEntry> Changed { get; init; } = [];

    /// <summary>What the register has and the file has not.</summary>
    public IReadOnlyList<ImportEntry> Gone { get; init; } = [];

    /// <summary>Rows of which only a person can say what they mean.</summary>
    public IReadOnlyList<ImportEntry> Ambiguous { get; init; } = [];

    public IReadOnlyList<ImportEntry> Wrong { get; init; } = [];

    /// <summary>The register afterwards; null where nothing of it changes, or the plan cannot be carried out.</summary>
    public RegisterContent? After { get; init; }

    /// <summary>The years of the calendar afterwards; null where they stay, or the plan cannot be carried out.</summary>
    public IReadOnlyList<HolidayYear>? Years { get; init; }

    /// <summary>Digest of what it was made for: the register's rows, or the calendar's years.</summary>
    public string Against { get; init; } = "";

    /// <summary>Whether it can be carried out: as a whole or not at all.</summary>
    public bool IsClean => Wrong.Count == 0 && Ambiguous.Count == 0;

    /// <summary>Whether carrying it out would change anything.</summary>
    public bool Changes => After is not null || Years is not null;
}
