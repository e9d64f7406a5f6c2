using YamlDotNet.Serialization;

namespace Directives.Tests.Infra;

/// <summary>A workflow, as far as the tests ask: mappings, lists and texts.</summary>
internal sealed record WorkflowFile(string Name, Dictionary<object, object?> Content)
{
    private static readonly IDeserializer Yaml = new DeserializerBuilder().Build();

    /// <summary>All of the repository.</summary>
    public static IReadOnlyList<WorkflowFile> All() =>
        [.. Directory.EnumerateFiles(Path.Combine(CostInputs.Root, ".github", "workflows"), "*.yml").Order(StringComparer.Ordinal).Select(f => Parse(Path.GetFileName(f), File.ReadAllText(f)))];

    /// <summary>One from its text.</summary>
    public static WorkflowFile Parse(string name, string text) => new(name, Yaml.Deserialize<Dictionary<object, object?>>(text));

    /// <summary>Its jobs by name.</summary>
    public IEnumerable<(string Name, Dictionary<object, object?> Job)> Jobs => Map(Content["jobs"]).Select(j => ((string)j.Key, Map(j.Value)));

    /// <summary>Steps of all jobs that have any.</summary>
    public IEnumerable<(string Job, Dictionary<object, object?> Step)> Steps =>
        Jobs.SelectMany(j => (j.Job.GetValueOrDefault("steps") as List<object?> ?? []).Select(s => (j.Name, Map(s))));

    /// <summary>Every text in it, with those inside of lists and mappings.</summary>
    public static IEnumerable<string> Texts(object? node) => node switch
    {
        Dictionary<object, object?> map => map.SelectMany(e => Texts(e.Value)),
        List<object?> list => list.SelectMany(Texts),
        string text => [text],
        _ => [],
    };

    public static Dictionary<object, object?> Map(object? node) => (Dictionary<object, object?>)node!;
}
