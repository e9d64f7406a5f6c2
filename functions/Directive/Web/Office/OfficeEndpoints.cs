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
        site.MapPost($"{Seat}/{{act}}", ActAsync).Allow(Who.Office);
        site.MapPost("/office/letters/send", SendLettersAsync).Allow(Who.Office);
        site.MapPost("/office/letters/keep", KeepLetters).Allow(Who.Office);
    }

    private static async Task<IResult> OverviewAsync(HttpContext context, IOfficePages office, CancellationToken cancel)
    {
        var view = await office.OverviewAsync(cancel);
        return Pages.Show<OfficePage, OfficeView>(context, view with { Notice = Done(context, "held.sent", "held.kept") });
    }

    private static async Task<IResult> CycleAsync(HttpContext context, IOfficePages office, string cycle, CancellationToken cancel) =>
        await office.CycleAsync(cycle, context.Request.Query["area"], cancel) is { } view
            ? Pages.Show<CyclePage, CycleView>(context, view)
            : Results.StatusCode(StatusCodes.Status404NotFound);

    private static async Task<IResult> ObligationAsync(
        HttpContext context, IOfficePages office, [AsParameters] SeatPath path, CancellationToken cancel) =>
        await office.ObligationAsync(path, cancel) is { } view
            ? Show(context, view with { Notice = Done(context, "done.send-back", "done.extend", "done.revoke") })
            : Results.StatusCode(StatusCodes.Status404NotFound);

    private static async Task<IResult> ActAsync(
        HttpContext context, IOfficePages office, [AsParameters] SeatPath path, string act, CancellationToken cancel)
    {
        if (act is not (OfficeForm.SendBack or OfficeForm.Extend or OfficeForm.Revoke) || await office.ObligationAsync(path, cancel) is null)
            return Results.StatusCode(StatusCodes.Status404NotFound);
        var form = OfficeForm.Read(act, await context.Request.ReadFormAsync(cancel));
        if (!form.TryRead(out var reason, out var due, out var problem)) return await RefuseAsync(context, office, path, form, problem, cancel);
        var by = Person(context);
        var refusal = act switch
        {
            OfficeForm.SendBack => await office.SendBackAsync(path, by, reason, due, cancel),
            OfficeForm.Extend => await office.ExtendAsync(path, by, reason, due, cancel),
            _ => await office.RevokeAsync(path, by, reason, cancel),
        };
        return refusal is { } why
            ? await RefuseAsync(context, office, path, form, form.Problem(why), cancel)
            : Pages.SeeOther(context, $"{path.Address}?done=done.{act}");
    }

    private static async Task<IResult> RefuseAsync(
        HttpContext context, IOfficePages office, SeatPath path, OfficeForm form, FieldProblem problem, CancellationToken cancel) =>
        await office.ObligationAsync(path, cancel) is { } view
            ? Show(context, view with { Refused = form, Problems = [problem] }, StatusCodes.Status422UnprocessableEntity)
            : Results.StatusCode(StatusCodes.Status404NotFound);

    private static async Task<IResult> SendLettersAsync(HttpContext context, IOfficePages office, CancellationToken cancel)
    {
        await office.ReleaseLettersAsync(Person(context), cancel);
        return Pages.SeeOther(context, "/office?done=held.sent");
    }

    // To keep holding is to do nothing: the letters wait until somebody lets them go.
    private static IResult KeepLetters(HttpContext context) => Pages.SeeOther(context, "/office?done=held.kept");

    private static IResult Show(HttpContext context, ObligationView view, int status = StatusCodes.Status200OK) =>
        Pages.Show<ObligationPage, ObligationView>(context, view, status);

    // Only what this page can have done is said, whatever the address claims.
    private static string? Done(HttpContext context, params string[] known) =>
        known.FirstOrDefault(k => k == context.Request.Query["done"]) is { } done ? $"office.{done}" : null;

    private static PersonSession Person(HttpContext context) =>
        Session.Of(context.User) as PersonSession ?? throw new InvalidOperationException("Only persons are admitted here.");
}
