using Directives.Access;
using Directives.Recommendations;
using Directives.Reports;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Directives.Web.Cases;

/// <summary>The office's list of looks, and the radar: like recommendations side by side, merged and parted by a person (R5, R7).</summary>
public static class LookEndpoints
{
    /// <summary>Where the list is.</summary>
    public const string Path = "/office/cases";

    public const string WithField = "with";
    public const string WayField = "way";
    public const string Take = "take";
    public const string Give = "give";
    public const string ReasonField = "reason";

    /// <summary>The page of a case beside those like it.</summary>
    public static string LikeOf(string id) => $"{Path}/{Uri.EscapeDataString(id)}/like";

    public static void Map(IEndpointRouteBuilder site)
    {
        site.MapGet(Path, ShowAsync).Allow(May.Do(Deed.LookAtCases));
        site.MapGet($"{Path}/{{id}}/like", LikeAsync).Allow(May.Do(Deed.CompareCases));
        site.MapPost($"{Path}/{{id}}/merge", MergeAsync).Allow(May.Do(Deed.CompareCases));
        site.MapPost($"{Path}/{{id}}/unmerge", UnmergeAsync).Allow(May.Do(Deed.CompareCases));
    }

    private static async Task<IResult> ShowAsync(HttpContext context, [FromServices] LookDesk desk, CancellationToken cancel) =>
        Pages.Show<LookPage, LookView>(context, await desk.ShowAsync(context.Request.Query["place"].ToString().Trim(), cancel));

    private static async Task<IResult> LikeAsync(HttpContext context, [FromServices] LookDesk desk, string id, CancellationToken cancel)
    {
        var done = context.Request.Query["done"].ToString() is ("merged" or "unmerged") and var known ? $"radar.done.{known}" : null;
        return await desk.LikeAsync(id, cancel) is { } view ? Show(context, view with { Notice = done }, StatusCodes.Status200OK) : NotFound();
    }

    private static async Task<IResult> MergeAsync(
        HttpContext context, [FromServices] LookDesk desk, [FromServices] Installation installation, string id, CancellationToken cancel)
    {
        var form = await context.Request.ReadFormAsync(cancel);
        var (with, way) = (form[WithField].ToString(), form[WayField].ToString());
        var by = Session.Admitted<PersonSession>(context).Actor;
        if (way is not (Take or Give) || with.Length == 0) return await desk.LikeAsync(id, cancel) is null ? NotFound() : Pages.SeeOther(context, LikeOf(id));
        var result = way == Give ? await installation.Merging.MergeAsync(id, with, by, cancel) : await installation.Merging.MergeAsync(with, id, by, cancel);
        return result is null ? NotFound() : await AnswerAsync(context, desk, id, result, new(WithField, $"case.refused.{result.Refused}"), "merged", "", cancel);
    }

    private static async Task<IResult> UnmergeAsync(
        HttpContext context, [FromServices] LookDesk desk, [FromServices] Installation installation, string id, CancellationToken cancel)
    {
        var typed = (await context.Request.ReadFormAsync(cancel))[ReasonField].ToString();
        var reason = PlainText.Normalize(typed);
        if (PlainText.FirstControl(reason) is { } found)
        {
            return await desk.LikeAsync(id, cancel) is { } view
                ? Show(context, view with { Typed = typed, Problems = [new(ReasonField, "office.problem.control-character", found.Name, found.Position)] }, StatusCodes.Status422UnprocessableEntity)
                : NotFound();
        }

        var result = await installation.Merging.UndoAsync(id, Session.Admitted<PersonSession>(context).Actor, reason, cancel);
        return result.State is null ? NotFound() : await AnswerAsync(context, desk, id, result, new(ReasonField, $"case.refused.{result.Refused}"), "unmerged", typed, cancel);
    }

    private static async Task<IResult> AnswerAsync(
        HttpContext context, LookDesk desk, string id, CaseResult result, FieldProblem problem, string done, string typed, CancellationToken cancel) =>
        result.Refused is null ? Pages.SeeOther(context, $"{LikeOf(id)}?done={done}")
        : await desk.LikeAsync(id, cancel) is { } view ? Show(context, view with { Problems = [problem], Typed = typed }, StatusCodes.Status422UnprocessableEntity)
        : NotFound();

    private static IResult Show(HttpContext context, LikeView view, int status) =>
        Pages.Show<LikePage, LikeView>(context, view with { IsOffice = AdmissionHandler.RolesOf(context).HasFlag(Who.Office) }, status);

    private static IResult NotFound() => Results.StatusCode(StatusCodes.Status404NotFound);
}
