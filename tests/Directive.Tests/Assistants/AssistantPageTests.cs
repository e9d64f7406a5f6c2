using System.Net;
using Directives.Chasing;
using Directives.Tests.Chasing;
using Directives.Tests.Web;

namespace Directives.Tests.Assistants;

/// <summary>The pages around an official, over the engine itself.</summary>
public sealed class AssistantPageTests
{
    private const string Json = """{"visits":[{"date":"2023-04-20","where":"Thôn 1"}],"whomMet":"Bí thư","livingConditions":"Ổn định"}""";
    private const string OtherJson = """{"visits":[{"date":"2023-04-20","where":"Thôn 2"}],"whomMet":"Bí thư","livingConditions":"Ổn định"}""";

    [Fact]
    public async Task An_official_names_changes_and_removes_an_assistant_from_the_reports_page()
    {
        using var play = await Playground.BegunAsync();
        await using var site = await OpenedAsync(play);
        using var browser = site.Browser();
        await browser.OpenLinkAsync(KeyOf(play, "m112"));
        Assert.Contains("/report/assistant", (await browser.GetAsync("/report")).Html, StringComparison.Ordinal);

        var page = await browser.GetAsync("/report/assistant");
        var done = await NameAsync(browser, page, "Chuyên viên tổng hợp", "tong-hop@place.example");
        Assert.Equal((HttpStatusCode.SeeOther, "/report/assistant?done=named"), (done.Status, done.Location));
        page = await browser.GetAsync(done.Location!);
        Assert.Contains("Đã giao; thư có đường dẫn được gửi ngay.", page.Text, StringComparison.Ordinal);
        Assert.Contains("tong-hop@place.example", page.Text, StringComparison.Ordinal);
        await play.Work.SettleAsync();
        Assert.Equal("tong-hop@place.example", play.Mail.Letters[^1].Reader.Address);

        done = await browser.PostAsync(page, "/report/assistant/remove");
        Assert.Equal("/report/assistant?done=removed", done.Location);
        Assert.DoesNotContain("tong-hop@place.example", (await browser.GetAsync(done.Location!)).Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "a@place.example", "Xin ghi chức danh.")]
    [InlineData("Trợ lý", "a@place.example\r\nBcc: b@place.example", "Địa chỉ thư điện tử không đúng")]
    [InlineData("<script>alert(1)</script>", "a@place.example", "Chức danh chỉ gồm chữ")]
    public async Task What_is_refused_is_said_at_its_field_and_stays_typed(string title, string address, string message)
    {
        using var play = await Playground.BegunAsync();
        await using var site = await OpenedAsync(play);
        using var browser = site.Browser();
        await browser.OpenLinkAsync(KeyOf(play, "m112"));
        var answer = await NameAsync(browser, await browser.GetAsync("/report/assistant"), title, address);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(message, answer.Text, StringComparison.Ordinal);
        Assert.Equal([title], answer.Inputs("assistant-title"));
        Assert.DoesNotContain("<script>", answer.Html, StringComparison.Ordinal);
        Assert.Null(await play.It.Assistants.FindAsync("m112", default));
    }

    [Fact]
    public async Task A_draft_link_shows_for_whom_it_is_and_files_neither_by_the_form_nor_by_json()
    {
        using var play = await Playground.BegunAsync(content: ClerkedProvince.Content());
        await using var site = await OpenedAsync(play);
        using var browser = site.Browser();
        var key = KeyOf(play, "clerk");
        await browser.OpenLinkAsync(key);
        var page = await browser.GetAsync("/report");
        Assert.Contains("Đồng chí chuẩn bị báo cáo này cho Chức danh m112.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"file\"", page.Html, StringComparison.Ordinal);
        Assert.Contains("Chức danh clerk", page.Text, StringComparison.Ordinal);

        var filed = await browser.PostAsync(page, "/report", [.. Fields(page)]);
        Assert.Equal(HttpStatusCode.Forbidden, filed.Status);
        Assert.Contains("Nộp báo cáo là việc của chính người báo cáo", filed.Text, StringComparison.Ordinal);
        var sent = await SendAsync(browser, key, Json);
        Assert.Equal(HttpStatusCode.Forbidden, sent.Status);
        Assert.Contains("Nộp báo cáo là việc của chính người báo cáo", sent.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/report/assistant")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await NameAsync(browser, page, "Trợ lý", "a@place.example")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.PostAsync(page, "/report/assistant/remove")).Status);
        Assert.Equal(0, (await play.OwedAsync("112")).Versions);
        Assert.Null(await play.It.Assistants.FindAsync("m112", default));
    }

    [Fact]
    public async Task Who_prepares_says_that_the_draft_is_ready_and_the_official_files_before_the_due_date()
    {
        using var play = await Playground.BegunAsync(content: ClerkedProvince.Content());
        await using var site = await OpenedAsync(play);
        using var clerk = site.Browser();
        await clerk.OpenLinkAsync(KeyOf(play, "clerk"));
        Assert.Empty(play.Mail.To("m112"));
        var asked = await clerk.PostAsync(await clerk.GetAsync("/report"), "/report/ready");
        Assert.Equal("/report", asked.Location);
        var page = await clerk.GetAsync("/report");
        Assert.Contains("Đã báo cho Chức danh m112", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/report/ready", page.Html, StringComparison.Ordinal);

        await play.Work.SettleAsync();
        using var official = site.Browser();
        await official.OpenLinkAsync(KeyOf(play, "m112"));
        page = await official.GetAsync("/report");
        Assert.Equal("/report", (await official.PostAsync(page, "/report", [.. Fields(page)])).Location);
        Assert.Equal(FilingMark.OnTime, (await play.OwedAsync("112")).Mark);
        await play.Work.SettleAsync();
        Assert.Equal("112.monitor receipt", play.Mail.To("clerk")[^1]);
    }

    [Fact]
    public async Task A_session_of_a_former_assistant_is_over_at_once()
    {
        using var play = await Playground.BegunAsync();
        await using var site = await OpenedAsync(play);
        using var official = site.Browser();
        await official.OpenLinkAsync(KeyOf(play, "m112"));
        await NameAsync(official, await official.GetAsync("/report/assistant"), "Trợ lý", "tro-ly@place.example");
        await play.Work.SettleAsync();
        using var assistant = site.Browser();
        await assistant.OpenLinkAsync(play.Mail.Letters[^1].Notices[0].LinkKey!);
        var page = await assistant.GetAsync("/report");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        await official.PostAsync(await official.GetAsync("/report/assistant"), "/report/assistant/remove");
        Assert.Equal(HttpStatusCode.Gone, (await assistant.GetAsync("/report")).Status);
        Assert.Equal(HttpStatusCode.Gone, (await assistant.PostAsync(page, "/report/ready")).Status);
    }

    [Fact]
    public async Task A_filing_repeated_with_the_same_words_gets_the_same_receipt_and_other_words_do_not()
    {
        using var play = await Playground.BegunAsync();
        await using var site = await OpenedAsync(play);
        using var browser = site.Browser();
        var key = KeyOf(play, "m112");
        var first = await SendAsync(browser, key, Json);
        Assert.Equal(HttpStatusCode.Created, first.Status);
        // Hours later: the program tries again because it got no answer.
        await play.RunToAsync(5, 20, 10);
        var again = await SendAsync(browser, key, Json);
        Assert.Equal((HttpStatusCode.Created, first.Html), (again.Status, again.Html));
        foreach (var body in new[] { OtherJson, "{}", "[", "\"\\ud800\"" })
        {
            var refused = await SendAsync(browser, key, body);
            Assert.Equal(HttpStatusCode.Gone, refused.Status);
            Assert.Contains("02-QD-TU.2023-04/112.monitor/1", refused.Html, StringComparison.Ordinal);
        }

        Assert.Equal(1, (await play.OwedAsync("112")).Versions);
        Assert.Single(play.Mail.To("m112"), l => l.EndsWith("receipt", StringComparison.Ordinal));
    }

    private static async Task<TestSite> OpenedAsync(Playground play)
    {
        await play.RunToAsync(5, 4, 10);
        return await TestSite.StartAsync(engine: TestSite.Engine(play.It));
    }

    private static string KeyOf(Playground play, string reader) =>
        play.Mail.Letters.Last(l => l.Reader.Id == reader).Notices.Single(n => n.Notice.Seat == "112.monitor").LinkKey!;

    private static Task<TestPage> NameAsync(TestBrowser browser, TestPage page, string title, string address) => browser.PostAsync(
        page, "/report/assistant", ("assistant-title", title), ("assistant-address", address), ("assistant-language", "vi"));

    private static Task<TestPage> SendAsync(TestBrowser browser, string key, string json) => browser.SendAsync(
        new HttpRequestMessage(HttpMethod.Post, $"/api/reports/{key}") { Content = new StringContent(json, null, "application/json") });

    private static IEnumerable<(string, string)> Fields(TestPage page) =>
    [
        ("for", page.Inputs("for")[0]), ("do", "file"), ("visits.date", "2023-04-20"), ("visits.where", "Thôn 1"),
        ("whomMet", "Bí thư"), ("livingConditions", "Ổn định"),
    ];
}
