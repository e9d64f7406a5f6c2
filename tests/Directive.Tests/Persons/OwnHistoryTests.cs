using System.Net;
using Directives.Tests.Chasing;
using Directives.Web.History;

namespace Directives.Tests.Persons;

/// <summary>The history of an obligation to those whose it is: the same acts, without what the office noted for itself.</summary>
public sealed class OwnHistoryTests
{
    [Fact]
    public async Task An_official_reads_the_history_of_the_own_obligation_and_nobody_elses()
    {
        await using var site = await RoleSite.StartAsync();
        await SendBackAsync(site);
        using var browser = await site.BeAsync("m113");
        Assert.Contains($"href=\"{RoleSite.Seat("/me/history", "113")}\"", (await browser.GetAsync("/me")).Html, StringComparison.Ordinal);
        var page = await browser.GetAsync(RoleSite.Seat("/me/history", "113"));
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("chưa gặp ai", page.Text, StringComparison.Ordinal);
        Assert.Contains("Chức danh m113", page.Text, StringComparison.Ordinal);
        foreach (var other in (string[])["112", "121", "119"]) Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(RoleSite.Seat("/me/history", other))).Status);
        using var office = await site.BeAsync("office");
        Assert.Equal(HttpStatusCode.Forbidden, (await office.GetAsync(RoleSite.Seat("/me/history", "113"))).Status);
    }

    [Fact]
    public async Task Behind_a_personal_link_it_is_that_of_the_link_until_the_link_is_dead()
    {
        await using var site = await RoleSite.StartAsync();
        await SendBackAsync(site);
        using var browser = await site.BeAsync("link113");
        Assert.Contains("href=\"/report/history\"", (await browser.GetAsync("/report")).Html, StringComparison.Ordinal);
        Assert.Contains("chưa gặp ai", (await browser.GetAsync("/report/history")).Text, StringComparison.Ordinal);
        await site.Play.It.Rounds.RevokeLinksAsync(MonthScript.SheetOf("113"), "113.monitor", MonthScript.Office, "mất điện thoại", default);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/report/history")).Status);
    }

    [Fact]
    public async Task What_the_office_noted_for_itself_is_not_in_it_and_a_local_leader_sees_filings_only()
    {
        await using var site = await RoleSite.StartAsync();
        var (it, sheet) = (site.Play.It, MonthScript.SheetOf("113"));
        await it.Readings.ReadAsync(sheet, "113.monitor", MonthScript.Office, 1, default);
        await it.Rounds.RevokeLinksAsync(sheet, "113.monitor", MonthScript.Office, "nghi bị lộ", default);
        await SendBackAsync(site);
        var reader = new HistoryReader(it);
        var all = await reader.OfSeatAsync(sheet, "113.monitor", default);
        Assert.Contains(all, e => e.Act == "report-read");
        Assert.Contains(all, e => e.Why == "nghi bị lộ");
        var own = await reader.OfOwnAsync(sheet, "113.monitor", default);
        Assert.DoesNotContain(own, e => e.Act == "report-read" || e.Why == "nghi bị lộ");
        Assert.Contains(own, e => e.Act == "links-revoked");
        Assert.Contains(own, e => e.Why == "chưa gặp ai");
        Assert.Equal(["report-filed"], (await reader.OfPlaceAsync(sheet, "113.monitor", default)).Select(e => e.Act));
    }

    [Fact]
    public async Task The_leader_of_a_place_reads_beside_a_report_when_it_came()
    {
        await using var site = await RoleSite.StartAsync();
        using var leader = await site.BeAsync("leader113");
        var page = await leader.GetAsync(RoleSite.Seat("/me/place", "113"));
        Assert.Contains("<h2>Lịch sử</h2>", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(RoleSite.Mood, page.Text, StringComparison.Ordinal);
    }

    private static Task SendBackAsync(RoleSite site) => site.Play.It.Rounds.SendBackAsync(
        MonthScript.SheetOf("113"), "113.monitor", MonthScript.Office, "chưa gặp ai", new DateOnly(2023, 5, 18));
}
