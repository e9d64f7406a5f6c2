using System.Globalization;
using System.Text.RegularExpressions;
using Directives.Language;
using Microsoft.Playwright;

namespace Directives.BrowserTests;

/// <summary>The demonstration in somebody's window, by keyboard: the clock, people to be, the outbox. In Vietnamese.</summary>
internal sealed partial class Demonstration(IPage page)
{
    private const int MostMoves = 20;
    private static readonly Texts _t = Texts.Vietnamese;

    /// <summary>Moves the clock from rung to rung until it shows this day, which one of them must fall on.</summary>
    public async Task ToAsync(DateOnly day)
    {
        for (var i = 0; i < MostMoves; i++)
        {
            var today = await ToNextRungAsync();
            if (today == day)
                return;
            Assert.True(today < day, $"No rung on {day:yyyy-MM-dd}; the clock shows {today:yyyy-MM-dd}.");
        }
        Assert.Fail($"{MostMoves} rungs, and not yet {day:yyyy-MM-dd}.");
    }

    /// <summary>Moves the clock to the next rung and returns the day that it then shows.</summary>
    public Task<DateOnly> ToNextRungAsync() => ByAsync("rung");

    /// <summary>Moves the clock by a day, a week or a rung and returns the day that it then shows.</summary>
    public async Task<DateOnly> ByAsync(string move)
    {
        await Hand.VisitAsync(page, "/demo");
        await Hand.GoAsync(page, page.Locator($"button[name='by'][value='{move}']"));
        var said = await page.Locator("section.clock .done").InnerTextAsync();
        return DateOnly.ParseExact(Day().Match(said).Value, "dd/MM/yyyy", CultureInfo.InvariantCulture);
    }

    /// <summary>Takes on the person with this title.</summary>
    public async Task BecomeAsync(string title)
    {
        await Hand.VisitAsync(page, $"/demo?find={Uri.EscapeDataString(title)}");
        await Hand.GoAsync(page, Button(title));
        await Assertions.Expect(page.Locator(".done")).ToContainTextAsync(_t["demo.people.now", title]);
    }

    /// <summary>Title of who is in charge of a district.</summary>
    public async Task<string> InChargeOfAsync(string district)
    {
        await Hand.VisitAsync(page, $"/demo?find={Uri.EscapeDataString(district)}");
        // Those above come first; the place's own leaders last.
        var person = page.Locator(".people li").Filter(new() { Has = page.Locator(".under", new() { HasText = district }) });
        return (await person.First.Locator("button").GetAttributeAsync("aria-label"))![$"{_t["demo.people.be"]}: ".Length..];
    }

    /// <summary>Opens the list of letters of the person with this title, and returns their subjects, the newest first.</summary>
    public async Task<IReadOnlyList<string>> LettersOfAsync(string title)
    {
        await Hand.VisitAsync(page, $"/demo?find={Uri.EscapeDataString(title)}");
        await Hand.GoAsync(page, page.Locator(".people li").Filter(new() { Has = Button(title) }).Locator("a"));
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(_t["demo.outbox.of", title]);
        return await page.Locator("table tbody th").AllInnerTextsAsync();
    }

    /// <summary>Opens the newest letter to the person with this title, and returns where its link leads.</summary>
    public async Task<string> NewestLinkOfAsync(string title, string? subject = null)
    {
        await LettersOfAsync(title);
        await Hand.GoAsync(page, page.Locator("table tbody th a").Filter(new() { HasText = subject }).First);
        var link = page.FrameLocator("iframe.letter").Locator("a[href*='/l/'], a[href*='/c/']");
        return (await link.First.GetAttributeAsync("href"))!;
    }

    /// <summary>Follows the link of the letter that is open, and presses the one button there.</summary>
    public async Task FollowLinkAsync(string place)
    {
        await Hand.GoAsync(page, page.FrameLocator("iframe.letter").Locator("a[href*='/l/']"));
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(_t["link.title"]);
        await Assertions.Expect(page.Locator("dl.facts")).ToContainTextAsync(place);
        await Hand.GoAsync(page, page.Locator("main form button.main"));
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync($"{_t["report.title"]}: {place}");
    }

    /// <summary>Lets the letters of the reader whose letter is open come back from now on.</summary>
    public async Task LetBounceAsync()
    {
        await Hand.GoAsync(page, page.Locator("button[name='bounce'][value='yes']"));
        await Assertions.Expect(page.Locator(".warning")).ToContainTextAsync(_t["demo.letter.lost", _t["unreached.why.address-unknown"]]);
    }

    private ILocator Button(string title) => page.GetByRole(AriaRole.Button, new() { Name = $"{_t["demo.people.be"]}: {title}", Exact = true });

    [GeneratedRegex(@"\d\d/\d\d/\d{4}")]
    private static partial Regex Day();
}
