using System.Text;
using System.Text.RegularExpressions;
using Directives.Language;
using Microsoft.Playwright;

namespace Directives.BrowserTests;

/// <summary>The form of a report on a phone: saved as it is typed, with a file, filed and amended, by keyboard.</summary>
[Collection(Together.Name)]
public class FormTests(Browser browser) : IAsyncLifetime
{
    private const int MostTabs = 120;
    private static readonly Texts _t = Texts.Vietnamese;

    private Served _served = null!;

    /// <summary>Where tables and files are.</summary>
    protected virtual Served Serve() => new();

    public Task InitializeAsync() => (_served = Serve()).InitializeAsync();

    public Task DisposeAsync() => _served.DisposeAsync();

    [Fact]
    public async Task A_draft_is_saved_as_it_is_typed_a_file_sent_and_the_report_filed_and_amended()
    {
        string link;
        await using (var visitor = await browser.VisitAsync(_served.Address, phone: true))
        {
            var page = visitor.Page;
            link = await FirstLinkAsync(page);
            await OpenLinkAsync(page, link);
            await Assertions.Expect(page.Locator("details[open]")).ToHaveCountAsync(1);
            await PressAsync(page, page.Locator("#part-mood > summary"));
            await Assertions.Expect(page.Locator("details[open]")).ToHaveCountAsync(1);
            await FocusAsync(page, page.Locator("#livingConditions"));
            await page.Keyboard.InsertTextAsync("Đời sống ổn định.");
            await Assertions.Expect(page.Locator("#part-mood summary")).ToContainTextAsync(_t["form.section.filled"]);
            await Assertions.Expect(page.Locator("#draft-said")).ToContainTextAsync("Đã lưu nháp");
            await PageCheck.IsPlainAsync(page);
            Assert.Empty(visitor.Complaints);
        }

        // Another browser, without script: the draft is there.
        await using var other = await browser.VisitAsync(_served.Address, phone: true, script: false);
        var form = other.Page;
        await OpenLinkAsync(form, link);
        await Assertions.Expect(form.Locator(".done")).ToContainTextAsync("bản nháp");
        await Assertions.Expect(form.Locator("#livingConditions")).ToHaveValueAsync("Đời sống ổn định.");
        await PressAsync(form, form.Locator("#part-attachments > summary"));
        await form.Locator("#files").SetInputFilesAsync(new FilePayload { Name = "Tờ trình.pdf", MimeType = "application/pdf", Buffer = Encoding.ASCII.GetBytes("%PDF-1.4\n%%EOF\n") });
        await PressAsync(form, form.Locator("button[value='attach']"));
        await Assertions.Expect(form.Locator(".file")).ToContainTextAsync("Tờ trình.pdf");
        await PageCheck.IsPlainAsync(form);

        await PressAsync(form, form.Locator("#part-visits > summary"));
        await FocusAsync(form, form.Locator("#noVisitBecause"));
        await form.Keyboard.InsertTextAsync("Bão số 1.");
        await PressAsync(form, form.Locator("#report button.main"));
        await Assertions.Expect(form.Locator("h1")).ToHaveTextAsync(_t["receipt.title"]);
        await Assertions.Expect(form.Locator("main")).ToContainTextAsync("Tờ trình.pdf");

        await PressAsync(form, form.Locator("a[href='/report?amend']"));
        await PressAsync(form, form.Locator("#part-recommendations > summary"));
        await FocusAsync(form, form.Locator("#recommendations"));
        await form.Keyboard.InsertTextAsync("Sửa cầu");
        await PressAsync(form, form.Locator("#report button.main"));
        await PressAsync(form, form.Locator("a[href='/report/versions']"));
        await Assertions.Expect(form.Locator("ins", new() { HasText = "Sửa cầu" })).ToBeVisibleAsync();
        await PageCheck.IsPlainAsync(form);
        Assert.Empty(other.Complaints);
    }

    private static async Task<string> FirstLinkAsync(IPage page)
    {
        await page.GotoAsync("/demo");
        await page.Locator("button[name='by'][value='rung']").ClickAsync();
        await page.GotoAsync("/demo/outbox");
        await page.Locator("table.cards tbody a").First.ClickAsync();
        return (await page.FrameLocator("iframe.letter").Locator("a[href*='/l/']").First.GetAttributeAsync("href"))!;
    }

    private static async Task OpenLinkAsync(IPage page, string link)
    {
        await page.GotoAsync(link);
        await PressAsync(page, page.Locator("main form button.main"));
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/report$"));
    }

    private static async Task PressAsync(IPage page, ILocator what)
    {
        await FocusAsync(page, what);
        await page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Goes on by Tab until it has the focus.</summary>
    private static async Task FocusAsync(IPage page, ILocator what)
    {
        await Assertions.Expect(what).ToBeVisibleAsync();
        for (var i = 0; i < MostTabs; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await what.EvaluateAsync<bool>("e => e.ownerDocument.hasFocus() && e.ownerDocument.activeElement === e"))
                return;
        }
        Assert.Fail($"{MostTabs} times Tab on {page.Url} did not lead to {what}.");
    }
}
