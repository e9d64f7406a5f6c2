using System.Text.Encodings.Web;
using System.Text.Json;

namespace Directives.Simulation;

/// <summary>A simulated year as one JSON object.</summary>
public static class YearJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// The object. With recommendations their counts stand beside the others, and <c>withdrawn</c> is theirs: that of notices is then
    /// <c>noticesWithdrawn</c>.
    /// </summary>
    public static string Of(YearResult result)
    {
        var year = JsonSerializer.SerializeToNode(result, Options)!.AsObject();
        if (result.Recommendations is { } cases)
        {
            year["noticesWithdrawn"] = result.Withdrawn;
            foreach (var (name, count) in JsonSerializer.SerializeToNode(cases, Options)!.AsObject()) year[name] = count?.DeepClone();
        }

        return year.ToJsonString(Options);
    }
}
