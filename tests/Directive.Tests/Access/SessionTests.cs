using System.Net;
using System.Security.Claims;
using Directives.Access;
using Directives.Tests.Web;

namespace Directives.Tests.Access;

public sealed class SessionTests
{
    [Fact]
    public void A_session_comes_back_from_its_claims_as_it_was()
    {
        Session link = SampleWorld.SessionFor(SampleWorld.Owed);
        Session person = new PersonSession("office", new("Chánh Văn phòng", "Chief of the Office"), "en");
        Assert.Equal(link, Session.Of(link.Principal()));
        Assert.Equal(person, Session.Of(person.Principal()));
    }

    [Fact]
    public void What_is_not_whole_is_no_session()
    {
        Assert.Null(Session.Of(null));
        Assert.Null(Session.Of(new ClaimsPrincipal(new ClaimsIdentity())));
        var half = SampleWorld.SessionFor(SampleWorld.Owed).Principal().Claims.Where(c => c.Type != "seat");
        Assert.Null(Session.Of(new ClaimsPrincipal(new ClaimsIdentity(half, "x"))));
    }

    [Fact]
    public async Task A_session_outlives_a_restart_because_its_keys_are_in_the_data_folder()
    {
        var keys = Directory.CreateTempSubdirectory("directive-keys-");
        var copy = Directory.CreateTempSubdirectory("directive-keys-");
        using var browser = await OpenAsync(keys, copy);
        Assert.NotEmpty(copy.GetFiles("key-*.xml"));
        await using var again = await TestSite.StartAsync(keys: copy);
        using var later = again.Browser();
        foreach (Cookie cookie in browser.Cookies.GetAllCookies()) later.Cookies.Add(new Cookie(cookie.Name, cookie.Value, "/", "127.0.0.1"));
        Assert.Equal(HttpStatusCode.OK, (await later.GetAsync("/report")).Status);
    }

    [Fact]
    public async Task Ending_a_session_ends_it()
    {
        await using var site = await TestSite.StartAsync();
        using var browser = site.Browser();
        await browser.OpenLinkAsync(SampleWorld.Key);
        var page = await browser.GetAsync("/report");
        var answer = await browser.PostAsync(page, "/leave");
        Assert.Equal("/?left", answer.Location);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/report")).Status);
    }

    [Fact]
    public async Task A_session_with_a_changed_byte_is_none()
    {
        await using var site = await TestSite.StartAsync();
        using var browser = site.Browser();
        await browser.OpenLinkAsync(SampleWorld.Key);
        var cookie = browser.Cookies.GetAllCookies().Single(c => c.Name == "session");
        var at = cookie.Value.Length / 2;
        cookie.Value = $"{cookie.Value[..at]}{(cookie.Value[at] == 'A' ? 'B' : 'A')}{cookie.Value[(at + 1)..]}";
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/report")).Status);
    }

    // The first site removes its folder when it ends, so its keys are copied before.
    private static async Task<TestBrowser> OpenAsync(DirectoryInfo keys, DirectoryInfo copy)
    {
        await using var site = await TestSite.StartAsync(keys: keys);
        var browser = site.Browser();
        await browser.OpenLinkAsync(SampleWorld.Key);
        foreach (var file in keys.GetFiles()) file.CopyTo(Path.Combine(copy.FullName, file.Name));
        return browser;
    }
}
