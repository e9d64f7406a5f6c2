using Directives.Access;
using Directives.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Directives.Posts;

/// <summary>Who is away and who stands in: the office for everybody, an official for themselves, an assistant or clerk for those they prepare for.</summary>
public static class AbsenceEndpoints
{
    /// <summary>The page.</summary>
    public const string Path = "/absences";

    /// <summary>Where somebody is said to be back.</summary>
    public const string BackPath = $"{Path}/back";

    public static void Map(IEndpointRouteBuilder site)
    {
        site.MapGet(Path, ShowAsync).Allow(May.Do(Deed.EnterAbsence));
        site.MapPost(Path, EnterAsync).Allow(May.Do(Deed.EnterAbsence));
        site.MapPost(BackPath, BackAsync).Allow(May.Do(Deed.EnterAbsence));
    }

    private static async Task<IResult> ShowAsync(HttpContext context, [FromServices] AbsencePages pages, CancellationToken cancel)
    {
        var done = context.Request.Query["done"].FirstOrDefault() switch { "entered" => "absence.done.entered", "back" => "absence.done.back", _ => null };
        return Show(context, await ViewAsync(context, pages, cancel) with { Done = done });
    }

    private static async Task<IResult> EnterAsync(HttpContext context, [FromServices] AbsencePages pages, CancellationToken cancel)
    {
        var form = await context.Request.ReadFormAsync(cancel);
        var typed = new AbsenceForm(One("official"), One("kind"), One("from"), One("to"), One("substitute"));
        var (problems, warned) = await pages.EnterAsync(typed, One("do") == "confirm", Session.Admitted<PersonSession>(context), AdmissionHandler.RolesOf(context), cancel);
        if (problems is null && warned is null) return Pages.SeeOther(context, $"{Path}?done=entered");
        var view = await ViewAsync(context, pages, cancel) with { Typed = typed, Problems = problems ?? [], Warned = warned };
        return Show(context, view, problems is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);

        string One(string name) => form[name].FirstOrDefault() ?? "";
    }

    private static async Task<IResult> BackAsync(HttpContext context, [FromServices] AbsencePages pages, CancellationToken cancel)
    {
        var form = await context.Request.ReadFormAsync(cancel);
        var problem = await pages.EndAsync(One("official"), One("from"), One("back"), Session.Admitted<PersonSession>(context), AdmissionHandler.RolesOf(context), cancel);
        return problem is null
            ? Pages.SeeOther(context, $"{Path}?done=back")
            : Show(context, await ViewAsync(context, pages, cancel) with { Problems = [problem] }, StatusCodes.Status422UnprocessableEntity);

        string One(string name) => form[name].FirstOrDefault() ?? "";
    }

    private static ValueTask<AbsenceView> ViewAsync(HttpContext context, AbsencePages pages, CancellationToken cancel) =>
        pages.ViewAsync(Session.Admitted<PersonSession>(context), AdmissionHandler.RolesOf(context), cancel);

    private static IResult Show(HttpContext context, AbsenceView view, int status = StatusCodes.Status200OK) => Pages.Show<AbsencePage, AbsenceView>(context, view, status);
}
