using Directives.Access;
using Directives.Attachments;
using Directives.Reports;

namespace Directives.Web.Office;

/// <summary>What the page asks of the engine on which the office files a report that came by telephone or on paper (R3).</summary>
public interface IFileForPages
{
    /// <summary>What the seat owes; null where the office can file nothing for its holder.</summary>
    ValueTask<ReportOwed?> LookAsync(SeatPath path, CancellationToken cancel);

    /// <summary>Takes a file of the report in.</summary>
    /// <exception cref="FileRefusedException">It is none that a report may have.</exception>
    Task<Attachment> TakeAsync(string name, Stream content, CancellationToken cancel);

    /// <summary>Files it for the seat's holder. False where something else was filed meanwhile.</summary>
    Task<bool> FileAsync(SeatPath path, PersonSession by, ReportContent content, Received received, CancellationToken cancel);
}
