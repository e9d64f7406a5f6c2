using Microsoft.Playwright;

namespace Directives.BrowserTests;

[Collection(Together.Name)]
public sealed class FirstPageTests(Served served, Browser browser)
{
    private const int MostStarts = 4;
    private static readonly TimeSpan _allowed = TimeSpan.FromSeconds(3);

    [Fact]
    public async Task The_first_page_is_there_three_seconds_after_the_start()
    {
        // The best of a few starts, each in a new folder: a machine busy with other things says nothing about the program.
        var best = served.FirstPage;
        for (var i = 1; i < MostStarts && best > _allowed; i++)
        {
            var another = new Served();
            try
            {
                await another.InitializeAsync();
                if (another.FirstPage < best)
                    best = another.FirstPage;
            }
            finally
            {
                await another.DisposeAsync();
            }
        }

        Assert.True(best <= _allowed, $"The first page took {best} at best. The program said:\n{served.Said}");
    }

    [Theory]
    [InlineData("vi")]
    [InlineData("en")]
    public async Task The_first_page_leads_to_the_sample_province(string language)
    {
        await using var visitor = await browser.VisitAsync(served.Address, phone: true);
        var page = visitor.Page;

        var answer = await page.GotoAsync($"/?lang={language}");

        Assert.Equal(200, answer?.Status);
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", language);
        await Assertions.Expect(page.Locator(".sample")).ToBeVisibleAsync();
        await page.Locator("main a[href='/demo']").ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Quy Nhơn");
        Assert.Empty(visitor.Complaints);
    }
}
