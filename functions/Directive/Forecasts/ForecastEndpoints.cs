using Directives.Access;
using Directives.Web;
using Directives.Web.Mine;
using Directives.Web.Persons;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Directives.Forecasts;

/// <summary>The pages that forecast letters: everybody's own, and for the office everybody's.</summary>
public static class ForecastEndpoints
{
    /// <summary>The own one.</summary>
    public const string Path = $"{MineEndpoints.Path}/forecast";

    private const string Next = "next";

    /// <summary>A person's, for the office.</summary>
    public static string AddressOf(string official) => $"{PersonEndpoints.AddressOf(official)}/forecast";

    public static void Map(IEndpointRouteBuilder site)
    {
        site.MapGet(Path, OwnAsync).Allow(May.Do(Deed.SeeOwnPage));
        site.MapGet("/office/people/{id}/forecast", PersonAsync).Allow(May.Do(Deed.RunCycles));
    }

    private static async Task<IResult> OwnAsync(HttpContext context, ForecastDesk desk, CancellationToken cancel) =>
        await desk.ShowAsync(Session.Admitted<PersonSession>(context).Whom, context.Request.Query.ContainsKey(Next), cancel) is { } view
            ? Show(context, view with { Address = Path, Back = MineEndpoints.Path, BackText = "me.title" })
            : Results.StatusCode(StatusCodes.Status404NotFound);

    private static async Task<IResult> PersonAsync(HttpContext context, ForecastDesk desk, string id, CancellationToken cancel) =>
        await desk.ShowAsync(id, context.Request.Query.ContainsKey(Next), cancel) is { } view
            ? Show(context, view with { Address = AddressOf(id), Back = PersonEndpoints.AddressOf(id), BackText = "forecast.person" })
            : Results.StatusCode(StatusCodes.Status404NotFound);

    private static IResult Show(HttpContext context, ForecastView view) => Pages.Show<ForecastPage, ForecastView>(context, view);
}
