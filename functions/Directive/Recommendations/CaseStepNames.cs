using System.Text.Json;

namespace Directives.Recommendations;

/// <summary>Names of steps as addresses and texts have them.</summary>
public static class CaseStepNames
{
    private static readonly Dictionary<string, CaseStep> Known = Enum.GetValues<CaseStep>().ToDictionary(Name, StringComparer.Ordinal);

    /// <summary>The step's name, e.g. <c>to-committee</c>.</summary>
    public static string Name(this CaseStep step) => JsonNamingPolicy.KebabCaseLower.ConvertName(step.ToString());

    /// <summary>The step of a name; null for none.</summary>
    public static CaseStep? Find(string name) => Known.TryGetValue(name, out var step) ? step : null;
}
