using System.Net;
using System.Text.RegularExpressions;
using Directives.Access;
using Directives.Tests.Web;
using Microsoft.AspNetCore.Routing;

namespace Directives.Tests.Access;

/// <summary>What holds for every endpoint there is, whoever adds it.</summary>
public sealed partial class SurfaceTests
{
    private const string Site = "https://nhac-viec.example";
    private static readonly string[] WithoutToken = ["/api/reports/{key}", "/mail/events"];
    private static readonly string[] Returns = ["return", "returnUrl", "ReturnUrl", "return_to", "next", "url", "redirect", "redirect_uri", "continue", "to", "from", "back", "dest", "target", "done"];
    private static readonly string[] Elsewhere = ["https://evil.example/", "//evil.example", "/\\evil.example", "\\/evil.example", "javascript:alert(1)", "https:evil.example", "/%09/evil.example"];

    [Fact]
    public async Task HTTPS_is_asked_for_where_the_site_is_reached_by_it_and_only_there()
    {
        await using var secure = await TestSite.StartAsync(sample: false, publicAddress: Site);
        using var browser = secure.Browser();
        Assert.Equal("max-age=63072000; includeSubDomains", (await browser.GetAsync("/", ("Host", "nhac-viec.example"))).Header("Strict-Transport-Security"));
        Assert.Equal("max-age=63072000; includeSubDomains", (await browser.GetAsync("/no/such", ("Host", "nhac-viec.example"))).Header("Strict-Transport-Security"));
        await using var local = await TestSite.StartAsync();
        using var other = local.Browser();
        Assert.Equal("", (await other.GetAsync("/")).Header("Strict-Transport-Security"));
    }

    [Fact]
    public async Task By_HTTPS_every_cookie_is_secure_bound_to_its_host_and_out_of_reach_of_scripts()
    {
        await using var site = await TestSite.StartAsync(sample: false, publicAddress: Site);
        using var browser = site.Browser();
        (string, string) host = ("Host", "nhac-viec.example");
        // The one who ends HTTPS asks without: the pages work all the same.
        var page = await browser.GetAsync($"/l/{SampleWorld.Key}?lang=en", host);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        var set = page.Answer.Headers.GetValues("Set-Cookie").ToList();
        using var post = new HttpRequestMessage(HttpMethod.Post, $"/l/{SampleWorld.Key}")
        {
            Content = new FormUrlEncodedContent([new("__RequestVerificationToken", page.Token)]),
        };
        var opened = await browser.SendAsync(post, host, ("Cookie", string.Join("; ", set.Select(c => c.Split(';')[0]))));
        Assert.Equal(HttpStatusCode.SeeOther, opened.Status);
        set.AddRange(opened.Answer.Headers.GetValues("Set-Cookie"));
        Assert.Equal(["__Host-form", "__Host-lang", "__Host-session"], set.Select(c => c.Split('=')[0]).Distinct().Order(StringComparer.Ordinal));
        Assert.All(set, c => Assert.Matches("(?i); secure", c));
        Assert.All(set, c => Assert.Matches("(?i); httponly", c));
        Assert.All(set, c => Assert.Matches("(?i); samesite=(lax|strict)", c));
        Assert.All(set, c => Assert.Matches("(?i); path=/(;|$)", c));
    }

    [Fact]
    public async Task No_page_holds_a_script_or_a_style_of_its_own()
    {
        var pages = 0;
        await EverywhereAsync(async (browser, path) =>
        {
            var page = await browser.GetAsync(path);
            // A letter stands in a frame that runs nothing, with the styles that mail programs need.
            if (page.Answer.Content.Headers.ContentType?.MediaType != "text/html" || path.EndsWith("/html", StringComparison.Ordinal)) return;
            pages++;
            Assert.Empty(Inline().Matches(page.Html).Select(m => $"{path}: {m.Value}"));
            Assert.Empty(Tag().Matches(page.Html).Where(m => Handler().IsMatch(m.Value)).Select(m => $"{path}: {m.Value}"));
            Assert.DoesNotContain("unsafe", page.Header("Content-Security-Policy"), StringComparison.Ordinal);
            Assert.Equal(page.Html.Contains("<script", StringComparison.OrdinalIgnoreCase), page.Header("Content-Security-Policy").Contains("script-src 'self'", StringComparison.Ordinal));
        });
        Assert.True(pages > 40, $"Only {pages} pages.");
    }

    [Fact]
    public async Task Every_form_needs_its_token_and_what_needs_none_is_named_here()
    {
        await using var site = await TestSite.StartAsync();
        var changing = site.Endpoints.OfType<RouteEndpoint>().Where(e => !Methods(e).All(m => m is "GET" or "HEAD")).ToList();
        Assert.Equal(WithoutToken, changing.Where(e => e.Metadata.GetMetadata<NoFormToken>() is not null).Select(e => e.RoutePattern.RawText).Order(StringComparer.Ordinal));
        foreach (var who in new[] { "office", "link" })
        {
            using var browser = await EnterAsync(site, who);
            foreach (var endpoint in changing.Where(e => e.Metadata.GetMetadata<NoFormToken>() is null))
            {
                var answer = await browser.PostAsync(PathOf(endpoint), ("reason", "x"), ("due", "2023-05-19"), ("do", "file"), ("official", "office"));
                Assert.True((int)answer.Status is 400 or 403 or 404 or 409 or 422, $"{who} got {answer.Status} at {endpoint.RoutePattern.RawText} without a token.");
            }
        }

        Assert.Empty(site.World.Filed);
        Assert.Equal(1, site.World.Opened);
    }

    [Fact]
    public Task No_other_site_may_read_an_answer() => EverywhereAsync(async (browser, path) =>
    {
        var answer = await browser.GetAsync(path, ("Origin", "https://evil.example"));
        Assert.DoesNotContain(answer.Answer.Headers, h => h.Key.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase));
        Assert.Equal("same-origin", answer.Header("Cross-Origin-Resource-Policy"));
    });

    [Fact]
    public Task No_address_that_a_request_names_is_ever_gone_to() => EverywhereAsync(async (browser, path) =>
    {
        foreach (var to in Elsewhere)
        {
            var page = await browser.GetAsync($"{path}?{string.Join('&', Returns.Select(r => $"{r}={Uri.EscapeDataString(to)}"))}", ("Referer", "https://evil.example/"));
            Assert.True(page.Location is null || (page.Location.StartsWith('/') && page.Location.Length > 1 && page.Location[1] is not ('/' or '\\')), $"{path} leads to {page.Location}.");
            Assert.DoesNotContain("href=\"https://evil", page.Html, StringComparison.Ordinal);
            Assert.DoesNotContain("href=\"//evil", page.Html, StringComparison.Ordinal);
            Assert.DoesNotContain("href=\"javascript", page.Html, StringComparison.Ordinal);
        }
    });

    [Fact]
    public Task Every_answer_with_a_body_says_what_it_is() => EverywhereAsync(async (browser, path) =>
    {
        var answer = await browser.GetAsync(path);
        if (answer.Html.Length == 0) return;
        var type = answer.Answer.Content.Headers.ContentType;
        Assert.True(type is not null, $"{path} says nothing of its kind.");
        if (type.MediaType!.StartsWith("text/", StringComparison.Ordinal)) Assert.Equal("utf-8", type.CharSet, ignoreCase: true);
        Assert.Equal("nosniff", answer.Header("X-Content-Type-Options"));
    });

    [Fact]
    public async Task Leaving_clears_what_the_browser_kept()
    {
        await using var site = await TestSite.StartAsync();
        using var browser = await EnterAsync(site, "link");
        var left = await browser.PostAsync(await browser.GetAsync("/report"), "/leave");
        Assert.Equal("\"cache\"", left.Header("Clear-Site-Data"));
        Assert.DoesNotContain(browser.Cookies.GetAllCookies(), c => c.Name == "session");
    }

    /// <summary>Looks at every page as each of three readers.</summary>
    private static async Task EverywhereAsync(Func<TestBrowser, string, Task> look)
    {
        await using var site = await TestSite.StartAsync();
        foreach (var who in new[] { "nobody", "link", "office" })
        {
            using var browser = await EnterAsync(site, who);
            foreach (var endpoint in site.Endpoints.OfType<RouteEndpoint>().Where(e => Methods(e).Contains("GET"))) await look(browser, PathOf(endpoint));
        }
    }

    private static async Task<TestBrowser> EnterAsync(TestSite site, string who)
    {
        var browser = site.Browser();
        if (who == "link") await browser.OpenLinkAsync(SampleWorld.Key);
        if (who == "office") await browser.BecomeAsync(SampleWorld.Office);
        return browser;
    }

    private static IReadOnlyList<string> Methods(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"];

    private static string PathOf(RouteEndpoint endpoint) => Parameter().Replace(endpoint.RoutePattern.RawText!, m => m.Groups[1].Value switch
    {
        "cycle" => SampleOffice.Row.Id,
        "part" => "0",
        "area" => "540",
        "seat" => "monitor.21553",
        "version" => "1",
        "key" => SampleWorld.Key,
        "id" => "head-health.000003",
        _ => "x",
    });

    [GeneratedRegex(@"\{(\w+)[^}]*\}")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"<script(?![^>]*\bsrc=)[^>]*>|<style\b|<[a-z]+[^>]*\sstyle=")]
    private static partial Regex Inline();

    [GeneratedRegex("<[a-z][^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\son\w+=""")]
    private static partial Regex Handler();
}
