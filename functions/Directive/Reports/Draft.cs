using Directives.Attachments;
using Directives.Language;

namespace Directives.Reports;

/// <summary>What was typed and not filed. It stands beside the sheet, not in it: a draft is no act and leaves no trail.</summary>
public sealed record Draft
{
    /// <summary>1, 2, 3 …: each saving counts.</summary>
    public required int Number { get; init; }

    /// <summary>The form in which it was typed: its next saving follows on, whoever else looked meanwhile.</summary>
    public required string Writer { get; init; }

    /// <summary>Who saved it: id of an official or an assistant.</summary>
    public required string By { get; init; }

    /// <summary>Their title then, also of an assistant who is gone since.</summary>
    public required Bilingual Title { get; init; }

    /// <summary>When (UTC).</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Versions of the report that were filed when it was typed; with one more filed, the draft is over.</summary>
    public required int Versions { get; init; }

    public required ReportForm Form { get; init; }

    public IReadOnlyList<Attachment> Attachments { get; init; } = [];

    /// <summary>Files of its recommendations.</summary>
    public IReadOnlyList<CaseFile> CaseFiles { get; init; } = [];

    /// <summary>All its files.</summary>
    public IEnumerable<Attachment> AllFiles() => Attachments.Concat(CaseFiles.Select(f => f.File));
}
