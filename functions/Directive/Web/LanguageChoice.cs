using Directives.Access;
using Directives.Language;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Directives.Web;

/// <summary>The reader's language: chosen in the address, kept in a cookie, else the official's own, else Vietnamese.</summary>
public static class LanguageChoice
{
    private const string Name = "lang";

    /// <summary>The texts for this request.</summary>
    /// <param name="otherwise">The language of the person a page is for, where no session says it.</param>
    public static Texts Of(HttpContext context, string? otherwise = null)
    {
        if (context.Items.TryGetValue(typeof(LanguageChoice), out var chosen) && chosen is Texts texts) return texts;
        if (Known(context.Request.Query[Name]) is { } asked) return asked;
        if (Known(context.Request.Cookies[CookieName(context)]) is { } kept) return kept;
        if (IsApi(context.Request)) return Accepted(context.Request);
        return Texts.In(otherwise ?? Session.Of(context.User)?.Language);
    }

    /// <summary>Uses a language for this request and, by cookie, for those that follow.</summary>
    public static void Choose(HttpContext context, Texts texts)
    {
        context.Items[typeof(LanguageChoice)] = texts;
        context.Response.Cookies.Append(CookieName(context), texts.Language, new CookieOptions
        {
            Path = "/",
            HttpOnly = true,
            IsEssential = true,
            SameSite = SameSiteMode.Lax,
            MaxAge = TimeSpan.FromDays(365),
            Secure = Site(context).IsHttps,
        });
    }

    /// <summary>Middleware: keeps a language named in the address.</summary>
    public static Task KeepAsync(HttpContext context, RequestDelegate next)
    {
        if (HttpMethods.IsGet(context.Request.Method) && Known(context.Request.Query[Name]) is { } asked) Choose(context, asked);
        return next(context);
    }

    /// <summary>The language of that name, or null.</summary>
    public static Texts? Known(string? name) => Texts.All.FirstOrDefault(t => t.Language == name);

    /// <summary>Whether machines talk here.</summary>
    public static bool IsApi(HttpRequest request) => request.Path.StartsWithSegments("/api") || request.Path.StartsWithSegments("/mail");

    private static SiteOptions Site(HttpContext context) => context.RequestServices.GetRequiredService<SiteOptions>();

    private static string CookieName(HttpContext context) => SessionCookie.Name(Site(context), Name);

    private static Texts Accepted(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().AcceptLanguage;
        return accepted
            .OrderByDescending(a => a.Quality ?? 1)
            .Select(a => Known(a.Value.ToString().Split('-')[0].ToLowerInvariant()))
            .FirstOrDefault(t => t is not null) ?? Texts.Vietnamese;
    }
}
