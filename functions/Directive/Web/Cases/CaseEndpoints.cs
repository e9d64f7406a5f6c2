using Directives.Access;
using Directives.Recommendations;
using Directives.Recommendations.Links;
using Directives.Reports;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Directives.Web.Cases;

/// <summary>The page of one recommendation, its steps, and its certificate.</summary>
public static class CaseEndpoints
{
    /// <summary>Path below which cases live.</summary>
    public const string Path = "/cases";

    /// <summary>Path of a case.</summary>
    public static string AddressOf(string id) => $"{Path}/{Uri.EscapeDataString(id)}";

    public static void Map(IEndpointRouteBuilder site)
    {
        var cases = site.MapGroup(Path).AddEndpointFilter(CaseLinkEndpoints.StillOpensAsync);
        cases.MapGet("/{case}", ShowAsync).Allow(May.Do(Deed.SeeCase));
        cases.MapGet("/{case}/certificate", CertificateAsync).Allow(May.Do(Deed.SeeCase));
        cases.MapGet("/{case}/files/{hash}", FileAsync).Allow(May.Do(Deed.SeeCase));
        cases.MapPost("/{case}/{step}", TakeAsync).Allow(May.Do(Deed.TakeStep)).WithMetadata(KeepsWhatWasTyped.Instance);
    }

    private static async Task<IResult> ShowAsync(HttpContext context, [FromServices] ICasePages pages, [FromRoute(Name = "case")] string id, CancellationToken cancel) =>
        await pages.ShowAsync(CaseViewer.Of(context), id, cancel) is { } view ? Show(context, view with { Notice = Done(context) }) : NotFound();

    private static async Task<IResult> CertificateAsync(HttpContext context, [FromServices] ICasePages pages, [FromRoute(Name = "case")] string id, CancellationToken cancel) =>
        await pages.ShowAsync(CaseViewer.Of(context), id, cancel) is { State.End: not null } view ? Pages.Show<CertificatePage, CaseView>(context, view) : NotFound();

    private static async Task<IResult> FileAsync(HttpContext context, [FromServices] ICasePages pages, [FromRoute(Name = "case")] string id, string hash, CancellationToken cancel) =>
        FileAnswer.Send(context, await pages.OpenFileAsync(CaseViewer.Of(context), id, hash, cancel));

    private static async Task<IResult> TakeAsync(HttpContext context, [FromServices] ICasePages pages, [FromRoute(Name = "case")] string id, string step, CancellationToken cancel)
    {
        if (CaseStepNames.Find(step) is not { } named) return NotFound();
        var viewer = CaseViewer.Of(context);
        var sent = await context.Request.ReadFormAsync(cancel);
        var form = CaseForm.Read(named, sent);
        if (FormTokens.MustOnlyShow(context)) return await AgainAsync([new($"do-{form.Prefix}", "case.send-again")]);
        if (form.Decision is { } decision && sent[DecisionForm.DoField] == DecisionForm.MoreRows)
        {
            form = form with { Decision = decision.WithBlankRow() };
            return await pages.ShowAsync(viewer, id, cancel) is { } shown && shown.Chances.Any(c => c.Step == named) ? Show(context, shown with { Typed = form }) : NotFound();
        }

        var taken = await pages.TakeAsync(viewer, id, form, cancel);
        return taken.Outcome switch
        {
            CaseOutcome.Taken => Pages.SeeOther(context, $"{AddressOf(id)}?done={step}"),
            CaseOutcome.Refused => await AgainAsync(taken.Problems),
            _ => NotFound(),
        };

        async Task<IResult> AgainAsync(IReadOnlyList<FieldProblem> problems) =>
            await pages.ShowAsync(viewer, id, cancel) is { } view
                ? Show(context, view with { Typed = form, Problems = problems }, StatusCodes.Status422UnprocessableEntity)
                : NotFound();
    }

    private static IResult Show(HttpContext context, CaseView view, int status = StatusCodes.Status200OK) => Pages.Show<CasePage, CaseView>(context, view, status);

    // Only what can have been done is said, whatever the address claims.
    private static string? Done(HttpContext context) =>
        context.Request.Query["done"].ToString() is "raised" ? "case.done.raised"
        : CaseStepNames.Find(context.Request.Query["done"].ToString()) is { } step ? $"case.done.{step.Name()}"
        : null;

    private static IResult NotFound() => Results.StatusCode(StatusCodes.Status404NotFound);
}
