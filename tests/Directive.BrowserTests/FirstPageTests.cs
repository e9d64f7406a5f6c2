using Microsoft.Playwright;

namespace Directives.BrowserTests;

[Collection(Together.Name)]
public sealed class FirstPageTests(Served served, Browser browser)
{
    private static readonly TimeSpan _allowed = TimeSpan.FromSeconds(3);

    [Fact]
    public void The_first_page_is_there_three_seconds_after_the_start() =>
        Assert.True(served.FirstPage <= _allowed, $"The first page took {served.FirstPage}. The program said:\n{served.Said}");

    [Theory]
    [InlineData("vi-VN")]
    [InlineData("en-GB")]
    public async Task The_first_page_shows_the_sample_province(string language)
    {
        await using var visitor = await browser.VisitAsync(served.Address, language, phone: true);

        var answer = await visitor.Page.GotoAsync("/");

        Assert.Equal(200, answer?.Status);
        await Assertions.Expect(visitor.Page.Locator("body")).ToContainTextAsync("Bình Định");
        Assert.Empty(visitor.Complaints);
    }
}
