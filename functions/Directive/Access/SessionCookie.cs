using Directives.Access.Accounts;
using Directives.Recommendations.Links;
using Directives.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Directives.Access;

/// <summary>
/// The session cookie: ends with the browser, or after a working day, by the machine's own clock. A person's session ends with its row (<see cref="SessionBook"/>).
/// </summary>
public static class SessionCookie
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(10);

    /// <summary>Registers cookie authentication.</summary>
    public static void Add(IServiceCollection services, SiteOptions site) =>
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(cookie =>
        {
            cookie.Cookie.Name = Name(site, "session");
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = Secure(site);
            cookie.Cookie.Path = "/";
            cookie.ExpireTimeSpan = Lifetime;
            cookie.SlidingExpiration = true;
            // The clock of a sample may stand years in the past; a session lives by the machine's.
            cookie.TimeProvider = TimeProvider.System;
            cookie.Events.OnRedirectToLogin = cookie.Events.OnRedirectToAccessDenied = Forbid;
            cookie.Events.OnValidatePrincipal = context => ValidateAsync(context, site);
        });

    /// <summary>Begins a session and replaces any other in this browser.</summary>
    public static Task BeginAsync(HttpContext context, Session session) =>
        context.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, session.Principal());

    /// <summary>Ends the session.</summary>
    public static Task EndAsync(HttpContext context) => context.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);

    /// <summary>A cookie's name: with HTTPS the browser itself guards host and path.</summary>
    public static string Name(SiteOptions site, string name) => site.IsHttps ? $"__Host-{name}" : name;

    /// <summary>Secure wherever the site is reached by HTTPS, also behind a proxy that ends it.</summary>
    public static CookieSecurePolicy Secure(SiteOptions site) => site.IsHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.None;

    private static Task Forbid(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private static async Task ValidateAsync(CookieValidatePrincipalContext context, SiteOptions site)
    {
        var valid = Session.Of(context.Principal) switch
        {
            // What a link opened is judged by its page, at each use.
            LinkSession or CaseSession => true,
            // The demonstration's sessions have no row, so they end where the demonstration does.
            PersonSession { Id.Length: 0 } => site.IsSample && DemoGate.LetsIn(context.Request),
            PersonSession person => await LetsInAsync(context.HttpContext, person),
            _ => false,
        };
        if (!valid) context.RejectPrincipal();
    }

    private static async Task<bool> LetsInAsync(HttpContext context, PersonSession person)
    {
        var services = context.RequestServices;
        var held = await HeldRoles.OfAsync(context, services.GetRequiredService<IRoles>(), person.Official);
        return await services.GetRequiredService<SessionGate>().LetsInAsync(person, held, context.RequestAborted);
    }
}
