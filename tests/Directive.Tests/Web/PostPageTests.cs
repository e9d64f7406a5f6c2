namespace Directives.Tests.Web;

/// <summary>The office's page on letters that did not leave.</summary>
public sealed class PostPageTests
{
    [Theory]
    [InlineData("vi", "Tài khoản gửi thư bị từ chối", "Máy chủ thư không nhận thư cho người này.", "Không gửi lại")]
    [InlineData("en", "The mail account is refused", "The mail server does not take mail for this reader.", "None")]
    public async Task It_says_whose_letter_since_when_why_and_when_it_is_tried_again(string language, params string[] says)
    {
        await using var site = await TestSite.StartAsync();
        using var browser = site.Browser();
        await browser.BecomeAsync(SampleWorld.Office);
        var page = await browser.GetAsync($"/office/post?lang={language}");
        Assert.All(says, text => Assert.Contains(text, page.Html, StringComparison.Ordinal));
        Assert.DoesNotContain("<script", page.Html, StringComparison.Ordinal);
        Assert.Contains("href=\"/office/post\"", (await browser.GetAsync("/office")).Html, StringComparison.Ordinal);
    }
}
