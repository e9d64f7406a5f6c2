using Microsoft.Playwright;

namespace Directives.BrowserTests;

[Collection(Together.Name)]
public sealed class FirstPageTests(Served served, Browser browser)
{
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
