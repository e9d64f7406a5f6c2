using System.Net;
using Directives.Access.SignIn;

namespace Directives.Tests.Access.SignIn;

/// <summary>Sign-in by mailed link, through the site.</summary>
public sealed class SignInTests
{
    [Fact]
    public async Task An_official_signs_in_by_the_link_where_it_was_asked_for()
    {
        await using var at = await SignInSite.StartAsync();
        using var browser = at.Site.Browser();
        var answer = await at.SignInAsync(browser, "boss");
        Assert.Equal((HttpStatusCode.SeeOther, SignInDoor.Home), (answer.Status, answer.Location));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/below")).Status);
        Assert.Contains("Chức danh boss", (await browser.GetAsync("/")).Text, StringComparison.Ordinal);
        Assert.Equal(["signed-in"], await at.ActsAsync("boss"));
    }

    [Fact]
    public async Task Across_two_devices_the_code_is_typed_where_it_was_asked_for()
    {
        await using var at = await SignInSite.StartAsync();
        using var desk = at.Site.Browser();
        using var phone = at.Site.Browser();
        await at.AskAsync(desk, "m111@place.example");
        var letter = at.Letter("m111");
        var elsewhere = await phone.GetAsync($"/sign-in/{letter.LinkKey}");
        Assert.Equal(HttpStatusCode.OK, elsewhere.Status);
        Assert.DoesNotContain("<form method=\"post\">", elsewhere.Html, StringComparison.Ordinal);
        // Who presses all the same is let in nowhere, and burns nothing.
        var page = await phone.GetAsync("/sign-in");
        Assert.Equal(HttpStatusCode.Conflict, (await phone.PostAsync(page, $"/sign-in/{letter.LinkKey}")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await phone.GetAsync("/me/sign-in")).Status);
        Assert.Equal(SignInDoor.Home, (await SignInSite.TypeAsync(desk, letter.Code!)).Location);
        Assert.Equal(HttpStatusCode.OK, (await desk.GetAsync("/me/sign-in")).Status);
    }

    [Fact]
    public async Task A_scanner_that_follows_the_link_burns_nothing()
    {
        await using var at = await SignInSite.StartAsync();
        using var browser = at.Site.Browser();
        using var scanner = at.Site.Browser();
        await at.AskAsync(browser, "boss@place.example");
        var key = at.Letter("boss").LinkKey!;
        at.Tables.Take();
        for (var look = 0; look < 3; look++) await scanner.GetAsync($"/sign-in/{key}");
        await browser.GetAsync($"/sign-in/{key}");
        Assert.DoesNotContain(at.Tables.Take(), c => c.StartsWith("write", StringComparison.Ordinal));
        Assert.Equal(SignInDoor.Home, (await SignInSite.OpenAsync(browser, key)).Location);
    }

    [Fact]
    public async Task A_second_use_is_refused_kindly_with_a_way_to_a_new_link()
    {
        await using var at = await SignInSite.StartAsync();
        using var browser = at.Site.Browser();
        await at.AskAsync(browser, "boss@place.example");
        var letter = at.Letter("boss");
        var ticket = SignInSite.Ticket(browser);
        await SignInSite.OpenAsync(browser, letter.LinkKey!);
        var again = await browser.GetAsync($"/sign-in/{letter.LinkKey}");
        Assert.Equal(HttpStatusCode.Gone, again.Status);
        Assert.Contains("href=\"/sign-in\"", again.Html, StringComparison.Ordinal);
        // Replayed with the cookie of before: the link and the code are over all the same.
        var form = await browser.GetAsync("/me/sign-in");
        browser.Cookies.Add(new Cookie(ticket.Name, ticket.Value, "/", ticket.Domain));
        Assert.Equal(HttpStatusCode.Gone, (await browser.PostAsync(form, $"/sign-in/{letter.LinkKey}")).Status);
        Assert.Equal(HttpStatusCode.Gone, (await browser.PostAsync(form, "/sign-in/code", ("code", letter.Code!))).Status);
        Assert.Equal(["signed-in"], await at.ActsAsync("boss"));
    }

    [Theory]
    [InlineData(9, true)]
    [InlineData(10, false)]
    public async Task Link_and_code_open_for_ten_minutes(int minutes, bool opens)
    {
        await using var at = await SignInSite.StartAsync();
        using var browser = at.Site.Browser();
        await at.AskAsync(browser, "boss@place.example");
        var page = await browser.GetAsync("/sign-in/code");
        at.Pass(TimeSpan.FromMinutes(minutes));
        Assert.Equal(opens ? HttpStatusCode.OK : HttpStatusCode.Gone, (await browser.GetAsync($"/sign-in/{at.Letter("boss").LinkKey}")).Status);
        var answer = await browser.PostAsync(page, "/sign-in/code", ("code", at.Letter("boss").Code!));
        Assert.Equal(opens ? HttpStatusCode.SeeOther : HttpStatusCode.Gone, answer.Status);
    }

    [Fact]
    public async Task A_link_that_is_over_leads_to_signing_in()
    {
        await using var at = await SignInSite.StartAsync();
        using var browser = at.Site.Browser();
        Assert.Contains("href=\"/sign-in\"", (await browser.GetAsync("/l/q7Jm2xVt0bWc4Yh8Ns5Lr1Zk")).Html, StringComparison.Ordinal);
        var refused = await browser.GetAsync("/office");
        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.Contains("class=\"button\" href=\"/sign-in\"", refused.Html, StringComparison.Ordinal);
    }
}
