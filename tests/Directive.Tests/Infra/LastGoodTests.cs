using Directives.Tests.Tables;

namespace Directives.Tests.Infra;

/// <summary>Which package is taken for the last good one, from a repository's releases.</summary>
public sealed class LastGoodTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Delete();

    [Fact]
    public async Task The_newest_deployment_that_was_kept_is_taken()
    {
        var (code, output) = await RunAsync("deployed-2", "printf good >\"$folder/directive.zip\"; (cd \"$folder\" && sha256sum directive.zip >directive.zip.sha256)");
        Assert.Equal((0, "found=true\n"), (code, output));
        Assert.Equal("good", await File.ReadAllTextAsync(_folder.File("old/directive.zip")));
    }

    [Fact]
    public async Task Where_there_is_none_it_says_so() => Assert.Equal((0, "found=false\n"), await RunAsync("", "exit 1"));

    [Fact]
    public async Task A_package_that_was_changed_is_none()
    {
        var (code, output) = await RunAsync("deployed-2", "printf good >\"$folder/directive.zip\"; (cd \"$folder\" && sha256sum directive.zip >directive.zip.sha256; printf bad >directive.zip)");
        Assert.NotEqual(0, code);
        Assert.Equal("", output);
    }

    [Fact]
    public async Task Releases_that_cannot_be_asked_for_stop_the_deployment()
    {
        Gh("exit 4");
        Assert.NotEqual(0, (await ScriptRun.RunAsync("infra/deploy/last-good", [_folder.File("old")], _folder.File("bin"))).Code);
    }

    private async Task<(int Code, string Output)> RunAsync(string tag, string download)
    {
        Gh($$"""
            case "$1 $2" in
                "release list") echo "{{tag}}" ;;
                "release download") [ "$3" = "{{tag}}" ] || exit 3; folder=$5; {{download}} ;;
                *) exit 2 ;;
            esac
            """);
        var output = _folder.File("output");
        await File.WriteAllTextAsync(output, "");
        var ended = await ScriptRun.RunAsync("infra/deploy/last-good", [_folder.File("old")], _folder.File("bin"), ("GITHUB_OUTPUT", output));
        return (ended.Code, await File.ReadAllTextAsync(output));
    }

    private void Gh(string body)
    {
        Directory.CreateDirectory(_folder.File("bin"));
        ScriptRun.Write(_folder.File("bin"), "gh", body);
    }
}
