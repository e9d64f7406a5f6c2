using Directives.Recommendations;
using Directives.Recommendations.Radar;
using Directives.Reports;

namespace Directives.Web.Cases;

/// <summary>Something that the office owes in a case.</summary>
/// <param name="Late">Working days since it was due; 0 for none.</param>
public sealed record LookRow(CaseLine Case, DutyKind Duty, DateOnly Due, int Late, string? Urgent)
{
    /// <summary>Where like ones stand beside it.</summary>
    public string Like => LookEndpoints.LikeOf(Case.Id);
}

/// <summary>A difficulty that rises in several places.</summary>
/// <param name="Places">Their names.</param>
public sealed record EmergingRow(CaseLine Latest, IReadOnlyList<string> Places, int Cases, int PlacesBefore);

/// <summary>What the office owes in cases, how all stand, and what was found.</summary>
/// <param name="More">There is more that waits.</param>
/// <param name="Stages">Open cases by stage.</param>
/// <param name="Stranded">Merged cases whose other case will bring no decision.</param>
/// <param name="Asked">The place asked for; empty for none.</param>
/// <param name="Found">Cases of that place, the latest first.</param>
public sealed record LookView(
    IReadOnlyList<LookRow> Rows, bool More, IReadOnlyDictionary<CaseStage, int> Stages, IReadOnlyList<CaseLine> Stranded,
    IReadOnlyList<EmergingRow> Emerging, EmergingRule Rule, string Asked, IReadOnlyList<CaseLine> Found);

/// <summary>A case like another.</summary>
/// <param name="MayTake">It may be merged into the one asked about.</param>
/// <param name="MayGive">The one asked about may be merged into it.</param>
public sealed record LikeRow(CaseLine Case, LikeText Like, bool MayTake, bool MayGive);

/// <summary>A case with those like it, and those merged with it.</summary>
/// <param name="Into">The case it is merged into; null for none.</param>
/// <param name="Merged">The cases that wait for its decision.</param>
public sealed record LikeView(CaseLine Case, CaseLine? Into, IReadOnlyList<CaseLine> Merged, IReadOnlyList<LikeRow> Rows)
{
    /// <summary>Its reader sees the office's list.</summary>
    public bool IsOffice { get; init; }

    public IReadOnlyList<FieldProblem> Problems { get; init; } = [];

    /// <summary>The reason as typed, where undoing was refused.</summary>
    public string Typed { get; init; } = "";

    /// <summary>Name of a text that stands above; null for none.</summary>
    public string? Notice { get; init; }
}
