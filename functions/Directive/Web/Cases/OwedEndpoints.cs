using Directives.Access;
using Directives.Recommendations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Directives.Web.Cases;

/// <summary>Who owes what: one's own page, and the office's pages by party (R11).</summary>
public static class OwedEndpoints
{
    /// <summary>What one owes oneself.</summary>
    public const string Path = "/owed";

    /// <summary>The office's list of parties.</summary>
    public const string OfficePath = "/office/owed";

    // Office and committee have no code.
    private const string NoCode = "-";

    public static void Map(IEndpointRouteBuilder site)
    {
        site.MapGet(Path, OwnAsync).Allow(May.Do(Deed.SeeOwed));
        site.MapGet(OfficePath, PartiesAsync).Allow(May.Do(Deed.SeeAllOwed));
        site.MapGet($"{OfficePath}/{{kind}}/{{code}}", PartyAsync).Allow(May.Do(Deed.SeeAllOwed));
    }

    private static async Task<IResult> OwnAsync(HttpContext context, [FromServices] IOwedPages pages, CancellationToken cancel) =>
        Pages.Show<OwedPage, OwedView>(context, await pages.OwnAsync(CaseViewer.Of(context), cancel));

    private static async Task<IResult> PartiesAsync(HttpContext context, [FromServices] IOwedPages pages, CancellationToken cancel) =>
        Pages.Show<OwedPartiesPage, OwedPartiesView>(context, await pages.PartiesAsync(cancel));

    private static async Task<IResult> PartyAsync(HttpContext context, [FromServices] IOwedPages pages, string kind, string code, CancellationToken cancel) =>
        TypedName.Find<PartyKind>(kind) is { } known
        && await pages.PartyAsync(new Party(known, code == NoCode ? "" : code), cancel) is { } view
            ? Pages.Show<OwedPartyPage, OwedPartyView>(context, view)
            : Results.StatusCode(StatusCodes.Status404NotFound);
}
