using Directives.Access;
using Directives.Proposals;
using Directives.Reports;
using Directives.Web.Admin;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Directives.Web.Rules;

/// <summary>The rules in force, and how an administrator changes them: a form, a preview in words, a proposal (R2).</summary>
public static class RulesEndpoints
{
    /// <summary>The rules in force.</summary>
    public const string Path = "/rules";

    /// <summary>Where the rules are changed in a form.</summary>
    public const string FormPath = $"{AdminEndpoints.EditionPath}/form";

    /// <summary>Where a candidate given as text is shown in words.</summary>
    public const string PreviewPath = $"{AdminEndpoints.EditionPath}/preview";

    /// <summary>Where a candidate is tried, as the field <see cref="Edition"/>.</summary>
    public const string TryPath = $"{Path}/what-if";

    /// <summary>The field that holds an edition as text.</summary>
    public const string Edition = "edition";

    private const string Reason = "reason";

    /// <summary>Address of the form for a directive.</summary>
    public static string FormAddress(string directive) => $"{FormPath}?directive={Uri.EscapeDataString(directive)}";

    public static void Map(IEndpointRouteBuilder site)
    {
        site.MapGet(Path, ShowAsync).Allow(May.Do(Deed.SeeRules));
        site.MapGet(AdminEndpoints.EditionPath, ShowText).Allow(May.Do(Deed.ProposeChange));
        site.MapPost(AdminEndpoints.EditionPath, ProposeAsync).Allow(May.Do(Deed.ProposeChange));
        site.MapGet(FormPath, ShowFormAsync).Allow(May.Do(Deed.ProposeChange));
        site.MapPost(FormPath, ReadFormAsync).Allow(May.Do(Deed.ProposeChange));
        site.MapPost(PreviewPath, PreviewAsync).Allow(May.Do(Deed.ProposeChange));
    }

    private static async Task<IResult> ShowAsync(HttpContext context, [FromServices] RulesDesk desk, CancellationToken cancel) =>
        Pages.Show<RulesPage, RulesView>(context, await desk.RulesAsync(cancel));

    private static async Task<IResult> ShowFormAsync(HttpContext context, [FromServices] RulesDesk desk, CancellationToken cancel)
    {
        var view = await desk.FormAsync(context.Request.Query["directive"].FirstOrDefault(), cancel);
        // A form of that many fields is none to fill in.
        return view.Form.Rules.Count > EditionForm.MostRules ? Pages.SeeOther(context, AdminEndpoints.EditionPath) : Show(context, view);
    }

    /// <summary>The form as typed; or, where a candidate is sent as text, the form filled with it.</summary>
    private static async Task<IResult> ReadFormAsync(HttpContext context, [FromServices] RulesDesk desk, CancellationToken cancel)
    {
        var form = await context.Request.ReadFormAsync(cancel);
        var reason = form[Reason].FirstOrDefault() ?? "";
        if (form[Edition].FirstOrDefault() is { } text)
        {
            return await desk.FormOfAsync(text, reason, cancel) is { } again && again.Form.Rules.Count <= EditionForm.MostRules
                ? Show(context, again)
                : await RefuseAsync(context, desk, text, reason, cancel);
        }

        var (preview, refused) = await desk.ReadAsync(EditionForm.Read(form), reason, cancel);
        return preview is not null ? Show(context, preview) : Show(context, refused!, StatusCodes.Status422UnprocessableEntity);
    }

    private static IResult ShowText(HttpContext context) => Show(context, new EditionView("", "", [], null));

    private static async Task<IResult> PreviewAsync(HttpContext context, [FromServices] RulesDesk desk, CancellationToken cancel)
    {
        var (text, reason) = await TypedAsync(context, cancel);
        return (await desk.PreviewAsync(text, reason, cancel)).Preview is { } preview ? Show(context, preview) : await RefuseAsync(context, desk, text, reason, cancel);
    }

    private static async Task<IResult> ProposeAsync(HttpContext context, [FromServices] RulesDesk desk, [FromServices] IAdminPages pages, CancellationToken cancel)
    {
        var (text, typed) = await TypedAsync(context, cancel);
        if ((await desk.PreviewAsync(text, typed, cancel)).Preview is not { } preview) return await RefuseAsync(context, desk, text, typed, cancel);
        var reason = PlainText.Normalize(typed);
        if (PlainText.FirstControl(reason) is { } found)
            return Refuse(new FieldProblem(Reason, "office.problem.control-character", found.Name, found.Position));
        var change = new Change(ChangeKind.Edition, preview.Change.Edition.InForceFrom, Edition: text);
        var (number, refusal) = await pages.ProposeAsync(change, Session.Admitted<PersonSession>(context), reason, cancel);
        if (refusal is null) return Pages.SeeOther(context, $"{AdminEndpoints.ProposalAddress(number)}?new");
        return Refuse(ChangeForm.Problem(refusal.Value) is { Field: Reason } about ? about : new FieldProblem(Edition, $"admin.problem.edition.{refusal}"));

        IResult Refuse(FieldProblem problem) => Show(context, preview with { Problems = [problem] }, StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<(string Text, string Reason)> TypedAsync(HttpContext context, CancellationToken cancel)
    {
        var form = await context.Request.ReadFormAsync(cancel);
        return (form[Edition].FirstOrDefault() ?? "", form[Reason].FirstOrDefault() ?? "");
    }

    /// <summary>The page with the text, and what is wrong with it.</summary>
    private static async Task<IResult> RefuseAsync(HttpContext context, RulesDesk desk, string text, string reason, CancellationToken cancel)
    {
        var (verdict, problems, _) = await desk.PreviewAsync(text, reason, cancel);
        return Show(context, new EditionView(text, reason, problems, verdict.Wrong), StatusCodes.Status422UnprocessableEntity);
    }

    private static IResult Show(HttpContext context, EditionFormView view, int status = StatusCodes.Status200OK) => Pages.Show<EditionFormPage, EditionFormView>(context, view, status);

    private static IResult Show(HttpContext context, EditionPreview view, int status = StatusCodes.Status200OK) => Pages.Show<EditionPreviewPage, EditionPreview>(context, view, status);

    private static IResult Show(HttpContext context, EditionView view, int status = StatusCodes.Status200OK) => Pages.Show<EditionPage, EditionView>(context, view, status);
}
