using Directives.Web;
using Microsoft.AspNetCore.Http;

namespace Directives.Access.SignIn;

/// <summary>The cookie of the browser that asked for a letter: only there its link and its code open anything.</summary>
public static class SignInTicket
{
    private const string Name = "asked";

    /// <summary>The ticket of a request; null without one.</summary>
    public static string? Of(HttpContext context, SiteOptions site) => context.Request.Cookies[SessionCookie.Name(site, Name)];

    /// <summary>Gives the browser its ticket.</summary>
    public static void Give(HttpContext context, SiteOptions site, string ticket) =>
        context.Response.Cookies.Append(SessionCookie.Name(site, Name), ticket, Options(site, SignInRules.Lifetime));

    /// <summary>Takes it away: it was used.</summary>
    public static void Take(HttpContext context, SiteOptions site) =>
        context.Response.Cookies.Delete(SessionCookie.Name(site, Name), Options(site, null));

    private static CookieOptions Options(SiteOptions site, TimeSpan? lives) => new()
    {
        Path = "/",
        HttpOnly = true,
        IsEssential = true,
        Secure = site.IsHttps,
        // Lax: the link in a letter comes from another site.
        SameSite = SameSiteMode.Lax,
        MaxAge = lives,
    };
}
