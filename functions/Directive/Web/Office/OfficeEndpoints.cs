using Directives.Access;
using Directives.Reports;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Directives.Web.Office;

/// <summary>The office's pages: cycles, one cycle, one obligation, held letters.</summary>
public static class OfficeEndpoints
{
    private const string Seat = "/office/cycles/{cycle}/{area}/{part:int}/{seat}";

    public static void Map(IEndpointRouteBuilder site)
    {
        site.MapGet("/office", OverviewAsync).Allow(Who.Office);
        site.MapGet("/office/cycles/{cycle}", CycleAsync).Allow(Who.Office);
        site.MapGet(Seat, ObligationAsync).Allow(Who.Office);
        site.MapGet("/office/search", SearchAsync).Allow(Who.Office);
        site.MapGet($"/office/cycles/{{cycle}}/{OfficeCharts.Days}", DaysAsync).Allow(Who.Office);
        site.MapGet($"/office/cycles/{{cycle}}/{OfficeCharts.Areas}", AreasAsync).Allow(Who.Office);
        site.MapGet($"{Seat}/report/{{version:int}}", ReadingAsync).Allow(Who.Office);
        site.MapPost($"{Seat}/report/{{version:int}}/read", ReadAsync).Allow(Who.Office);
        site.MapPost($"{Seat}/{{act}}", ActAsync).Allow(Who.Office);
        site.MapPost("/office/letters/send", SendLettersAsync).Allow(Who.Office);
        site.MapPost("/office/letters/keep", KeepLetters).Allow(Who.Office);
    }

    private static async Task<IResult> OverviewAsync(HttpContext context, IOfficePages office, CancellationToken cancel)
    {
        var view = await office.OverviewAsync(context.Request.Query["more"], cancel);
        return Pages.Show<OfficePage, OfficeView>(context, view with { Notice = Done(context, "held.sent", "held.kept") });
    }

    private static async Task<IResult> CycleAsync(HttpContext context, IOfficePages office, string cycle, CancellationToken cancel) =>
        await office.CycleAsync(cycle, context.Request.Query["area"], cancel) is { } view
            ? Pages.Show<CyclePage, CycleView>(context, view)
            : Results.StatusCode(StatusCodes.Status404NotFound);

    private static async Task<IResult> ObligationAsync(
        HttpContext context, IOfficePages office, [AsParameters] SeatPath path, CancellationToken cancel) =>
        await office.ObligationAsync(path, cancel) is { } view
            ? Show(context, view with { Notice = Done(context, "done.send-back", "done.extend", "done.revoke", "done.decline") })
            : Results.StatusCode(StatusCodes.Status404NotFound);

    private static async Task<IResult> ActAsync(
        HttpContext context, IOfficePages office, [AsParameters] SeatPath path, string act, CancellationToken cancel)
    {
        if (!OfficeForm.Acts.Contains(act) || await office.ObligationAsync(path, cancel) is null)
            return Results.StatusCode(StatusCodes.Status404NotFound);
        var form = OfficeForm.Read(act, await context.Request.ReadFormAsync(cancel));
        if (!form.TryRead(out var reason, out var due, out var problem)) return await RefuseAsync(context, office, path, form, problem, cancel);
        var by = Session.Admitted<PersonSession>(context);
        var refusal = act switch
        {
            OfficeForm.SendBack => await office.SendBackAsync(path, by, reason, due, cancel),
            OfficeForm.Extend => await office.ExtendAsync(path, by, reason, due, cancel),
            OfficeForm.Decline => await office.DeclineAsync(path, by, reason, cancel),
            _ => await office.RevokeAsync(path, by, reason, cancel),
        };
        return refusal is { } why
            ? await RefuseAsync(context, office, path, form, form.Problem(why), cancel)
            : Pages.SeeOther(context, $"{path.Address}?done=done.{act}");
    }

    private static async Task<IResult> SearchAsync(HttpContext context, IOfficePages office, CancellationToken cancel) =>
        Pages.Show<SearchPage, SearchView>(context, await office.SearchAsync(context.Request.Query["q"].ToString().Trim(), cancel));

    private static async Task<IResult> DaysAsync(HttpContext context, IOfficePages office, string cycle, CancellationToken cancel) =>
        await office.DaysAsync(cycle, cancel) is { } days
            ? Svg(OfficeCharts.ByDay(days, LanguageChoice.Of(context), SizeOf(context)))
            : Results.StatusCode(StatusCodes.Status404NotFound);

    private static async Task<IResult> AreasAsync(HttpContext context, IOfficePages office, string cycle, CancellationToken cancel) =>
        await office.AreasAsync(cycle, cancel) is { } areas
            ? Svg(OfficeCharts.ByArea(areas, LanguageChoice.Of(context), SizeOf(context)))
            : Results.StatusCode(StatusCodes.Status404NotFound);

    private static ChartSize SizeOf(HttpContext context) => context.Request.Query.ContainsKey("narrow") ? OfficeCharts.Narrow : OfficeCharts.Wide;

    private static IResult Svg(string svg) => Results.Text(svg, "image/svg+xml", System.Text.Encoding.UTF8);

    private static async Task<IResult> ReadingAsync(
        HttpContext context, IOfficePages office, [AsParameters] SeatPath path, int version, CancellationToken cancel) =>
        await office.ReadingAsync(path, version, cancel) is { } view
            ? Pages.Show<ReadingPage, ReadingView>(context, view with { Notice = Done(context, "done.read", "problem.NothingToRead") })
            : Results.StatusCode(StatusCodes.Status404NotFound);

    private static async Task<IResult> ReadAsync(
        HttpContext context, IOfficePages office, [AsParameters] SeatPath path, int version, CancellationToken cancel)
    {
        var refusal = await office.ReadAsync(path, Session.Admitted<PersonSession>(context), version, cancel);
        return refusal == RoundRefusal.NothingOwed
            ? Results.StatusCode(StatusCodes.Status404NotFound)
            : Pages.SeeOther(context, $"{path.Address}/report/{version}?done={(refusal is null ? "done.read" : "problem.NothingToRead")}");
    }

    private static async Task<IResult> RefuseAsync(
        HttpContext context, IOfficePages office, SeatPath path, OfficeForm form, FieldProblem problem, CancellationToken cancel) =>
        await office.ObligationAsync(path, cancel) is { } view
            ? Show(context, view with { Refused = form, Problems = [problem] }, StatusCodes.Status422UnprocessableEntity)
            : Results.StatusCode(StatusCodes.Status404NotFound);

    private static async Task<IResult> SendLettersAsync(HttpContext context, IOfficePages office, CancellationToken cancel)
    {
        await office.ReleaseLettersAsync(Session.Admitted<PersonSession>(context), cancel);
        return Pages.SeeOther(context, "/office?done=held.sent");
    }

    // To keep holding is to do nothing: the letters wait until somebody lets them go.
    private static IResult KeepLetters(HttpContext context) => Pages.SeeOther(context, "/office?done=held.kept");

    private static IResult Show(HttpContext context, ObligationView view, int status = StatusCodes.Status200OK) =>
        Pages.Show<ObligationPage, ObligationView>(context, view, status);

    // Only what this page can have done is said, whatever the address claims.
    private static string? Done(HttpContext context, params string[] known) =>
        known.FirstOrDefault(k => k == context.Request.Query["done"]) is { } done ? $"office.{done}" : null;
}
