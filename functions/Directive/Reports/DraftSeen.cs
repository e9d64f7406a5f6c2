using Directives.Attachments;
using Directives.Language;

namespace Directives.Reports;

/// <summary>A draft as a form offers it.</summary>
/// <param name="Saved">When, in the directive's zone.</param>
/// <param name="By">Title of who saved it.</param>
public sealed record DraftSeen(int Number, string Writer, DateTime Saved, Bilingual By, ReportForm Form, IReadOnlyList<Attachment> Attachments)
{
    /// <summary>Files of its recommendations.</summary>
    public IReadOnlyList<CaseFile> CaseFiles { get; init; } = [];
}
