using Microsoft.Playwright;

namespace Directives.BrowserTests;

/// <summary>The form of a report in somebody's window: on a phone one of its parts is open at a time.</summary>
internal static class FormWindow
{
    /// <summary>Opens a part, unless it is open.</summary>
    public static async Task OpenAsync(IPage page, string part)
    {
        var box = page.Locator($"#part-{part}");
        await Assertions.Expect(box).ToBeVisibleAsync();
        if (await box.GetAttributeAsync("open") is null)
            await Hand.PressAsync(page, box.Locator("summary").First);
        await Assertions.Expect(box).ToHaveAttributeAsync("open", "");
    }
}
