using System.Net;
using Directives.Access;
using Directives.Tests.Web;

namespace Directives.Tests.Access;

public sealed class DemoGateTests
{
    [Fact]
    public async Task Without_a_sample_there_is_no_demonstration()
    {
        await using var site = await TestSite.StartAsync(sample: false, "http://nhac-viec.example");
        using var browser = site.Browser();
        Assert.DoesNotContain(site.Endpoints, e => EndpointAccess.Name(e).Contains("demo", StringComparison.OrdinalIgnoreCase));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/demo", ("Host", "nhac-viec.example"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/demo/outbox", ("Host", "nhac-viec.example"))).Status);
    }

    [Theory]
    [InlineData("localhost", HttpStatusCode.OK)]
    [InlineData("LOCALHOST:9999", HttpStatusCode.OK)]
    [InlineData("127.0.0.1:80", HttpStatusCode.OK)]
    [InlineData("[::1]:7071", HttpStatusCode.OK)]
    [InlineData("sample.example", HttpStatusCode.NotFound)]
    [InlineData("localhost.evil.example", HttpStatusCode.BadRequest)]
    [InlineData("127.0.0.1.evil.example", HttpStatusCode.BadRequest)]
    [InlineData("127.0.0.2", HttpStatusCode.BadRequest)]
    public async Task Only_a_browser_on_this_machine_sees_it(string host, HttpStatusCode status)
    {
        await using var site = await TestSite.StartAsync(publicAddress: "http://sample.example");
        using var browser = site.Browser();
        Assert.Equal(status, (await browser.GetAsync("/demo", ("Host", host))).Status);
    }

    [Theory]
    [InlineData("Forwarded", "for=1.2.3.4")]
    [InlineData("X-Forwarded-For", "1.2.3.4")]
    [InlineData("x-forwarded-host", "localhost")]
    [InlineData("X-Forwarded-Proto", "https")]
    [InlineData("X-Forwarded-Anything", "")]
    [InlineData("X-Original-For", "1.2.3.4")]
    [InlineData("X-Real-IP", "127.0.0.1")]
    [InlineData("Via", "1.1 proxy")]
    public async Task What_came_through_a_proxy_does_not_see_it(string header, string value)
    {
        await using var site = await TestSite.StartAsync();
        using var browser = site.Browser();
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/demo", (header, value))).Status);
        var page = await browser.GetAsync("/demo");
        using var become = new HttpRequestMessage(HttpMethod.Post, "/demo/be")
        {
            Content = new FormUrlEncodedContent([new("official", "office"), new("__RequestVerificationToken", page.Token)]),
        };
        Assert.Equal(HttpStatusCode.NotFound, (await browser.SendAsync(become, (header, value))).Status);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/", (header, value))).Status);
    }

    [Fact]
    public async Task A_session_that_the_demonstration_began_does_not_travel_through_a_proxy()
    {
        await using var site = await TestSite.StartAsync();
        using var browser = site.Browser();
        await browser.BecomeAsync(SampleWorld.Office);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/office")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/office", ("X-Forwarded-For", "1.2.3.4"))).Status);
    }

    [Theory]
    [InlineData("/demo/be")]
    [InlineData("/demo/clock")]
    public async Task Its_forms_need_their_token(string path)
    {
        await using var site = await TestSite.StartAsync();
        using var browser = site.Browser();
        await browser.GetAsync("/demo");
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.PostAsync(path, ("official", "office"), ("by", "day"))).Status);
        Assert.Empty(site.Demo.Moves);
    }
}
