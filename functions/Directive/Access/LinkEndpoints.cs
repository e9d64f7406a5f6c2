using Directives.Reports;
using Directives.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Directives.Access;

/// <summary>Personal links: GET shows a button, POST trades the key for a session and leaves the key behind.</summary>
public static class LinkEndpoints
{
    public static void Map(IEndpointRouteBuilder site)
    {
        site.MapGet("/l/{key}", ShowAsync).Allow(Who.KeyHolder);
        site.MapPost("/l/{key}", OpenAsync).Allow(Who.KeyHolder);
    }

    /// <summary>The status of a refused link.</summary>
    public static int Status(LinkRefusal why) => why switch
    {
        LinkRefusal.Unknown => StatusCodes.Status404NotFound,
        LinkRefusal.DraftOnly => StatusCodes.Status403Forbidden,
        _ => StatusCodes.Status410Gone,
    };

    /// <summary>The page that says why a link opens nothing.</summary>
    public static IResult Refuse(HttpContext context, LinkRefused refused) =>
        Pages.Show<LinkRefusedPage, LinkRefused>(context, refused, Status(refused.Why));

    private static async Task<IResult> ShowAsync(HttpContext context, string key, ILinkPages links, CancellationToken cancel)
    {
        var look = await links.LookAsync(key, cancel);
        return look.Look switch
        {
            ReportOwed owed => Pages.Show<LinkPage, ReportOwed>(context, owed, languageOf: owed.Language),
            ReportFiled { Amends: { } owed } filed => Pages.Show<LinkFiledPage, ReportFiled>(context, filed, languageOf: owed.Language),
            _ => Refused(context, look),
        };
    }

    private static async Task<IResult> OpenAsync(HttpContext context, string key, ILinkPages links, CancellationToken cancel)
    {
        var look = await links.OpenAsync(key, LinkUse.Of(context), cancel);
        if (look is not { Session: { } session, Look: ReportOwed or ReportFiled }) return Refused(context, look);
        await SessionCookie.BeginAsync(context, session);
        return Pages.SeeOther(context, ReportEndpoints.Path);
    }

    private static IResult Refused(HttpContext context, LinkLook look) =>
        Refuse(context, look.Look as LinkRefused ?? new LinkRefused(LinkRefusal.Unknown));
}
