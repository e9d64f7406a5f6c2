using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text;
using Directives.Local.Bench;

namespace Directives.BrowserTests;

/// <summary>The program as built, serving a new sample province from a folder of its own, until the tests are over.</summary>
public sealed class Served : IAsyncLifetime
{
    private static readonly Lazy<Task<Azurite>> _azurite = new(() => Azurite.StartAsync());

    private const string Listening = "Listening on ";
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("directive-browser-");
    private readonly StringBuilder _said = new();
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Process? _process;

    /// <summary>Whether tables and files are on Azurite; <c>DIRECTIVE_TEST_TABLES=azurite</c> asks it for all tests.</summary>
    public bool OnAzurite { get; init; } = Environment.GetEnvironmentVariable("DIRECTIVE_TEST_TABLES") is { Length: > 0 };

    /// <summary>Where it said that it listens.</summary>
    public Uri Address => _address.Task.Result;

    /// <summary>Everything it has printed so far.</summary>
    public string Said
    {
        get
        {
            lock (_said)
                return _said.ToString();
        }
    }

    public async Task InitializeAsync()
    {
        _process = Start(OnAzurite ? ["--tables", (await _azurite.Value).Connection, "--prefix", $"t{Guid.NewGuid():N}"] : []);
        var address = await AddressAsync();
        using var client = new HttpClient { BaseAddress = address, Timeout = _patience };
        using var response = await client.GetAsync(new Uri("/", UriKind.Relative));
        await response.Content.ReadAsStringAsync();
    }

    public async Task DisposeAsync()
    {
        if (_process is not null)
        {
            if (!_process.HasExited)
                _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
            _process.Dispose();
        }
        _folder.Delete(recursive: true);
    }

    private Process Start(string[] more)
    {
        var program = typeof(Served).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(data => data.Key == "Program").Value!;
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            ArgumentList = { Path.GetFullPath(program), "serve", "--data", Path.Combine(_folder.FullName, "data"), "--port", "0" },
            WorkingDirectory = _folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (var argument in more) start.ArgumentList.Add(argument);
        foreach (var name in start.Environment.Keys.Where(IsForAnotherServer).ToList())
            start.Environment.Remove(name);

        var process = new Process { StartInfo = start, EnableRaisingEvents = true };
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.Exited += (_, _) => Ended(process);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    /// <summary>What the caller's shell sets for a server of its own must not move ours.</summary>
    private static bool IsForAnotherServer(string name) =>
        name.StartsWith("ASPNETCORE_", StringComparison.OrdinalIgnoreCase) || name is "DOTNET_URLS" or "DOTNET_ENVIRONMENT";

    private void Hear(string? line)
    {
        if (line is null)
            return;
        lock (_said)
            _said.AppendLine(line);
        var at = line.IndexOf(Listening, StringComparison.Ordinal);
        if (at >= 0 && Uri.TryCreate(line[(at + Listening.Length)..].Trim(), UriKind.Absolute, out var address))
            _address.TrySetResult(address);
    }

    private void Ended(Process process)
    {
        process.WaitForExit();
        var code = process.ExitCode.ToString(CultureInfo.InvariantCulture);
        _address.TrySetException(new InvalidOperationException(
            $"The program ended with {code} before it said \"{Listening}…\". It said:\n{Said}"));
    }

    private async Task<Uri> AddressAsync()
    {
        try
        {
            return await _address.Task.WaitAsync(_patience);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"No line \"{Listening}…\" within {_patience.TotalSeconds} s. The program said:\n{Said}");
        }
    }
}
