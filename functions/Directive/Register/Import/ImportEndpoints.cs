using Directives.Access;
using Directives.Attachments;
using Directives.Language;
using Directives.Register.Import.Sheets;
using Directives.Web;
using Directives.Web.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Directives.Register.Import;

/// <summary>Office and administrators import the register: look first, then confirm exactly that; and templates filled with what stands.</summary>
public static class ImportEndpoints
{
    public const string Path = "/register/import";
    public const string Export = "/register/export";

    /// <summary>Names of the form's fields.</summary>
    public const string KindField = "kind", FileField = "file", KeptField = "kept", NameField = "name", StampField = "stamp", DoField = "do", Confirm = "confirm";

    // The file itself, or the one that was looked at, which takes a third more as text.
    private static readonly UploadLimit Limit = new((ImportFile.MostBytes * 3L / 2) + (64 * 1024));

    public static void Map(IEndpointRouteBuilder site)
    {
        site.MapGet(Path, ShowFirst).Allow(May.Do(Deed.KeepRegister));
        site.MapPost(Path, ImportAsync).Allow(May.Do(Deed.KeepRegister)).WithMetadata(Limit, KeepsWhatWasTyped.Instance);
        site.MapGet($"{Export}/{{file}}", ExportAsync).Allow(May.Do(Deed.KeepRegister));
        site.MapPost($"/api{Path}/{{kind}}", ApiAsync).Allow(May.Do(Deed.KeepRegister)).WithMetadata(Limit).Describe<ImportJson>(
            "import", "What a file would change in the register; with apply=true it is changed, if no row is wrong or ambiguous. Sent as multipart/form-data: file, and __RequestVerificationToken, the token of a form of the site.",
            [400, 403, 404, 409, 413, 422, 429]);
    }

    /// <summary>Where a template is.</summary>
    /// <param name="ending"><c>csv</c> or <c>xlsx</c>.</param>
    public static string TemplateAddress(ImportKind kind, string ending) => $"{Export}/{ImportJson.Name(kind)}.{ending}";

    private static IResult ShowFirst(HttpContext context) =>
        Show(context, new ImportView { Done = ImportJson.Kinds(context.Request.Query["done"]), Kind = ImportJson.Kinds(context.Request.Query[KindField]) });

    private static async Task<IResult> ImportAsync(HttpContext context, [FromServices] Installation installation, CancellationToken cancel)
    {
        var form = await context.Request.ReadFormAsync(cancel);
        var view = new ImportView { Kind = ImportJson.Kinds(form[KindField]), FileName = FileNames.Shown(form[NameField].FirstOrDefault() ?? "") };
        var chosen = ChosenFiles.Of(form, FileField) is [var one, ..] ? one : null;
        byte[]? file;
        if (chosen is null)
        {
            var kept = form[KeptField].FirstOrDefault() ?? "";
            if (kept.Length == 0) return Refuse(context, view with { Refused = "import.problem.no-choice" });
            file = KeptUpload.Unpack(kept);
            if (file is null) return Refuse(context, view with { Refused = "import.problem.unreadable" });
        }
        else
        {
            view = view with { FileName = FileNames.Shown(chosen.FileName) };
            // One byte more, so that a file that is too large says so.
            file = await ReadAsync(chosen, cancel);
        }

        try
        {
            var read = ImportFile.Read(file, view.Kind);
            var plan = await installation.Imports.PlanAsync(read, trusted: false, cancel);
            view = view with { Plan = plan, Kept = KeptUpload.Pack(file), Stamp = KeptUpload.Stamp(plan, file) };
            if (form[DoField] != Confirm || FormTokens.MustOnlyShow(context)) return Show(context, view);
            var refusal = form[StampField] == view.Stamp ? await ApplyAsync(context, installation, plan, view.FileName, cancel) : ImportRefusal.Changed;
            if (refusal is null) return Pages.SeeOther(context, $"{Path}?done={ImportJson.Name(plan.Kind)}");
            // Changed between looking and doing: what is shown is what stands now.
            if (refusal == ImportRefusal.Changed)
            {
                plan = await installation.Imports.PlanAsync(read, trusted: false, cancel);
                view = view with { Plan = plan, Stamp = KeptUpload.Stamp(plan, file) };
            }

            return Refuse(context, view with { Refused = $"import.refused.{refusal}" });
        }
        catch (UnusableFileException unusable)
        {
            return Refuse(context, view with { Unusable = unusable.Problem });
        }
    }

    private static async Task<IResult> ApiAsync(HttpContext context, [FromServices] Installation installation, string kind, string? apply, CancellationToken cancel)
    {
        var texts = LanguageChoice.Of(context);
        if (ImportJson.Kinds(kind) is not { } known) return ApiProblem.Of(StatusCodes.Status404NotFound, texts["error.404.title"], texts["import.file.which-kind", ImportFile.Kinds()]);
        if (ChosenFiles.Of(await context.Request.ReadFormAsync(cancel), FileField) is not [var chosen, ..]) return Invalid(texts, texts["import.problem.no-choice"]);
        try
        {
            var plan = await installation.Imports.PlanAsync(ImportFile.Read(await ReadAsync(chosen, cancel), known), trusted: false, cancel);
            var said = ImportJson.Of(plan, texts);
            if (apply != "true") return Results.Json(said, ApiJson.Options);
            return await ApplyAsync(context, installation, plan, FileNames.Shown(chosen.FileName), cancel) switch
            {
                null => Results.Json(said with { Applied = true }, ApiJson.Options),
                ImportRefusal.NotClean => Results.Json(said with { Refused = texts["import.refused.NotClean"] }, ApiJson.Options),
                var why => ApiProblem.Of(StatusCodes.Status409Conflict, texts["error.409.title"], texts[$"import.refused.{why}"]),
            };
        }
        catch (UnusableFileException unusable)
        {
            return Invalid(texts, unusable.Problem.Row is { } row ? texts["register.at", row, unusable.Problem.Why.In(texts)] : unusable.Problem.Why.In(texts));
        }
    }

    private static IResult Invalid(Texts texts, string problem) => ApiProblem.Of(
        StatusCodes.Status422UnprocessableEntity, texts["error.422.title"], texts["error.422.text"], new Dictionary<string, string[]> { [FileField] = [problem] });

    private static async Task<IResult> ExportAsync([FromServices] Installation installation, string file, CancellationToken cancel)
    {
        var (name, ending) = (System.IO.Path.GetFileNameWithoutExtension(file), System.IO.Path.GetExtension(file));
        if (ImportJson.Kinds(name) is not { } kind || ending is not (".csv" or ".xlsx")) return Results.StatusCode(StatusCodes.Status404NotFound);
        var rows = await installation.Imports.RowsAsync(kind, cancel);
        return ending == ".csv"
            ? Results.File(SheetWriter.Csv(rows), "text/csv; charset=utf-8", file)
            : Results.File(SheetWriter.Xlsx(name, rows), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", file);
    }

    private static Task<ImportRefusal?> ApplyAsync(HttpContext context, Installation installation, ImportPlan plan, string name, CancellationToken cancel) =>
        installation.Imports.ApplyAsync(plan, Session.Admitted<PersonSession>(context).Actor, ImportDesk.Why(plan, name), cancel);

    private static async Task<byte[]> ReadAsync(IFormFile chosen, CancellationToken cancel)
    {
        await using var content = chosen.OpenReadStream();
        var bytes = new byte[Math.Min(content.Length, ImportFile.MostBytes + 1)];
        await content.ReadExactlyAsync(bytes, cancel);
        return bytes;
    }

    private static IResult Refuse(HttpContext context, ImportView view) => Show(context, view, StatusCodes.Status422UnprocessableEntity);

    private static IResult Show(HttpContext context, ImportView view, int status = StatusCodes.Status200OK) =>
        Pages.Show<ImportPage, ImportView>(context, view with { OfOffice = AdmissionHandler.RolesOf(context).HasFlag(Who.Office) }, status);
}
