using System.Text.Json.Nodes;

namespace Directives.Tests.Infra;

/// <summary>A compiled template with all that it deploys within it.</summary>
internal sealed class Template(JsonNode root)
{
    /// <summary>All resources but the nested deployments.</summary>
    public IReadOnlyList<JsonObject> Resources { get; } = [.. Of(root).Where(r => Type(r) != "Microsoft.Resources/deployments")];

    /// <summary>All outputs, the nested ones too.</summary>
    public IReadOnlyList<(string Name, JsonNode Output)> Outputs { get; } = [.. OutputsOf(root)];

    public IEnumerable<JsonObject> OfType(string type) => Resources.Where(r => Type(r) == type);

    private static string Type(JsonObject resource) => (string)resource["type"]!;

    private static IEnumerable<JsonObject> Of(JsonNode template)
    {
        foreach (var resource in Children(template["resources"]))
        {
            yield return resource;
            if (Nested(resource) is not { } nested) continue;
            foreach (var inner in Of(nested)) yield return inner;
        }
    }

    private static IEnumerable<(string, JsonNode)> OutputsOf(JsonNode template)
    {
        foreach (var (name, output) in template["outputs"]?.AsObject() ?? []) yield return (name, output!);
        foreach (var nested in Children(template["resources"]).Select(Nested).OfType<JsonNode>())
        {
            foreach (var output in OutputsOf(nested)) yield return output;
        }
    }

    // Properties may be one expression.
    private static JsonNode? Nested(JsonObject resource) => (resource["properties"] as JsonObject)?["template"];

    // By name since languageVersion 2.0, else a list; what exists already is not deployed.
    private static IEnumerable<JsonObject> Children(JsonNode? resources) => (resources switch
    {
        JsonObject named => named.Select(r => r.Value!.AsObject()),
        JsonArray list => list.Select(r => r!.AsObject()),
        _ => [],
    }).Where(r => (bool?)r["existing"] != true);
}
