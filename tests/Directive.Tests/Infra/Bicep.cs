using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;
using System.Text.Json.Nodes;

namespace Directives.Tests.Infra;

/// <summary>The Bicep compiler, as the package brings it. It asks nobody for anything.</summary>
internal static class Bicep
{
    private static readonly string[] Offline = ["--subscription-id", Guid.Empty.ToString(), "--location", "southeastasia", "--mode", "overwrite"];

    private static readonly ConcurrentDictionary<string, Lazy<Task<Deployed>>> Predicted = new(StringComparer.Ordinal);

    /// <summary>The folder <c>infra</c> of the repository.</summary>
    public static string Folder { get; } = Of("Infra");

    /// <summary>The files of installations.</summary>
    public static IReadOnlyList<string> ParameterFiles { get; } = [.. Directory.GetFiles(Folder, "*.bicepparam").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    /// <summary>Compiles a file of the folder. What the compiler complains of comes with it: it must be nothing.</summary>
    public static async Task<(JsonNode Compiled, string Complaints)> CompileAsync(string file)
    {
        var (said, complaints) = await RunAsync([file.EndsWith("param", StringComparison.Ordinal) ? "build-params" : "build", Path.Combine(Folder, file), "--stdout"]);
        return (JsonNode.Parse(said)!, complaints);
    }

    /// <summary>All that would be deployed by a parameter file, with its values; what only Azure knows stays an expression.</summary>
    /// <param name="change">What to do to the file's text before.</param>
    public static Task<Deployed> PredictAsync(string parameters, Func<string, string>? change = null) => change is null
        ? Predicted.GetOrAdd(parameters, file => new Lazy<Task<Deployed>>(() => PredictAnewAsync(file, text => text))).Value
        : PredictAnewAsync(parameters, change);

    private static async Task<Deployed> PredictAnewAsync(string parameters, Func<string, string> change)
    {
        // The prediction is written beside the file.
        var copy = Directory.CreateTempSubdirectory("directive-infra");
        try
        {
            foreach (var file in Directory.GetFiles(Folder, "*.bicep*", SearchOption.AllDirectories))
            {
                var to = Path.Combine(copy.FullName, Path.GetRelativePath(Folder, file));
                Directory.CreateDirectory(Path.GetDirectoryName(to)!);
                var text = await File.ReadAllTextAsync(file);
                await File.WriteAllTextAsync(to, Path.GetFileName(file) == parameters ? change(text) : text);
            }

            await RunAsync(["snapshot", Path.Combine(copy.FullName, parameters), .. Offline]);
            return new Deployed(JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(copy.FullName, Path.ChangeExtension(parameters, ".snapshot.json"))))!);
        }
        finally
        {
            copy.Delete(true);
        }
    }

    private static async Task<(string Said, string Complaints)> RunAsync(string[] arguments)
    {
        var tool = Of("Bicep");
        if (!OperatingSystem.IsLinux()) throw new PlatformNotSupportedException("The compiler that these tests bring is Linux's.");
        if ((File.GetUnixFileMode(tool) & UnixFileMode.UserExecute) == 0) File.SetUnixFileMode(tool, File.GetUnixFileMode(tool) | UnixFileMode.UserExecute);
        var start = new ProcessStartInfo(tool, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        // Whoever runs the tests may have an installation of their own in mind.
        foreach (var name in (string[])["AZURE_ENV_NAME", "AZURE_LOCATION", "AZURE_PRINCIPAL_ID"]) start.Environment.Remove(name);
        using var process = Process.Start(start) ?? throw new InvalidOperationException("The compiler did not start.");
        var complaints = process.StandardError.ReadToEndAsync();
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await complaints);
        return (said, await complaints);
    }

    private static string Of(string key) =>
        typeof(Bicep).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value ?? throw new InvalidOperationException($"{key} is not known.");
}
