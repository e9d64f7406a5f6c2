using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Directives.Local.Bench;

/// <summary>
/// Azure's storage on this machine, for tests and the bench: Azurite in memory, on ports that are free. It ends with what is returned, and with this process
/// however that ends.
/// </summary>
public sealed partial class Azurite : IAsyncDisposable
{
    private const string Account = "devstoreaccount1";

    // Known to everybody: it opens only what runs on the own machine.
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    // It leaves when its input ends, which the system sees to when this process is gone.
    private const string Script =
        "process.stdin.on('end', () => process.exit(0)).resume(); const [module, ...rest] = process.argv.slice(1); process.argv = [process.argv[0], 'azurite', ...rest]; require(module);";

    private readonly Process _process;

    private Azurite(Process process, int tables, int blobs)
    {
        _process = process;
        (TablePort, BlobPort) = (tables, blobs);
    }

    /// <summary>Port of the tables.</summary>
    public int TablePort { get; }

    /// <summary>Port of the blobs.</summary>
    public int BlobPort { get; }

    /// <summary>What opens its tables and blobs.</summary>
    public string Connection => ConnectionThrough(TablePort, BlobPort);

    /// <summary>What opens them through other ports, as one that a test puts in between.</summary>
    public static string ConnectionThrough(int tables, int blobs) =>
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};TableEndpoint=http://127.0.0.1:{tables}/{Account};BlobEndpoint=http://127.0.0.1:{blobs}/{Account};";

    /// <summary>Starts it and waits until it listens.</summary>
    /// <exception cref="CannotStartException">It is not installed or does not start; the message says what to do.</exception>
    public static async Task<Azurite> StartAsync(CancellationToken cancel = default)
    {
        var module = Module();
        var start = new ProcessStartInfo("node") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])
            ["-e", Script, "--", module, "--inMemoryPersistence", "--tablePort", "0", "--blobPort", "0", "--queuePort", "0", "--skipApiVersionCheck", "--silent", "--disableTelemetry"])
            start.ArgumentList.Add(argument);
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new CannotStartException($"Azurite needs Node.js: {e.Message}. Install it (nodejs, version 20 or later), then run tests/run once.");
        }

        var said = new List<string>();
        process.ErrorDataReceived += (_, line) =>
        {
            lock (said) said.Add(line.Data ?? "");
        };
        process.BeginErrorReadLine();
        int? tables = null, blobs = null;
        while (tables is null || blobs is null)
        {
            if (await process.StandardOutput.ReadLineAsync(cancel) is not { } line)
            {
                lock (said) throw new CannotStartException($"Azurite does not start: {string.Join(' ', said)}");
            }

            if (Listening().Match(line) is not { Success: true } heard) continue;
            var port = int.Parse(heard.Groups["port"].Value, System.Globalization.CultureInfo.InvariantCulture);
            if (heard.Groups["what"].Value == "Table") tables = port;
            else blobs = port;
        }

        _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        return new Azurite(process, tables.Value, blobs.Value);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    [GeneratedRegex(@"Azurite (?<what>Table|Blob) service is successfully listening at http://127\.0\.0\.1:(?<port>\d+)", RegexOptions.CultureInvariant)]
    private static partial Regex Listening();

    private static string Module()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var module = Path.Combine(folder.FullName, "tests", "azurite", "node_modules", "azurite", "dist", "src", "azurite.js");
            if (File.Exists(module)) return module;
        }

        throw new CannotStartException("Azurite is not installed: run tests/run, or 'npm ci' in tests/azurite.");
    }
}
