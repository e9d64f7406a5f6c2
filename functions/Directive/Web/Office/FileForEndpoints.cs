using Directives.Access;
using Directives.Attachments;
using Directives.Reports;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Directives.Web.Office;

/// <summary>The office files a report that an official telephoned in or handed in on paper (R3).</summary>
public static class FileForEndpoints
{
    private const string Path = "/office/cycles/{cycle}/{area}/{part:int}/{seat}/file";

    /// <summary>Path of the form.</summary>
    public static string AddressOf(SeatPath path) => $"{path.Address}/file";

    public static void Map(IEndpointRouteBuilder site)
    {
        site.MapGet(Path, ShowAsync).Allow(May.Do(Deed.FileForAnother));
        site.MapPost(Path, FileAsync).Allow(May.Do(Deed.FileForAnother)).WithMetadata(KeepsWhatWasTyped.Instance, new UploadLimit(ReportEndpoints.MostBytes));
    }

    private static async Task<IResult> ShowAsync(
        HttpContext context, [FromServices] IFileForPages pages, [AsParameters] SeatPath path, CancellationToken cancel) =>
        await pages.LookAsync(path, cancel) is { } owed
            ? Show(context, ViewOf(path, owed, ReportFormView.Fresh(owed with { Draft = null }), new("", $"{owed.Today:yyyy-MM-dd}", "")))
            : Results.StatusCode(StatusCodes.Status404NotFound);

    private static async Task<IResult> FileAsync(
        HttpContext context, [FromServices] IFileForPages pages, [AsParameters] SeatPath path, CancellationToken cancel)
    {
        if (await pages.LookAsync(path, cancel) is not { } owed) return Results.StatusCode(StatusCodes.Status404NotFound);
        var form = await context.Request.ReadFormAsync(cancel);
        var sent = ReportSubmission.Read(form);
        var typed = new FileForForm(One(form, FileForForm.HowField), One(form, FileForForm.OnField), One(form, FileForForm.NoteField));
        var view = ViewOf(path, owed, new ReportFormView(owed, sent.Form, []), typed);
        if (FormTokens.MustOnlyShow(context)) return Show(context, With(view, [], "report.send-again"), StatusCodes.Status422UnprocessableEntity);
        var again = sent.HasFiles ? "roles.file.again" : null;
        if (sent.Do == ReportSubmission.MoreCases)
            return Show(context, With(view, [], again, view.Form with { Form = ReportFormView.WithBlankCase(sent.Form), OpenSection = "recommendations" }));
        if (sent.Do == ReportSubmission.Rows) return Show(context, With(view, [], again, view.Form with { Form = ReportFormView.WithBlankRows(sent.Form), OpenSection = "visits" }));

        // Another report was filed or sent back since the form was shown: its words are not this one's.
        if (sent.For != owed.Id) return Results.StatusCode(StatusCodes.Status409Conflict);
        var problems = new List<FieldProblem>();
        var received = typed.Read(owed.From, owed.Today, problems);
        problems.AddRange(ReportRules.Check(sent.Form, owed.From, owed.To, owed.Today).Problems);
        // Files last: they are kept with nothing else.
        var files = new FormFiles(owed with { Draft = null });
        if (problems.Count == 0) await files.TakeAsync(sent, new ChosenFiles(pages.TakeAsync, problems), cancel);
        if (problems.Count > 0 || received is null || ReportRules.Check(sent.Form.With(files.OfCases), owed.From, owed.To, owed.Today).Content is not { } content)
            return Show(context, With(view, problems, again), StatusCodes.Status422UnprocessableEntity);
        if (files.Own.Count > 0) content = content with { Attachments = files.Own };
        return await pages.FileAsync(path, Session.Admitted<PersonSession>(context), content, received, cancel)
            ? Pages.SeeOther(context, $"{path.Address}?done=done.file")
            : Results.StatusCode(StatusCodes.Status409Conflict);
    }

    private static FileForView ViewOf(SeatPath path, ReportOwed owed, ReportFormView form, FileForForm received) =>
        new(path, form with { KeepsFiles = false }, received) { DraftSaved = owed.Draft?.Saved };

    private static FileForView With(FileForView view, IReadOnlyList<FieldProblem> problems, string? notice, ReportFormView? form = null) =>
        view with { Form = (form ?? view.Form) with { Problems = problems, Notice = notice } };

    private static IResult Show(HttpContext context, FileForView view, int status = StatusCodes.Status200OK) =>
        Pages.Show<FileForPage, FileForView>(context, view, status);

    private static string One(IFormCollection form, string name) => form[name].FirstOrDefault() ?? "";
}
