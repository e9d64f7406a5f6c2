using System.Diagnostics;
using System.Reflection;
using System.Text.Json.Nodes;

namespace Directives.Tests.Infra;

/// <summary>The Bicep compiler, as the package brings it.</summary>
internal static class Bicep
{
    /// <summary>The folder <c>infra</c> of the repository.</summary>
    public static string Folder { get; } = Of("Infra");

    /// <summary>Compiles a file of the folder. What the compiler complains of comes with it: it must be nothing.</summary>
    public static async Task<(JsonNode Compiled, string Complaints)> CompileAsync(string file)
    {
        var tool = Of("Bicep");
        if (!OperatingSystem.IsLinux()) throw new PlatformNotSupportedException("The compiler that these tests bring is Linux's.");
        File.SetUnixFileMode(tool, File.GetUnixFileMode(tool) | UnixFileMode.UserExecute);
        var start = new ProcessStartInfo(tool, [file.EndsWith("param", StringComparison.Ordinal) ? "build-params" : "build", Path.Combine(Folder, file), "--stdout"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("The compiler did not start.");
        var complaints = process.StandardError.ReadToEndAsync();
        var text = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await complaints);
        return (JsonNode.Parse(text)!, await complaints);
    }

    private static string Of(string key) =>
        typeof(Bicep).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value ?? throw new InvalidOperationException($"{key} is not known.");
}
