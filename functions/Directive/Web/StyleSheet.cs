using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Directives.Web;

/// <summary>The one stylesheet, held in the program so that every host serves it alike.</summary>
public static class StyleSheet
{
    private static readonly byte[] Bytes = Load();
    private static readonly string Hash = Convert.ToHexStringLower(SHA256.HashData(Bytes))[..16];

    /// <summary>Address with the content's hash, so that a browser may keep it for good.</summary>
    public static string Address { get; } = $"/site.css?v={Hash}";

    /// <summary>Serves it.</summary>
    public static IResult Get(HttpContext context)
    {
        context.Response.Headers.CacheControl = context.Request.Query["v"] == Hash ? "public, max-age=31536000, immutable" : "no-cache";
        return Results.Bytes(Bytes, "text/css; charset=utf-8", entityTag: new EntityTagHeaderValue($"\"{Hash}\""));
    }

    private static byte[] Load()
    {
        using var stream = typeof(StyleSheet).Assembly.GetManifestResourceStream("Directives.Web.site.css")
            ?? throw new InvalidOperationException("The stylesheet is not in the program.");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
