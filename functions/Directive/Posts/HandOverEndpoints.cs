using Directives.Access;
using Directives.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Directives.Posts;

/// <summary>The hand-over brief of a seat.</summary>
public static class HandOverEndpoints
{
    /// <summary>Path of a seat's brief.</summary>
    public static string Address(string seat) => $"/hand-over/{Uri.EscapeDataString(seat)}";

    public static void Map(IEndpointRouteBuilder site) => site.MapGet("/hand-over/{seat}", ShowAsync).Allow(May.Do(Deed.ReadHandOver));

    private static async Task<IResult> ShowAsync(HttpContext context, [FromServices] HandOverPages pages, string seat, CancellationToken cancel) =>
        await pages.ViewAsync(seat, Session.Admitted<PersonSession>(context), AdmissionHandler.RolesOf(context), cancel) is { } view
            ? Pages.Show<HandOverPage, HandOverView>(context, view)
            : Results.StatusCode(StatusCodes.Status404NotFound);
}
