using Directives.Attachments;
using Directives.Tables;

namespace Directives.Reports;

/// <summary>What a report says (R4): exactly what the regulation asks an official to observe and do.</summary>
public sealed record ReportContent
{
    /// <summary>Visits made in the period; empty only with <see cref="NoVisitBecause"/>.</summary>
    public IReadOnlyList<Visit> Visits { get; init; } = [];

    /// <summary>Why there was no visit; set only when <see cref="Visits"/> is empty.</summary>
    public string? NoVisitBecause { get; init; }

    public string WhomMet { get; init; } = "";

    public string MeetingsAttended { get; init; } = "";

    /// <summary>Living conditions and mood of the people.</summary>
    public string LivingConditions { get; init; } = "";

    public string Difficulties { get; init; } = "";

    /// <summary>What people said, above all in conflicts.</summary>
    public string Feedback { get; init; } = "";

    public string CommentsOnLocalWork { get; init; } = "";

    /// <summary>What the official promised to do.</summary>
    public string Promises { get; init; } = "";

    /// <summary>Recommendations (R5), each a case of its own once the report is filed; null for none.</summary>
    public IReadOnlyList<RecommendedCase>? Cases { get; init; }

    /// <summary>Questions and what else there is to propose, as text that nobody has to answer; reports of earlier days have all of it here.</summary>
    public string Recommendations { get; init; } = "";

    /// <summary>Why words equal an earlier or another's report, where the writer says so (R10); for the province's readers. Null for nothing.</summary>
    public string? Explanation { get; init; }

    /// <summary>What became of the promises of the last report; null where there were none, or nobody asked.</summary>
    public IReadOnlyList<LastPromise>? LastPromises { get; init; }

    /// <summary>Files; null for none.</summary>
    public IReadOnlyList<Attachment>? Attachments { get; init; }

    /// <summary>The local day on which all of the above was removed, because its term of retention was over; null while it is kept.</summary>
    public DateOnly? Removed { get; init; }

    /// <summary>All its files, those of its recommendations too.</summary>
    public IEnumerable<Attachment> AllFiles() => [.. Attachments ?? [], .. (Cases ?? []).SelectMany(c => c.Attachments ?? [])];

    /// <summary>The same words without any file.</summary>
    public ReportContent WithoutFiles() => this with { Attachments = null, Cases = Cases is { } cases ? [.. cases.Select(c => c with { Attachments = null })] : null };

    /// <summary>Whether both say the same, word for word.</summary>
    public bool Says(ReportContent other) => Stored.Bytes(this).AsSpan().SequenceEqual(Stored.Bytes(other));
}

/// <summary>One visit: local date and where, in the words of the official.</summary>
public sealed record Visit(DateOnly Date, string Where);
