using System.Net;
using Directives.Access;
using Directives.Tests.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Directives.Tests.Access;

public sealed class EndpointAccessTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Every_endpoint_names_who_may(bool sample)
    {
        await using var site = await TestSite.StartAsync(sample);
        Assert.Empty(EndpointAccess.Unnamed(site.Endpoints));
        Assert.True(site.Endpoints.Count >= (sample ? 25 : 18), $"Only {site.Endpoints.Count} endpoints were found.");
    }

    [Fact]
    public async Task An_endpoint_that_names_nobody_admits_nobody_and_is_reported()
    {
        await using var site = await TestSite.StartAsync(more: app => app.MapGet("/forgotten", () => "secret"));
        using var browser = site.Browser();
        await browser.BecomeAsync(SampleWorld.Office);
        var page = await browser.GetAsync("/forgotten");
        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
        Assert.DoesNotContain("secret", page.Html, StringComparison.Ordinal);
        Assert.Contains("/forgotten", Assert.Single(EndpointAccess.Unnamed(site.Endpoints)), StringComparison.Ordinal);
        Assert.Contains(site.Log.Lines, l => l.StartsWith("Error Directives.Access", StringComparison.Ordinal) && l.Contains("/forgotten", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Letting_everyone_pass_the_frameworks_way_is_reported_too()
    {
        await using var site = await TestSite.StartAsync(more: app => app.MapGet("/open", () => "open").Allow(Who.Office).AllowAnonymous());
        Assert.Contains("/open", Assert.Single(EndpointAccess.Unnamed(site.Endpoints)), StringComparison.Ordinal);
    }

    [Fact]
    public void An_endpoint_for_nobody_is_a_mistake() =>
        Assert.Throws<ArgumentException>(() => new RouteHandlerBuilder([]).Allow(Who.Nobody));

    [Fact]
    public async Task Each_kind_of_reader_reaches_what_is_theirs_and_nothing_else()
    {
        await using var site = await TestSite.StartAsync();
        foreach (var reader in new[] { "nobody", "link", "office", "in-charge", "monitor" })
        {
            using var browser = site.Browser();
            if (reader == "link") await browser.OpenLinkAsync(SampleWorld.Key);
            if (reader == "office") await browser.BecomeAsync(SampleWorld.Office);
            if (reader == "in-charge") await browser.BecomeAsync(SampleWorld.InCharge);
            if (reader == "monitor") await browser.BecomeAsync("head-health");
            foreach (var endpoint in site.Endpoints.OfType<RouteEndpoint>().Where(IsPage)) await CheckAsync(browser, reader, endpoint);
        }
    }

    private static bool IsPage(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Contains("GET") && !endpoint.RoutePattern.RawText!.EndsWith("/{key}", StringComparison.Ordinal)
        // Whose letters come is looked up in the register behind, which knows only some of these readers.
        && endpoint.RoutePattern.RawText != "/me/forecast";

    private static async Task CheckAsync(TestBrowser browser, string reader, RouteEndpoint endpoint)
    {
        var who = endpoint.Metadata.GetMetadata<Admits>()!.Who;
        var may = (who & (Who.Anyone | Who.DemoVisitor)) != 0 || (reader == "link" && who.HasFlag(Who.LinkHolder)) || (reader == "office" && who.HasFlag(Who.Office))
            || (reader == "in-charge" && who.HasFlag(Who.InCharge)) || (reader is not ("nobody" or "link") && who.HasFlag(Who.Person));
        var path = endpoint.RoutePattern.RawText!.Replace("{cycle}", SampleOffice.Row.Id, StringComparison.Ordinal).Replace("{part:int}", "0", StringComparison.Ordinal).Replace("{number:int}", "1", StringComparison.Ordinal)
            .Replace("{area}", "540", StringComparison.Ordinal).Replace("{seat}", "monitor.21553", StringComparison.Ordinal).Replace("{version:int}", "1", StringComparison.Ordinal).Replace("{id}", "head-health.000003", StringComparison.Ordinal).Replace("{file}", "places.csv", StringComparison.Ordinal);
        var page = await browser.GetAsync(path);
        // The sample's rows are made up for the pages of the office; behind these stands a real installation without them.
        string[] real = ["/{seat}/file", "/like", "/decisions/{number:int}", "/owed/{kind}/{code}", "/{seat}/posts", "/people/{id}/forecast", "/chart.svg", "/hand-over/{seat}", "/places/{code}", "/seats/{seat}", "/people/{official}"];
        var found = !endpoint.RoutePattern.RawText!.StartsWith("/confidential/{id}", StringComparison.Ordinal) && !endpoint.RoutePattern.RawText.StartsWith("/cases/{case}", StringComparison.Ordinal) && !real.Any(end => endpoint.RoutePattern.RawText!.EndsWith(end, StringComparison.Ordinal));
        Assert.True((!may ? HttpStatusCode.Forbidden : found ? HttpStatusCode.OK : HttpStatusCode.NotFound) == page.Status, $"{reader} got {page.Status} at {path}.");
    }
}
