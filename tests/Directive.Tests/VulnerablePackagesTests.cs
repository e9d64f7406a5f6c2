using System.Diagnostics;

namespace Directives.Tests;

/// <summary>What <c>.ci/vulnerable</c> says of what a feed said: silence is never the same as clean.</summary>
public sealed class VulnerablePackagesTests : IDisposable
{
    private const string Knows = """{"version":"3.0.0","resources":[{"@id":"https://feed.example/vulnerabilities/index.json","@type":"VulnerabilityInfo/6.7.0"}]}""";
    private const string KnowsNot = """{"version":"3.0.0","resources":[{"@id":"https://feed.example/query","@type":"SearchQueryService"}]}""";
    private const string Nothing = """
        {
          "version": 1,
          "parameters": "--vulnerable --include-transitive",
          "sources": [
            "https://feed.example/v3/index.json"
          ],
          "projects": [
            { "path": "a.csproj" },
            { "path": "b.csproj" }
          ]
        }
        """;

    private const string Something = """
        {"version":1,"sources":["https://feed.example/v3/index.json"],"projects":[{"path":"a.csproj"},{"path":"b.csproj","frameworks":[{"framework":"net10.0",
        "topLevelPackages":[{"id":"Top.Level","requestedVersion":"1.0.0","resolvedVersion":"1.0.0","vulnerabilities":[{"severity":"Moderate","advisoryurl":"https://advisories.example/1"}]}],
        "transitivePackages":[{"id":"Some.Json","resolvedVersion":"9.0.1","vulnerabilities":[{"severity":"High","advisoryurl":"https://advisories.example/2"},{"severity":"Low","advisoryurl":"https://advisories.example/3"}]}]}]}]}
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("directive-packages-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_known_weakness_fails_with_package_version_and_advisory()
    {
        var (code, said) = Judge(Something, Knows);
        Assert.Equal(1, code);
        Assert.Equal(
            [
                "vulnerable: Some.Json 9.0.1 High https://advisories.example/2", "vulnerable: Some.Json 9.0.1 Low https://advisories.example/3",
                "vulnerable: Top.Level 1.0.0 Moderate https://advisories.example/1",
            ],
            said.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void A_weakness_is_one_whatever_the_feed_says_of_itself() => Assert.Equal(1, Judge(Something, KnowsNot).Code);

    [Fact]
    public void A_feed_that_knows_advisories_and_names_none_is_clean() => Assert.Equal((0, "clean\n"), Judge(Nothing, KnowsNot, Knows));

    [Fact]
    public void A_feed_without_advisories_is_never_clean() => Assert.Equal((0, "not checked: no feed here publishes advisories.\n"), Judge(Nothing, KnowsNot));

    [Fact]
    public void No_feed_at_all_is_never_clean() => Assert.Equal((0, "not checked: no feed here publishes advisories.\n"), Judge(Nothing));

    [Theory]
    [InlineData("")]
    [InlineData("error: The feed is away.")]
    [InlineData("""{"version":1,"problems":[{"level":"error","text":"No assets file was found."}],"projects":[{"path":"a.csproj"}]}""")]
    public void What_cannot_be_read_is_never_clean(string report)
    {
        var (code, said) = Judge(report, Knows);
        Assert.Equal(0, code);
        Assert.StartsWith("not checked: ", said, StringComparison.Ordinal);
    }

    [Fact]
    public void The_workflow_asks() =>
        Assert.Contains("run: .ci/vulnerable", File.ReadAllText(Path.Combine(Root(), ".github", "workflows", "ci.yml")), StringComparison.Ordinal);

    private (int Code, string Said) Judge(string report, params string[] feeds)
    {
        List<string> arguments = [Path.Combine(Root(), ".ci", "vulnerable"), "judge", Written("report.json", report)];
        arguments.AddRange(feeds.Select((feed, i) => Written($"{i}.json", feed)));
        using var bash = Process.Start(new ProcessStartInfo("bash", arguments) { RedirectStandardOutput = true, Environment = { ["GITHUB_ACTIONS"] = "" } })!;
        var said = bash.StandardOutput.ReadToEnd();
        bash.WaitForExit();
        return (bash.ExitCode, said);
    }

    private string Written(string name, string text)
    {
        var file = Path.Combine(_folder.FullName, name);
        File.WriteAllText(file, text);
        return file;
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Directive.sln"))) folder = folder.Parent ?? throw new InvalidOperationException("No Directive.sln above the tests.");
        return folder.FullName;
    }
}
