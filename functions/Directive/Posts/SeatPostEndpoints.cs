using Directives.Access;
using Directives.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Directives.Posts;

/// <summary>The office appoints, ends and hands over.</summary>
public static class SeatPostEndpoints
{
    private const string Pattern = "/register/seats/{seat}/posts";

    /// <summary>Path of a seat's page.</summary>
    public static string Address(string seat) => $"/register/seats/{Uri.EscapeDataString(seat)}/posts";

    public static void Map(IEndpointRouteBuilder site)
    {
        site.MapGet(Pattern, ShowAsync).Allow(May.Do(Deed.KeepRegister));
        site.MapPost(Pattern, ChangeAsync).Allow(May.Do(Deed.KeepRegister));
    }

    private static async Task<IResult> ShowAsync(HttpContext context, [FromServices] SeatPostPages pages, string seat, CancellationToken cancel) =>
        await pages.ViewAsync(seat, cancel) is { } view
            ? Show(context, view with { Done = context.Request.Query.ContainsKey("done"), Typed = SeatPostForm.Empty with { From = $"{view.Today:yyyy-MM-dd}" } })
            : Results.StatusCode(StatusCodes.Status404NotFound);

    private static async Task<IResult> ChangeAsync(HttpContext context, [FromServices] SeatPostPages pages, string seat, CancellationToken cancel)
    {
        if (await pages.ViewAsync(seat, cancel) is not { } view) return Results.StatusCode(StatusCodes.Status404NotFound);
        var form = await context.Request.ReadFormAsync(cancel);
        var typed = new SeatPostForm(One("official"), One("from"), One("reason"));
        var problems = await pages.ChangeAsync(seat, typed, Session.Admitted<PersonSession>(context), cancel);
        return problems.Count == 0
            ? Pages.SeeOther(context, $"{Address(seat)}?done")
            : Show(context, view with { Typed = typed, Problems = problems }, StatusCodes.Status422UnprocessableEntity);

        string One(string name) => form[name].FirstOrDefault() ?? "";
    }

    private static IResult Show(HttpContext context, SeatPostView view, int status = StatusCodes.Status200OK) => Pages.Show<SeatPostPage, SeatPostView>(context, view, status);
}
