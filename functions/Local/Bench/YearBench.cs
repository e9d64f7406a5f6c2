using System.Diagnostics;
using System.Text.Json;
using Directives.Register;
using Directives.Simulation;

namespace Directives.Local.Bench;

/// <summary>A year of 11,303 posts, in a process of its own so that the memory is its own.</summary>
internal static class YearBench
{
    private const double MostSeconds = 90;
    private const double MostMegabytes = 1024;

    public static async Task<IReadOnlyList<BenchLine>> RunAsync(CancellationToken cancel)
    {
        using var folder = new BenchFolder();
        var places = folder.File("nation.csv");
        await File.WriteAllTextAsync(places, SyntheticNation.Csv(), cancel);
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };

        // Started through the dotnet host, the program is its first argument.
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet") start.ArgumentList.Add(typeof(YearBench).Assembly.Location);
        foreach (var argument in new[] { "year", "--places", places, "--months", "12", "--json" }) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        try
        {
            var text = await process.StandardOutput.ReadToEndAsync(cancel);
            await process.WaitForExitAsync(cancel);
            var result = JsonSerializer.Deserialize<YearResult>(text, JsonSerializerOptions.Web)!;
            return
            [
                Line("a year of 11,303 posts", "s", result.Seconds, MostSeconds),
                Line("its peak memory", "MiB", result.PeakMemoryMb, MostMegabytes),
            ];
        }
        finally
        {
            if (!process.HasExited) process.Kill();
        }
    }

    private static BenchLine Line(string what, string unit, double value, double most) =>
        BenchLine.Absolute("year", what, unit, new Spread(value, value, value), most);
}
