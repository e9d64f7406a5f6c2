using System.Diagnostics;

namespace Directives.Tests.Local;

/// <summary>How the built program is started as a process of its own: the very file that these tests were built with.</summary>
internal static class BuiltProgram
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    /// <summary>Runs a verb to its end.</summary>
    public static async Task<Ended> RunAsync(params string[] arguments)
    {
        using var process = Process.Start(How(arguments))!;
        var (said, complained) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        try
        {
            await process.WaitForExitAsync().WaitAsync(Patience);
        }
        finally
        {
            if (!process.HasExited) process.Kill();
        }

        return new Ended(process.ExitCode, await said, await complained);
    }

    /// <summary>How it is started; what the caller's shell sets for a server of its own must not move ours.</summary>
    public static ProcessStartInfo How(params IEnumerable<string> arguments)
    {
        var program = typeof(Directives.Local.Server).Assembly.Location;
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [program, .. arguments])
        {
            WorkingDirectory = Path.GetTempPath(),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(IsForAnotherServer).ToList()) start.Environment.Remove(name);
        return start;
    }

    private static bool IsForAnotherServer(string name) =>
        name.StartsWith("ASPNETCORE_", StringComparison.OrdinalIgnoreCase) || name is "DOTNET_URLS" or "DOTNET_ENVIRONMENT";

    /// <summary>How a run ended and what it printed.</summary>
    internal sealed record Ended(int Code, string Said, string Complained);
}
