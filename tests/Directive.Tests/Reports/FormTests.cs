using System.Net;
using Directives.Reports;
using Directives.Tests.Web;

namespace Directives.Tests.Reports;

/// <summary>The form over a real installation: prefilled, filed, amended, compared.</summary>
public sealed class FormTests
{
    [Fact]
    public async Task The_form_names_the_readers_of_each_part_and_opens_one()
    {
        await using var site = await FormSite.StartAsync();
        using var browser = await site.OpenAsync();
        var page = await browser.GetAsync("/report");
        Assert.Contains("Chia sẻ với địa bàn: Nơi 112", page.Text, StringComparison.Ordinal);
        Assert.Contains("Người đọc: đồng chí, Văn phòng Tỉnh ủy, Chức danh boss.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Chức danh m112", page.Text, StringComparison.Ordinal);
        Assert.Equal(6, page.Html.Split("<details name=\"report\"").Length - 1);
        Assert.Equal(1, page.Html.Split(" open>").Length - 1);
        Assert.Contains("script-src 'self'", page.Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", page.Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Equal("text/javascript", (await browser.GetAsync("/report.js")).Header("Content-Type").Split(';')[0]);
    }

    [Fact]
    public async Task The_part_with_a_mistake_is_open_and_says_so()
    {
        await using var site = await FormSite.StartAsync();
        using var browser = await site.OpenAsync();
        var page = await FormSite.SendAsync(browser, await browser.GetAsync("/report"), "file", [.. FormSite.Good, ("recommendations", "x\u0007")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Matches("id=\"part-recommendations\"[^>]* open", page.Html);
        Assert.Contains("cần sửa", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Promises_of_the_last_report_are_asked_about_and_what_became_of_them_is_filed()
    {
        await using var site = await FormSite.StartAsync();
        using (var april = await site.OpenAsync())
            Assert.Equal(HttpStatusCode.SeeOther, (await FormSite.SendAsync(april, await april.GetAsync("/report"), "file", FormSite.Good)).Status);
        await site.Play.RunToAsync(6, 8, 10);
        using var browser = await site.OpenAsync(month: "2023-05");
        var form = await browser.GetAsync("/report");
        Assert.Equal(["Sửa cầu"], form.Inputs("lastPromises[0].promise"));
        Assert.Equal(["Gặp xã"], form.Inputs("lastPromises[1].promise"));

        (string, string)[] may = [("noVisitBecause", "bão"), ("lastPromises[0].promise", "Sửa cầu"), ("lastPromises[1].promise", "Gặp xã")];
        var refused = await FormSite.SendAsync(browser, form, "file", [.. may, ("lastPromises[0].state", "dropped")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Việc thứ 1: không làm nữa thì xin nêu lý do.", refused.Text, StringComparison.Ordinal);
        Assert.Contains("Việc thứ 2: xin chọn", refused.Text, StringComparison.Ordinal);
        var filed = await FormSite.SendAsync(
            browser, refused, "file", [.. may, ("lastPromises[0].state", "dropped"), ("lastPromises[0].because", "hết tiền"), ("lastPromises[1].state", "done")]);
        Assert.Equal(HttpStatusCode.SeeOther, filed.Status);
        Assert.Contains("Sửa cầu – Không làm nữa: hết tiền", (await browser.GetAsync("/report")).Text, StringComparison.Ordinal);
        var kept = await site.Play.It.Reports.FindAsync(FormSite.SheetOf("112", "2023-05"), FormSite.Seat, 1);
        Assert.Equal(PromiseState.Done, kept!.Content.LastPromises![1].State);
    }

    [Fact]
    public async Task A_month_without_a_report_does_not_hide_the_promises_before_it()
    {
        await using var site = await FormSite.StartAsync();
        using (var april = await site.OpenAsync()) await FormSite.SendAsync(april, await april.GetAsync("/report"), "file", FormSite.Good);
        await site.Play.RunToAsync(7, 8, 10);
        using var browser = await site.OpenAsync(month: "2023-06");
        Assert.Equal(["Sửa cầu"], (await browser.GetAsync("/report")).Inputs("lastPromises[0].promise"));
    }

    [Fact]
    public async Task A_filed_report_is_amended_through_its_link_until_it_closes_and_its_versions_are_compared()
    {
        await using var site = await FormSite.StartAsync();
        using (var browser = await site.OpenAsync()) await FormSite.SendAsync(browser, await browser.GetAsync("/report"), "file", FormSite.Good);
        using var later = new TestBrowser(site.Address);
        var link = await later.GetAsync($"/l/{await site.KeyAsync()}");
        Assert.Equal(HttpStatusCode.OK, link.Status);
        Assert.DoesNotContain("Trưởng thôn", link.Text, StringComparison.Ordinal);
        await later.OpenLinkAsync(await site.KeyAsync());
        var receipt = await later.GetAsync("/report");
        Assert.Contains("href=\"/report?amend\"", receipt.Html, StringComparison.Ordinal);
        var form = await later.GetAsync("/report?amend");
        Assert.Equal("Trưởng thôn", form.TextArea("whomMet"));
        Assert.Equal(HttpStatusCode.SeeOther, (await FormSite.SendAsync(later, form, "file", [.. FormSite.Good, ("feedback", "Thêm ý kiến")])).Status);
        // The same form once more, and then other words of the same old form.
        Assert.Equal(HttpStatusCode.SeeOther, (await FormSite.SendAsync(later, form, "file", [.. FormSite.Good, ("feedback", "Thêm ý kiến")])).Status);
        var over = await FormSite.SendAsync(later, form, "file", [.. FormSite.Good, ("feedback", "Ý khác")]);
        Assert.Equal(HttpStatusCode.Conflict, over.Status);
        Assert.Contains("Ý khác", over.Text, StringComparison.Ordinal);
        Assert.Equal(2, (await site.Play.OwedAsync("112")).Versions);
        Assert.Contains("<ins>Thêm ý kiến</ins>", (await later.GetAsync("/report/versions")).Html, StringComparison.Ordinal);
        Assert.Contains("<ins>Thêm ý kiến</ins>", (await later.GetAsync("/report/versions?from=2&to=1")).Html, StringComparison.Ordinal);

        await site.Play.RunToAsync(6, 1, 1);
        Assert.Equal(HttpStatusCode.Gone, (await later.GetAsync($"/l/{await site.KeyAsync()}")).Status);
        Assert.DoesNotContain("amend", (await later.GetAsync("/report")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task By_a_program_a_report_is_amended_by_naming_its_version()
    {
        await using var site = await FormSite.StartAsync();
        var key = await site.KeyAsync();
        var first = await PostAsync(site, key, """{"noVisitBecause":"bão"}""");
        Assert.Equal(HttpStatusCode.Created, first.Status);
        Assert.Equal(first.Html, (await PostAsync(site, key, """{"noVisitBecause":"bão"}""")).Html);
        Assert.Equal(HttpStatusCode.Gone, (await PostAsync(site, key, """{"noVisitBecause":"lũ"}""")).Status);
        var second = await PostAsync(site, key, """{"noVisitBecause":"lũ","amends":1,"lastPromises":[{"promise":"Cầu","state":"under-way"}]}""");
        Assert.Equal(HttpStatusCode.Created, second.Status);
        Assert.Contains("/2\"", second.Html, StringComparison.Ordinal);
        Assert.Equal(second.Html, (await PostAsync(site, key, """{"noVisitBecause":"lũ","amends":1,"lastPromises":[{"promise":"Cầu","state":"under-way"}]}""")).Html);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PostAsync(site, key, """{"noVisitBecause":"lũ","amends":"x"}""")).Status);
        Assert.Equal(PromiseState.UnderWay, (await site.Play.It.Reports.FindAsync(FormSite.SheetOf("112", "2023-04"), FormSite.Seat, 2))!.Content.LastPromises![0].State);
    }

    [Fact]
    public async Task Words_of_another_report_are_hinted_at_once_and_filed_all_the_same()
    {
        await using var site = await FormSite.StartAsync();
        (string, string)[] words = [.. FormSite.Good[..3], ("livingConditions", "Bà con thôn Đại Hào đề nghị sớm sửa tuyến kênh nội đồng")];
        using (var first = await site.OpenAsync("113")) await FormSite.SendAsync(first, await first.GetAsync("/report"), "file", words);
        using var browser = await site.OpenAsync();
        var hinted = await FormSite.SendAsync(browser, await browser.GetAsync("/report"), "file", words);
        Assert.Equal(HttpStatusCode.OK, hinted.Status);
        Assert.Contains("phần lớn trùng với một báo cáo khác", hinted.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("113", hinted.Text, StringComparison.Ordinal);
        Assert.Equal(0, (await site.Play.OwedAsync("112")).Versions);
        Assert.Equal(HttpStatusCode.SeeOther, (await FormSite.SendAsync(browser, hinted, "file", words)).Status);
        Assert.Equal(1, (await site.Play.OwedAsync("112")).Versions);
    }

    [Fact]
    public async Task An_explanation_is_asked_for_only_beside_a_hint_and_stands_with_the_version()
    {
        await using var site = await FormSite.StartAsync();
        (string, string)[] words = [.. FormSite.Good[..3], ("livingConditions", "Bà con thôn Đại Hào đề nghị sớm sửa tuyến kênh nội đồng")];
        using (var first = await site.OpenAsync("113")) await FormSite.SendAsync(first, await first.GetAsync("/report"), "file", words);
        using var browser = await site.OpenAsync();
        var form = await browser.GetAsync("/report");
        Assert.DoesNotContain("name=\"explanation\"", form.Html, StringComparison.Ordinal);
        var hinted = await FormSite.SendAsync(browser, form, "file", words);
        Assert.Contains("name=\"explanation\"", hinted.Html, StringComparison.Ordinal);

        const string why = "Hai xã cùng dùng một tuyến kênh nội đồng đã nêu ở trên";
        await FormSite.SendAsync(browser, hinted, "file", [.. words, ("explanation", why)]);
        var filed = (await site.Play.It.Reports.FindAsync(FormSite.SheetOf("112", "2023-04"), FormSite.Seat, 1))!.Content;
        Assert.Equal(why, filed.Explanation);
        Assert.Contains(why, (await browser.GetAsync("/report")).Text, StringComparison.Ordinal);
        Assert.Equal(Audience.Province, ReportFields.AudienceOf(ReportFields.Explanation));
        // It explains; it is not compared itself.
        Assert.Empty(Substance.Passages(why, [new WrittenBefore(WordsFrom.Other, "", filed)]));
    }

    private static async Task<TestPage> PostAsync(FormSite site, string key, string json)
    {
        using var browser = new TestBrowser(site.Address);
        using var content = new StringContent(json, null, "application/json");
        return await browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, $"/api/reports/{key}") { Content = content });
    }
}
