using System.Diagnostics;

namespace Directives.Local.Bench;

/// <summary>This very program started with a new folder, until its first page is there.</summary>
internal static class StartBench
{
    private const int Repetitions = 3;
    private const string Listening = "Listening on ";

    public static async Task<IReadOnlyList<BenchLine>> RunAsync(CancellationToken cancel)
    {
        var took = new List<double>();
        for (var i = 0; i <= Repetitions; i++)
        {
            var seconds = await OnceAsync(cancel);
            // The first one brings the program's files into memory.
            if (i > 0) took.Add(seconds);
        }

        return [BenchLine.Absolute("start", "from the start with a new folder to the first page", "s", Spread.Of(took), 3)];
    }

    private static async Task<double> OnceAsync(CancellationToken cancel)
    {
        using var folder = new BenchFolder();
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            WorkingDirectory = folder.Root.FullName,
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
        };
        // Started by "dotnet directive.dll", the process is dotnet's, and must be told which program.
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet") start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "directive.dll"));
        foreach (var argument in (string[])["serve", "--data", folder.File("data"), "--port", "0"]) start.ArgumentList.Add(argument);
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start) ?? throw new InvalidOperationException("The program did not start.");
        try
        {
            var address = await AddressAsync(process.StandardOutput, cancel);
            using var client = new HttpClient();
            using var answer = await client.GetAsync(address, cancel);
            answer.EnsureSuccessStatusCode();
            return watch.Elapsed.TotalSeconds;
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }

    private static async Task<Uri> AddressAsync(StreamReader said, CancellationToken cancel)
    {
        while (await said.ReadLineAsync(cancel) is { } line)
        {
            if (line.IndexOf(Listening, StringComparison.OrdinalIgnoreCase) is var at and >= 0) return new Uri(line[(at + Listening.Length)..].Trim());
        }

        throw new InvalidOperationException("The program ended before it said where it listens.");
    }
}
