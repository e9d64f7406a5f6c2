using System.Net;
using Directives.Reports;

namespace Directives.Tests.Web;

public sealed class OfficePageTests
{
    private const string Cycle = "/office/cycles/02-QD-TU.2023-04";
    private const string Seat = $"{Cycle}/540/0/monitor.21553";

    [Fact]
    public async Task The_cycle_shows_areas_by_state_and_who_is_late_on_which_rung()
    {
        await using var site = await TestSite.StartAsync();
        using var browser = await OfficeAsync(site);
        var page = await browser.GetAsync(Cycle);
        Assert.Contains("Huyện Hoài Ân", page.Text, StringComparison.Ordinal);
        Assert.Contains("quá hạn, bậc 3", page.Text, StringComparison.Ordinal);
        Assert.Contains("Chưa có lịch nghỉ lễ năm 2027", page.Text, StringComparison.Ordinal);
        Assert.Contains("Có 412 thư chờ gửi", page.Text, StringComparison.Ordinal);
        Assert.Contains($"href=\"{Seat}\"", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Tất cả vị trí", page.Text, StringComparison.Ordinal);
        Assert.Contains("Tất cả vị trí", (await browser.GetAsync($"{Cycle}?area=540")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_there_is_not_found()
    {
        await using var site = await TestSite.StartAsync();
        using var browser = await OfficeAsync(site);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/office/cycles/none")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"{Cycle}/540/0/none")).Status);
        var page = await browser.GetAsync(Seat);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.PostAsync(page, $"{Seat}/abolish", ("reason", "x"))).Status);
        Assert.Empty(site.Office.Acts);
    }

    [Theory]
    [InlineData("send-back", "28/04/2023", "send-back office Bổ sung 2023-04-28", "Đã trả lại báo cáo")]
    [InlineData("extend", "2023-04-28", "extend office Bổ sung 2023-04-28", "Đã gia hạn")]
    [InlineData("revoke", "", "revoke office Bổ sung", "Đã thu hồi đường dẫn")]
    public async Task The_office_acts_in_its_own_name(string act, string due, string done, string said)
    {
        await using var site = await TestSite.StartAsync();
        using var browser = await OfficeAsync(site);
        var answer = await browser.PostAsync(await browser.GetAsync(Seat), $"{Seat}/{act}", ("reason", " Bổ sung\r\n"), ("due", due));
        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        Assert.Equal([done], site.Office.Acts);
        Assert.Contains(said, (await browser.GetAsync(answer.Location!)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x", "", null, "Xin chọn hạn mới")]
    [InlineData("x", "30/02/2023", null, "30/02/2023")]
    [InlineData("x\u0007", "2023-04-28", null, "U+0007")]
    [InlineData("x", "2023-04-28", RoundRefusal.NotAWorkingDay, "ngày làm việc")]
    [InlineData("", "2023-04-28", RoundRefusal.NoReason, "Xin ghi lý do")]
    [InlineData("x", "2023-04-28", RoundRefusal.ReasonTooLong, "nhiều nhất 2000 ký tự")]
    public async Task A_refused_act_says_why_and_keeps_what_was_typed(string reason, string due, RoundRefusal? refusal, string text)
    {
        await using var site = await TestSite.StartAsync();
        site.Office.Refusal = refusal;
        using var browser = await OfficeAsync(site);
        var page = await browser.PostAsync(await browser.GetAsync(Seat), $"{Seat}/extend", ("reason", reason), ("due", due));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(text, page.Text, StringComparison.Ordinal);
        Assert.Contains(due, page.Inputs("due"));
        Assert.Empty(site.Office.Acts);
    }

    [Fact]
    public async Task Held_letters_go_only_when_the_office_says_so()
    {
        await using var site = await TestSite.StartAsync();
        using var browser = await OfficeAsync(site);
        var page = await browser.GetAsync("/office");
        var kept = await browser.PostAsync(page, "/office/letters/keep");
        Assert.Contains("vẫn được giữ", (await browser.GetAsync(kept.Location!)).Text, StringComparison.Ordinal);
        Assert.NotNull(site.Office.Held);
        await browser.PostAsync(page, "/office/letters/send");
        Assert.Equal(["release office"], site.Office.Acts);
        Assert.DoesNotContain("Tiếp tục giữ", (await browser.GetAsync("/office")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/office/letters/send")]
    [InlineData($"{Seat}/send-back")]
    public async Task Nothing_is_done_without_the_forms_token_or_the_offices_duty(string path)
    {
        await using var site = await TestSite.StartAsync();
        using var browser = await OfficeAsync(site);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.PostAsync(path, ("reason", "x"), ("due", "2023-04-28"))).Status);
        using var other = site.Browser();
        await other.BecomeAsync("head-health");
        var refused = await other.PostAsync(await other.GetAsync("/demo"), path, ("reason", "x"), ("due", "2023-04-28"));
        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.Empty(site.Office.Acts);
    }

    [Fact]
    public async Task What_the_address_claims_was_done_is_not_repeated()
    {
        await using var site = await TestSite.StartAsync();
        using var browser = await OfficeAsync(site);
        var page = await browser.GetAsync("/office?done=warning.no-holidays");
        Assert.DoesNotContain("role=\"status\"", page.Html, StringComparison.Ordinal);
    }

    private static async Task<TestBrowser> OfficeAsync(TestSite site)
    {
        var browser = site.Browser();
        await browser.BecomeAsync(SampleWorld.Office);
        return browser;
    }
}
