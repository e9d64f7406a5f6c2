using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Directives.BrowserTests;

/// <summary>From the clock to a letter, from its link to a receipt, as somebody on a phone would do it.</summary>
[Collection(Together.Name)]
public sealed class LetterTests(Served served, Browser browser)
{
    private const int MostRungs = 12;

    [Fact]
    public async Task A_report_is_filed_through_the_link_of_a_letter()
    {
        await using var visitor = await browser.VisitAsync(served.Address, phone: true);
        var page = visitor.Page;
        await page.GotoAsync("/demo?lang=en");
        await FirstLetterAsync(page);

        await page.FrameLocator("iframe.letter").Locator("a[href*='/l/']").First.ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/l/[^/]+$"));
        var (place, key) = (await page.Locator("dl.facts dd").First.InnerTextAsync(), new Uri(page.Url).Segments[^1]);
        await page.Locator("main form button.main").ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/report$"));
        Assert.DoesNotContain(key, page.Url, StringComparison.Ordinal);

        const string Typed = "Đường <b>Hùng Vương</b> & cầu \"mới\"";
        await FormWindow.OpenAsync(page, "recommendations");
        await page.Locator("#report textarea").Last.FillAsync(Typed);
        await page.Locator("#report button.main").ClickAsync();
        await Assertions.Expect(page.Locator(".problems")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#report textarea").Last).ToHaveValueAsync(Typed);

        const string Because = "Bão số 1 đã cắt đường.";
        await FormWindow.OpenAsync(page, "visits");
        await page.Locator("#noVisitBecause").FillAsync(Because);
        await page.Locator("#report button.main").ClickAsync();
        await Assertions.Expect(page.Locator(".receipt .mark")).Not.ToBeEmptyAsync();
        await Assertions.Expect(page.Locator(".receipt")).ToContainTextAsync(place);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync(Because);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync(Typed);
        Assert.Empty(visitor.Complaints);
    }

    /// <summary>Moves the clock until letters have left, and opens the newest that carries a link.</summary>
    private static async Task FirstLetterAsync(IPage page)
    {
        var letters = page.Locator("table.cards tbody a");
        for (var i = 0; i < MostRungs; i++)
        {
            await page.GotoAsync("/demo");
            await page.Locator("button[name='by'][value='rung']").ClickAsync();
            await page.GotoAsync("/demo/outbox");
            if (await letters.CountAsync() == 0)
                continue;
            await letters.First.ClickAsync();
            if (await page.FrameLocator("iframe.letter").Locator("a[href*='/l/']").CountAsync() > 0)
                return;
        }
        Assert.Fail($"No letter with a link after {MostRungs} rungs.");
    }
}
