using System.Text.Json;
using System.Text.Json.Serialization;

namespace Directives.Web.Api;

/// <summary>How the API writes JSON: as the site does, and values of enumerations by name, which does not change when one is added between.</summary>
public static class ApiJson
{
    public static readonly JsonSerializerOptions Options = Set(new JsonSerializerOptions(SiteJson.Options));

    /// <summary>Makes other options the same: the description asks the framework's own.</summary>
    public static JsonSerializerOptions Set(JsonSerializerOptions options)
    {
        options.Encoder = SiteJson.Options.Encoder;
        options.Converters.Add(new JsonStringEnumConverter());
        options.NumberHandling = JsonNumberHandling.Strict;
        // So that the description says what is always there, and what may be null.
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        return options;
    }
}
