using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Directives.Web;

/// <summary>How the site writes JSON: Vietnamese letters as they are, markup escaped.</summary>
public static class SiteJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };
}
