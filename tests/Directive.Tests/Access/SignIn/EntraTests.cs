using System.Net;
using System.Text;
using System.Text.Json;
using Directives.Access.Entra;
using Directives.Access.SignIn;
using Directives.Proposals;
using Directives.Tests.Web;

namespace Directives.Tests.Access.SignIn;

/// <summary>Sign-in by the platform's header: only where it is configured, only of one tenant, only once the office has confirmed.</summary>
public sealed class EntraTests
{
    private static readonly Guid Ours = new("11111111-1111-1111-1111-111111111111");
    private static readonly Guid Theirs = new("22222222-2222-2222-2222-222222222222");
    private static readonly Guid Somebody = new("33333333-3333-3333-3333-333333333333");

    [Theory]
    [InlineData(null, "True", false)]
    [InlineData("", "True", false)]
    [InlineData("11111111-1111-1111-1111-111111111111", null, false)]
    [InlineData("11111111-1111-1111-1111-111111111111", "False", false)]
    [InlineData("11111111-1111-1111-1111-111111111111", "True", true)]
    public void It_is_on_only_where_it_is_configured_and_the_platform_is_there(string? tenant, string? platform, bool on) =>
        Assert.Equal(on, EntraOptions.Read(name => name == EntraOptions.TenantSetting ? tenant : name == EntraOptions.PlatformSetting ? platform : null) is not null);

    [Fact]
    public void A_tenant_that_is_no_id_is_said_at_the_start() =>
        Assert.Throws<FormatException>(() => EntraOptions.Read(_ => "common"));

    [Fact]
    public async Task Without_configuration_a_forged_header_gives_nothing()
    {
        await using var at = await SignInSite.StartAsync();
        using var browser = at.Site.Browser();
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(browser, "/sign-in/entra", Header(Ours))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await GetAsync(browser, "/me/sign-in", Header(Ours))).Status);
        Assert.DoesNotContain(".auth", (await browser.GetAsync("/sign-in")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_tenant_and_no_header_are_refused()
    {
        await using var at = await SignInSite.StartAsync(entra: new EntraOptions(Ours));
        using var browser = at.Site.Browser();
        foreach (var header in (string?[])[null, Header(Theirs), "no base64 !", Convert.ToBase64String("[1]"u8.ToArray()), Header(Ours, type: "google"), Header(Ours, [("tid", $"{Theirs}")])])
        {
            var page = await GetAsync(browser, "/sign-in/entra", header);
            Assert.Equal(HttpStatusCode.Forbidden, page.Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync(browser, header)).Status);
        }

        Assert.Empty(await at.It.Entra.WaitingAsync());
    }

    [Fact]
    public async Task An_unbound_visitor_asks_and_gets_in_once_the_office_has_confirmed()
    {
        await using var at = await SignInSite.StartAsync(entra: new EntraOptions(Ours));
        using var browser = at.Site.Browser();
        using var office = at.Site.Browser();
        await office.BecomeAsync("office");
        // The address of an official in the token is nobody's word.
        var header = Header(Ours, [("preferred_username", "boss@place.example"), ("email", "boss@place.example")]);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(browser, "/sign-in/entra", header)).Status);
        Assert.Equal("/sign-in/entra", (await PostAsync(browser, header)).Location);
        await PostAsync(browser, header);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/me/sign-in")).Status);
        var waiting = Assert.Single(await at.It.Entra.WaitingAsync());
        var list = await office.GetAsync("/office/sign-ins");
        Assert.Contains("Nguyen &lt;b&gt;", list.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await office.PostAsync(list, $"/office/sign-ins/{waiting.Id}", ("person", "gone"), ("do", "bind"))).Status);
        Assert.Equal("/office/sign-ins", (await office.PostAsync(list, $"/office/sign-ins/{waiting.Id}", ("person", "boss"), ("do", "bind"))).Location);
        Assert.Empty(await at.It.Entra.WaitingAsync());
        Assert.Equal(SignInDoor.Home, (await PostAsync(browser, header)).Location);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/below")).Status);
        Assert.Equal(["entra-bound", "signed-in"], await at.ActsAsync("boss"));
        Assert.Equal(["entra-asked", "entra-bound"], await at.ActsAsync(waiting.Id));
    }

    [Theory]
    [InlineData("office")]
    [InlineData("recorder")]
    [InlineData("admin2")]
    [InlineData("auditor")]
    [InlineData("desk1")]
    [InlineData("proxy")]
    public async Task The_account_of_one_who_decides_with_others_takes_two_administrators_and_the_office_alone_is_refused(string person)
    {
        await using var at = await SignInSite.StartAsync(Persons.RoledProvince.Content(), entra: new EntraOptions(Ours));
        using var browser = at.Site.Browser();
        using var office = at.Site.Browser();
        await office.BecomeAsync("office");
        await PostAsync(browser, Header(Ours));
        var id = Assert.Single(await at.It.Entra.WaitingAsync()).Id;
        var refused = await office.PostAsync(await office.GetAsync("/office/sign-ins"), $"/office/sign-ins/{id}", ("person", person), ("do", "bind"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("một quản trị viên đề nghị", refused.Text, StringComparison.Ordinal);

        var change = new Change(ChangeKind.BindAccount, new DateOnly(2023, 4, 3), person, Account: id);
        Assert.Equal(ProposalRefusal.UnknownAccount, (await at.It.Changes.ProposeAsync(change with { Account = "entra+none" }, "admin1", "đã hỏi")).Refusal);
        var (number, no) = await at.It.Changes.ProposeAsync(change, "admin1", "đã hỏi trực tiếp");
        Assert.Null(no);
        Assert.Equal("Nguyen <b>", (await at.It.Proposals.FindAsync(number))!.Change.AccountName);
        Assert.Equal(ProposalRefusal.SamePerson, await at.It.Changes.ConfirmAsync(number, "admin1"));
        Assert.Single(await at.It.Entra.WaitingAsync());
        Assert.Null(await at.It.Changes.ConfirmAsync(number, "admin2"));
        Assert.Equal(ProposalState.Applied, (await at.It.Proposals.FindAsync(number))!.State);
        Assert.Empty(await at.It.Entra.WaitingAsync());
        Assert.Equal(["entra-bound"], await at.ActsAsync(person));
        // Killed before it was noted, it is done again, and stands in no trail twice.
        Assert.True(await at.It.Entra.BindAsync(id, person, new("admin2")));
        Assert.Equal(["entra-bound"], await at.ActsAsync(person));
        Assert.False(await at.It.Entra.BindAsync(id, "boss", new("admin2")));
    }

    [Fact]
    public async Task A_declined_visitor_stays_out_and_is_not_listed_again()
    {
        await using var at = await SignInSite.StartAsync(entra: new EntraOptions(Ours));
        using var browser = at.Site.Browser();
        using var office = at.Site.Browser();
        await office.BecomeAsync("office");
        await PostAsync(browser, Header(Ours));
        var id = Assert.Single(await at.It.Entra.WaitingAsync()).Id;
        await office.PostAsync(await office.GetAsync("/office/sign-ins"), $"/office/sign-ins/{id}", ("do", "decline"));
        await PostAsync(browser, Header(Ours));
        Assert.Empty(await at.It.Entra.WaitingAsync());
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/me/sign-in")).Status);
        Assert.False(await at.It.Entra.BindAsync(id, "boss", new("office")));
        Assert.Equal(HttpStatusCode.NotFound, (await office.PostAsync(await office.GetAsync("/office/sign-ins"), $"/office/sign-ins/{id}", ("do", "decline"))).Status);
    }

    [Theory]
    [InlineData(true, SignInDoor.Home, HttpStatusCode.OK)]
    [InlineData(false, "/sign-in/second", HttpStatusCode.Forbidden)]
    public async Task The_platforms_second_factor_counts_else_ours_is_asked(bool mfa, string location, HttpStatusCode office)
    {
        await using var at = await SignInSite.StartAsync(entra: new EntraOptions(Ours));
        using var browser = at.Site.Browser();
        var header = Header(Ours, mfa ? [("amr", "pwd"), ("amr", "mfa")] : [("amr", "pwd")]);
        await PostAsync(browser, header);
        Assert.True(await at.It.Entra.BindAsync(Assert.Single(await at.It.Entra.WaitingAsync()).Id, "office", new("office")));
        Assert.Equal(location, (await PostAsync(browser, header)).Location);
        Assert.Equal(office, (await browser.GetAsync("/office")).Status);
    }

    [Fact]
    public async Task Two_headers_are_none()
    {
        await using var at = await SignInSite.StartAsync(entra: new EntraOptions(Ours));
        using var browser = at.Site.Browser();
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/sign-in/entra", (EntraVisitor.Header, Header(Ours)), (EntraVisitor.Header, Header(Ours)))).Status);
    }

    private static string Header(Guid tenant, (string, string)[]? more = null, string type = "aad")
    {
        (string Type, string Value)[] claims =
        [
            ("http://schemas.microsoft.com/identity/claims/tenantid", $"{tenant}"),
            ("http://schemas.microsoft.com/identity/claims/objectidentifier", $"{Somebody}"),
            ("name", "Nguyen <b>"), .. more ?? [],
        ];
        return Convert.ToBase64String(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new { auth_typ = type, claims = claims.Select(c => new { typ = c.Type, val = c.Value }) })));
    }

    private static Task<TestPage> GetAsync(TestBrowser browser, string path, string? header) =>
        header is null ? browser.GetAsync(path) : browser.GetAsync(path, (EntraVisitor.Header, header));

    private static async Task<TestPage> PostAsync(TestBrowser browser, string? header)
    {
        var form = await browser.GetAsync("/sign-in");
        var post = new HttpRequestMessage(HttpMethod.Post, "/sign-in/entra") { Content = new FormUrlEncodedContent([new("__RequestVerificationToken", form.Token)]) };
        return header is null ? await browser.SendAsync(post) : await browser.SendAsync(post, (EntraVisitor.Header, header));
    }
}
