using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Directives.Language;

namespace Directives.WhatIf;

/// <summary>A comparison of editions as one JSON object.</summary>
public static class ComparisonJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The object: <c>editions</c>, the present one first, and what was assumed and noted as sentences.</summary>
    public static string Of(ComparisonResult result, IReadOnlyList<CandidateRemark> notes, Texts texts)
    {
        var json = JsonSerializer.SerializeToNode(result, Options)!.AsObject();
        json["assumptions"] = new JsonArray([.. result.Assumptions.Select(a => (JsonNode)a.In(texts))]);
        json["notes"] = new JsonArray([.. notes.Select(n => (JsonNode)n.In(texts))]);
        return json.ToJsonString(Options);
    }
}
