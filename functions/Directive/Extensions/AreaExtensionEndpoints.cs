using Directives.Access;
using Directives.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Directives.Extensions;

/// <summary>The office extends whole areas of a running cycle: looks first, then confirms.</summary>
public static class AreaExtensionEndpoints
{
    private const string Pattern = "/office/cycles/{cycle}/extend";

    public static void Map(IEndpointRouteBuilder site)
    {
        site.MapGet(Pattern, ShowAsync).Allow(Who.Office);
        site.MapPost(Pattern, ActAsync).Allow(Who.Office);
    }

    /// <summary>Path of a cycle's page.</summary>
    public static string Address(string cycle) => $"/office/cycles/{Uri.EscapeDataString(cycle)}/extend";

    private static async Task<IResult> ShowAsync(HttpContext context, IAreaExtensionPages pages, string cycle, CancellationToken cancel) =>
        await pages.ViewAsync(cycle, context.Request.Query["done"], cancel) is { } view
            ? Show(context, view)
            : Results.StatusCode(StatusCodes.Status404NotFound);

    private static async Task<IResult> ActAsync(HttpContext context, IAreaExtensionPages pages, string cycle, CancellationToken cancel)
    {
        if (await pages.ViewAsync(cycle, null, cancel) is not { } view) return Results.StatusCode(StatusCodes.Status404NotFound);
        var form = AreaExtensionForm.Read(await context.Request.ReadFormAsync(cancel));
        view = view with { Typed = form };
        if (!form.TryRead(cycle, view.Places, out var request, out var problem)) return Refuse(context, view, problem);
        if (form.Confirms && Guid.TryParseExact(form.Id, "N", out _))
        {
            return await pages.ConfirmAsync(form.Id, request, Session.Admitted<PersonSession>(context), cancel) is { } refused
                ? Refuse(context, view, AreaExtensionForm.Problem(refused))
                : Pages.SeeOther(context, $"{Address(cycle)}?done={form.Id}");
        }

        var (refusal, preview) = await pages.PreviewAsync(request, cancel);
        if (refusal is { } why) return Refuse(context, view, AreaExtensionForm.Problem(why));
        return Show(context, view with { Preview = preview, Typed = form with { Id = Guid.NewGuid().ToString("N") } });
    }

    private static IResult Refuse(HttpContext context, AreaExtensionView view, Reports.FieldProblem problem) =>
        Show(context, view with { Problems = [problem] }, StatusCodes.Status422UnprocessableEntity);

    private static IResult Show(HttpContext context, AreaExtensionView view, int status = StatusCodes.Status200OK) =>
        Pages.Show<AreaExtensionPage, AreaExtensionView>(context, view, status);
}
