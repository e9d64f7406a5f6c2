using Microsoft.Playwright;

namespace Directives.BrowserTests;

/// <summary>Somebody without a mouse: goes from one thing to the next by Tab, presses Enter, types.</summary>
internal static class Hand
{
    private const int MostTabs = 600;
    private const string HasFocus = "e => e.ownerDocument.hasFocus() && e.ownerDocument.activeElement === e";

    /// <summary>Presses what stays on the page (a heading that opens).</summary>
    public static async Task PressAsync(IPage page, ILocator what)
    {
        await FocusAsync(page, what);
        await page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Presses a link or a button, and waits for the page to which it leads; that must be all Vietnamese.</summary>
    public static async Task GoAsync(IPage page, ILocator what)
    {
        await FocusAsync(page, what);
        // The next page does not carry this mark.
        await page.EvaluateAsync("() => { document.documentElement.dataset.left = 'yes' }");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("html[data-left]")).ToHaveCountAsync(0);
        await page.WaitForLoadStateAsync(LoadState.DOMContentLoaded);
        await VietnameseOnly.IsAsync(page);
    }

    /// <summary>Writes an address where the browser takes one; the page must be all Vietnamese.</summary>
    public static async Task<IResponse?> VisitAsync(IPage page, string address)
    {
        var answer = await page.GotoAsync(address);
        await VietnameseOnly.IsAsync(page);
        return answer;
    }

    /// <summary>Types into a field in place of what it holds.</summary>
    public static async Task TypeAsync(IPage page, ILocator field, string text)
    {
        await FocusAsync(page, field);
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.PressAsync("Delete");
        await page.Keyboard.InsertTextAsync(text);
        await Assertions.Expect(field).ToHaveValueAsync(text);
    }

    /// <summary>Types a date, as the browser orders its day and month.</summary>
    public static async Task TypeAsync(IPage page, ILocator field, DateOnly date)
    {
        foreach (var typed in (string[])[$"{date:ddMMyyyy}", $"{date:MMddyyyy}"])
        {
            await FocusAsync(page, field);
            for (var i = 0; i < 3; i++) await page.Keyboard.PressAsync("ArrowLeft");
            await page.Keyboard.TypeAsync(typed);
            if (await field.InputValueAsync() == $"{date:yyyy-MM-dd}") return;
        }
        Assert.Fail($"{field} did not take {date:yyyy-MM-dd}, but holds '{await field.InputValueAsync()}'.");
    }

    /// <summary>Goes on by Tab until it has the focus.</summary>
    public static async Task FocusAsync(IPage page, ILocator what)
    {
        await Assertions.Expect(what).ToBeVisibleAsync();
        var element = await what.ElementHandleAsync();
        for (var i = 0; i < MostTabs; i++)
        {
            if (await element.EvaluateAsync<bool>(HasFocus)) return;
            await page.Keyboard.PressAsync("Tab");
        }
        Assert.Fail($"{MostTabs} times Tab on {page.Url} did not lead to {what}.");
    }
}
