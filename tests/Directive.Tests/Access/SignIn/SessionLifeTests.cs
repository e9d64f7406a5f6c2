using System.Net;
using Directives.Access.Accounts;
using Directives.Dossiers;
using Directives.Tests.Chasing;
using Directives.Tests.Web;

namespace Directives.Tests.Access.SignIn;

/// <summary>How long sessions of persons live, and how they end.</summary>
public sealed class SessionLifeTests
{
    [Theory]
    [InlineData("boss", 119, true)]
    [InlineData("boss", 120, false)]
    [InlineData("office", 29, true)]
    [InlineData("office", 30, false)]
    public async Task A_session_that_is_not_used_ends_sooner_for_who_needs_a_second_factor(string person, int minutes, bool lives)
    {
        await using var at = await SignInSite.StartAsync();
        using var browser = at.Site.Browser();
        await at.SignInAsync(browser, person);
        at.Pass(TimeSpan.FromMinutes(minutes));
        Assert.Equal(lives ? HttpStatusCode.OK : HttpStatusCode.Forbidden, (await browser.GetAsync("/me/sign-in")).Status);
    }

    [Fact]
    public async Task A_session_in_use_lives_ten_hours_and_no_longer()
    {
        await using var at = await SignInSite.StartAsync();
        using var browser = at.Site.Browser();
        await at.SignInAsync(browser, "boss");
        for (var hour = 1; hour < 10; hour++)
        {
            at.Pass(TimeSpan.FromHours(1));
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/me/sign-in")).Status);
        }

        at.Pass(TimeSpan.FromHours(1));
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/me/sign-in")).Status);
    }

    [Fact]
    public async Task Leaving_ends_the_session_on_the_server_so_that_a_copied_cookie_opens_nothing()
    {
        await using var at = await SignInSite.StartAsync();
        using var browser = at.Site.Browser();
        using var thief = at.Site.Browser();
        await at.SignInAsync(browser, "boss");
        Copy(browser, thief);
        Assert.Equal(HttpStatusCode.OK, (await thief.GetAsync("/below")).Status);
        await browser.PostAsync(await browser.GetAsync("/me/sign-in"), "/leave");
        Assert.Equal(HttpStatusCode.Forbidden, (await thief.GetAsync("/below")).Status);
        Assert.Equal(["signed-in", "signed-out"], await at.ActsAsync("boss"));
    }

    [Fact]
    public async Task One_sees_ones_sessions_and_ends_one_or_all()
    {
        await using var at = await SignInSite.StartAsync();
        using var desk = at.Site.Browser();
        using var phone = at.Site.Browser();
        using var tablet = at.Site.Browser();
        foreach (var browser in (TestBrowser[])[desk, phone, tablet])
        {
            // The newest stands first.
            at.Pass(TimeSpan.FromSeconds(1));
            await at.SignInAsync(browser, "boss");
        }

        var page = await desk.GetAsync("/me/sign-in", ("User-Agent", "Mozilla/5.0 (X11; Linux x86_64) Firefox/130.0"));
        Assert.Equal(2, page.Inputs("session").Count);
        Assert.Contains("127.0.0.0/24", page.Text, StringComparison.Ordinal);
        await desk.PostAsync(page, "/me/sign-in/end", ("session", page.Inputs("session")[0]));
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.Forbidden], [await OfAsync(desk), await OfAsync(phone), await OfAsync(tablet)]);
        Assert.Equal("/?left", (await desk.PostAsync(page, "/me/sign-in/end-all")).Location);
        Assert.Equal([HttpStatusCode.Forbidden, HttpStatusCode.Forbidden], [await OfAsync(desk), await OfAsync(phone)]);
    }

    [Fact]
    public async Task A_stranger_ends_nobody_elses_session()
    {
        await using var at = await SignInSite.StartAsync();
        using var boss = at.Site.Browser();
        using var other = at.Site.Browser();
        await at.SignInAsync(boss, "boss");
        await at.SignInAsync(other, "m111");
        var handle = Assert.Single(await at.It.Sessions.ListAsync("boss", SessionRules.Idle)).Row.Handle;
        await other.PostAsync(await other.GetAsync("/me/sign-in"), "/me/sign-in/end", ("session", handle));
        Assert.Equal(HttpStatusCode.OK, await OfAsync(boss));
    }

    [Fact]
    public async Task Signing_in_again_begins_another_session_and_ends_the_one_before()
    {
        await using var at = await SignInSite.StartAsync();
        using var browser = at.Site.Browser();
        using var thief = at.Site.Browser();
        await at.SignInAsync(browser, "boss");
        Copy(browser, thief);
        var before = Assert.Single(await at.It.Sessions.ListAsync("boss", SessionRules.Idle)).Row.Handle;
        await at.SignInAsync(browser, "boss");
        Assert.NotEqual(before, Assert.Single(await at.It.Sessions.ListAsync("boss", SessionRules.Idle)).Row.Handle);
        Assert.Equal(HttpStatusCode.Forbidden, await OfAsync(thief));
        Assert.Equal(HttpStatusCode.OK, await OfAsync(browser));
    }

    [Fact]
    public async Task Who_leaves_the_register_is_out_at_once_and_a_role_that_is_taken_counts_no_more()
    {
        await using var at = await SignInSite.StartAsync();
        using var boss = at.Site.Browser();
        using var other = at.Site.Browser();
        await at.SignInAsync(boss, "boss");
        await at.SignInAsync(other, "m111");
        var content = SmallProvince.Content();
        await at.It.Registers.ReplaceAsync(content with { Posts = [.. content.Posts.Where(p => p.Official is not ("boss" or "m111"))], Officials = [.. content.Officials.Where(o => o.Id != "m111")] }, Actor.System, "test");
        Assert.Equal(HttpStatusCode.Forbidden, await OfAsync(other));
        Assert.Equal(HttpStatusCode.OK, await OfAsync(boss));
        Assert.Equal(HttpStatusCode.Forbidden, (await boss.GetAsync("/below")).Status);
    }

    [Fact]
    public async Task A_session_ended_by_another_engine_is_over_here_within_seconds()
    {
        await using var at = await SignInSite.StartAsync();
        using var other = SignInSite.Engine(at.Tables, at.Clock, at.Machine, at.Mail);
        using var browser = at.Site.Browser();
        await at.SignInAsync(browser, "boss");
        Assert.Equal(HttpStatusCode.OK, await OfAsync(browser));
        await other.Sessions.EndAllAsync("boss", new Actor("boss"));
        at.Pass(TimeSpan.FromSeconds(2));
        Assert.Equal(HttpStatusCode.Forbidden, await OfAsync(browser));
    }

    [Fact]
    public async Task Use_in_another_engine_keeps_a_session_alive_here()
    {
        await using var at = await SignInSite.StartAsync();
        using var other = SignInSite.Engine(at.Tables, at.Clock, at.Machine, at.Mail);
        var id = await at.It.Sessions.BeginAsync("boss", "mail", "-", "?", false);
        Assert.NotNull(await at.It.Sessions.FindAsync("boss", id, SessionRules.Idle));
        at.Pass(TimeSpan.FromMinutes(90));
        Assert.NotNull(await other.Sessions.FindAsync("boss", id, SessionRules.Idle));
        at.Pass(TimeSpan.FromMinutes(90));
        Assert.NotNull(await at.It.Sessions.FindAsync("boss", id, SessionRules.Idle));
    }

    [Fact]
    public async Task A_request_in_a_session_reads_one_row_at_most_and_writes_nothing_for_minutes()
    {
        await using var at = await SignInSite.StartAsync();
        var id = await at.It.Sessions.BeginAsync("boss", "mail", "-", "?", false);
        await at.It.Sessions.FindAsync("boss", id, SessionRules.Idle);
        at.Tables.Take();
        await at.It.Sessions.FindAsync("boss", id, SessionRules.Idle);
        Assert.Empty(at.Tables.Take());
        at.Pass(TimeSpan.FromMinutes(4));
        await at.It.Sessions.FindAsync("boss", id, SessionRules.Idle);
        Assert.Equal(["read Accounts"], at.Tables.Take());
        at.Pass(TimeSpan.FromMinutes(1));
        await at.It.Sessions.FindAsync("boss", id, SessionRules.Idle);
        Assert.Equal(["read Accounts", "write SignIns Put"], at.Tables.Take());
    }

    [Fact]
    public async Task Nobody_has_more_than_twenty_sessions()
    {
        await using var at = await SignInSite.StartAsync();
        for (var i = 0; i < 23; i++)
        {
            at.Pass(TimeSpan.FromSeconds(1));
            await at.It.Sessions.BeginAsync("boss", "mail", "-", $"{i}", false);
        }

        Assert.Equal(Enumerable.Range(3, 20).Reverse().Select(i => $"{i}"), (await at.It.Sessions.ListAsync("boss", SessionRules.Idle)).Select(s => s.Row.Device));
    }

    [Fact]
    public async Task A_second_factor_shown_late_in_a_session_does_not_end_it()
    {
        await using var at = await SignInSite.StartAsync();
        var id = await at.It.Sessions.BeginAsync("office", "mail", "-", "-", false);
        for (var look = 0; look < 2; look++)
        {
            at.Pass(TimeSpan.FromMinutes(20));
            Assert.NotNull(await at.It.Sessions.FindAsync("office", id, SessionRules.IdleWithSecondFactor));
        }

        var raised = (await at.It.Sessions.RaiseAsync("office", id))!;
        Assert.True((await at.It.Sessions.FindAsync("office", raised, SessionRules.IdleWithSecondFactor))!.SecondFactor);
        at.Pass(TimeSpan.FromMinutes(30));
        Assert.Null(await at.It.Sessions.FindAsync("office", raised, SessionRules.IdleWithSecondFactor));
    }

    [Fact]
    public async Task A_session_that_nobody_came_back_to_is_removed_a_day_later_with_all_that_tells_of_its_device()
    {
        await using var at = await SignInSite.StartAsync();
        await at.It.Sessions.BeginAsync("boss", "mail", "203.0.113.0/24", "Firefox, Linux", false);
        at.Pass(TimeSpan.FromHours(23));
        await at.It.SignIns.SweepAsync();
        Assert.Single(await at.It.Accounts.RowsAsync<SessionRow>("boss", "s|", default));
        at.Pass(TimeSpan.FromHours(2));
        await at.It.SignIns.SweepAsync();
        Assert.Empty(await at.It.Accounts.RowsAsync<SessionRow>("boss", "s|", default));
        Assert.Equal(["signed-in", "sessions-removed"], await at.ActsAsync("boss"));
        await foreach (var row in at.Tables.ScanAsync(Directives.Tables.Table.SignIns)) Assert.Fail($"{row.Partition} {row.Row.Key} is left.");
    }

    private static async Task<HttpStatusCode> OfAsync(TestBrowser browser) => (await browser.GetAsync("/me/sign-in")).Status;

    private static void Copy(TestBrowser from, TestBrowser to)
    {
        foreach (Cookie cookie in from.Cookies.GetAllCookies()) to.Cookies.Add(new Cookie(cookie.Name, cookie.Value, "/", cookie.Domain));
    }
}
