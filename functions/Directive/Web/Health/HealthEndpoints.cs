using Directives.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Directives.Web.Health;

/// <summary>For whoever watches the installation: whether it lives, and whether it does its work. Says nothing of anybody.</summary>
public static class HealthEndpoints
{
    public const string LivePath = "/healthz";
    public const string ReadyPath = "/readyz";

    public static void Map(IEndpointRouteBuilder site)
    {
        site.MapGet(LivePath, Live).Allow(Who.Anyone);
        site.MapGet(ReadyPath, ReadyAsync).Allow(Who.Anyone);
    }

    private static IResult Live() => Results.Text("live");

    private static async Task<IResult> ReadyAsync(HttpContext context, CancellationToken cancel)
    {
        // A site without an engine has nothing that could be late.
        if (context.RequestServices.GetService<Readiness>() is not { } readiness) return Live();
        var found = await readiness.LookAsync(cancel);
        return Results.Json(found, SiteJson.Options, statusCode: found.Ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }
}
