using Directives.Attachments;

namespace Directives.Reports;

/// <summary>A draft to be kept.</summary>
/// <param name="Versions">Versions of the report that are filed.</param>
/// <param name="Seen">Number of the draft that the writer had before them; 0 for none.</param>
/// <param name="Writer">The form in which it was typed.</param>
/// <param name="Attachments">Its files.</param>
/// <param name="KeepFiles">The files of a draft that is there stay instead: only text was sent.</param>
public sealed record DraftSave(int Versions, int Seen, string Writer, ReportForm Form, IReadOnlyList<Attachment> Attachments, bool KeepFiles = false)
{
    /// <summary>Files of its recommendations.</summary>
    public IReadOnlyList<CaseFile> CaseFiles { get; init; } = [];
}
