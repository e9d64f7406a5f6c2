using System.Text.Json.Nodes;
using NJsonSchema;

namespace Directives.Tests.Web.Api;

/// <summary>The description as a program reads it; says what in an answer is not as described.</summary>
internal sealed class ApiSchemas(JsonObject document)
{
    public static ApiSchemas Of(string json) => new(JsonNode.Parse(json)!.AsObject());

    /// <summary>The operation, or null where there is none.</summary>
    public JsonObject? Operation(string method, string path) => document["paths"]?[path]?[method.ToLowerInvariant()]?.AsObject();

    /// <summary>What is wrong with an answer; empty when it is as described.</summary>
    public async Task<IReadOnlyList<string>> FaultsAsync(string method, string path, int status, string mediaType, string body)
    {
        if (Operation(method, path) is not { } operation) return [$"{method} {path} is not described."];
        if (operation["responses"]?[$"{status}"]?["content"]?[mediaType]?["schema"] is not { } schema) return [$"{method} {path}: {status} with {mediaType} is not described."];
        return await FaultsAsync(schema, body);
    }

    /// <summary>What is wrong with a body that is sent.</summary>
    public Task<IReadOnlyList<string>> BodyFaultsAsync(string method, string path, string body) =>
        FaultsAsync(Operation(method, path)!["requestBody"]!["content"]!["application/json"]!["schema"]!, body);

    private async Task<IReadOnlyList<string>> FaultsAsync(JsonNode schema, string body)
    {
        // What the document names once stands where a schema alone would have it; a property that is not described is a fault.
        var definitions = document["components"]!["schemas"]!.DeepClone().AsObject();
        foreach (var (name, one) in definitions)
        {
            if (name != "ProblemDetails" && one is JsonObject { } type && type.ContainsKey("properties")) type["additionalProperties"] = false;
        }

        var whole = new JsonObject { ["definitions"] = definitions, ["allOf"] = new JsonArray(schema.DeepClone()) };
        var made = await JsonSchema.FromJsonAsync(whole.ToJsonString().Replace("#/components/schemas/", "#/definitions/", StringComparison.Ordinal));
        return [.. made.Validate(body).Select(e => e.ToString())];
    }
}
