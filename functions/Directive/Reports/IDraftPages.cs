using Directives.Access;
using Directives.Attachments;

namespace Directives.Reports;

/// <summary>What the form of a report asks of the engine beside filing.</summary>
public interface IDraftPages
{
    /// <summary>Keeps a draft, or says what somebody else kept meanwhile; null where it is larger than can be kept.</summary>
    ValueTask<DraftSaved?> SaveAsync(LinkSession session, DraftSave draft, CancellationToken cancel);

    /// <summary>Which fields equal an earlier or another's report; empty for none (R10).</summary>
    ValueTask<IReadOnlyList<SubstanceHint>> HintsAsync(LinkSession session, ReportContent content, CancellationToken cancel);

    /// <summary>Removes the draft.</summary>
    ValueTask DiscardAsync(LinkSession session, CancellationToken cancel);

    /// <summary>Keeps a file; a draft or a report then refers to it.</summary>
    /// <exception cref="FileRefusedException">It is none that a report may carry.</exception>
    Task<Attachment> TakeAsync(string name, Stream content, CancellationToken cancel);
}
