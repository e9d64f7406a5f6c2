using Directives.Access;
using Directives.Reports;

namespace Directives.Web.Office;

/// <summary>What the office's pages ask of the engine. <c>by</c> is the person whose session acts; it stands in the trail.</summary>
public interface IOfficePages
{
    /// <summary>All cycles, newest first, and what waits for the office.</summary>
    ValueTask<OfficeView> OverviewAsync(CancellationToken cancel);

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
