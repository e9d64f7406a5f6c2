using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Directives.Tests.Tables;

/// <summary>
/// The network in front of Azurite: passes requests on, and as told throttles, loses or delays what comes. Mishaps befall the requests that
/// write (batches), in order, or all requests if told so.
/// </summary>
internal sealed class FaultyRoute : IAsyncDisposable
{
    private readonly ConcurrentQueue<Mishap> _mishaps = new();
    private readonly ConcurrentQueue<(string Method, long At)> _seen = new();
    private readonly HttpClient _client = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });
    private readonly int _target;
    private readonly WebApplication _app;
    private readonly TimeProvider _clock = TimeProvider.System;

    private FaultyRoute(int target)
    {
        _target = target;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(System.Net.IPAddress.Loopback, 0);
            kestrel.Limits.MaxRequestBodySize = null;
        });
        _app = builder.Build();
        _app.Run(PassAsync);
    }

    /// <summary>What happens to one request.</summary>
    /// <param name="Arrives">Whether the service gets it.</param>
    /// <param name="Status">What the client hears; null: the connection breaks.</param>
    /// <param name="RetryAfter">Seconds that the client is asked to wait.</param>
    /// <param name="Then">What others do before the client hears.</param>
    public sealed record Mishap(bool Arrives, int? Status = null, int? RetryAfter = null, Func<Task>? Then = null);

    public int Port => new Uri(_app.Urls.First()).Port;

    /// <summary>Whether reads suffer too.</summary>
    public bool BefallsAll { get; set; }

    /// <summary>How many batches came.</summary>
    public int Batches => _seen.Count(request => request.Method == "POST");

    public static async Task<FaultyRoute> StartAsync(int target)
    {
        var route = new FaultyRoute(target);
        await route._app.StartAsync();
        return route;
    }

    public void Next(params Mishap[] mishaps)
    {
        foreach (var mishap in mishaps) _mishaps.Enqueue(mishap);
    }

    /// <summary>Time between the first two requests of a kind.</summary>
    public TimeSpan Pause(string method)
    {
        var times = _seen.Where(request => request.Method == method).Select(request => request.At).Take(2).ToArray();
        return _clock.GetElapsedTime(times[0], times[1]);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _client.Dispose();
    }

    private async Task PassAsync(HttpContext context)
    {
        var request = context.Request;
        _seen.Enqueue((request.Method, _clock.GetTimestamp()));
        var mishap = (BefallsAll || HttpMethods.IsPost(request.Method)) && _mishaps.TryDequeue(out var next) ? next : null;
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        using var answer = mishap is { Arrives: false } ? null : await SendAsync(request, body.ToArray());
        if (mishap?.Then is { } then) await then();
        if (mishap is not null && mishap.Status is null)
        {
            context.Abort();
            return;
        }

        if (mishap is not null)
        {
            context.Response.StatusCode = mishap.Status!.Value;
            if (mishap.RetryAfter is { } seconds) context.Response.Headers.RetryAfter = $"{seconds}";
            return;
        }

        context.Response.StatusCode = (int)answer!.StatusCode;
        foreach (var header in answer.Headers.Concat(answer.Content.Headers))
        {
            if (header.Key is not ("Transfer-Encoding" or "Connection" or "Keep-Alive")) context.Response.Headers[header.Key] = header.Value.ToArray();
        }

        await answer.Content.CopyToAsync(context.Response.Body);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequest request, byte[] body)
    {
        var target = Microsoft.AspNetCore.Http.Extensions.UriHelper.GetEncodedPathAndQuery(request);
        // As it came: what was escaped stays so.
        var raw = request.HttpContext.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()?.RawTarget ?? target;
        using var message = new HttpRequestMessage(new HttpMethod(request.Method), $"http://127.0.0.1:{_target}{raw}");
        if (body.Length > 0 || HttpMethods.IsPost(request.Method) || HttpMethods.IsPut(request.Method)) message.Content = new ByteArrayContent(body);
        foreach (var header in request.Headers)
        {
            if (header.Key is "Host" or "Content-Length" or "Transfer-Encoding") continue;
            if (!message.Headers.TryAddWithoutValidation(header.Key, header.Value.ToArray())) message.Content?.Headers.TryAddWithoutValidation(header.Key, header.Value.ToArray());
        }

        return await _client.SendAsync(message);
    }
}
