using System.Net;
using System.Text.RegularExpressions;
using Directives.Access.SignIn;
using Directives.Tests.Web;

namespace Directives.Tests.Access.SignIn;

/// <summary>Asking for a letter: it tells nobody which addresses are known, and nobody asks without end.</summary>
public sealed class SignInAskTests
{
    [Fact]
    public async Task The_answer_for_an_unknown_address_is_the_same_in_all_one_can_see_and_in_what_is_written()
    {
        await using var at = await SignInSite.StartAsync();
        var seen = new List<(string Answer, string Page, string Cookies, string Calls, string Wrong)>();
        foreach (var address in (string[])["first@place.example", "boss@place.example", "nobody@place.example"])
        {
            using var browser = at.Site.Browser();
            var form = await browser.GetAsync("/sign-in");
            at.Tables.Take();
            var answer = await browser.PostAsync(form, "/sign-in", ("address", address));
            var calls = string.Join('\n', at.Tables.Take());
            await at.WorkAsync();
            var page = await browser.GetAsync("/sign-in/code");
            at.Tables.Take();
            var wrong = "";
            for (var attempt = 0; attempt < 6; attempt++)
            {
                var refused = await browser.PostAsync(page, "/sign-in/code", ("code", "00000000"));
                wrong += $"{refused.Status} {Bare(refused.Html)} {string.Join('\n', at.Tables.Take())}\n";
            }

            seen.Add(($"{answer.Status} {answer.Location} {answer.Html}", $"{page.Status} {Bare(page.Html)}", Names(answer), calls, wrong));
        }

        // The first of all ask sweeps; it only warms up.
        Assert.Equal(seen[1], seen[2]);
        Assert.Equal(3, seen[1].Calls.Split('\n').Count(c => c.StartsWith("write SignIns", StringComparison.Ordinal)));
        Assert.Single(at.Mail.Letters);
    }

    [Fact]
    public async Task The_sixth_ask_for_an_address_is_put_off_kindly_whether_it_is_known_or_not()
    {
        await using var at = await SignInSite.StartAsync();
        var seen = new List<string>();
        foreach (var address in (string[])["boss@place.example", "nobody@place.example"])
        {
            using var browser = at.Site.Browser();
            for (var ask = 0; ask < SignInRules.MostPerAddress; ask++)
                Assert.Equal(HttpStatusCode.SeeOther, (await SignInSite.AskOnlyAsync(browser, ask % 2 == 0 ? address : address.ToUpperInvariant())).Status);
            at.Pass(TimeSpan.FromMinutes(1));
            var refused = await SignInSite.AskOnlyAsync(browser, address);
            Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
            Assert.Equal("3540", refused.Header("Retry-After"));
            seen.Add(Bare(refused.Html).Replace(address, "", StringComparison.Ordinal));
        }

        Assert.Equal(seen[0], seen[1]);
        await at.WorkAsync();
        Assert.Equal(SignInRules.MostPerAddress, at.SignInLetters("boss").Count);
        at.Pass(SignInRules.Window);
        using var later = at.Site.Browser();
        Assert.Equal(HttpStatusCode.SeeOther, (await SignInSite.AskOnlyAsync(later, "boss@place.example")).Status);
    }

    [Fact]
    public async Task One_network_may_ask_only_so_often_whatever_the_addresses()
    {
        await using var at = await SignInSite.StartAsync();
        for (var ask = 0; ask < SignInRules.MostPerNetwork; ask++) Assert.NotNull((await at.It.SignIns.AskAsync($"a{ask}@place.example", "10.0.0.0/24")).Ticket);
        Assert.Null((await at.It.SignIns.AskAsync("boss@place.example", "10.0.0.0/24")).Ticket);
        Assert.NotNull((await at.It.SignIns.AskAsync("boss@place.example", "10.0.1.0/24")).Ticket);
    }

    [Fact]
    public async Task What_is_no_address_is_said_at_once()
    {
        await using var at = await SignInSite.StartAsync();
        using var browser = at.Site.Browser();
        foreach (var typed in (string[])["", "boss", "a@b.example\r\nBcc: all@place.example", "a@b.example, c@d.example", new string('a', 300) + "@b.example"])
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SignInSite.AskOnlyAsync(browser, typed)).Status);
        Assert.DoesNotContain(browser.Cookies.GetAllCookies(), c => c.Name == "asked");
    }

    private static string Names(TestPage page) =>
        string.Join(' ', page.Answer.Headers.TryGetValues("Set-Cookie", out var set) ? set.Select(c => Regex.Replace(c, "=[^;]*;", ";", RegexOptions.None)) : []);

    // But for the form's token, which is another each time.
    private static string Bare(string html) => Regex.Replace(html, "(name=\"__RequestVerificationToken\" value=\")[^\"]+", "$1");
}
