using Directives.Access;
using Directives.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Directives.Recovery;

/// <summary>The office's page on what restores may have lost.</summary>
public static class RestoreEndpoints
{
    /// <summary>Where it is.</summary>
    public const string Address = "/office/restores";

    private const string Done = "restore.done";

    public static void Map(IEndpointRouteBuilder site)
    {
        site.MapGet(Address, ListAsync).Allow(Who.Office);
        site.MapPost(Address + "/{number:int}/done", DoneAsync).Allow(Who.Office);
    }

    private static async Task<IResult> ListAsync(HttpContext context, IRestorePages restores, CancellationToken cancel)
    {
        var view = await restores.ListAsync(cancel);
        return Pages.Show<RestoresPage, RestoresView>(context, context.Request.Query["done"] == Done ? view with { Notice = Done } : view);
    }

    private static async Task<IResult> DoneAsync(HttpContext context, IRestorePages restores, int number, CancellationToken cancel) =>
        await restores.WorkedOffAsync(number, Session.Admitted<PersonSession>(context).Actor, cancel)
            ? Pages.SeeOther(context, $"{Address}?done={Done}")
            : Results.StatusCode(StatusCodes.Status404NotFound);
}
