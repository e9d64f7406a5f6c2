using Directives.Access;
using Directives.Web.Office;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Directives.Web.Below;

/// <summary>The pages of those in charge of a place: read only (R10, R13).</summary>
public static class BelowEndpoints
{
    private const string Path = "/below";

    /// <summary>Where a report is read.</summary>
    public static string Address(SeatPath path) =>
        $"{Path}/{Uri.EscapeDataString(path.Cycle)}/{Uri.EscapeDataString(path.Area)}/{path.Part}/{Uri.EscapeDataString(path.Seat)}";

    public static void Map(IEndpointRouteBuilder site)
    {
        site.MapGet(Path, ListAsync).Allow(Who.InCharge);
        site.MapGet($"{Path}/{{cycle}}/{{area}}/{{part:int}}/{{seat}}", ReportAsync).Allow(Who.InCharge);
    }

    private static async Task<IResult> ListAsync(HttpContext context, IBelowPages pages, CancellationToken cancel) =>
        Pages.Show<BelowPage, BelowView>(context, await pages.ListAsync(Session.Admitted<PersonSession>(context), cancel));

    private static async Task<IResult> ReportAsync(
        HttpContext context, IBelowPages pages, [AsParameters] SeatPath path, CancellationToken cancel) =>
        await pages.ReportAsync(Session.Admitted<PersonSession>(context), path, cancel) is { } report
            ? Pages.Show<BelowReportPage, BelowReport>(context, report)
            : Results.StatusCode(StatusCodes.Status404NotFound);
}
