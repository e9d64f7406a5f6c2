using Directives.Chasing;
using Directives.Recovery;

namespace Directives.Tests.Web;

/// <summary>The office's page on what restores may have lost.</summary>
public sealed class RestoresPageTests
{
    [Theory]
    [InlineData("vi", "Báo cáo đã nộp nhưng không còn (1)", "R-113-1", "Việc đã làm nhưng không còn (1)", "nhắc việc, báo việc quá hạn của người khác", "Văn phòng đã xử lý xong.", "Còn 5 mục")]
    [InlineData("en", "Reports that were filed and are gone (1)", "Acts that are gone (1)", "reminder, about somebody who is late", "There was no book of outgoing post")]
    public async Task It_says_what_is_gone_whom_to_ask_and_is_worked_off(string language, params string[] says)
    {
        await using var site = await TestSite.StartAsync();
        using var browser = site.Browser();
        await browser.BecomeAsync(SampleWorld.Office);
        var page = await browser.GetAsync($"/office/restores?lang={language}");
        Assert.All(says, text => Assert.Contains(text, page.Text, StringComparison.Ordinal));
        Assert.DoesNotContain("<b>", page.Html, StringComparison.Ordinal);
        Assert.Equal("/office/restores?done=restore.done", (await browser.PostAsync(page, "/office/restores/2/done")).Location);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await browser.PostAsync(page, "/office/restores/7/done")).Status);
    }

    [Fact]
    public void Every_kind_of_notice_has_its_words() =>
        Assert.All(Enum.GetValues<NoticeKind>(), kind => Assert.NotEqual("", Directives.Language.Texts.English[RestorePages.Tells(kind)]));
}
