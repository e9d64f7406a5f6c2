using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Directives.Web;

/// <summary>A file for browsers, held in the program so that every host serves it alike.</summary>
public sealed class Asset
{
    private readonly byte[] _bytes;
    private readonly string _hash;
    private readonly string _type;

    private Asset(string resource, string path, string type)
    {
        using var stream = typeof(Asset).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"{resource} is not in the program.");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        _bytes = copy.ToArray();
        _hash = Convert.ToHexStringLower(SHA256.HashData(_bytes))[..16];
        (Path, _type) = (path, type);
        Address = $"{path}?v={_hash}";
    }

    /// <summary>The one stylesheet.</summary>
    public static Asset StyleSheet { get; } = new("Directives.Web.site.css", "/site.css", "text/css; charset=utf-8");

    /// <summary>The script of the report's form: it saves the draft as it is typed. Everything works without it.</summary>
    public static Asset FormScript { get; } = new("Directives.Reports.report.js", "/report.js", "text/javascript; charset=utf-8");

    /// <summary>Where it is served.</summary>
    public string Path { get; }

    /// <summary>Address with the content's hash, so that a browser may keep it for good.</summary>
    public string Address { get; }

    /// <summary>Serves it.</summary>
    public IResult Get(HttpContext context)
    {
        context.Response.Headers.CacheControl = context.Request.Query["v"] == _hash ? "public, max-age=31536000, immutable" : "no-cache";
        return Results.Bytes(_bytes, _type, entityTag: new EntityTagHeaderValue($"\"{_hash}\""));
    }
}
