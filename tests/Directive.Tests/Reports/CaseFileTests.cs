using System.Net;
using Directives.Recommendations;
using Directives.Reports;
using Directives.Tests.Attachments;
using Directives.Tests.Chasing;
using Directives.Tests.Web;

namespace Directives.Tests.Reports;

/// <summary>Files of a recommendation in a report's form: kept with the draft, filed with the report, raised with the case.</summary>
public sealed class CaseFileTests
{
    private const string Field = "cases[0].files";

    private static readonly (string, string)[] Typed = [("noVisitBecause", "bão"), .. Bridge("Cầu yếu.")];

    [Fact]
    public async Task A_file_is_kept_with_its_line_while_its_words_change_and_raised_with_it()
    {
        await using var site = await FormSite.StartAsync();
        using var browser = await site.OpenAsync();
        var sent = await FormSite.SendFilesAsync(
            browser, await browser.GetAsync("/report"), "case-attach", [(Field, "Cầu.HEIC", SampleFiles.Heic), (Field, "đơn.pdf", SampleFiles.Pdf()), ("files", "kèm.pdf", SampleFiles.Pdf("x"))], Typed);
        Assert.Equal((HttpStatusCode.SeeOther, "/report?part=recommendations"), (sent.Status, sent.Location));
        var page = await browser.GetAsync(sent.Location!);
        Assert.Matches("id=\"part-recommendations\"[^>]* open", page.Html);
        Assert.Contains("<bdi>Cầu.jpg</bdi>", WebUtility.HtmlDecode(page.Html), StringComparison.Ordinal);
        var draft = await DraftAsync(site);
        Assert.Equal(["Cầu.jpg", "đơn.pdf"], draft.CaseFiles.Select(f => f.File.Name));
        Assert.Equal("kèm.pdf", Assert.Single(draft.Attachments).Name);

        // The script saves what is typed meanwhile, and no files.
        (string, string)[] other = [("noVisitBecause", "bão"), .. Bridge("Cầu vào thôn yếu, sắp sập.")];
        await browser.PostAsync(page, "/report/draft", [.. other, .. Hidden(page)]);
        Assert.Equal(2, (await DraftAsync(site)).CaseFiles.Count);
        var removed = await FormSite.SendAsync(browser, await browser.GetAsync("/report"), $"remove-{draft.CaseFiles[1].File.Hash}-{draft.CaseFiles[1].Line}", other);
        Assert.Equal("/report?part=recommendations", removed.Location);
        page = await browser.GetAsync("/report");
        Assert.DoesNotContain("đơn.pdf", page.Text, StringComparison.Ordinal);
        Assert.Equal("Cầu vào thôn yếu, sắp sập.", page.TextArea("cases[0].text"));

        Assert.Equal(HttpStatusCode.SeeOther, (await FormSite.SendAsync(browser, page, "file", other)).Status);
        var hash = draft.CaseFiles[0].File.Hash;
        Assert.Contains($"href=\"/report/files/{hash}\"", (await browser.GetAsync("/report")).Html, StringComparison.Ordinal);
        Assert.Equal("image/jpeg", (await browser.GetAsync($"/report/files/{hash}")).Header("Content-Type"));
        using var office = await OfficeAsync(site);
        const string seat = "/office/cycles/02-QD-TU.2023-04/11/0/112.monitor";
        foreach (var read in (string[])[$"{seat}/report/1", seat]) Assert.Contains($"href=\"{seat}/files/{hash}\"", (await office.GetAsync(read)).Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await office.GetAsync($"{seat}/files/{hash}")).Status);
        await site.Play.RunToAsync(5, 8, 11);
        Assert.Equal(["Cầu.jpg"], Assert.Single(await RaisedAsync(site)).Attachments!.Select(f => f.Name));
    }

    [Fact]
    public async Task Sent_back_amended_and_amended_by_a_program_it_is_raised_once_with_its_files()
    {
        await using var site = await FormSite.StartAsync();
        using var browser = await site.OpenAsync();
        await FormSite.SendFilesAsync(browser, await browser.GetAsync("/report"), "file", [(Field, "đơn.pdf", SampleFiles.Pdf())], Typed);
        await site.Play.RunToAsync(5, 8, 11);
        Assert.Null(await site.Play.It.Rounds.SendBackAsync(MonthScript.SheetOf("112"), "112.monitor", MonthScript.Office, "thiếu", new DateOnly(2023, 5, 18)));
        var again = await browser.GetAsync("/report");
        Assert.Contains("đơn.pdf", again.Text, StringComparison.Ordinal);
        Assert.DoesNotContain($"name=\"{Field}\"", again.Html, StringComparison.Ordinal);
        // A second recommendation with a file of its own; what was filed takes no other.
        var filed = await FormSite.SendFilesAsync(
            browser, again, "file", [(Field, "lén.pdf", SampleFiles.Pdf("lén")), ("cases[1].files", "trường.pdf", SampleFiles.Pdf("trường"))],
            [.. Typed, ("cases[1].kind", "proposal"), ("cases[1].text", "Xây trường."), ("cases[1].urgent", ""), ("cases[1].answer", "")]);
        Assert.Equal(HttpStatusCode.SeeOther, filed.Status);
        using var json = new StringContent("""{"noVisitBecause":"lụt","amends":2}""", null, "application/json");
        Assert.Equal(HttpStatusCode.Created, (await browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, $"/api/reports/{await site.KeyAsync()}") { Content = json })).Status);
        // Sent again, it is the same version.
        using var same = new StringContent("""{"noVisitBecause":"lụt","amends":3,"cases":[{"kind":"difficulty","text":"Cầu yếu."},{"kind":"proposal","text":"Xây trường."}]}""", null, "application/json");
        Assert.Equal(HttpStatusCode.Created, (await browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, $"/api/reports/{await site.KeyAsync()}") { Content = same })).Status);
        await site.Play.RunToAsync(5, 8, 13);

        Assert.Equal(["Cầu yếu. đơn.pdf", "Xây trường. trường.pdf"], (await RaisedAsync(site)).Select(r => $"{r.Text} {Assert.Single(r.Attachments!).Name}").Order(StringComparer.Ordinal));
        Assert.Equal(["đơn.pdf", "trường.pdf"], (await site.Play.It.Reports.FindAsync(MonthScript.SheetOf("112"), "112.monitor", 3))!.Content.AllFiles().Select(f => f.Name));
        var compared = WebUtility.HtmlDecode((await browser.GetAsync("/report/versions?from=1&to=2")).Html);
        Assert.Contains("Tệp kèm theo: trường.pdf", compared.Replace("<ins>", "", StringComparison.Ordinal).Replace("</ins>", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_without_words_is_not_dropped_and_ten_files_are_all_that_a_report_has()
    {
        await using var site = await FormSite.StartAsync();
        using var browser = await site.OpenAsync();
        var page = await FormSite.SendFilesAsync(
            browser, await browser.GetAsync("/report"), "file", [(Field, "đơn.pdf", SampleFiles.Pdf()), (Field, "x.pdf", SampleFiles.Exe)],
            ("noVisitBecause", "bão"), ("cases[0].kind", "proposal"), ("cases[0].text", ""), ("cases[0].urgent", ""), ("cases[0].answer", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("ghi nội dung kiến nghị", page.Text, StringComparison.Ordinal);
        Assert.Contains("href=\"#cases[0].files\"", page.Html, StringComparison.Ordinal);
        Assert.Contains("<bdi>đơn.pdf</bdi>", WebUtility.HtmlDecode(page.Html), StringComparison.Ordinal);
        Assert.Matches("id=\"part-recommendations\"[^>]* open", page.Html);

        page = await FormSite.SendFilesAsync(
            browser, page, "draft", [.. Enumerable.Range(1, 8).Select(i => ("files", $"{i}.pdf", SampleFiles.Pdf($"{i}"))), (Field, "9.pdf", SampleFiles.Pdf("9")), (Field, "10.pdf", SampleFiles.Pdf("10"))], Typed);
        Assert.Contains("“10.pdf” không nhận được: nhiều nhất 10 tệp", page.Text, StringComparison.Ordinal);
        Assert.Equal(["đơn.pdf", "9.pdf"], (await DraftAsync(site)).CaseFiles.Select(f => f.File.Name));
    }

    [Fact]
    public async Task Of_two_writers_neither_loses_a_file_and_none_comes_to_the_others_recommendation()
    {
        await using var site = await FormSite.StartAsync();
        using var browser = await site.OpenAsync();
        using var assistant = await site.AssistAsync();
        var (mine, theirs) = (await browser.GetAsync("/report"), await assistant.GetAsync("/report"));
        await FormSite.SendFilesAsync(assistant, theirs, "draft", [(Field, "họ.pdf", SampleFiles.Pdf("họ"))], [("noVisitBecause", "bão"), .. Bridge("Trường dột.")]);
        var page = await FormSite.SendFilesAsync(browser, mine, "draft", [(Field, "tôi.pdf", SampleFiles.Pdf("tôi"))], Typed);
        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Equal(["họ.pdf", "tôi.pdf"], (await DraftAsync(site)).CaseFiles.Select(f => f.File.Name));
        Assert.DoesNotContain("<bdi>họ.pdf", page.Html, StringComparison.Ordinal);
        Assert.Contains("<bdi>tôi.pdf", WebUtility.HtmlDecode(page.Html), StringComparison.Ordinal);

        // Seen what the other wrote: mine is filed, with my file only.
        Assert.Equal(HttpStatusCode.SeeOther, (await FormSite.SendAsync(browser, page, "file", Typed)).Status);
        var report = (await site.Play.It.Reports.FindAsync(MonthScript.SheetOf("112"), "112.monitor", 1))!;
        Assert.Equal("tôi.pdf", Assert.Single(report.Content.AllFiles()).Name);
    }

    [Fact]
    public async Task The_second_press_of_the_button_shows_the_receipt_and_files_nothing_more()
    {
        await using var site = await FormSite.StartAsync();
        using var browser = await site.OpenAsync();
        var page = await browser.GetAsync("/report");
        (string, string, byte[])[] files = [(Field, "đơn.pdf", SampleFiles.Pdf())];
        await FormSite.SendFilesAsync(browser, page, "file", files, Typed);
        var second = await FormSite.SendFilesAsync(browser, page, "file", files, Typed);
        Assert.Equal((HttpStatusCode.SeeOther, "/report"), (second.Status, second.Location));
        Assert.Equal(1, (await site.Play.OwedAsync("112")).Versions);
    }

    [Fact]
    public void The_same_words_twice_are_one_recommendation_with_the_files_of_both()
    {
        static CaseRow Row(string text, params string[] hashes) => new("proposal", text, "", "") { Files = [.. hashes.Select(h => new Directives.Attachments.Attachment(h, h, "application/pdf", 1))] };
        var content = ReportRules.Check(
            new ReportForm { NoVisitBecause = "bão", Cases = [Row("Xây trường", "a"), Row(" Xây trường ", "a", "b"), Row("Sửa cầu")] }, new(2023, 4, 1), new(2023, 4, 30), new(2023, 5, 8)).Content!;
        Assert.Equal(["a", "b"], content.Cases![0].Attachments!.Select(f => f.Hash));
        Assert.Null(content.Cases[1].Attachments);
        Assert.Equal(2, content.AllFiles().Count());
        Assert.Empty(content.WithoutFiles().AllFiles());
    }

    private static (string, string)[] Bridge(string text) => [("cases[0].kind", "difficulty"), ("cases[0].text", text), ("cases[0].urgent", ""), ("cases[0].answer", "")];

    private static IEnumerable<(string, string)> Hidden(TestPage page) => ((string[])["for", "draft", "writer", "cases[0].line"]).Select(name => (name, page.Inputs(name)[0]));

    private static async Task<Draft> DraftAsync(FormSite site) => (await site.Play.It.Drafts.FindAsync(FormSite.SheetOf("112", "2023-04").Partition, FormSite.Seat, 0))!;

    private static async Task<TestBrowser> OfficeAsync(FormSite site)
    {
        var office = new TestBrowser(site.Address);
        await office.BecomeAsync("office");
        return office;
    }

    private static async Task<IReadOnlyList<Raised>> RaisedAsync(FormSite site)
    {
        var raised = new List<Raised>();
        foreach (var listed in await site.Play.It.CaseList.SaidSinceAsync(DateOnly.MinValue)) raised.Add((Raised)(await site.Play.It.Cases.FindAsync(listed.Id))!.Events[0]);
        return raised;
    }
}
