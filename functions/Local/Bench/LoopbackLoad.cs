using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;

namespace Directives.Local.Bench;

/// <summary>Posts to a server of this process, over loopback only, from a fixed number of connections.</summary>
internal sealed class LoopbackLoad : IDisposable
{
    public const int Connections = 16;

    private readonly HttpClient _client = new(new SocketsHttpHandler { MaxConnectionsPerServer = Connections, UseProxy = false, UseCookies = false });

    /// <summary>Posts once to each path; returns how many a second.</summary>
    public async Task<double> RateAsync(Uri server, IReadOnlyList<string> paths, byte[] body, HttpStatusCode expected, CancellationToken cancel)
    {
        var next = -1;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(async _ =>
        {
            while (Interlocked.Increment(ref next) is var i && i < paths.Count)
            {
                using var content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
                using var answer = await _client.PostAsync(new Uri(server, paths[i]), content, cancel);
                if (answer.StatusCode != expected)
                    throw new InvalidOperationException($"{(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync(cancel)}");
            }
        }));
        return paths.Count / watch.Elapsed.TotalSeconds;
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();
}
