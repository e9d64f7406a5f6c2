using System.Net;
using Directives.Tests.Web;

namespace Directives.Tests.Access;

public sealed class LinkPageTests
{
    [Fact]
    public async Task Looking_at_a_link_changes_nothing_and_begins_no_session()
    {
        await using var site = await TestSite.StartAsync();
        using var browser = site.Browser();
        var page = await browser.GetAsync($"/l/{SampleWorld.Key}");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Xã Hoài Sơn", page.Text, StringComparison.Ordinal);
        Assert.Contains("21/04/2023", page.Text, StringComparison.Ordinal);
        Assert.Equal(0, site.World.Opened);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/report")).Status);
    }

    [Fact]
    public async Task The_button_trades_the_key_for_a_session_that_ends_with_the_browser()
    {
        await using var site = await TestSite.StartAsync();
        using var browser = site.Browser();
        var answer = await browser.OpenLinkAsync(SampleWorld.Key);
        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        Assert.Equal("/report", answer.Location);
        var cookie = answer.Answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("session=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("expires", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/report")).Status);
    }

    [Fact]
    public async Task A_post_without_the_forms_token_opens_nothing()
    {
        await using var site = await TestSite.StartAsync();
        using var browser = site.Browser();
        var answer = await browser.PostAsync($"/l/{SampleWorld.Key}");
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("tải lại trang", answer.Text, StringComparison.Ordinal);
        Assert.Equal(0, site.World.Opened);
    }

    [Theory]
    [InlineData(SampleWorld.ForgedKey, HttpStatusCode.NotFound, "Đường dẫn không đúng")]
    [InlineData(SampleWorld.ExpiredKey, HttpStatusCode.Gone, "Đường dẫn đã hết hạn")]
    [InlineData(SampleWorld.OverKey, HttpStatusCode.Gone, SampleWorld.Receipt)]
    [InlineData(SampleWorld.RevokedKey, HttpStatusCode.Gone, "đã thu hồi đường dẫn")]
    [InlineData("%0d%0aSet-Cookie:x", HttpStatusCode.NotFound, "Văn phòng Tỉnh ủy")]
    [InlineData("..%2f..%2fetc", HttpStatusCode.NotFound, "Văn phòng Tỉnh ủy")]
    public async Task A_refused_link_says_why_and_what_to_do(string key, HttpStatusCode status, string text)
    {
        await using var site = await TestSite.StartAsync();
        using var browser = site.Browser();
        var page = await browser.GetAsync($"/l/{key}");
        Assert.Equal(status, page.Status);
        Assert.Contains(text, page.Text, StringComparison.Ordinal);
        Assert.Contains("liên hệ Văn phòng Tỉnh ủy", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<form", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_key_is_ever_logged_not_even_in_a_scope()
    {
        await using var site = await TestSite.StartAsync();
        using var browser = site.Browser();
        await browser.OpenLinkAsync(SampleWorld.Key);
        await browser.GetAsync($"/l/{SampleWorld.ForgedKey}");
        await browser.PostAsync($"/l/{SampleWorld.ForgedKey}");
        using var json = new HttpRequestMessage(HttpMethod.Post, $"/api/reports/{SampleWorld.OtherKey}")
        {
            Content = new StringContent("""{"visits":[{"date":"2023-04-04","where":"x"}],"whomMet":"x","livingConditions":"x","feedback":"break"}""", null, "application/json"),
        };
        Assert.Equal(HttpStatusCode.InternalServerError, (await browser.SendAsync(json)).Status);
        Assert.Contains(site.Log.Lines, l => l.Contains("breaks as asked", StringComparison.Ordinal));
        string[] keys = [SampleWorld.Key, SampleWorld.ForgedKey, SampleWorld.OtherKey];
        Assert.DoesNotContain(site.Log.Lines, l => keys.Any(k => l.Contains(k, StringComparison.Ordinal)));
    }
}
