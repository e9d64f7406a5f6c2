using System.Text.RegularExpressions;
using Directives.Language;
using Directives.Web.Office;
using Microsoft.Playwright;

namespace Directives.BrowserTests;

/// <summary>On a phone, in a browser that runs no script, with nothing but a keyboard.</summary>
[Collection(Together.Name)]
public sealed class WithoutScriptTests(Browser browser) : IAsyncLifetime
{
    private const string Office = "Văn phòng Tỉnh ủy";

    private static readonly DateOnly _april = new(2023, 4, 30);
    private static readonly Texts _t = Texts.Vietnamese;

    private readonly Served _served = new();

    public Task InitializeAsync() => _served.InitializeAsync();

    public Task DisposeAsync() => _served.DisposeAsync();

    [Fact]
    public async Task A_report_is_filed_by_keyboard()
    {
        await using var visitor = await browser.VisitAsync(_served.Address, phone: true, script: false);
        var page = visitor.Page;
        await page.GotoAsync("/");
        await PageCheck.IsPlainAsync(page);
        await PressAsync(page, page.Locator("main a[href='/demo']"), "/demo$");
        await PageCheck.IsPlainAsync(page);
        await PressAsync(page, page.Locator("button[name='by'][value='rung']"), "letters=");
        await PressAsync(page, page.Locator(".done a[href='/demo/outbox']"), "/outbox$");
        await PageCheck.IsPlainAsync(page);
        await PressAsync(page, page.Locator("table tbody th a").First, "/outbox/.");
        await PageCheck.IsPlainAsync(page);
        await PressAsync(page, page.FrameLocator("iframe.letter").Locator("a[href*='/l/']"), "/l/.");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(_t["link.title"]);
        await PageCheck.IsPlainAsync(page);
        await PressAsync(page, page.Locator("main form button.main"), "/report$");
        await Assertions.Expect(page.Locator("form#report")).ToBeVisibleAsync();
        await PageCheck.IsPlainAsync(page);

        const string Typed = "Kiến nghị <sửa> cầu & \"đường\" liên xã.";
        await PressAsync(page, page.Locator("#part-recommendations > summary"), "/report$");
        await Hand.TypeAsync(page, page.Locator("#recommendations"), Typed);
        await PressAsync(page, page.Locator("#report button.main"), "/report$");
        await Assertions.Expect(page.Locator(".problems")).ToContainTextAsync(_t["report.problem.visits-needed"]);
        await Assertions.Expect(page.Locator("#recommendations")).ToHaveValueAsync(Typed);
        await PageCheck.IsPlainAsync(page);

        await PressAsync(page, page.Locator(".problems a").First, "#visits$");
        const string Because = "Bão số 1 đã cắt đường.";
        await Hand.TypeAsync(page, page.Locator("#noVisitBecause"), Because);
        await PressAsync(page, page.Locator("#report button.main"), "/report$");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(_t["receipt.title"]);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync(Because);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync(Typed);
        await PageCheck.IsPlainAsync(page);
        Assert.Empty(visitor.Complaints);
    }

    [Theory]
    [InlineData("vi")]
    [InlineData("en")]
    public async Task The_office_fits_on_a_phone_when_many_are_late(string language)
    {
        await using var visitor = await browser.VisitAsync(_served.Address, phone: true, script: false);
        var (page, demo, office) = (visitor.Page, new Demonstration(visitor.Page), new OfficeWindow(visitor.Page));
        await demo.ToAsync(new(2023, 4, 28));
        foreach (var day in (int[])[9, 10, 12])
            await demo.ToAsync(new(2023, 5, day));
        await demo.BecomeAsync(Office);
        await office.OpenMonthAsync(_april);
        var (_, seats) = await office.FirstAreaAsync();
        var month = new Uri(page.Url).PathAndQuery;
        await office.ActAsync(seats[0], OfficeForm.Extend, "");
        await Assertions.Expect(page.Locator(".problems")).ToContainTextAsync(_t["office.problem.due-needed"]);
        await PageCheck.IsPlainAsync(page);

        foreach (var address in (string[])["/demo", "/demo/outbox", "/demo/outbox?page=2", "/office", month, seats[0].Address, "/nowhere", "/report", "/l/forged"])
        {
            await page.GotoAsync($"{address}{(address.Contains('?') ? '&' : '?')}lang={language}");
            await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", language);
            await PageCheck.IsPlainAsync(page);
        }
        Assert.Empty(visitor.Complaints);
    }

    private static async Task PressAsync(IPage page, ILocator what, string leadsTo)
    {
        await Hand.PressAsync(page, what);
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(leadsTo));
    }
}
