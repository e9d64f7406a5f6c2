using System.Net;

namespace Directives.Tests.Web;

/// <summary>The office's pages about people whom no letter reaches, or whose letters are stopped.</summary>
public sealed class PersonPageTests
{
    private const string Unreached = "/office/unreached";

    [Fact]
    public async Task Those_who_cannot_be_reached_are_shown_with_reason_and_what_they_owe()
    {
        await using var site = await TestSite.StartAsync();
        using var browser = await OfficeAsync(site);
        var page = await browser.GetAsync(Unreached);
        Assert.Contains("Địa chỉ thư không tồn tại", page.Text, StringComparison.Ordinal);
        Assert.Contains("07:02 ngày 14/04/2023", page.Text, StringComparison.Ordinal);
        Assert.Contains("gặp Chánh Văn phòng Sở Y tế", page.Text, StringComparison.Ordinal);
        Assert.Contains("href=\"/office/cycles/02-QD-TU.2023-04/544/0/monitor.21739\"", page.Html, StringComparison.Ordinal);
        Assert.Contains("href=\"/office/people/head-health\"", page.Html, StringComparison.Ordinal);
        Assert.Contains("The address does not exist", (await browser.GetAsync($"{Unreached}?lang=en")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("all", "544/0/monitor.21739 /office/cycles/02-QD-TU.2023-04/540")]
    [InlineData("/office/cycles/02-QD-TU.2023-04/544/0/monitor.21739", "544/0/monitor.21739: Chánh Văn phòng, hẹn thứ Sáu")]
    public async Task Told_by_telephone_is_noted_on_one_obligation_or_on_all(string about, string done)
    {
        await using var site = await TestSite.StartAsync();
        using var browser = await OfficeAsync(site);
        var answer = await browser.PostAsync(
            await browser.GetAsync(Unreached), $"{Unreached}/{SamplePersons.Lost}", ("about", about), ("spoke-to", " Chánh Văn phòng "), ("note", "hẹn thứ Sáu"));
        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        Assert.Contains(done, Assert.Single(site.Persons.Acts), StringComparison.Ordinal);
        Assert.Contains("Đã ghi nhận", (await browser.GetAsync(answer.Location!)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "x", "Xin ghi đã gặp ai")]
    [InlineData("A\u0007", "x", "U+0007")]
    public async Task A_refused_note_says_why_and_keeps_what_was_typed(string spokeTo, string note, string says)
    {
        await using var site = await TestSite.StartAsync();
        using var browser = await OfficeAsync(site);
        var page = await browser.PostAsync(await browser.GetAsync(Unreached), $"{Unreached}/{SamplePersons.Lost}", ("about", "all"), ("spoke-to", spokeTo), ("note", note));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(says, page.Text, StringComparison.Ordinal);
        Assert.Equal(note, page.TextArea("note"));
        Assert.Empty(site.Persons.Acts);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.PostAsync(page, $"{Unreached}/nobody", ("spoke-to", "x"))).Status);
    }

    [Fact]
    public async Task Letters_are_stopped_and_let_go_with_a_reason()
    {
        await using var site = await TestSite.StartAsync();
        using var browser = await OfficeAsync(site);
        var page = await browser.GetAsync("/office/people/head-health");
        Assert.Contains("Nhắc trước hạn", page.Text, StringComparison.OrdinalIgnoreCase);
        var refused = await browser.PostAsync(page, "/office/people/head-health/silence", ("reason", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Xin ghi lý do", refused.Text, StringComparison.Ordinal);
        var answer = await browser.PostAsync(page, "/office/people/head-health/silence", ("reason", "Đình chỉ công tác"));
        Assert.Contains("Đã dừng gửi thư", (await browser.GetAsync(answer.Location!)).Text, StringComparison.Ordinal);
        var silenced = await browser.GetAsync("/office/people/member-1");
        Assert.Contains("Những thư đã dừng trước đó không gửi bù", silenced.Text, StringComparison.Ordinal);
        await browser.PostAsync(silenced, "/office/people/member-1/resume", ("reason", "Đã trở lại"));
        Assert.Equal(["silence office head-health Đình chỉ công tác", "resume office member-1 Đã trở lại"], site.Persons.Acts);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.PostAsync(page, "/office/people/head-health/abolish", ("reason", "x"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/office/people/none")).Status);
    }

    private static async Task<TestBrowser> OfficeAsync(TestSite site)
    {
        var browser = site.Browser();
        await browser.BecomeAsync(SampleWorld.Office);
        return browser;
    }
}
