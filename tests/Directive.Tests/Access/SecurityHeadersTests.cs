using System.Net;
using Directives.Tests.Web;

namespace Directives.Tests.Access;

public sealed class SecurityHeadersTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/demo")]
    [InlineData("/no/such/page")]
    [InlineData("/office")]
    [InlineData("/site.css")]
    [InlineData("/l/" + SampleWorld.ForgedKey)]
    public async Task Every_answer_forbids_scripts_frames_and_passing_on_addresses(string path)
    {
        await using var site = await TestSite.StartAsync();
        using var browser = site.Browser();
        var page = await browser.GetAsync(path);
        var policy = page.Header("Content-Security-Policy");
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("script-src", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("no-referrer", page.Header("Referrer-Policy"));
        Assert.Equal("nosniff", page.Header("X-Content-Type-Options"));
        Assert.DoesNotContain("<script", page.Html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("style=", page.Html, StringComparison.OrdinalIgnoreCase);
        if (path != "/site.css") Assert.Contains("no-store", page.Header("Cache-Control"), StringComparison.Ordinal);
        Assert.Equal("", page.Header("Server"));
    }

    [Fact]
    public async Task A_fault_has_them_too_and_tells_nothing_of_its_cause()
    {
        await using var site = await TestSite.StartAsync();
        using var browser = site.Browser();
        await browser.OpenLinkAsync(SampleWorld.Key);
        var form = await browser.GetAsync("/report");
        var page = await browser.PostAsync(
            form, "/report", ("for", SampleWorld.Owed.Id), ("do", "file"), ("visits.date", "2023-04-04"), ("visits.where", "x"),
            ("whomMet", "x"), ("livingConditions", "x"), ("feedback", "break"));
        Assert.Equal(HttpStatusCode.InternalServerError, page.Status);
        Assert.Contains("Hệ thống gặp lỗi", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("breaks as asked", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", page.Html, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", page.Header("Content-Security-Policy"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letter_is_framed_by_this_site_only_and_runs_nothing()
    {
        await using var site = await TestSite.StartAsync();
        using var browser = site.Browser();
        var letter = await browser.GetAsync("/demo/outbox/head-health.000003/html");
        Assert.Contains("sandbox allow-top-navigation-by-user-activation", letter.Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.DoesNotContain("allow-scripts", letter.Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", letter.Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Contains("<base target=\"_top\">", letter.Html, StringComparison.Ordinal);
        var page = await browser.GetAsync("/demo/outbox/head-health.000003");
        Assert.Contains("frame-src 'self'", page.Header("Content-Security-Policy"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("nhac-viec.example:8080")]
    [InlineData("nhac-viec.example.evil.example")]
    public async Task A_wrong_host_is_refused_and_never_repeated(string host)
    {
        await using var site = await TestSite.StartAsync(sample: false, "http://nhac-viec.example");
        using var browser = site.Browser();
        var page = await browser.GetAsync("/", ("Host", host));
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("http://nhac-viec.example/", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(host == "nhac-viec.example:8080" ? ":8080" : "evil", page.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/", ("Host", "nhac-viec.example"))).Status);
    }
}
