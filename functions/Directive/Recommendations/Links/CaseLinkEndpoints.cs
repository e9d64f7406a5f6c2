using Directives.Access;
using Directives.Reports;
using Directives.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Directives.Recommendations.Links;

/// <summary>Links to recommendations: GET shows a button, POST trades the key for a session and leaves the key behind.</summary>
public static class CaseLinkEndpoints
{
    public static void Map(IEndpointRouteBuilder site)
    {
        site.MapGet("/c/{key}", ShowAsync).Allow(May.Do(Deed.FollowLink));
        site.MapPost("/c/{key}", OpenAsync).Allow(May.Do(Deed.FollowLink));
    }

    /// <summary>Whoever came by a link is told when it opens its case no longer; other requests pass.</summary>
    public static async ValueTask<object?> StillOpensAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var context = invocation.HttpContext;
        return Session.Of(context.User) is CaseSession session
            && await context.RequestServices.GetRequiredService<CaseLinkDesk>().RefusesAsync(session, context.RequestAborted) is { } why
            ? LinkEndpoints.Refuse(context, new LinkRefused(why))
            : await next(invocation);
    }

    private static async Task<IResult> ShowAsync(HttpContext context, string key, [FromServices] CaseLinkDesk links, CancellationToken cancel)
    {
        var look = await links.LookAsync(key, cancel);
        if (look.View is not { } view) return Refuse(context, look);
        // One who is signed in as somebody else is told before that session ends.
        var other = Session.Of(context.User) is { } known && known.Official != view.Session.Official ? known.Title : null;
        return Pages.Show<CaseLinkPage, CaseLinkView>(context, view with { Other = other }, languageOf: view.Session.Language);
    }

    private static async Task<IResult> OpenAsync(HttpContext context, string key, [FromServices] CaseLinkDesk links, CancellationToken cancel)
    {
        var look = await links.OpenAsync(key, LinkUse.Of(context), cancel);
        if (look.View is not { Session: var session }) return Refuse(context, look);
        await SessionCookie.BeginAsync(context, session);
        return Pages.SeeOther(context, $"/cases/{session.Case}");
    }

    private static IResult Refuse(HttpContext context, CaseLinkLook look) => LinkEndpoints.Refuse(context, new LinkRefused(look.Refused ?? LinkRefusal.Unknown));
}
