using Directives.Access;
using Directives.Reports;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Directives.Web.Cases;

/// <summary>An official raises a recommendation alone, outside any report (R5).</summary>
public static class RaiseEndpoints
{
    /// <summary>The form.</summary>
    public const string Path = $"{CaseEndpoints.Path}/raise";

    /// <summary>Where a violation by an official is raised, and whatever is to stay confidential.</summary>
    public const string ConfidentialPath = "/confidential/raise";

    public static void Map(IEndpointRouteBuilder site)
    {
        site.MapGet(Path, ShowAsync).Allow(May.Do(Deed.RaiseCase));
        site.MapPost(Path, RaiseAsync).Allow(May.Do(Deed.RaiseCase)).WithMetadata(KeepsWhatWasTyped.Instance);
    }

    private static async Task<IResult> ShowAsync(HttpContext context, [FromServices] IRaisePages pages, CancellationToken cancel)
    {
        var places = await pages.PlacesAsync(CaseViewer.Of(context), cancel);
        return Show(context, new RaiseView(RaiseForm.Fresh(places is [var only] ? only.Code : ""), places));
    }

    private static async Task<IResult> RaiseAsync(HttpContext context, [FromServices] IRaisePages pages, CancellationToken cancel)
    {
        var viewer = CaseViewer.Of(context);
        var form = RaiseForm.Read(await context.Request.ReadFormAsync(cancel));
        var places = await pages.PlacesAsync(viewer, cancel);
        var problems = new List<FieldProblem>();
        if (FormTokens.MustOnlyShow(context)) problems.Add(new FieldProblem(RaiseForm.TextField, "case.send-again"));
        if (problems.Count > 0 || form.Make(places, problems) is not { } raised)
            return Show(context, new RaiseView(form, places) { Problems = problems }, StatusCodes.Status422UnprocessableEntity);
        var id = form.IdFor(viewer.Whom);
        await pages.RaiseAsync(viewer, id, raised, cancel);
        return Pages.SeeOther(context, $"{CaseEndpoints.AddressOf(id)}?done=raised");
    }

    private static IResult Show(HttpContext context, RaiseView view, int status = StatusCodes.Status200OK) => Pages.Show<RaisePage, RaiseView>(context, view, status);
}
