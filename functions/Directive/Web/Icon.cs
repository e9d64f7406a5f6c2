using System.Text;
using Microsoft.AspNetCore.Http;

namespace Directives.Web;

/// <summary>The site's icon: a page with a tick.</summary>
public static class Icon
{
    public const string Address = "/icon.svg";

    private static readonly byte[] Svg = Encoding.UTF8.GetBytes(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="5" fill="#8f1d14"/><path
        d="M9 16.5l5 5 9-11" fill="none" stroke="#fff" stroke-width="3.2" stroke-linecap="round" stroke-linejoin="round"/></svg>
        """);

    public static IResult Get(HttpContext context)
    {
        context.Response.Headers.CacheControl = "public, max-age=86400";
        return Results.Bytes(Svg, "image/svg+xml");
    }
}
