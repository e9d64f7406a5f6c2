using System.Text.Json.Nodes;

namespace Directives.Tests.Infra;

/// <summary>All that one parameter file would deploy.</summary>
internal sealed class Deployed(JsonNode prediction)
{
    /// <summary>Its resources.</summary>
    public IReadOnlyList<JsonObject> Resources { get; } = [.. prediction["predictedResources"]!.AsArray().Select(r => r!.AsObject())];

    /// <summary>The settings of the app.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; } = prediction["predictedResources"]!.AsArray()
        .Single(r => (string)r!["type"]! == "Microsoft.Web/sites/config")!["properties"]!.AsObject().ToDictionary(s => s.Key, s => (string)s.Value!, StringComparer.Ordinal);

    /// <summary>Properties of all resources of a type.</summary>
    public IEnumerable<JsonNode> OfType(string type) => Resources.Where(r => (string)r["type"]! == type).Select(r => r["properties"]!);
}
