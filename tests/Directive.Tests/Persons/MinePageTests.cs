using System.Net;
using Directives.Access;
using Directives.Dossiers;
using Directives.Tables;
using Directives.Tests.Chasing;
using Directives.Tests.Web;
using Microsoft.AspNetCore.Http;

namespace Directives.Tests.Persons;

/// <summary>The own page of each kind of person, over the engine itself.</summary>
public sealed class MinePageTests
{
    [Fact]
    public async Task An_official_sees_what_the_own_posts_owe_and_files_from_there_without_a_letter()
    {
        await using var site = await RoleSite.StartAsync();
        using var browser = await site.BeAsync("m112");
        var page = await browser.GetAsync("/me");
        Assert.Contains("Nơi 112", page.Text, StringComparison.Ordinal);
        Assert.Contains("10/05/2023", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Nơi 113", page.Text, StringComparison.Ordinal);
        Assert.Equal("/report", (await OpenAsync(browser, page, "112")).Location);

        page = await FileAsync(browser, await browser.GetAsync("/report"));
        Assert.Equal("/report", page.Location);
        Assert.Contains("02-QD-TU.2023-04/112.monitor/1", (await browser.GetAsync("/report")).Text, StringComparison.Ordinal);
        var report = await site.Play.It.Reports.FindAsync(MonthScript.SheetOf("112"), "112.monitor", 1);
        Assert.Equal(("m112", null), (report!.By, report.For));
        Assert.Contains("Bản thứ 1, nộp lúc 10:00 ngày 08/05/2023", (await browser.GetAsync("/me")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_substitute_is_shown_as_X_for_Y_and_every_act_names_both()
    {
        await using var site = await RoleSite.StartAsync();
        using var browser = await site.BeAsync("sub");
        var page = await browser.GetAsync("/me");
        Assert.DoesNotContain("Nơi 112", page.Text, StringComparison.Ordinal);
        Assert.Equal("/me", (await browser.PostAsync(page, "/me/act-for", ("official", "m112"))).Location);
        page = await browser.GetAsync("/me");
        Assert.Contains("Chức danh sub thay Chức danh m112", page.Text, StringComparison.Ordinal);
        await OpenAsync(browser, page, "112");
        await FileAsync(browser, await browser.GetAsync("/report"));

        var report = await site.Play.It.Reports.FindAsync(MonthScript.SheetOf("112"), "112.monitor", 1);
        Assert.Equal(("sub", "m112"), (report!.By, report.For));
        var entry = (await site.Play.It.Dossiers.RowsAsync<TrailEntry>(MonthScript.SheetOf("112").Dossier, Keys.TrailPrefix, default)).Last(e => e.Act == "report-filed");
        Assert.Equal(("sub", "m112"), (entry.By, entry.For));
        using var office = await site.BeAsync("office");
        Assert.Contains(
            "Chức danh sub thay Chức danh m112", (await office.GetAsync(RoleSite.Seat("/office/cycles", "112", "/report/1"))).Text, StringComparison.Ordinal);
        Assert.Contains("Chức danh sub thay Chức danh m112", (await office.GetAsync(RoleSite.Seat("/office/cycles", "112"))).Text, StringComparison.Ordinal);

        Assert.Equal("/me", (await browser.PostAsync(page, "/me/act-for/stop")).Location);
        Assert.DoesNotContain("Nơi 112", (await browser.GetAsync("/me")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/report")).Status);
    }

    [Fact]
    public async Task The_receipt_of_a_report_filed_by_a_substitute_goes_to_the_one_who_owes_and_says_so()
    {
        await using var site = await RoleSite.StartAsync();
        using var browser = await site.BeAsync("sub=m112");
        await OpenAsync(browser, await browser.GetAsync("/me"), "112");
        await FileAsync(browser, await browser.GetAsync("/report"));
        await site.Play.Work.SettleAsync();
        var letter = site.Play.Mail.Letters.Last(l => l.Notices.Any(n => n.Notice.Rung == "receipt" && n.Notice.Reader == "m112"));
        Assert.Equal(("m112", "sub"), (letter.Reader.Id, letter.Notices[0].Notice.By));
    }

    [Fact]
    public async Task What_somebody_stands_in_for_ends_with_its_last_day_also_in_the_middle_of_a_session()
    {
        await using var site = await RoleSite.StartAsync();
        using var browser = await site.BeAsync("sub=m111");
        Assert.Contains("không còn được làm thay", (await browser.GetAsync("/me")).Text, StringComparison.Ordinal);
        using var acting = await site.BeAsync("sub=m112");
        await OpenAsync(acting, await acting.GetAsync("/me"), "112");
        Assert.Equal(HttpStatusCode.OK, (await acting.GetAsync("/report")).Status);
        await site.Play.It.Registers.ChangeAsync(c => c with { Substitutes = [] }, Actor.System, "test");
        Assert.Equal(HttpStatusCode.Forbidden, (await acting.GetAsync("/report")).Status);
    }

    [Fact]
    public async Task What_is_confidential_and_administration_are_never_stood_in_for()
    {
        await using var site = await RoleSite.StartAsync();
        IRoles roles = new RegisterRoles(site.Play.It);
        foreach (var (other, may) in new[] { ("admin1", Who.Nobody), ("desk1", Who.Nobody), ("office", Who.Office), ("m112", Who.Nobody) })
        {
            var session = new PersonSession("proxy", new("", ""), "vi") { SecondFactor = true, For = other };
            Assert.Equal(may, (await HeldRoles.CountingAsync(new DefaultHttpContext(), roles, session)).Now);
        }
    }

    [Fact]
    public async Task A_clerk_prepares_for_their_body_only_and_cannot_file()
    {
        await using var site = await RoleSite.StartAsync();
        using var browser = await site.BeAsync("clerk");
        var page = await browser.GetAsync("/me");
        Assert.Contains("Nơi 112", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Nơi 121", page.Text, StringComparison.Ordinal);
        Assert.Equal("/report", (await OpenAsync(browser, page, "112")).Location);
        page = await browser.GetAsync("/report");
        Assert.DoesNotContain("value=\"file\"", page.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await FileAsync(browser, page)).Status);
        Assert.Equal(0, (await site.Play.OwedAsync("112")).Versions);
    }

    [Fact]
    public async Task A_named_assistant_sees_what_they_prepare_until_another_is_named()
    {
        await using var site = await RoleSite.StartAsync();
        await site.Play.It.Naming.NameAsync("m122", new("Trợ lý", "tro-ly@place.example", "vi"), null);
        using var browser = await site.BeAsync("m122+assistant-1");
        var page = await browser.GetAsync("/me");
        Assert.Contains("Nơi 122", page.Text, StringComparison.Ordinal);
        Assert.Equal("/report", (await OpenAsync(browser, page, "122")).Location);
        Assert.Equal(HttpStatusCode.NotFound, (await OpenAsync(browser, page, "112")).Status);
        await site.Play.It.Naming.RemoveAsync("m122");
        Assert.Equal(HttpStatusCode.Forbidden, (await OpenAsync(browser, page, "122")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/report")).Status);
    }

    [Fact]
    public async Task A_local_leader_sees_who_is_responsible_and_only_the_parts_that_are_for_the_place()
    {
        await using var site = await RoleSite.StartAsync();
        using var browser = await site.BeAsync("leader113");
        var page = await browser.GetAsync("/me");
        Assert.Contains("Chức danh m113 – theo dõi", page.Text, StringComparison.Ordinal);
        Assert.Contains("Chức danh boss", page.Text, StringComparison.Ordinal);
        page = await browser.GetAsync(RoleSite.Seat("/me/place", "113"));
        Assert.Contains(RoleSite.Promise, page.Text, StringComparison.Ordinal);
        Assert.Contains("Bí thư chi bộ", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(RoleSite.Mood, page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(RoleSite.Comments, page.Html, StringComparison.Ordinal);

        // Sent back, it is being written again.
        await site.Play.It.Rounds.SendBackAsync(MonthScript.SheetOf("113"), "113.monitor", new("office"), "bổ sung", new DateOnly(2023, 5, 18));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(RoleSite.Seat("/me/place", "113"))).Status);
        Assert.DoesNotContain("/me/place/", (await browser.GetAsync("/me")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_leads_a_body_sees_what_its_officials_owe_and_opens_nothing()
    {
        await using var site = await RoleSite.StartAsync();
        using var browser = await site.BeAsync("chief");
        var page = await browser.GetAsync("/me");
        Assert.Contains("Chức danh m112", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Chức danh m121", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/me/open", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Committee_and_recorder_see_numbers_and_nobody_by_name()
    {
        await using var site = await RoleSite.StartAsync();
        foreach (var who in new[] { "member", "recorder" })
        {
            using var browser = await site.BeAsync(who);
            var page = await browser.GetAsync("/me");
            Assert.Contains("<strong>2</strong>", page.Html, StringComparison.Ordinal);
            Assert.DoesNotContain("Chức danh m1", page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("/office/", page.Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Roles_that_need_a_second_factor_do_not_count_without_it()
    {
        await using var site = await RoleSite.StartAsync();
        foreach (var (who, path) in new[] { ("office", "/office"), ("admin1", "/admin") })
        {
            using var without = await site.BeAsync($"{who}?");
            Assert.Equal(HttpStatusCode.Forbidden, (await without.GetAsync(path)).Status);
            Assert.Contains("bước thứ hai", (await without.GetAsync("/me")).Text, StringComparison.Ordinal);
            using var with = await site.BeAsync(who);
            Assert.Equal(HttpStatusCode.OK, (await with.GetAsync(path)).Status);
        }
    }

    private static Task<TestPage> OpenAsync(TestBrowser browser, TestPage page, string place) => browser.PostAsync(page, RoleSite.Seat("/me/open", place));

    internal static Task<TestPage> FileAsync(TestBrowser browser, TestPage page) => browser.PostAsync(
        page, "/report", ("for", page.Inputs("for")[0]), ("do", "file"), ("visits.date", "2023-04-20"), ("visits.where", "Thôn 1"), ("whomMet", "Bí thư"),
        ("livingConditions", "Ổn định"));
}
