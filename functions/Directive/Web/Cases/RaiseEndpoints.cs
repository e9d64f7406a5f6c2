using Directives.Access;
using Directives.Attachments;
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
        site.MapPost(Path, RaiseAsync).Allow(May.Do(Deed.RaiseCase)).WithMetadata(KeepsWhatWasTyped.Instance, new UploadLimit(ReportEndpoints.MostBytes));
    }

    private static async Task<IResult> ShowAsync(HttpContext context, [FromServices] IRaisePages pages, CancellationToken cancel)
    {
        var places = await pages.PlacesAsync(CaseViewer.Of(context), cancel);
        return Show(context, new RaiseView(RaiseForm.Fresh(places is [var only] ? only.Code : ""), places));
    }

    private static async Task<IResult> RaiseAsync(HttpContext context, [FromServices] IRaisePages pages, CancellationToken cancel)
    {
        var viewer = CaseViewer.Of(context);
        var sent = await context.Request.ReadFormAsync(cancel);
        var (form, chosen) = (RaiseForm.Read(sent), ChosenFiles.Of(sent, RaiseForm.FilesField));
        var places = await pages.PlacesAsync(viewer, cancel);
        var problems = new List<FieldProblem>();
        if (FormTokens.MustOnlyShow(context)) problems.Add(new FieldProblem(RaiseForm.TextField, "case.send-again"));
        var raised = problems.Count == 0 ? form.Make(places, problems) : null;
        var files = new List<Attachment>();
        // Files last: they are kept with nothing else.
        if (problems.Count == 0) await new ChosenFiles(pages.TakeAsync, problems).TakeAsync(chosen, RaiseForm.FilesField, files, 0, cancel);
        if (problems.Count > 0 || raised is null)
            return Show(context, new RaiseView(form, places) { Problems = problems, LostFiles = chosen.Count > 0 }, StatusCodes.Status422UnprocessableEntity);
        if (files.Count > 0) raised = raised with { Attachments = files };
        var id = form.IdFor(viewer.Whom);
        await pages.RaiseAsync(viewer, id, raised, cancel);
        return Pages.SeeOther(context, $"{CaseEndpoints.AddressOf(id)}?done=raised");
    }

    private static IResult Show(HttpContext context, RaiseView view, int status = StatusCodes.Status200OK) => Pages.Show<RaisePage, RaiseView>(context, view, status);
}
