using System.Text.Json;
using Directives.Access;
using Directives.Tables;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Directives.Web.OwnData;

/// <summary>A person's own data: a page to read, a file to keep. Whose it is comes from the session alone.</summary>
public static class OwnDataEndpoints
{
    public const string Path = "/me/data";

    private static readonly JsonSerializerOptions Indented = new(Stored.Options) { WriteIndented = true, NewLine = "\n" };

    public static void Map(IEndpointRouteBuilder site)
    {
        site.MapGet(Path, ShowAsync).Allow(Who.Person);
        site.MapGet($"{Path}.json", SaveAsync).Allow(Who.Person);
    }

    private static async Task<IResult> ShowAsync(HttpContext context, [FromServices] IOwnDataPages pages, CancellationToken cancel) =>
        Pages.Show<OwnDataPage, OwnDataView>(context, await pages.OfAsync(Session.Admitted<PersonSession>(context), cancel));

    private static async Task<IResult> SaveAsync(HttpContext context, [FromServices] IOwnDataPages pages, CancellationToken cancel)
    {
        var view = await pages.OfAsync(Session.Admitted<PersonSession>(context), cancel);
        return Results.File(JsonSerializer.SerializeToUtf8Bytes(view.Data, Indented), "application/json", "my-data.json");
    }
}
