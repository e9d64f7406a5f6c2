using Directives.Language;
using Directives.Seals;
using Directives.Web.History;

namespace Directives.Web.Audit;

/// <summary>The auditors' page: how the sealing stands, the checkpoints, the days of a month.</summary>
public sealed record AuditView
{
    /// <summary>Number of the last seal; 0 for none.</summary>
    public required long Seals { get; init; }

    /// <summary>When it was made, in the directive's zone.</summary>
    public DateTime? LastAt { get; init; }

    /// <summary>Chains that have grown and wait for their seal.</summary>
    public required int Waiting { get; init; }

    /// <summary>Whether one of them waits for longer than two hours: the sealer does not run.</summary>
    public required bool IsLate { get; init; }

    /// <summary>The newest first.</summary>
    public required IReadOnlyList<Checkpoint> Checkpoints { get; init; }

    /// <summary>First day of the month that is shown.</summary>
    public required DateOnly Month { get; init; }

    /// <summary>Months that can be shown, the newest first.</summary>
    public required IReadOnlyList<DateOnly> Months { get; init; }

    /// <summary>Days of the month with seals, the newest first.</summary>
    public required IReadOnlyList<AuditDayRow> Days { get; init; }
}

/// <summary>A local day: how many seals, how many chains they bind.</summary>
public sealed record AuditDayRow(DateOnly Day, int Seals, int Chains);

/// <summary>What was done on a local day, by dossier, without contents.</summary>
public sealed record AuditDayView(DateOnly Day, IReadOnlyList<AuditChain> Chains, int Total, int Page, int Pages);

/// <summary>A dossier's chain, or a piece of it.</summary>
/// <param name="Address">Address of the page of the whole chain.</param>
public sealed record AuditChain(AuditDossier Dossier, string Address, IReadOnlyList<AuditEntry> Entries);

/// <summary>A dossier by what it is, never by what it holds.</summary>
/// <param name="Kind">Name of its table; its words are <c>trail.kind.{Kind}</c>.</param>
/// <param name="About">Whose or what it is; null where the kind says it all.</param>
/// <param name="Id">As the trail and <c>audit verify</c> write it.</param>
public sealed record AuditDossier(string Kind, Bilingual? About, string Id);

/// <summary>An entry without contents: neither reasons nor what changed.</summary>
public sealed record AuditEntry(long Number, HistoryEntry What);

/// <summary>The whole chain of a dossier, the newest first.</summary>
/// <param name="Entries">Entries in all.</param>
public sealed record AuditChainView(AuditChain Chain, long Entries, int Page, int Pages);
