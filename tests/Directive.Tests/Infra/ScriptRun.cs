using System.Diagnostics;
using Directives.Tests.Local;

namespace Directives.Tests.Infra;

/// <summary>Runs a script of the repository, with programs of its own in place of those it would call.</summary>
internal static class ScriptRun
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>Runs it to its end.</summary>
    /// <param name="script">Below the repository.</param>
    /// <param name="programs">Folder that is searched before all others; null for none.</param>
    /// <param name="environment">What is set for it.</param>
    public static async Task<BuiltProgram.Ended> RunAsync(string script, string[] arguments, string? programs = null, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("bash", [Path.Combine(CostInputs.Root, script), .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        if (programs is not null) start.Environment["PATH"] = programs + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH");
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var (said, complained) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        try
        {
            await process.WaitForExitAsync().WaitAsync(Patience);
        }
        finally
        {
            if (!process.HasExited) process.Kill();
        }

        return new BuiltProgram.Ended(process.ExitCode, await said, await complained);
    }

    /// <summary>Puts a program into a folder.</summary>
    public static void Write(string folder, string name, string body)
    {
        var file = Path.Combine(folder, name);
        File.WriteAllText(file, "#!/usr/bin/env bash\n" + body + "\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
