using System.Net;
using System.Text.RegularExpressions;
using Directives.Access.Accounts;
using Directives.Access.SignIn;
using Directives.Dossiers;
using Directives.Tests.Web;

namespace Directives.Tests.Access.SignIn;

/// <summary>The second factor, through the site.</summary>
public sealed class SecondFactorTests
{
    [Fact]
    public async Task The_office_enrols_in_its_first_session_and_only_then_gets_to_its_pages()
    {
        await using var at = await SignInSite.StartAsync();
        using var browser = at.Site.Browser();
        Assert.Equal("/sign-in/second", (await at.SignInAsync(browser, "office")).Location);
        var refused = await browser.GetAsync("/office");
        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.Contains("href=\"/sign-in/second\"", refused.Html, StringComparison.Ordinal);
        var page = await browser.GetAsync("/sign-in/second");
        Assert.Contains("<svg class=\"qr\"", page.Html, StringComparison.Ordinal);
        Assert.Contains($"otpauth://totp/Directive:office?secret={Secret(page).Replace(" ", "", StringComparison.Ordinal)}", WebUtility.HtmlDecode(page.Html), StringComparison.Ordinal);
        Assert.Equal(Secret(page), Secret(await browser.GetAsync("/sign-in/second")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.PostAsync(page, "/sign-in/second/enrol", ("code", Wrong(at.Totp(Secret(page)))))).Status);
        var recovery = await browser.PostAsync(page, "/sign-in/second/enrol", ("code", at.Totp(Secret(page))));
        Assert.Equal(HttpStatusCode.OK, recovery.Status);
        Assert.Equal(FactorDesk.RecoveryCodes, Codes(recovery).Count);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/office")).Status);
        Assert.Equal(["signed-in", "second-factor-enrolled", "second-factor-shown"], await at.ActsAsync("office"));
        Assert.DoesNotContain(Codes(recovery), c => at.Tables.Written.Contains(c, StringComparison.Ordinal));
        Assert.DoesNotContain(Secret(page).Replace(" ", "", StringComparison.Ordinal), at.Tables.Written, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_next_sign_in_asks_for_a_code_that_counts_once_and_under_a_new_session()
    {
        await using var at = await SignInSite.StartAsync();
        using var first = at.Site.Browser();
        var (secret, _) = await EnrolAsync(at, first);
        using var browser = at.Site.Browser();
        using var thief = at.Site.Browser();
        at.Pass(TimeSpan.FromMinutes(2));
        await at.SignInAsync(browser, "office");
        foreach (Cookie cookie in browser.Cookies.GetAllCookies()) thief.Cookies.Add(new Cookie(cookie.Name, cookie.Value, "/", cookie.Domain));
        var page = await browser.GetAsync("/sign-in/second");
        Assert.DoesNotContain("<svg", page.Html, StringComparison.Ordinal);
        Assert.Equal(SignInDoor.Home, (await browser.PostAsync(page, "/sign-in/second", ("code", at.Totp(secret)))).Location);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/office")).Status);
        // The session of before the second factor is over, so a cookie fixed or copied then opens nothing.
        Assert.Equal(HttpStatusCode.Forbidden, (await thief.GetAsync("/me/sign-in")).Status);
        using var third = at.Site.Browser();
        await at.SignInAsync(third, "office");
        page = await third.GetAsync("/sign-in/second");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await third.PostAsync(page, "/sign-in/second", ("code", at.Totp(secret)))).Status);
    }

    [Theory]
    [InlineData(-60, false)]
    [InlineData(-30, true)]
    [InlineData(30, true)]
    [InlineData(60, false)]
    public async Task An_authenticator_may_be_one_step_off(int seconds, bool counts)
    {
        await using var at = await SignInSite.StartAsync();
        using var first = at.Site.Browser();
        var (secret, _) = await EnrolAsync(at, first);
        at.Pass(TimeSpan.FromMinutes(5));
        var code = new OtpNet.Totp(OtpNet.Base32Encoding.ToBytes(secret.Replace(" ", "", StringComparison.Ordinal))).ComputeTotp(at.Machine.GetUtcNow().AddSeconds(seconds).UtcDateTime);
        Assert.Equal(counts, await at.It.Factors.CheckAsync("office", code) is FactorVerdict.Good);
    }

    [Fact]
    public async Task After_five_wrong_codes_one_waits_even_with_the_right_one()
    {
        await using var at = await SignInSite.StartAsync();
        using var first = at.Site.Browser();
        var (secret, _) = await EnrolAsync(at, first);
        at.Pass(TimeSpan.FromMinutes(2));
        using var browser = at.Site.Browser();
        await at.SignInAsync(browser, "office");
        var page = await browser.GetAsync("/sign-in/second");
        for (var attempt = 0; attempt < FactorDesk.MostTries; attempt++)
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.PostAsync(page, "/sign-in/second", ("code", Wrong(at.Totp(secret))))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.PostAsync(page, "/sign-in/second", ("code", at.Totp(secret)))).Status);
        Assert.Equal(5, (await at.ActsAsync("office")).Count(a => a == "second-factor-failed"));
        at.Pass(FactorDesk.Wait);
        Assert.Equal(SignInDoor.Home, (await browser.PostAsync(page, "/sign-in/second", ("code", at.Totp(secret)))).Location);
    }

    [Fact]
    public async Task A_recovery_code_stands_in_once_however_it_is_typed()
    {
        await using var at = await SignInSite.StartAsync();
        using var first = at.Site.Browser();
        var (_, recovery) = await EnrolAsync(at, first);
        using var browser = at.Site.Browser();
        await at.SignInAsync(browser, "office");
        var page = await browser.GetAsync("/sign-in/second");
        var typed = recovery[0].ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal);
        Assert.Equal(SignInDoor.Home, (await browser.PostAsync(page, "/sign-in/second", ("code", typed))).Location);
        Assert.IsType<FactorVerdict.Wrong>(await at.It.Factors.CheckAsync("office", recovery[0]));
        Assert.IsType<FactorVerdict.Good>(await at.It.Factors.CheckAsync("office", recovery[1]));
    }

    [Fact]
    public async Task Nobody_enrols_over_a_second_factor_that_there_is()
    {
        await using var at = await SignInSite.StartAsync();
        using var first = at.Site.Browser();
        using var second = at.Site.Browser();
        await at.SignInAsync(second, "office");
        var page = await second.GetAsync("/sign-in/second");
        await EnrolAsync(at, first);
        Assert.Equal("/sign-in/second", (await second.PostAsync(page, "/sign-in/second/enrol", ("code", at.Totp(Secret(page))))).Location);
        Assert.Equal(HttpStatusCode.Forbidden, (await second.GetAsync("/office")).Status);
    }

    [Fact]
    public async Task A_reset_ends_all_sessions_and_the_next_sign_in_enrols_anew()
    {
        await using var at = await SignInSite.StartAsync();
        using var first = at.Site.Browser();
        var (secret, _) = await EnrolAsync(at, first);
        Assert.True(await at.It.Factors.ResetAsync("office", new Actor("admin"), "lost"));
        Assert.Equal(HttpStatusCode.Forbidden, (await first.GetAsync("/me/sign-in")).Status);
        Assert.False(await at.It.Factors.ResetAsync("office", new Actor("admin"), "lost"));
        using var browser = at.Site.Browser();
        await at.SignInAsync(browser, "office");
        var page = await browser.GetAsync("/sign-in/second");
        Assert.NotEqual(secret, Secret(page));
    }

    [Fact]
    public async Task An_official_is_asked_for_no_second_factor()
    {
        await using var at = await SignInSite.StartAsync();
        using var browser = at.Site.Browser();
        Assert.Equal(SignInDoor.Home, (await at.SignInAsync(browser, "m111")).Location);
    }

    [Fact]
    public async Task A_demonstrations_visitor_is_taken_as_having_shown_it_and_has_no_sessions_to_end()
    {
        await using var at = await SignInSite.StartAsync();
        using var browser = at.Site.Browser();
        await browser.BecomeAsync("office");
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/office")).Status);
        var mine = await browser.GetAsync("/me/sign-in");
        Assert.DoesNotContain("end-all", mine.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/sign-in/second")).Status);
        await browser.PostAsync(mine, "/sign-in/second/enrol", ("code", "123456"));
        Assert.Empty(await at.ActsAsync("office"));
    }

    private static async Task<(string Secret, IReadOnlyList<string> Recovery)> EnrolAsync(SignInSite at, TestBrowser browser)
    {
        await at.SignInAsync(browser, "office");
        var page = await browser.GetAsync("/sign-in/second");
        return (Secret(page), Codes(await browser.PostAsync(page, "/sign-in/second/enrol", ("code", at.Totp(Secret(page))))));
    }

    private static string Secret(TestPage page) => Regex.Match(page.Html, "<dd class=\"mark\">([A-Z2-7 ]+)</dd>").Groups[1].Value;

    private static List<string> Codes(TestPage page) => [.. Regex.Matches(page.Html, "<li>([0-9A-Z]{5}-[0-9A-Z]{5})</li>").Select(m => m.Groups[1].Value)];

    private static string Wrong(string code) => $"{(code[0] == '9' ? '0' : code[0] + 1 - '0')}{code[1..]}";
}
