using System.Net;
using System.Text;
using Directives.Access;
using Directives.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Directives.Tests.Web;

public sealed class SiteTests
{
    [Fact]
    public async Task The_first_page_is_shown_in_Vietnamese_with_letters_as_they_are()
    {
        await using var site = await TestSite.StartAsync();
        using var browser = site.Browser();
        var page = await browser.GetAsync("/");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("<html lang=\"vi\">", page.Html, StringComparison.Ordinal);
        Assert.Contains("Nhắc việc theo quy định", page.Html, StringComparison.Ordinal);
        Assert.Contains("href=\"#main\"", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_language_that_was_chosen_stays()
    {
        await using var site = await TestSite.StartAsync();
        using var browser = site.Browser();
        Assert.Contains("lang=en", (await browser.GetAsync("/demo?find=x")).Html, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"en\">", (await browser.GetAsync("/?lang=en")).Html, StringComparison.Ordinal);
        Assert.Contains("There is no such page", (await browser.GetAsync("/no/such/page")).Text, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"en\">", (await browser.GetAsync("/?lang=<script>")).Html, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"vi\">", (await browser.GetAsync("/?lang=vi")).Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/no/such/page", 404, "Không tìm thấy trang")]
    [InlineData("/report", 403, "Không có quyền")]
    [InlineData("/office/cycles/x", 403, "Không có quyền")]
    [InlineData("/leave", 405, "không dùng theo cách đó")]
    public async Task A_refusal_is_a_page_in_the_readers_language(string path, int status, string text)
    {
        await using var site = await TestSite.StartAsync();
        using var browser = site.Browser();
        var page = await browser.GetAsync(path);
        Assert.Equal(status, (int)page.Status);
        Assert.Contains(text, page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_stylesheet_is_kept_by_its_hash()
    {
        await using var site = await TestSite.StartAsync();
        using var browser = site.Browser();
        var css = await browser.GetAsync(Asset.StyleSheet.Address);
        Assert.Contains("immutable", css.Header("Cache-Control"), StringComparison.Ordinal);
        Assert.StartsWith("text/css", css.Header("Content-Type"), StringComparison.Ordinal);
        Assert.True(css.Html.Length < 16 * 1024);
        var again = await browser.GetAsync(Asset.StyleSheet.Address, ("If-None-Match", css.Header("ETag")));
        Assert.Equal(HttpStatusCode.NotModified, again.Status);
    }

    [Fact]
    public async Task Pages_are_small()
    {
        await using var site = await TestSite.StartAsync();
        using var browser = site.Browser();
        await browser.BecomeAsync(SampleWorld.Office);
        var page = await browser.GetAsync($"/office/cycles/{SampleOffice.Row.Id}");
        Assert.True(Encoding.UTF8.GetByteCount(page.Html) < 60 * 1024);
    }

    [Fact]
    public async Task The_same_pipeline_runs_inside_an_endpoint_of_another_host()
    {
        // As behind one HTTP trigger: the outer host has its own routing, and hands the request over.
        var keys = Directory.CreateTempSubdirectory("directive-keys-");
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        builder.Services.AddDirectiveWeb(new SiteOptions { PublicAddress = new Uri("http://localhost"), IsSample = true }, keys);
        TestSite.AddSample(builder.Services);
        await using var outer = builder.Build();
        var inner = new ApplicationBuilder(outer.Services).UseDirective().Build();
        outer.Map("{**path}", (HttpContext context) => inner(context)).Allow(Who.Anyone);
        await outer.StartAsync();
        using var browser = new TestBrowser(new Uri(outer.Urls.Single()));
        await browser.OpenLinkAsync(SampleWorld.Key);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/report")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/office")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/no/such/page")).Status);
        keys.Delete(recursive: true);
    }
}
