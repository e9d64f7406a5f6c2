using System.Net;
using Directives.Tests.Web;

namespace Directives.Tests.Reports;

public sealed class ReportPageTests
{
    private static readonly (string, string)[] Good =
    [
        ("for", SampleWorld.Owed.Id), ("do", "file"), ("visits.date", "2023-04-04"), ("visits.where", "Thôn Cẩn Hậu"),
        ("visits.date", ""), ("visits.where", ""), ("whomMet", "Bí thư"), ("livingConditions", "Ổn định"),
    ];

    [Fact]
    public async Task A_report_is_filed_through_the_letters_link_and_shows_its_receipt()
    {
        await using var site = await TestSite.StartAsync();
        using var browser = await OpenAsync(site);
        var form = await browser.GetAsync("/report");
        Assert.Equal(3, form.Inputs("visits.date").Count);
        var answer = await browser.PostAsync(form, "/report", Good);
        Assert.Equal((HttpStatusCode.SeeOther, "/report"), (answer.Status, answer.Location));
        Assert.Equal("Thôn Cẩn Hậu", Assert.Single(Assert.Single(site.World.Filed).Visits).Where);
        var receipt = await browser.GetAsync("/report");
        Assert.Contains(SampleWorld.Receipt, receipt.Text, StringComparison.Ordinal);
        Assert.Contains("09:31 ngày 17/04/2023", receipt.Text, StringComparison.Ordinal);
        Assert.Contains("Thôn Cẩn Hậu", receipt.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_second_press_of_the_button_shows_the_receipt_and_files_nothing()
    {
        await using var site = await TestSite.StartAsync();
        using var browser = await OpenAsync(site);
        var form = await browser.GetAsync("/report");
        await browser.PostAsync(form, "/report", Good);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.PostAsync(form, "/report", Good)).Status);
        Assert.Single(site.World.Filed);
    }

    [Fact]
    public async Task An_empty_form_says_what_is_needed()
    {
        await using var site = await TestSite.StartAsync();
        using var browser = await OpenAsync(site);
        var page = await browser.PostAsync(await browser.GetAsync("/report"), "/report", ("for", SampleWorld.Owed.Id), ("do", "file"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("Ghi ít nhất một lần đi", page.Text, StringComparison.Ordinal);
        Assert.Empty(site.World.Filed);
    }

    [Fact]
    public async Task What_was_typed_survives_a_refusal_to_the_letter()
    {
        await using var site = await TestSite.StartAsync();
        using var browser = await OpenAsync(site);
        const string typed = "\n  <script>alert(\"1\")</script> & \u0306 </textarea>\n\tđậu, \u0007 'quả' 😀 \n\n";
        var page = await browser.PostAsync(
            await browser.GetAsync("/report"), "/report", ("for", SampleWorld.Owed.Id), ("do", "file"),
            ("visits.date", "31/02/2023"), ("visits.where", " \"Thôn\" <b> "),
            ("visits.date", "2023-04-05"), ("visits.where", ""), ("feedback", typed), ("whomMet", new string('ạ', 40_000)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal(typed, page.TextArea("feedback"));
        Assert.Equal(40_000, page.TextArea("whomMet").Length);
        Assert.Equal(["31/02/2023", "2023-04-05"], page.Inputs("visits.date"));
        Assert.Equal([" \"Thôn\" <b> ", ""], page.Inputs("visits.where"));
        Assert.Contains("dài 40000 ký tự; nhiều nhất 30000", page.Text, StringComparison.Ordinal);
        Assert.Contains("U+0007", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page.Html, StringComparison.Ordinal);
        Assert.Empty(site.World.Filed);
    }

    [Fact]
    public async Task A_megabyte_of_text_comes_back_with_a_message_not_an_error()
    {
        await using var site = await TestSite.StartAsync();
        using var browser = await OpenAsync(site);
        var page = await browser.PostAsync(
            await browser.GetAsync("/report"), "/report", [.. Good, ("feedback", new string('ế', 1024 * 1024))]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal(1024 * 1024, page.TextArea("feedback").Length);
    }

    [Fact]
    public async Task More_than_any_form_holds_is_refused_as_too_large()
    {
        await using var site = await TestSite.StartAsync();
        using var browser = await OpenAsync(site);
        var page = await browser.PostAsync(await browser.GetAsync("/report"), "/report", ("feedback", new string('x', 13 * 1024 * 1024)));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, page.Status);
        Assert.Contains("quá lớn", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rows", "vi", 4)]
    [InlineData("lang-en", "en", 1)]
    public async Task More_lines_and_another_language_keep_what_was_typed(string button, string language, int rows)
    {
        await using var site = await TestSite.StartAsync();
        using var browser = await OpenAsync(site);
        var page = await browser.PostAsync(
            await browser.GetAsync("/report"), "/report", ("for", SampleWorld.Owed.Id), ("do", button),
            ("visits.date", "x"), ("visits.where", "y"), ("feedback", "z"));
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(rows, page.Inputs("visits.date").Count);
        Assert.Equal("x", page.Inputs("visits.date")[0]);
        Assert.Equal("z", page.TextArea("feedback"));
        Assert.Contains($"<html lang=\"{language}\">", page.Html, StringComparison.Ordinal);
        Assert.Contains($"<html lang=\"{language}\">", (await browser.GetAsync("/report")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_whose_token_is_stale_comes_back_with_what_was_typed_and_a_fresh_one()
    {
        await using var site = await TestSite.StartAsync();
        using var browser = await OpenAsync(site);
        await browser.GetAsync("/report");
        var page = await browser.PostAsync("/report", [("__RequestVerificationToken", "stale"), .. Good]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("bấm nộp lại", page.Text, StringComparison.Ordinal);
        Assert.Equal("Ổn định", page.TextArea("livingConditions"));
        Assert.Empty(site.World.Filed);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.PostAsync(page, "/report", Good)).Status);
    }

    [Fact]
    public async Task A_form_of_another_report_is_never_filed_under_this_one()
    {
        await using var site = await TestSite.StartAsync();
        using var browser = await OpenAsync(site);
        var form = await browser.GetAsync("/report");
        await browser.OpenLinkAsync(SampleWorld.OtherKey);
        var page = await browser.PostAsync(form, "/report", Good);
        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains("Thị trấn Tam Quan", page.Text, StringComparison.Ordinal);
        Assert.Contains("Ổn định", page.Text, StringComparison.Ordinal);
        Assert.Empty(site.World.Filed);
    }

    private static async Task<TestBrowser> OpenAsync(TestSite site)
    {
        var browser = site.Browser();
        await browser.OpenLinkAsync(SampleWorld.Key);
        return browser;
    }
}
