using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Directives.Tests.Mail.Transports;

/// <summary>What the stand-in does with the next letter instead of judging it.</summary>
internal sealed record Trouble(int Status, string? Body = null, IReadOnlyDictionary<string, string>? Headers = null)
{
    /// <summary>Reads the letter and closes the connection without a word.</summary>
    public static readonly Trouble Dropped = new(-1);

    /// <summary>Reads the letter and never answers.</summary>
    public static readonly Trouble Silent = new(-2);

    /// <summary>Takes the letter, and then closes the connection without a word.</summary>
    public static readonly Trouble TakenAndDropped = new(-3);
}

/// <summary>A server that takes letters by the rules of SendGrid's v3 mail-send, and can be told to fail.</summary>
internal sealed class SendGridStandIn : IAsyncDisposable
{
    public const string Key = "SG.stand-in";
    private readonly WebApplication _app;
    private readonly CancellationTokenSource _over = new();

    private SendGridStandIn(WebApplication app)
    {
        _app = app;
        Address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
    }

    public string Address { get; }

    /// <summary>Letters taken, as they came.</summary>
    public ConcurrentQueue<JsonObject> Letters { get; } = [];

    /// <summary>Requests, whatever became of them.</summary>
    public int Asked { get; private set; }

    /// <summary>What it does with the next letters, one each; then it goes by the rules.</summary>
    public ConcurrentQueue<Trouble> Next { get; } = [];

    /// <summary>What it does with each letter, when nothing is <see cref="Next"/>.</summary>
    public Func<JsonObject, Trouble?>? Always { get; set; }

    public static async Task<SendGridStandIn> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(System.Net.IPAddress.Loopback, 0);
            kestrel.Limits.MaxRequestBodySize = null;
        });
        var app = builder.Build();
        SendGridStandIn? server = null;
        app.MapPost("/v3/mail/send", (HttpContext context) => server!.SendAsync(context));
        await app.StartAsync();
        return server = new SendGridStandIn(app);
    }

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        await _app.DisposeAsync();
        _over.Dispose();
    }

    private async Task SendAsync(HttpContext context)
    {
        Asked++;
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var letter = Parse(body);
        if (!Next.TryDequeue(out var trouble)) trouble = letter is null ? null : Always?.Invoke(letter);
        if (trouble is not null)
        {
            if (trouble == Trouble.TakenAndDropped) Letters.Enqueue(letter!);
            await FailAsync(context, trouble);
            return;
        }

        context.Response.ContentType = "application/json";
        if (context.Request.Headers.Authorization != $"Bearer {Key}")
        {
            await AnswerAsync(context, 401, MailSendRules.Errors(("The provided authorization grant is invalid, expired, or revoked", null)));
            return;
        }

        var status = body.Length > MailSendRules.MostBytes ? 413 : 400;
        var wrong = status == 413 ? [("The payload is too large.", null)] : letter is null ? [("Bad Request", null)] : MailSendRules.Of(letter);
        if (wrong.Count > 0)
        {
            await AnswerAsync(context, status, MailSendRules.Errors([.. wrong]));
            return;
        }

        Letters.Enqueue(letter!);
        context.Response.Headers["X-Message-Id"] = "stand-in";
        context.Response.StatusCode = 202;
    }

    private async Task FailAsync(HttpContext context, Trouble trouble)
    {
        if (trouble.Status == Trouble.Silent.Status)
        {
            await Task.Delay(Timeout.Infinite, CancellationTokenSource.CreateLinkedTokenSource(_over.Token, context.RequestAborted).Token)
                .ContinueWith(_ => { }, TaskScheduler.Default);
            context.Abort();
            return;
        }

        if (trouble.Status < 0)
        {
            context.Abort();
            return;
        }

        foreach (var (name, value) in trouble.Headers ?? new Dictionary<string, string>()) context.Response.Headers[name] = value;
        await AnswerAsync(context, trouble.Status, trouble.Body ?? "");
    }

    private static async Task AnswerAsync(HttpContext context, int status, string body)
    {
        context.Response.StatusCode = status;
        context.Response.Headers.Date = DateTimeOffset.UtcNow.ToString("r", CultureInfo.InvariantCulture);
        await context.Response.WriteAsync(body);
    }

    private static JsonObject? Parse(MemoryStream body)
    {
        try
        {
            return JsonNode.Parse(body.ToArray()) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
