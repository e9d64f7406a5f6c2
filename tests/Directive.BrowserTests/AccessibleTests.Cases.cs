using Microsoft.Playwright;

namespace Directives.BrowserTests;

// The pages of recommendations, each as somebody comes to it.
public sealed partial class AccessibleTests
{
    private const int MostDays = 5;

    /// <summary>The recommendation of the report goes to the committee, and the recorder decides it from the agenda.</summary>
    private async Task DecideAsync(IPage desk, IPage phone)
    {
        foreach (var page in new[] { desk, phone }) await BecomeAsync(page, "office-desk");
        await WalkAsync(desk, phone, "/office/cases");
        await WalkAsync(desk, phone, "/office/owed");
        await desk.GotoAsync("/office/cases");
        var found = (await desk.Locator("table a[href^='/cases/']").First.GetAttributeAsync("href"))!;
        await desk.GotoAsync(found);
        await desk.Locator("form[action$='/to-committee'] button").ClickAsync();
        foreach (var page in new[] { desk, phone }) await BecomeAsync(page, "recorder");
        await WalkAsync(desk, phone, "/agenda");
        await WalkAsync(desk, phone, $"/agenda/decide?case={found.Split('/')[^1]}");
        await desk.Locator("input[name='how'][value='circulation']").CheckAsync();
        await desk.Locator("input[name='outcome'][value='Agree']").CheckAsync();
        await desk.Locator("#internal").FillAsync("Giao Sở Giao thông.");
        await desk.Locator("#forPlace").FillAsync("Đồng ý.");
        await desk.Locator("#do-decide").ClickAsync();
        await WalkAsync(desk, phone, new Uri(desk.Url).AbsolutePath);
        await HearAsync(desk, phone, found);
    }

    /// <summary>Its raiser answers the place, whose leader follows the link of a letter and confirms; then there is a certificate.</summary>
    private async Task HearAsync(IPage desk, IPage phone, string found)
    {
        await BecomeAsync(desk, CaseCast.Register.HolderOf(CaseCast.Register.SeatsAt(_filed)[0].Id, new DateOnly(2023, 5, 12))!.Id);
        await desk.GotoAsync(found);
        await desk.Locator("#answer-how").FillAsync("Gặp trực tiếp");
        await desk.Locator("#answer-whom").FillAsync("Bí thư Đảng ủy");
        await desk.Locator("#answer-told").FillAsync("Đồng ý.");
        await desk.Locator("form[action$='/answer'] button").ClickAsync();
        await Assertions.Expect(desk.Locator("main .done")).ToBeVisibleAsync();
        for (var day = 0; day < MostDays; day++)
        {
            await desk.GotoAsync("/demo");
            await desk.Locator("button[name='by'][value='day']").ClickAsync();
            await desk.GotoAsync($"/demo/outbox?reader=leader-{_filed}");
            if (await desk.Locator("table tbody th a").CountAsync() == 0) continue;
            await desk.Locator("table tbody th a").First.ClickAsync();
            var link = await desk.FrameLocator("iframe.letter").Locator("a[href*='/c/']").First.GetAttributeAsync("href");
            var address = new Uri(link!).AbsolutePath;
            await WalkAsync(desk, phone, address);
            await desk.GotoAsync(address);
            await desk.Locator("main form button.main").ClickAsync();
            await desk.Locator("input[name='verdict'][value='HeardSettled']").CheckAsync();
            await desk.Locator("form[action$='/confirm'] button").ClickAsync();
            await Assertions.Expect(desk.Locator("main .done")).ToBeVisibleAsync();
            await BecomeAsync(desk, "office-desk");
            await BecomeAsync(phone, "office-desk");
            await WalkAsync(desk, phone, $"{found}/certificate");
            return;
        }

        Assert.Fail("The leader of the place has no letter.");
    }

    /// <summary>Something confidential is raised about a leader of the place above, and looked at by who raised it.</summary>
    private async Task ConfideAsync(IPage desk, IPage phone)
    {
        foreach (var page in new[] { desk, phone }) await BecomeAsync(page, "health-head");
        await WalkAsync(desk, phone, "/me");
        await WalkAsync(desk, phone, "/confidential");
        await desk.GotoAsync("/confidential/raise");
        await desk.Locator("#find-words").FillAsync("huyen uy an lao");
        await desk.Locator("button[value='search']").ClickAsync();
        await desk.Locator("input[name='named']").First.CheckAsync();
        await desk.Locator("input[name='kind'][value='Violation']").CheckAsync();
        await desk.Locator("#text").FillAsync("Nhận tiền của doanh nghiệp.");
        await desk.Locator("button.main").ClickAsync();
        await Assertions.Expect(desk.Locator("main .done")).ToBeVisibleAsync();
        var matter = new Uri(desk.Url).AbsolutePath;
        await WalkAsync(desk, phone, matter);
        foreach (var page in new[] { desk, phone }) await BecomeAsync(page, "confidential-1");
        await WalkAsync(desk, phone, matter);
    }
}
