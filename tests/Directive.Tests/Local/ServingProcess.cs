using System.Diagnostics;
using System.Text;

namespace Directives.Tests.Local;

/// <summary>The built program, serving a data folder until it is killed.</summary>
internal sealed class ServingProcess : IAsyncDisposable
{
    private const string Listening = "Listening on ";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly StringBuilder _said = new();
    private readonly Process _process;

    private ServingProcess(Process process) => _process = process;

    /// <summary>Everything it has printed so far.</summary>
    public string Said
    {
        get
        {
            lock (_said) return _said.ToString();
        }
    }

    /// <summary>Whether it has said that it listens.</summary>
    public bool Listens => _address.Task.IsCompletedSuccessfully;

    /// <summary>Starts to serve a folder on any free port.</summary>
    public static ServingProcess Start(string folder, params string[] more)
    {
        var process = new Process { StartInfo = BuiltProgram.How(["serve", "--data", folder, "--port", "0", .. more]), EnableRaisingEvents = true };
        var serving = new ServingProcess(process);
        process.OutputDataReceived += (_, line) => serving.Hear(line.Data);
        process.ErrorDataReceived += (_, line) => serving.Hear(line.Data);
        process.Exited += (_, _) => serving.Ended();
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return serving;
    }

    /// <summary>Where it listens, once it says so.</summary>
    public Task<Uri> ListensAsync() => _address.Task.WaitAsync(Patience);

    /// <summary>Kills it at once (SIGKILL), by its id, and waits until it is gone.</summary>
    /// <returns>What it had printed.</returns>
    public async Task<string> KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        return Said;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) await KillAsync();
        _process.Dispose();
    }

    private void Hear(string? line)
    {
        if (line is null) return;
        lock (_said) _said.AppendLine(line);
        if (line.StartsWith(Listening, StringComparison.Ordinal)) _address.TrySetResult(new Uri(line[Listening.Length..]));
    }

    private void Ended()
    {
        _address.TrySetException(new InvalidOperationException($"The program ended before it listened. It said:\n{Said}"));
        // Whoever killed it does not ask.
        _ = _address.Task.Exception;
    }
}
