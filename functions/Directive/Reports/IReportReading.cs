using Directives.Access;
using Directives.Web.History;
using Directives.Web.Office;

namespace Directives.Reports;

/// <summary>What readers of reports ask of the engine: versions and files.</summary>
public interface IReportReading
{
    /// <summary>All versions of the session's report; null where the link opens nothing any more.</summary>
    ValueTask<ReportVersions?> VersionsAsync(LinkSession session, CancellationToken cancel);

    /// <summary>The history of the session's report; null where the link opens nothing any more.</summary>
    ValueTask<ThingHistory?> HistoryAsync(LinkSession session, CancellationToken cancel);

    /// <summary>A file of the session's report or draft; null for any other, whoever knows its hash.</summary>
    ValueTask<OpenedFile?> OpenAsync(LinkSession session, string hash, CancellationToken cancel);

    /// <summary>A file of a report that the office reads; null for any other.</summary>
    ValueTask<OpenedFile?> OpenAsync(SeatPath path, string hash, CancellationToken cancel);
}
