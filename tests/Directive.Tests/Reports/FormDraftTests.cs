using System.Net;

namespace Directives.Tests.Reports;

/// <summary>What is typed and not filed yet: saved, discarded, written by two, and not lost with a session.</summary>
public sealed class FormDraftTests
{
    [Fact]
    public async Task A_draft_survives_the_session_and_the_browser_and_says_when_and_by_whom()
    {
        await using var site = await FormSite.StartAsync();
        const string typed = "“Nháp” <b>\u000bdòng hai";
        using (var first = await site.OpenAsync())
        {
            var answer = await FormSite.SendAsync(first, await first.GetAsync("/report"), "draft", ("feedback", typed), ("visits.date", "31/02"), ("visits.where", "x"));
            Assert.Equal((HttpStatusCode.SeeOther, "/report"), (answer.Status, answer.Location));
        }

        using var second = await site.OpenAsync();
        var page = await second.GetAsync("/report");
        Assert.Equal(typed, page.TextArea("feedback"));
        Assert.Equal("31/02", page.Inputs("visits.date")[0]);
        Assert.Contains("bản nháp lưu lúc 10:00 ngày 08/05/2023; người lưu: Chức danh m112", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await FormSite.SendAsync(second, page, "file", FormSite.Good)).Status);
        Assert.Null(await site.Play.It.Drafts.FindAsync(FormSite.SheetOf("112", "2023-04").Partition, FormSite.Seat, 0));
    }

    [Fact]
    public async Task A_draft_is_discarded_by_its_button()
    {
        await using var site = await FormSite.StartAsync();
        using var browser = await site.OpenAsync();
        await FormSite.SendAsync(browser, await browser.GetAsync("/report"), "draft", ("feedback", "x"));
        await FormSite.SendAsync(browser, await browser.GetAsync("/report"), "discard", ("feedback", "x"));
        Assert.Equal("", (await browser.GetAsync("/report")).TextArea("feedback"));
    }

    [Fact]
    public async Task Of_two_writers_the_later_is_shown_both_texts_and_neither_is_lost()
    {
        await using var site = await FormSite.StartAsync();
        using var one = await site.OpenAsync();
        using var two = await site.AssistAsync();
        var (form, other) = (await one.GetAsync("/report"), await two.GetAsync("/report"));
        await FormSite.SendAsync(two, other, "draft", ("feedback", "của trợ lý"));
        foreach (var button in (string[])["draft", "file"])
        {
            var refused = await FormSite.SendAsync(one, form, button, [.. FormSite.Good, ("feedback", "của tôi")]);
            Assert.Equal(HttpStatusCode.Conflict, refused.Status);
            Assert.Equal("của tôi", refused.TextArea("feedback"));
            Assert.Contains("của trợ lý", refused.Text, StringComparison.Ordinal);
            Assert.Contains("Chức danh m113", refused.Text, StringComparison.Ordinal);
            if (button == "file") Assert.Equal(HttpStatusCode.SeeOther, (await FormSite.SendAsync(one, refused, "file", FormSite.Good)).Status);
        }
    }

    [Fact]
    public async Task An_assistant_drafts_and_does_not_file()
    {
        await using var site = await FormSite.StartAsync();
        using var browser = await site.AssistAsync();
        var form = await browser.GetAsync("/report");
        Assert.DoesNotContain("value=\"file\"", form.Html, StringComparison.Ordinal);
        var refused = await FormSite.SendAsync(browser, form, "file", FormSite.Good);
        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.Contains("Chỉ chính người báo cáo mới nộp được", refused.Text, StringComparison.Ordinal);
        Assert.Equal("Ổn định", refused.TextArea("livingConditions"));
        Assert.Equal(0, (await site.Play.OwedAsync("112")).Versions);
        Assert.Equal(HttpStatusCode.SeeOther, (await FormSite.SendAsync(browser, form, "draft", FormSite.Good)).Status);
        using var official = await site.OpenAsync();
        Assert.Contains("người lưu: Chức danh m113", (await official.GetAsync("/report")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_script_s_saving_is_answered_for_it_and_never_overtakes_another()
    {
        await using var site = await FormSite.StartAsync();
        using var browser = await site.OpenAsync();
        var form = await browser.GetAsync("/report");
        (string, string)[] typed = [("for", form.Inputs("for")[0]), ("draft", "0"), ("writer", form.Inputs("writer")[0]), ("feedback", "đang gõ")];
        var saved = await browser.PostAsync(form, "/report/draft", typed);
        Assert.Equal(HttpStatusCode.OK, saved.Status);
        Assert.Equal("{\"draft\":1,\"said\":\"Đã lưu nháp lúc 10:00 ngày 08/05/2023.\"}", saved.Html);
        Assert.Equal("đang gõ", (await browser.GetAsync("/report")).TextArea("feedback"));
        Assert.Equal(HttpStatusCode.Conflict, (await browser.PostAsync(form, "/report/draft", [.. typed[..2], ("writer", "other"), ("feedback", "y")])).Status);
        Assert.Equal("đang gõ", (await browser.GetAsync("/report")).TextArea("feedback"));
    }

    [Fact]
    public async Task A_session_that_ended_while_typing_loses_nothing()
    {
        await using var site = await FormSite.StartAsync();
        using var browser = await site.OpenAsync();
        var form = await browser.GetAsync("/report");
        await browser.PostAsync(form, "/leave");
        var ended = await FormSite.SendAsync(browser, form, "file", [.. FormSite.Good, ("feedback", "<script>x</script>\n“Còn nguyên”")]);
        Assert.Equal(HttpStatusCode.Forbidden, ended.Status);
        Assert.Contains("Phiên làm việc đã hết", ended.Text, StringComparison.Ordinal);
        Assert.Contains("“Còn nguyên”", ended.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>x", ended.Html, StringComparison.Ordinal);
        Assert.Equal(0, (await site.Play.OwedAsync("112")).Versions);

        // The link is opened again beside, and the page sent once more.
        await browser.OpenLinkAsync(await site.KeyAsync());
        var again = await FormSite.SendAsync(browser, ended, "draft", [.. FormSite.Good, ("feedback", ended.Inputs("feedback")[0])]);
        Assert.Equal("<script>x</script>\n“Còn nguyên”", again.TextArea("feedback").ReplaceLineEndings("\n"));
        Assert.Equal(HttpStatusCode.SeeOther, (await FormSite.SendAsync(browser, again, "file", FormSite.Good)).Status);
    }
}
