using Directives.Access;
using Directives.Reports;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Directives.Web.Admin;

/// <summary>The administrators' pages: who carries which duty, proposals, and the second one's decision.</summary>
public static class AdminEndpoints
{
    /// <summary>The first page.</summary>
    public const string Path = "/admin";

    /// <summary>Where an edition is proposed.</summary>
    public const string EditionPath = $"{Path}/editions";

    private const int LongestSearch = 100;
    private const string Confirm = "confirm";
    private const string Decline = "decline";
    private const string Withdraw = "withdraw";

    /// <summary>Page of an official.</summary>
    public static string PersonAddress(string official) => $"{Path}/people/{Uri.EscapeDataString(official)}";

    /// <summary>Page of a proposal.</summary>
    public static string ProposalAddress(int number) => $"{Path}/proposals/{number}";

    public static void Map(IEndpointRouteBuilder site)
    {
        site.MapGet(Path, ShowAsync).Allow(May.Do(Deed.ProposeChange));
        site.MapGet($"{Path}/people/{{id}}", PersonAsync).Allow(May.Do(Deed.ProposeChange));
        site.MapPost($"{Path}/people/{{id}}/{{kind}}", ProposeAsync).Allow(May.Do(Deed.ProposeChange));
        site.MapGet($"{Path}/proposals/{{number:int}}", ProposalAsync).Allow(May.Do(Deed.ProposeChange));
        site.MapPost($"{Path}/proposals/{{number:int}}/{{act}}", DecideAsync).Allow(May.Do(Deed.DecideChange));
    }

    private static async Task<IResult> ShowAsync(HttpContext context, [FromServices] IAdminPages pages, CancellationToken cancel)
    {
        var find = context.Request.Query["find"].FirstOrDefault()?.Trim() ?? "";
        return Pages.Show<AdminPage, AdminView>(context, await pages.ShowAsync(find.Length <= LongestSearch ? find : find[..LongestSearch], cancel));
    }

    private static async Task<IResult> PersonAsync(HttpContext context, [FromServices] IAdminPages pages, string id, CancellationToken cancel) =>
        await pages.PersonAsync(id, cancel) is { } view ? Show(context, view) : Results.StatusCode(StatusCodes.Status404NotFound);

    private static async Task<IResult> ProposeAsync(HttpContext context, [FromServices] IAdminPages pages, string id, string kind, CancellationToken cancel)
    {
        if (!ChangeForm.Kinds.Contains(kind) || await pages.PersonAsync(id, cancel) is not { } view) return Results.StatusCode(StatusCodes.Status404NotFound);
        var form = ChangeForm.Read(kind, await context.Request.ReadFormAsync(cancel));
        var problems = new List<FieldProblem>();
        if (form.Change(id, view.Today, problems) is { } change)
        {
            var (number, refusal) = await pages.ProposeAsync(change, Session.Admitted<PersonSession>(context), PlainText.Normalize(form.Reason), cancel);
            if (refusal is null) return Pages.SeeOther(context, $"{ProposalAddress(number)}?new");
            problems.Add(ChangeForm.Problem(refusal.Value));
        }

        return Show(context, view with { Refused = form, Problems = problems }, StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> ProposalAsync(HttpContext context, [FromServices] IAdminPages pages, int number, CancellationToken cancel) =>
        await pages.ProposalAsync(number, Session.Admitted<PersonSession>(context), cancel) is { } view
            ? Show(context, view with { IsNew = context.Request.Query.ContainsKey("new") })
            : Results.StatusCode(StatusCodes.Status404NotFound);

    private static async Task<IResult> DecideAsync(HttpContext context, [FromServices] IAdminPages pages, int number, string act, CancellationToken cancel)
    {
        var by = Session.Admitted<PersonSession>(context);
        if (act is not (Confirm or Decline or Withdraw) || await pages.ProposalAsync(number, by, cancel) is not { } view)
            return Results.StatusCode(StatusCodes.Status404NotFound);
        var typed = (await context.Request.ReadFormAsync(cancel))["reason"].FirstOrDefault() ?? "";
        var reason = PlainText.Normalize(typed);
        if (PlainText.FirstControl(reason) is { } found)
            return Refuse(new FieldProblem("reason", "office.problem.control-character", found.Name, found.Position));
        var refusal = act switch
        {
            Confirm => await pages.ConfirmAsync(number, by, cancel),
            Decline => await pages.DeclineAsync(number, by, reason, cancel),
            _ => await pages.WithdrawAsync(number, by, cancel),
        };
        return refusal is null ? Pages.SeeOther(context, ProposalAddress(number)) : Refuse(ChangeForm.Problem(refusal.Value));

        IResult Refuse(FieldProblem problem) => Show(context, view with { Typed = typed, Problems = [problem] }, StatusCodes.Status422UnprocessableEntity);
    }

    private static IResult Show(HttpContext context, AdminPersonView view, int status = StatusCodes.Status200OK) =>
        Pages.Show<AdminPersonPage, AdminPersonView>(context, view, status);

    private static IResult Show(HttpContext context, ProposalView view, int status = StatusCodes.Status200OK) =>
        Pages.Show<ProposalPage, ProposalView>(context, view, status);
}
