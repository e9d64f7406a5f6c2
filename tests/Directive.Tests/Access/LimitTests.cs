using System.Net;
using Directives.Tests.Web;
using Directives.Web;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Directives.Tests.Access;

/// <summary>How much, how slowly and how often a client may ask.</summary>
public sealed class LimitTests
{
    [Fact]
    public async Task A_client_that_sends_its_head_too_slowly_is_cut_off()
    {
        await using var site = await SlowSiteAsync();
        using var client = await RawClient.ConnectAsync(site.Address);
        await client.SendAsync("GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");
        var answer = await client.ReadToEndAsync();
        Assert.True(answer.Length == 0 || answer.StartsWith("HTTP/1.1 408", StringComparison.Ordinal), answer);
    }

    [Fact]
    public async Task A_client_that_sends_its_body_too_slowly_is_cut_off_and_files_nothing()
    {
        await using var site = await SlowSiteAsync();
        using var client = await RawClient.ConnectAsync(site.Address);
        await client.SendAsync($"POST /api/reports/{SampleWorld.Key} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 4000\r\n\r\n{{");
        var answer = await client.ReadToEndAsync();
        Assert.DoesNotContain(" 201 ", answer, StringComparison.Ordinal);
        Assert.DoesNotContain(" 500 ", answer, StringComparison.Ordinal);
        Assert.Empty(site.World.Filed);
    }

    [Fact]
    public async Task A_connection_that_asks_nothing_more_is_closed()
    {
        await using var site = await SlowSiteAsync();
        using var client = await RawClient.ConnectAsync(site.Address);
        await client.SendAsync("GET /icon.svg HTTP/1.1\r\nHost: localhost\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 200", await client.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(70, 10, "431")]
    [InlineData(3, 12_000, "431")]
    [InlineData(20, 100, "200")]
    public async Task A_head_has_so_many_lines_and_bytes(int lines, int length, string status)
    {
        await using var site = await TestSite.StartAsync();
        using var client = await RawClient.ConnectAsync(site.Address);
        var head = string.Concat(Enumerable.Range(0, lines).Select(i => $"X-{i}: {new string('a', length)}\r\n"));
        await client.SendAsync($"GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{head}\r\n");
        Assert.StartsWith($"HTTP/1.1 {status}", await client.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_has_so_many_bytes()
    {
        await using var site = await TestSite.StartAsync();
        using var client = await RawClient.ConnectAsync(site.Address);
        await client.SendAsync($"GET /{new string('a', 9000)} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 414", await client.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_server_is_told_these_limits()
    {
        var kestrel = new KestrelServerOptions();
        RequestLimits.Set(kestrel);
        Assert.False(kestrel.AddServerHeader);
        Assert.InRange(kestrel.Limits.RequestHeadersTimeout, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30));
        Assert.InRange(kestrel.Limits.KeepAliveTimeout, TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(120));
        Assert.NotNull(kestrel.Limits.MinRequestBodyDataRate);
        Assert.NotNull(kestrel.Limits.MinResponseDataRate);
        Assert.NotNull(kestrel.Limits.MaxConcurrentConnections);
    }

    [Fact]
    public async Task Whoever_asks_too_often_by_one_key_is_told_kindly_when_to_come_again()
    {
        await using var site = await LimitedAsync(l => l.Key = new RateLimit(3, 1));
        using var browser = site.Browser();
        var page = await LastAsync(browser, $"/l/{SampleWorld.Key}", 12);
        Assert.Equal(HttpStatusCode.TooManyRequests, page.Status);
        Assert.InRange(int.Parse(page.Header("Retry-After"), System.Globalization.CultureInfo.InvariantCulture), 1, 60);
        Assert.Contains("Xin chờ một lát", page.Text, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", page.Header("Content-Security-Policy"), StringComparison.Ordinal);
        // Another key is not meant.
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/l/{SampleWorld.OtherKey}")).Status);
    }

    [Fact]
    public async Task A_program_that_asks_too_often_gets_a_problem_document()
    {
        await using var site = await LimitedAsync(l => l.NetworkPosts = new RateLimit(2, 1));
        using var browser = site.Browser();
        TestPage? answer = null;
        for (var i = 0; i < 8 && answer?.Status != HttpStatusCode.TooManyRequests; i++) answer = await browser.PostAsync($"/api/reports/{SampleWorld.ForgedKey}");
        Assert.Equal((HttpStatusCode.TooManyRequests, "application/problem+json"), (answer!.Status, answer.Answer.Content.Headers.ContentType!.MediaType));
    }

    [Fact]
    public async Task What_a_request_says_of_its_sender_counts_only_from_a_proxy_that_is_named()
    {
        await using var site = await LimitedAsync(l => l.Network = new RateLimit(4, 1));
        using var browser = site.Browser();
        HttpStatusCode last = 0;
        for (var i = 0; i < 16 && last != HttpStatusCode.TooManyRequests; i++) last = (await browser.GetAsync("/", ("X-Forwarded-For", $"203.0.{i}.1"))).Status;
        Assert.Equal(HttpStatusCode.TooManyRequests, last);

        await using var behind = await LimitedAsync(l => l.Network = new RateLimit(4, 1), [IPNetwork.Parse("127.0.0.0/8")]);
        using var visitor = behind.Browser();
        for (var i = 0; i < 16; i++) Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/", ("X-Forwarded-For", $"203.0.{i}.1"))).Status);
    }

    [Fact]
    public async Task This_machine_itself_is_not_counted()
    {
        await using var site = await TestSite.StartAsync(services: s => s.AddSingleton(new RateLimits { Network = new RateLimit(2, 1) }));
        using var browser = site.Browser();
        Assert.Equal(HttpStatusCode.OK, (await LastAsync(browser, "/", 20)).Status);
    }

    [Fact]
    public void An_office_of_fifty_people_behind_one_address_stays_below()
    {
        // Each opens a page every ten seconds, with the picture and the style sheet, and all of them begin at once.
        var limits = new RateLimits();
        Assert.True(limits.Network.PerSecond * 10 >= 50 * 4);
        Assert.True(limits.Network.AtOnce >= 50 * 4 * 3);
        Assert.True(limits.NetworkPosts.PerSecond * 10 >= 50);
    }

    private static async Task<TestPage> LastAsync(TestBrowser browser, string path, int most)
    {
        TestPage? page = null;
        for (var i = 0; i < most && page?.Status != HttpStatusCode.TooManyRequests; i++) page = await browser.GetAsync(path);
        return page!;
    }

    private static Task<TestSite> LimitedAsync(Action<RateLimits> set, IReadOnlyList<IPNetwork>? proxies = null)
    {
        var limits = new RateLimits { LoopbackToo = true };
        set(limits);
        return TestSite.StartAsync(proxies: proxies, services: s => s.AddSingleton(limits));
    }

    private static Task<TestSite> SlowSiteAsync() => TestSite.StartAsync(services: s => s.PostConfigure<KestrelServerOptions>(kestrel =>
    {
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromMilliseconds(300);
        kestrel.Limits.KeepAliveTimeout = TimeSpan.FromMilliseconds(300);
        kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(10_000, TimeSpan.FromMilliseconds(1100));
    }));
}
