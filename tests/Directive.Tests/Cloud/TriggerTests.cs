using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Directives.Cloud;
using Directives.Dossiers;
using Directives.Tables;
using Directives.Tests.Tables;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry.Trace;

namespace Directives.Tests.Cloud;

/// <summary>The app's own installation on Azurite, its site behind one route, as it stands behind the host's trigger.</summary>
public sealed class TriggerTests : IAsyncLifetime, IDisposable
{
    private readonly HttpClient _client = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false });
    private readonly EndedTraces _traces = new();
    private CloudInstallation? _cloud;
    private IHost? _app;

    public async Task InitializeAsync()
    {
        _cloud = await CloudInstallation.OpenAsync(Settings(), () => null, TimeProvider.System, default);
        // As the host does: it has routed already, and names the path a value of its route.
        _app = new HostBuilder().ConfigureWebHost(web => web
            .UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0))
            .ConfigureServices(services => services.AddRouting().AddDirectiveCloud(_cloud).AddOpenTelemetry().WithTracing(traces => traces.AddRequests().AddProcessor(_traces)))
            .Configure(app => app.UseRouting().UseEndpoints(outer => outer.Map("{*path}", (HttpContext context, SiteRunner site) => site.RunAsync(context))))).Build();
        await _app.StartAsync();
        var address = _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        _client.BaseAddress = new Uri(address);
        _client.DefaultRequestHeaders.Host = "directive.province.example";
    }

    public async Task DisposeAsync()
    {
        await _app!.StopAsync();
        _app.Dispose();
        await _cloud!.DisposeAsync();
    }

    public void Dispose()
    {
        _client.Dispose();
        _traces.Dispose();
    }

    [Theory]
    [InlineData("/", HttpStatusCode.OK)]
    [InlineData("/healthz", HttpStatusCode.OK)]
    [InlineData("/readyz", HttpStatusCode.OK)]
    [InlineData("/office", HttpStatusCode.Forbidden)]
    [InlineData("/demo", HttpStatusCode.NotFound)]
    [InlineData("/nothing/here", HttpStatusCode.NotFound)]
    public async Task Every_page_answers_as_it_does_without_a_trigger(string path, HttpStatusCode expected)
    {
        using var answer = await _client.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(expected, answer.StatusCode);
        Assert.True(answer.Headers.Contains("Permissions-Policy"));
    }

    [Fact]
    public async Task Traces_are_named_by_the_sites_own_routes_and_hold_no_key()
    {
        var key = $"key-{Guid.NewGuid():N}";
        using var answer = await _client.GetAsync(new Uri($"/l/{key}?from={key}", UriKind.Relative));
        await _app!.StopAsync();
        Assert.Contains("GET /l/{key}", _traces.Ended.Select(a => a.DisplayName));
        Assert.All(_traces.Ended, activity =>
        {
            Assert.DoesNotContain("{*path}", activity.DisplayName, StringComparison.Ordinal);
            Assert.DoesNotContain(key, $"{activity.DisplayName} {string.Join(' ', activity.TagObjects.Select(t => t.Value))}", StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_body_over_the_limit_is_refused_with_words()
    {
        // By hand: a client that is busy sending may not hear the answer.
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, _client.BaseAddress!.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync("POST /api/reports/abc HTTP/1.1\r\nHost: directive.province.example\r\nContent-Type: application/json\r\nContent-Length: 8000000\r\n\r\n"u8.ToArray());
        using var reader = new StreamReader(stream);
        Assert.Equal("HTTP/1.1 413 Payload Too Large", await reader.ReadLineAsync());
        var headers = new List<string>();
        while (await reader.ReadLineAsync() is { Length: > 0 } header) headers.Add(header);
        Assert.Contains("Content-Type: application/problem+json", headers);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        using var bare = new FormUrlEncodedContent(new Dictionary<string, string> { ["address"] = "somebody@province.example" });
        using var refused = await _client.PostAsync(new Uri("/leave", UriKind.Relative), bare);
        Assert.InRange((int)refused.StatusCode, 400, 422);
    }

    [Fact]
    public async Task Whoever_watches_is_told_whether_the_tables_answer_and_how_late_it_is()
    {
        using var ready = JsonDocument.Parse(await _client.GetStringAsync(new Uri("/readyz", UriKind.Relative)));
        Assert.Equal("ok", ready.RootElement.GetProperty("tables").GetString());
        Assert.Equal(0, ready.RootElement.GetProperty("minutesLate").GetInt32());
    }

    [Fact]
    public async Task While_the_app_serves_no_engine_on_one_machine_may()
    {
        var tables = _cloud!.Installation.Parts.Tables;
        var local = new EngineLease(tables, TimeProvider.System);
        await Assert.ThrowsAsync<EngineHeldException>(() => local.TakeAsync(EngineRule.Local, "machine"));
        await new EngineLease(tables, TimeProvider.System).TakeAsync(EngineRule.Azure, "another worker");
    }

    [Fact]
    public async Task While_one_machine_serves_the_app_does_not_start()
    {
        var settings = Settings();
        var tables = await AzureTables.OpenAsync(AzureAccount.Parse(settings.Tables), settings.Prefix);
        await new EngineLease(tables, TimeProvider.System).TakeAsync(EngineRule.Local, "machine");
        var refused = await Assert.ThrowsAsync<CannotStartException>(() => CloudInstallation.OpenAsync(settings, () => null, TimeProvider.System, default));
        Assert.Contains("machine", refused.Message, StringComparison.Ordinal);
    }

    private static CloudSettings Settings()
    {
        var connection = AzuriteRunning.GetAsync().GetAwaiter().GetResult().Connection;
        var key = new string('a', 64);
        return CloudSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Directive:Tables"] = connection,
            ["Directive:Blobs"] = connection,
            ["Directive:Prefix"] = AzuriteRunning.NewPrefix(),
            ["Directive:PublicAddress"] = "https://directive.province.example",
            ["Directive:Authority"] = "52",
            ["Directive:Since"] = "2026-03-02",
            ["Directive:Keys:Trail"] = key,
            ["Directive:Keys:Links"] = key,
            ["Directive:Keys:Confidential"] = key,
        }).Build());
    }
}
