using Directives.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace Directives.Access;

/// <summary>What every answer tells the browser: no scripts (but one of ours where a page names it), no foreign content, no frames, nothing kept, no address passed on.</summary>
public static class SecurityHeaders
{
    private const string Policy =
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    // Two years, for this host and what is below it. A site on this machine's own address is reached without, and says nothing.
    private const string OnlyHttps = "max-age=63072000; includeSubDomains";

    /// <summary>Policy of a page with a script of ours, which talks to this site only.</summary>
    public const string PolicyWithScript = Policy + "; script-src 'self'; connect-src 'self'";

    /// <summary>Policy of a file that somebody sent: it is kept, never shown, and runs nothing.</summary>
    public const string PolicyOfFile = "default-src 'none'; frame-ancestors 'none'; sandbox";

    /// <summary>Policy of a page that frames a letter of ours.</summary>
    public const string PolicyWithFrame = Policy + "; frame-src 'self'";

    /// <summary>Policy of a letter in that frame: its own inline styles, nothing loaded, nothing run; links open outside.</summary>
    public const string PolicyOfLetter =
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; "
        + "sandbox allow-top-navigation-by-user-activation";

    /// <summary>Middleware; an endpoint may set a policy or caching of its own before.</summary>
    public static Task AddAsync(HttpContext context, RequestDelegate next)
    {
        // On starting: whatever clears the answer on an error must not clear these.
        context.Response.OnStarting(static state =>
        {
            var context = (HttpContext)state;
            var headers = context.Response.Headers;
            SetDefault(headers, HeaderNames.ContentSecurityPolicy, Policy);
            SetDefault(headers, HeaderNames.CacheControl, "no-store");
            headers["Referrer-Policy"] = "no-referrer";
            headers[HeaderNames.XContentTypeOptions] = "nosniff";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            if (context.RequestServices.GetRequiredService<SiteOptions>().IsHttps) headers.StrictTransportSecurity = OnlyHttps;
            headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
            return Task.CompletedTask;
        }, context);
        return next(context);
    }

    private static void SetDefault(IHeaderDictionary headers, string name, string value)
    {
        if (!headers.ContainsKey(name)) headers[name] = value;
    }
}
