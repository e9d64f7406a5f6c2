using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Directives.Reports;

/// <summary>The script of the report's form: it saves the draft as it is typed. Everything works without it.</summary>
public static class FormScript
{
    private static readonly byte[] Bytes = Load();
    private static readonly string Hash = Convert.ToHexStringLower(SHA256.HashData(Bytes))[..16];

    /// <summary>Address with the content's hash, so that a browser may keep it for good.</summary>
    public static string Address { get; } = $"/report.js?v={Hash}";

    /// <summary>Serves it.</summary>
    public static IResult Get(HttpContext context)
    {
        context.Response.Headers.CacheControl = context.Request.Query["v"] == Hash ? "public, max-age=31536000, immutable" : "no-cache";
        return Results.Bytes(Bytes, "text/javascript; charset=utf-8", entityTag: new EntityTagHeaderValue($"\"{Hash}\""));
    }

    private static byte[] Load()
    {
        using var stream = typeof(FormScript).Assembly.GetManifestResourceStream("Directives.Reports.report.js")
            ?? throw new InvalidOperationException("The form's script is not in the program.");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
