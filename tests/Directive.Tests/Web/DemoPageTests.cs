using System.Net;
using Directives.Web.Demo;

namespace Directives.Tests.Web;

public sealed class DemoPageTests
{
    [Fact]
    public async Task People_are_grouped_and_found()
    {
        await using var site = await TestSite.StartAsync();
        using var browser = site.Browser();
        var all = await browser.GetAsync("/demo");
        Assert.Contains("Theo dõi xã, phường, thị trấn", all.Text, StringComparison.Ordinal);
        var some = await browser.GetAsync("/demo?find=Y+tế");
        Assert.Contains("Giám đốc Sở Y tế", some.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Chánh Văn phòng", some.Text, StringComparison.Ordinal);
        Assert.Contains("Không có ai khớp với “<b>”", (await browser.GetAsync("/demo?find=<b>")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("day", DemoMove.Day, "3 thư đã được gửi")]
    [InlineData("week", DemoMove.Week, "3 thư đã được gửi")]
    [InlineData("rung", DemoMove.Rung, "đồng hồ giữ nguyên")]
    public async Task The_clock_is_moved_by_its_buttons(string button, DemoMove move, string said)
    {
        await using var site = await TestSite.StartAsync();
        using var browser = site.Browser();
        var answer = await browser.PostAsync(await browser.GetAsync("/demo"), "/demo/clock", ("by", button));
        Assert.Equal([move], site.Demo.Moves);
        Assert.Contains(said, (await browser.GetAsync(answer.Location!)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_person_or_move_is_refused()
    {
        await using var site = await TestSite.StartAsync();
        using var browser = site.Browser();
        var page = await browser.GetAsync("/demo");
        Assert.Equal(HttpStatusCode.NotFound, (await browser.PostAsync(page, "/demo/be", ("official", "nobody"))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.PostAsync(page, "/demo/clock", ("by", "year"))).Status);
        Assert.Empty(site.Demo.Moves);
    }

    [Fact]
    public async Task Letters_are_listed_by_page_and_reader_and_shown_without_running_anything()
    {
        await using var site = await TestSite.StartAsync();
        using var browser = site.Browser();
        var list = await browser.GetAsync("/demo/outbox?page=2&reader=head-health");
        Assert.Contains("Trang 2/4", list.Text, StringComparison.Ordinal);
        Assert.Contains("/demo/outbox?page=3&amp;reader=head-health", list.Html, StringComparison.Ordinal);
        var letter = await browser.GetAsync("/demo/outbox/head-health.000003");
        Assert.Contains("sandbox=\"allow-top-navigation-by-user-activation\"", letter.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", letter.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/demo/outbox/none")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/demo/outbox/none/html")).Status);
    }

    [Fact]
    public async Task A_letter_can_be_made_to_come_back()
    {
        await using var site = await TestSite.StartAsync();
        using var browser = site.Browser();
        var page = await browser.GetAsync("/demo/outbox/head-health.000003");
        var answer = await browser.PostAsync(page, "/demo/outbox/head-health.000003/bounce", ("bounce", "yes"));
        Assert.Equal("/demo/outbox/head-health.000003", answer.Location);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.PostAsync(page, "/demo/outbox/none/bounce", ("bounce", "yes"))).Status);
    }
}
