using Directives.Access;
using Directives.Reports;

namespace Directives.Web.Office;

/// <summary>What the office's pages ask of the engine. <c>by</c> is the person whose session acts; it stands in the trail.</summary>
public interface IOfficePages
{
    /// <summary>The running cycle, who is late, and what waits for the office.</summary>
    /// <param name="more">Name of the list to show in full; null or unknown for none.</param>
    ValueTask<OfficeView> OverviewAsync(string? more, CancellationToken cancel);

    /// <summary>Places and officials found by words, whose marks may be missing.</summary>
    ValueTask<SearchView> SearchAsync(string asked, CancellationToken cancel);

    /// <summary>How the reports of a cycle came by day; null where there is no such cycle.</summary>
    ValueTask<ReportDays?> DaysAsync(string cycle, CancellationToken cancel);

    /// <summary>Areas of a cycle by state; null where there is no such cycle.</summary>
    ValueTask<IReadOnlyList<AreaRow>?> AreasAsync(string cycle, CancellationToken cancel);

    /// <summary>A version of a report to read; null where there is none.</summary>
    ValueTask<ReadingView?> ReadingAsync(SeatPath path, int version, CancellationToken cancel);

    /// <summary>Marks a version as read. Null when done.</summary>
    Task<RoundRefusal?> ReadAsync(SeatPath path, PersonSession by, int version, CancellationToken cancel);

    /// <summary>Declines a request for more time. Null when done.</summary>
    Task<RoundRefusal?> DeclineAsync(SeatPath path, PersonSession by, string reason, CancellationToken cancel);

    /// <summary>A cycle; null where there is none.</summary>
    /// <param name="area">Code of the area whose seats are all listed; null or unknown for none.</param>
    ValueTask<CycleView?> CycleAsync(string cycle, string? area, CancellationToken cancel);

    /// <summary>An obligation; null where there is none.</summary>
    ValueTask<ObligationView?> ObligationAsync(SeatPath path, CancellationToken cancel);

    /// <summary>Sends a report back. Null when done.</summary>
    Task<RoundRefusal?> SendBackAsync(SeatPath path, PersonSession by, string reason, DateOnly due, CancellationToken cancel);

    /// <summary>Moves a due date. Null when done.</summary>
    Task<RoundRefusal?> ExtendAsync(SeatPath path, PersonSession by, string reason, DateOnly due, CancellationToken cancel);

    /// <summary>Makes all links that are out invalid. Null when done.</summary>
    Task<RoundRefusal?> RevokeAsync(SeatPath path, PersonSession by, string reason, CancellationToken cancel);

    /// <summary>Lets the held letters go.</summary>
    Task ReleaseLettersAsync(PersonSession by, CancellationToken cancel);
}
