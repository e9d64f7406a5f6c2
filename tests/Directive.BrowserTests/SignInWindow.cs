using System.Text.RegularExpressions;
using Directives.Register;
using Microsoft.Playwright;
using OtpNet;

namespace Directives.BrowserTests;

/// <summary>Signing in by mail, as somebody does it in their windows; the mail is read in the demonstration's outbox.</summary>
internal static partial class SignInWindow
{
    private const int MostLooks = 600;

    /// <summary>Asks for a letter. The window then waits for its code.</summary>
    public static async Task AskAsync(IPage page, string person)
    {
        var address = SampleProvince.WithClerks().Officials.Single(o => o.Id == person).Address;
        await page.GotoAsync("/sign-in");
        await page.Locator("#address").FillAsync(address);
        await page.Locator("main button.main").ClickAsync();
        await Assertions.Expect(page.Locator("#code")).ToBeVisibleAsync();
    }

    /// <summary>How many letters a person has in the outbox.</summary>
    public static async Task<int> LettersAsync(IPage page, string person)
    {
        await page.GotoAsync($"/demo/outbox?reader={person}");
        return await page.Locator("table tbody th a").CountAsync();
    }

    /// <summary>Opens the newest letter of a person, once there are more than before. Path of its link, and its code.</summary>
    public static async Task<(string Path, string Code)> ReadAsync(IPage page, string person, int before)
    {
        for (var look = 0; look < MostLooks; look++)
        {
            if (await LettersAsync(page, person) <= before) continue;
            await page.GotoAsync((await page.Locator("table tbody th a").First.GetAttributeAsync("href"))!);
            var letter = page.FrameLocator("iframe.letter");
            var link = await letter.Locator("a[href*='/sign-in/']").First.GetAttributeAsync("href");
            return (new Uri(link!).AbsolutePath, Code().Match(await letter.Locator("body").InnerTextAsync()).Value);
        }

        throw new TimeoutException($"No letter to sign in with came for {person}.");
    }

    /// <summary>Follows a letter's link and presses its button.</summary>
    public static async Task OpenAsync(IPage page, string path)
    {
        await page.GotoAsync(path);
        await page.Locator("main form button.main").ClickAsync();
        await Assertions.Expect(page.Locator("form.who")).ToBeVisibleAsync();
    }

    /// <summary>Sets up the second factor on the page that shows its key, and keeps the recovery codes.</summary>
    public static async Task EnrolAsync(IPage page)
    {
        var secret = (await page.Locator("dd.mark").InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal);
        await page.Locator("#code").FillAsync(new Totp(Base32Encoding.ToBytes(secret)).ComputeTotp());
        await page.Locator("main button.main").ClickAsync();
        await Assertions.Expect(page.Locator("ul.codes li")).ToHaveCountAsync(8);
        await page.Locator("main a.button").ClickAsync();
    }

    [GeneratedRegex(@"\b\d{4} \d{4}\b")]
    private static partial Regex Code();
}
