using System.Net;
using Directives.Access.SignIn;
using Directives.Tests.Chasing;
using Directives.Web;
using Microsoft.AspNetCore.Http;

namespace Directives.Tests.Access.SignIn;

/// <summary>Guessed, forged, raced and overheard: links, codes and tickets of signing in.</summary>
public sealed class SignInForgeryTests
{
    [Fact]
    public void A_clock_that_was_set_back_lets_no_link_live_longer()
    {
        var asked = new SignInRequest { Id = "a", Asked = SmallProvince.Begin, Browser = "b", Address = "c" };
        Assert.Null(SignInRules.Refuses(asked, asked.Asked.AddMinutes(-1)));
        Assert.Equal(SignInState.Expired, SignInRules.Refuses(asked, asked.Asked.AddHours(-1)));
    }

    [Fact]
    public async Task Five_wrong_codes_end_the_request_and_the_trail_says_so()
    {
        await using var at = await SignInSite.StartAsync();
        using var browser = at.Site.Browser();
        await at.AskAsync(browser, "boss@place.example");
        var letter = at.Letter("boss");
        // What cannot be a code costs no try.
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SignInSite.TypeAsync(browser, "1234")).Status);
        for (var attempt = 1; attempt < SignInRules.MostTries; attempt++)
        {
            var wrong = await SignInSite.TypeAsync(browser, Other(letter.Code!));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
            Assert.Contains($"còn {SignInRules.MostTries - attempt} lần", wrong.Text, StringComparison.Ordinal);
        }

        var page = await browser.GetAsync("/sign-in/code");
        Assert.Equal(HttpStatusCode.Gone, (await browser.PostAsync(page, "/sign-in/code", ("code", Other(letter.Code!)))).Status);
        Assert.Equal(HttpStatusCode.Gone, (await browser.PostAsync(page, "/sign-in/code", ("code", letter.Code!))).Status);
        Assert.Equal(HttpStatusCode.Gone, (await browser.GetAsync($"/sign-in/{letter.LinkKey}")).Status);
        await at.WorkAsync();
        Assert.Equal(["sign-in-failed"], await at.ActsAsync("boss"));
    }

    [Fact]
    public async Task A_code_of_another_request_or_without_ones_own_ticket_opens_nothing()
    {
        await using var at = await SignInSite.StartAsync();
        using var mine = at.Site.Browser();
        using var other = at.Site.Browser();
        await at.AskAsync(mine, "boss@place.example");
        var first = at.Letter("boss");
        await at.AskAsync(other, "boss@place.example");
        Assert.NotEqual(first.Code, at.Letter("boss").Code);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SignInSite.TypeAsync(other, first.Code!)).Status);
        using var third = at.Site.Browser();
        var page = await third.GetAsync("/sign-in");
        Assert.Equal(HttpStatusCode.NotFound, (await third.PostAsync(page, "/sign-in/code", ("code", first.Code!))).Status);
        // Half a ticket: the request's name is no secret, the browser's is.
        var stolen = SignInSite.Ticket(mine);
        third.Cookies.Add(new Cookie(stolen.Name, stolen.Value.Split('.')[0] + ".AAAAAAAAAAAAAAAAAAAAAA", "/", stolen.Domain));
        Assert.Equal(HttpStatusCode.NotFound, (await third.PostAsync(page, "/sign-in/code", ("code", first.Code!))).Status);
    }

    [Fact]
    public async Task A_key_with_any_bit_changed_opens_nothing()
    {
        await using var at = await SignInSite.StartAsync();
        using var browser = at.Site.Browser();
        await at.AskAsync(browser, "boss@place.example");
        var key = at.Letter("boss").LinkKey!;
        foreach (var forged in Enumerable.Range(0, key.Length).Select(i => $"{key[..i]}{(key[i] == 'A' ? 'B' : 'A')}{key[(i + 1)..]}").Concat([key[..^1], key + "A", "x", ".."]))
        {
            var page = await browser.GetAsync($"/sign-in/{Uri.EscapeDataString(forged)}");
            Assert.True(page.Status is HttpStatusCode.NotFound || forged == "..", $"{forged} got {page.Status}.");
        }
    }

    [Fact]
    public async Task Of_two_that_use_a_link_at_the_same_moment_one_gets_in()
    {
        await using var at = await SignInSite.StartAsync(over: new Dossiers.YieldingTables(new Directives.Tables.MemoryTables()));
        var asked = await at.It.SignIns.AskAsync("boss@place.example", "-");
        await at.WorkAsync();
        var key = at.Letter("boss").LinkKey!;
        var looks = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => at.It.SignIns.ConsumeAsync(key, asked.Ticket))));
        Assert.Single(looks, l => l.State == SignInState.Open);
        Assert.Equal(7, looks.Count(l => l.State == SignInState.Used));
    }

    [Fact]
    public async Task Neither_address_nor_key_nor_code_nor_session_is_written_anywhere()
    {
        await using var at = await SignInSite.StartAsync();
        using var browser = at.Site.Browser();
        var register = at.Tables.Written.Length;
        await at.SignInAsync(browser, "boss");
        var (written, letter) = (at.Tables.Written[register..], at.Letter("boss"));
        foreach (var secret in (string[])["boss@place", letter.LinkKey!, letter.LinkKey![22..], letter.Code!, letter.Code!.Replace(" ", "", StringComparison.Ordinal)])
        {
            Assert.DoesNotContain(secret, written, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(at.Site.Log.Lines, l => l.Contains(secret, StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public void Over_https_the_asking_browsers_cookie_is_one_of_this_host_that_no_script_reads()
    {
        var context = new DefaultHttpContext();
        SignInTicket.Give(context, new SiteOptions { PublicAddress = new Uri("https://nhac-viec.example"), IsSample = false }, "a.b");
        var ticket = context.Response.Headers.SetCookie.ToString();
        Assert.StartsWith("__Host-asked=a.b;", ticket, StringComparison.Ordinal);
        foreach (var part in (string[])["secure", "httponly", "samesite=lax", "path=/", "max-age=600"]) Assert.Contains(part, ticket, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("domain", ticket, StringComparison.OrdinalIgnoreCase);
    }

    private static string Other(string code) => code[0] == '9' ? $"0{code[1..]}" : $"9{code[1..]}";
}
