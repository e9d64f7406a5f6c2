using Microsoft.Playwright;

namespace Directives.BrowserTests;

/// <summary>Signing in by mailed link in real browsers, on one device and across two, without script.</summary>
[Collection(Together.Name)]
public sealed class SignInTests(Served served, Browser browser)
{
    private const string Official = "member-01";
    private const string Office = "office-desk";

    [Fact]
    public async Task An_official_signs_in_on_one_device_and_out_again()
    {
        await using var visitor = await browser.VisitAsync(served.Address, phone: true, script: false);
        var page = visitor.Page;
        var before = await SignInWindow.LettersAsync(page, Official);
        await SignInWindow.AskAsync(page, Official);
        var (path, _) = await SignInWindow.ReadAsync(page, Official, before);
        await SignInWindow.OpenAsync(page, path);
        await page.GotoAsync("/me/sign-in");
        await Assertions.Expect(page.Locator("ul.rows li")).ToHaveCountAsync(1);
        // A second use is refused kindly, with a way to a new letter.
        Assert.Equal(410, (await page.GotoAsync(path))!.Status);
        await Assertions.Expect(page.Locator("main a.button")).ToHaveAttributeAsync("href", "/sign-in");
        Assert.Equal(403, (await page.GotoAsync("/office"))!.Status);
        await page.GotoAsync("/me/sign-in");
        await page.Locator("main button.main").ClickAsync();
        await Assertions.Expect(page.Locator("form.who")).ToHaveCountAsync(0);
        Assert.Equal(403, (await page.GotoAsync("/me/sign-in"))!.Status);
        Assert.Empty(visitor.Complaints);
    }

    [Fact]
    public async Task The_office_signs_in_across_two_devices_and_shows_a_second_factor()
    {
        await using var desk = await browser.VisitAsync(served.Address, script: false);
        await using var phone = await browser.VisitAsync(served.Address, phone: true, script: false);
        var before = await SignInWindow.LettersAsync(phone.Page, Office);
        await SignInWindow.AskAsync(desk.Page, Office);
        var (path, code) = await SignInWindow.ReadAsync(phone.Page, Office, before);
        await phone.Page.GotoAsync(path);
        await Assertions.Expect(phone.Page.Locator("main form")).ToHaveCountAsync(0);
        await desk.Page.Locator("#code").FillAsync(code);
        await desk.Page.Locator("main button.main").ClickAsync();
        await Assertions.Expect(desk.Page.Locator("svg.qr")).ToBeVisibleAsync();
        Assert.Equal(403, (await desk.Page.GotoAsync("/office"))!.Status);
        await desk.Page.Locator("main a.button").ClickAsync();
        await SignInWindow.EnrolAsync(desk.Page);
        Assert.Equal(200, (await desk.Page.GotoAsync("/office"))!.Status);
        Assert.Empty(desk.Complaints);
        Assert.Empty(phone.Complaints);
    }

    [Theory]
    [InlineData("member-02", "/below", "/office")]
    [InlineData("leader-540", "/me", "/below")]
    [InlineData("health-head", "/me", "/below")]
    [InlineData("health-clerk", "/me", "/office")]
    public async Task Each_kind_of_person_signs_in_by_mail_and_sees_only_what_is_theirs(string person, string theirs, string foreign)
    {
        await using var visitor = await browser.VisitAsync(served.Address, phone: true, script: false);
        var page = visitor.Page;
        var before = await SignInWindow.LettersAsync(page, person);
        await SignInWindow.AskAsync(page, person);
        var (path, _) = await SignInWindow.ReadAsync(page, person, before);
        await SignInWindow.OpenAsync(page, path);
        Assert.EndsWith("/me", page.Url, StringComparison.Ordinal);
        await ReachesAsync(page, theirs, foreign);
        Assert.Empty(visitor.Complaints);
    }

    [Theory]
    [InlineData("recorder", "/me", "/audit")]
    [InlineData("administrator-1", "/admin", "/office")]
    [InlineData("auditor-1", "/audit", "/office")]
    [InlineData("confidential-1", "/me", "/admin")]
    public async Task Whoever_needs_a_second_factor_gets_to_their_pages_only_with_it(string person, string theirs, string foreign)
    {
        await using var desk = await browser.VisitAsync(served.Address, script: false);
        await using var phone = await browser.VisitAsync(served.Address, phone: true, script: false);
        var before = await SignInWindow.LettersAsync(phone.Page, person);
        await SignInWindow.AskAsync(desk.Page, person);
        var (_, code) = await SignInWindow.ReadAsync(phone.Page, person, before);
        await desk.Page.Locator("#code").FillAsync(code);
        await desk.Page.Locator("main button.main").ClickAsync();
        if (theirs != "/me") Assert.Equal(403, (await desk.Page.GotoAsync(theirs))!.Status);
        await desk.Page.GotoAsync("/sign-in/second");
        await SignInWindow.EnrolAsync(desk.Page);
        await ReachesAsync(desk.Page, theirs, foreign);
    }

    private static async Task ReachesAsync(IPage page, string theirs, string foreign)
    {
        Assert.Equal(200, (await page.GotoAsync(theirs))!.Status);
        Assert.Equal(403, (await page.GotoAsync(foreign))!.Status);
    }
}
