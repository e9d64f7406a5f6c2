using Directives.Access;
using Directives.Reports;
using Directives.Web.History;
using Directives.Web.Office;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Directives.Web.Mine;

/// <summary>The page of whoever has signed in, and what is done from it: opening a report, standing in for another.</summary>
public static class MineEndpoints
{
    /// <summary>The page; signing in leads here.</summary>
    public const string Path = "/me";

    /// <summary>Path below which a report is opened.</summary>
    public const string OpenPath = $"{Path}/open";

    /// <summary>Path below which the history of an own obligation is read.</summary>
    public const string HistoryPath = $"{Path}/history";

    /// <summary>Path below which a local leader reads what is for the place.</summary>
    public const string SharedPath = $"{Path}/place";

    /// <summary>Begins to act for another.</summary>
    public const string ActForPath = $"{Path}/act-for";

    /// <summary>Ends that.</summary>
    public const string StopPath = $"{ActForPath}/stop";

    private const string Seat = "/{cycle}/{area}/{part:int}/{seat}";

    public static void Map(IEndpointRouteBuilder site)
    {
        site.MapGet(Path, ShowAsync).Allow(May.Do(Deed.SeeOwnPage));
        site.MapPost($"{OpenPath}{Seat}", OpenAsync).Allow(May.Do(Deed.OpenReport));
        site.MapGet($"{HistoryPath}{Seat}", HistoryAsync).Allow(May.Do(Deed.OpenReport));
        site.MapGet($"{SharedPath}{Seat}", SharedAsync).Allow(May.Do(Deed.ReadSharedParts));
        site.MapPost(ActForPath, ActForAsync).Allow(May.Do(Deed.StandIn));
        site.MapPost(StopPath, StopAsync).Allow(May.Do(Deed.StandIn));
    }

    private static async Task<IResult> ShowAsync(HttpContext context, [FromServices] IMinePages pages, CancellationToken cancel) =>
        Pages.Show<MinePage, MineView>(context, await pages.ShowAsync(Session.Admitted<PersonSession>(context), AdmissionHandler.RolesOf(context), AdmissionHandler.LackingOf(context), cancel));

    private static async Task<IResult> OpenAsync(
        HttpContext context, [FromServices] IMinePages pages, [AsParameters] SeatPath path, CancellationToken cancel)
    {
        if (await pages.OpenAsync(Session.Admitted<PersonSession>(context), AdmissionHandler.RolesOf(context), path, cancel) is not { } opened)
            return Results.StatusCode(StatusCodes.Status404NotFound);
        await SessionCookie.BeginAsync(context, opened);
        return Pages.SeeOther(context, ReportEndpoints.Path);
    }

    private static async Task<IResult> HistoryAsync(
        HttpContext context, [FromServices] IMinePages pages, [AsParameters] SeatPath path, CancellationToken cancel) =>
        await pages.HistoryAsync(Session.Admitted<PersonSession>(context), AdmissionHandler.RolesOf(context), path, cancel) is { } history
            ? Pages.Show<ThingHistoryPage, ThingHistory>(context, history)
            : Results.StatusCode(StatusCodes.Status404NotFound);

    private static async Task<IResult> SharedAsync(
        HttpContext context, [FromServices] IMinePages pages, [AsParameters] SeatPath path, CancellationToken cancel) =>
        await pages.SharedAsync(Session.Admitted<PersonSession>(context), path, cancel) is { } report
            ? Pages.Show<SharedPage, SharedReport>(context, report)
            : Results.StatusCode(StatusCodes.Status404NotFound);

    private static async Task<IResult> ActForAsync(HttpContext context, [FromServices] IMinePages pages, CancellationToken cancel)
    {
        var form = await context.Request.ReadFormAsync(cancel);
        if (await pages.ActForAsync(Session.Admitted<PersonSession>(context), form["official"].FirstOrDefault() ?? "", cancel) is not { } session)
            return Results.StatusCode(StatusCodes.Status404NotFound);
        await SessionCookie.BeginAsync(context, session);
        return Pages.SeeOther(context, Path);
    }

    private static async Task<IResult> StopAsync(HttpContext context, [FromServices] IMinePages pages, CancellationToken cancel)
    {
        await SessionCookie.BeginAsync(context, await pages.StopAsync(Session.Admitted<PersonSession>(context), cancel));
        return Pages.SeeOther(context, Path);
    }
}
