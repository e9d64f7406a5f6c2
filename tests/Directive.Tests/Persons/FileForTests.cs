using System.Net;
using Directives.Attachments;
using Directives.Dossiers;
using Directives.Reports;
using Directives.Tables;
using Directives.Tests.Attachments;
using Directives.Tests.Chasing;
using Directives.Tests.Web;

namespace Directives.Tests.Persons;

/// <summary>The office files a report that came by telephone or on paper.</summary>
public sealed class FileForTests
{
    [Fact]
    public async Task Both_names_stand_on_it_and_the_official_gets_the_receipt()
    {
        await using var site = await RoleSite.StartAsync();
        using var office = await site.BeAsync("office");
        Assert.Contains("/file\"", (await office.GetAsync(Address())).Html, StringComparison.Ordinal);
        var answer = await FileAsync(office, await office.GetAsync(Address("/file")), ("received-how", "Telephone"), ("received-on", "2023-05-05"), ("received-note", "Gọi lúc 9 giờ"));
        Assert.Equal($"{Address()}?done=done.file", answer.Location);

        var report = (await site.Play.It.Reports.FindAsync(MonthScript.SheetOf("112"), "112.monitor", 1))!;
        Assert.Equal(("office", "m112", new Received(ReceivedBy.Telephone, new(2023, 5, 5), "Gọi lúc 9 giờ")), (report.By, report.For, report.Received));
        var entry = (await site.Play.It.Dossiers.RowsAsync<TrailEntry>(MonthScript.SheetOf("112").Dossier, Keys.TrailPrefix, default)).Last(e => e.Act == "report-filed");
        Assert.Equal(("office", "m112", "Gọi lúc 9 giờ"), (entry.By, entry.For, entry.Why));
        foreach (var page in new[] { await office.GetAsync(Address("/report/1")), await office.GetAsync(answer.Location!) })
            Assert.Contains("Chức danh office thay Chức danh m112", page.Text, StringComparison.Ordinal);
        Assert.Contains("Nhận qua điện thoại ngày 05/05/2023", (await office.GetAsync(Address("/report/1"))).Text, StringComparison.Ordinal);

        await site.Play.Work.SettleAsync();
        var letter = site.Play.Mail.Letters.Last(l => l.Notices.Any(n => n.Notice.Rung == "receipt" && n.Notice.Seat == "112.monitor" && n.Notice.Reader == "m112"));
        Assert.Equal("office", letter.Notices.Single(n => n.Notice.Rung == "receipt").Notice.By);
        using var official = await site.BeAsync("m112");
        Assert.Contains("Bản thứ 1", (await official.GetAsync("/me")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "2023-05-05", "Xin chọn cách nhận báo cáo.")]
    [InlineData("Fax", "2023-05-05", "Xin chọn cách nhận báo cáo.")]
    [InlineData("Paper", "2023-05-09", "Ngày nhận phải từ ngày")]
    [InlineData("Paper", "2023-03-31", "Ngày nhận phải từ ngày")]
    [InlineData("Paper", "hôm qua", "Ngày nhận phải từ ngày")]
    public async Task How_and_when_it_came_must_be_said(string how, string on, string message)
    {
        await using var site = await RoleSite.StartAsync();
        using var office = await site.BeAsync("office");
        var page = await FileAsync(office, await office.GetAsync(Address("/file")), ("received-how", how), ("received-on", on));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(message, page.Text, StringComparison.Ordinal);
        Assert.Equal("Bí thư", page.TextArea("whomMet"));
        Assert.Equal(0, (await site.Play.OwedAsync("112")).Versions);
    }

    [Fact]
    public async Task What_the_official_has_drafted_is_not_shown_to_the_office_but_that_there_is_a_draft()
    {
        await using var site = await RoleSite.StartAsync();
        using var official = await site.BeAsync("link112");
        var form = await official.GetAsync("/report");
        await official.PostAsync(form, "/report", ("for", form.Inputs("for")[0]), ("do", "draft"), ("livingConditions", "Điều chưa nói ra"));
        using var office = await site.BeAsync("office");
        var page = await office.GetAsync(Address("/file"));
        Assert.DoesNotContain("Điều chưa nói ra", page.Html, StringComparison.Ordinal);
        Assert.Contains("đang soạn báo cáo này", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_in_already_cannot_be_filed_for_anybody()
    {
        await using var site = await RoleSite.StartAsync();
        using var office = await site.BeAsync("office");
        var form = await office.GetAsync(Address("/file"));
        Assert.Equal(HttpStatusCode.NotFound, (await office.GetAsync(RoleSite.Seat("/office/cycles", "113", "/file"))).Status);
        Assert.DoesNotContain("/file\"", (await office.GetAsync(RoleSite.Seat("/office/cycles", "113"))).Html, StringComparison.Ordinal);
        await MonthScript.FileAsync(site.Play.It, "112");
        Assert.Equal(HttpStatusCode.NotFound, (await FileAsync(office, form, ("received-how", "Paper"), ("received-on", "2023-05-05"))).Status);
        Assert.Equal(1, (await site.Play.OwedAsync("112")).Versions);
    }

    [Fact]
    public async Task What_came_with_a_recommendation_is_raised_with_it_and_must_be_chosen_again_when_something_else_is_wrong()
    {
        await using var site = await RoleSite.StartAsync();
        using var office = await site.BeAsync("office");
        var before = Assert.IsType<MemoryFiles>(site.Play.It.Files).Count;
        var page = await SendAsync(office, await office.GetAsync(Address("/file")), ("cases[0].kind", ""), ("do", "file"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("xin chọn lại tệp", page.Text, StringComparison.Ordinal);
        Assert.Equal(before, ((MemoryFiles)site.Play.It.Files).Count);
        page = await SendAsync(office, page, ("cases[0].kind", "proposal"), ("do", "case-rows"));
        Assert.Contains("xin chọn lại tệp", page.Text, StringComparison.Ordinal);

        Assert.Equal($"{Address()}?done=done.file", (await SendAsync(office, page, ("cases[0].kind", "proposal"), ("do", "file"))).Location);
        var report = (await site.Play.It.Reports.FindAsync(MonthScript.SheetOf("112"), "112.monitor", 1))!;
        Assert.Equal("don.pdf", Assert.Single(Assert.Single(report.Content.Cases!).Attachments!).Name);
        Assert.Equal("bao-cao.pdf", Assert.Single(report.Content.Attachments!).Name);
    }

    private static async Task<TestPage> SendAsync(TestBrowser browser, TestPage page, params (string Name, string Value)[] fields)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields.Concat(
            [
                ("__RequestVerificationToken", page.Token), ("for", page.Inputs("for")[0]), ("visits.date", "2023-04-20"), ("visits.where", "Thôn 1"), ("whomMet", "Bí thư"),
                ("livingConditions", "Ổn định"), ("received-how", "Paper"), ("received-on", "2023-05-05"), ("cases[0].text", "Xây trường."), ("cases[0].line", page.Inputs("cases[0].line")[0]),
            ])) form.Add(new StringContent(value), name);
        form.Add(new ByteArrayContent(SampleFiles.Pdf("1")), "files", "bao-cao.pdf");
        form.Add(new ByteArrayContent(SampleFiles.Pdf("2")), "cases[0].files", "don.pdf");
        return await browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, Address("/file")) { Content = form });
    }

    private static string Address(string after = "") => RoleSite.Seat("/office/cycles", "112", after);

    private static Task<TestPage> FileAsync(TestBrowser browser, TestPage page, params (string, string)[] received) => browser.PostAsync(
        page, Address("/file"),
        [
            ("for", page.Inputs("for")[0]), ("do", "file"), ("visits.date", "2023-04-20"), ("visits.where", "Thôn 1"), ("whomMet", "Bí thư"),
            ("livingConditions", "Ổn định"), .. received,
        ]);
}
