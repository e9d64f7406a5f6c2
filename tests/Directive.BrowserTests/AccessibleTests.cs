using Deque.AxeCore.Playwright;
using Directives.Language;
using Microsoft.Playwright;

namespace Directives.BrowserTests;

/// <summary>Every page in both languages, on a phone and at a desk: for keyboards and screen readers (axe-core), no wider than the screen, and 60 KB at most on the wire.</summary>
[Collection(Together.Name)]
public sealed partial class AccessibleTests(Served served, Browser browser)
{
    private const int MostBytes = 60 * 1024;

    // What is no page: style, script, icon, charts, files of reports. Whoever adds one says so here.
    private static readonly string[] _noPages =
    [
        "/site.css", "/report.js", "/icon.svg", "/healthz", "/readyz", "/office/cycles/{cycle}/by-day.svg", "/office/cycles/{cycle}/by-area.svg", "/rules/what-if/chart.svg",
        "/report/files/{hash}", "/office/cycles/{cycle}/{area}/{part:int}/{seat}/files/{hash}",
        "/me/data.json", "/audit/checkpoints/{month}", "/confidential/{id}/files/{number:int}", "/cases/{case}/files/{hash}",
        "/api/openapi.json", "/api/register", "/api/register/places/{code}", "/api/register/seats/{seat}", "/api/register/people/{official}", "/api/register/vacancies", "/api/register/workload",
        "/register/export/{file}",
    ];

    // A letter is framed by its page, and looked at there.
    private static readonly string[] _framed = ["/demo/outbox/{id}/html"];

    private readonly EveryPage _pages = new();
    private readonly Dictionary<string, string> _seen = [];
    private readonly List<string> _faults = [];
    private string _filed = "";

    [Fact]
    public async Task Every_page_can_be_read_by_everyone_on_every_screen()
    {
        await using var desk = await browser.VisitAsync(served.Address);
        await using var phone = await browser.VisitAsync(served.Address, phone: true);
        foreach (var visitor in new[] { desk, phone }) await PrepareAsync(visitor.Page);
        await WalkAsync(desk.Page, phone.Page, "/");

        await SignInAsync(desk.Page, phone.Page);
        foreach (var person in new[] { "office-desk", "member-01", "auditor-1" })
        {
            foreach (var visitor in new[] { desk, phone }) await BecomeAsync(visitor.Page, person);
            await WalkAsync(desk.Page, phone.Page, "/");
            if (person == "office-desk") await WalkAsync(desk.Page, phone.Page, "/office/search?q=Hoai%20An");
        }

        await FollowLinkAsync(desk.Page, phone.Page);
        await ReadAsync(desk.Page, phone.Page);
        await DecideAsync(desk.Page, phone.Page);
        await AdministerAsync(desk.Page, phone.Page);
        await LeadAsync(desk.Page, phone.Page);
        await ConfideAsync(desk.Page, phone.Page);
        Assert.Empty(_pages.Patterns.Except(_seen.Keys).Except(_noPages).Except(_framed));
        Assert.True(_faults.Count == 0, string.Join('\n', _faults));
        Assert.Empty(desk.Complaints);
        Assert.Empty(phone.Complaints);
    }

    /// <summary>The clock stands where some are late, and one report is in.</summary>
    private static async Task PrepareAsync(IPage page)
    {
        await page.GotoAsync("/demo");
        if ((await page.Locator("section.clock").InnerTextAsync()).Contains("/04/2023", StringComparison.Ordinal))
        {
            var demo = new Demonstration(page);
            while (await demo.ToNextRungAsync() < new DateOnly(2023, 5, 12))
            {
            }
        }
    }

    private static async Task BecomeAsync(IPage page, string official)
    {
        await page.GotoAsync("/demo");
        // Not everybody is listed: the button of the first becomes theirs.
        var button = page.Locator("button[name='official']").First;
        await button.EvaluateAsync("(button, official) => button.value = official", official);
        await button.ClickAsync();
        await Assertions.Expect(page.Locator("form.who")).ToBeVisibleAsync();
    }

    /// <summary>Visits one address of each pattern that can be reached by links.</summary>
    private async Task WalkAsync(IPage desk, IPage phone, string from)
    {
        var next = new Queue<string>([from]);
        var known = new HashSet<string> { from };
        while (next.TryDequeue(out var address))
        {
            if (_pages.PatternOf(address.Split('?', '#')[0]) is not { } pattern || _noPages.Contains(pattern) || _framed.Contains(pattern)) continue;
            var first = address == from || !_seen.ContainsKey(pattern);
            if (!first) continue;
            var answer = await desk.GotoAsync(address);
            if (answer is not { Status: 200 }) continue;
            if ((await answer.BodyAsync()).Length is var size and > MostBytes) _faults.Add($"{address} has {size} bytes.");
            if (_seen.TryAdd(pattern, address) || address == from)
            {
                foreach (var texts in Texts.All)
                {
                    await LookAsync(desk, address, texts);
                    await LookAsync(phone, address, texts);
                }
            }

            foreach (var link in await desk.Locator("a[href^='/']").EvaluateAllAsync<string[]>("all => all.map(a => a.getAttribute('href'))"))
            {
                if (!link.Contains("lang=", StringComparison.Ordinal) && known.Add(link)) next.Enqueue(link);
            }
        }
    }

    /// <summary>The pages of signing in, up to the second factor of a role that needs one, which nobody has enrolled.</summary>
    private async Task SignInAsync(IPage desk, IPage phone)
    {
        const string Chief = "member-03";
        await SignInWindow.AskAsync(phone, Chief);
        var (_, code) = await SignInWindow.ReadAsync(desk, Chief, 0);
        await phone.Locator("#code").FillAsync(code);
        await phone.Locator("main button.main").ClickAsync();
        await Assertions.Expect(phone.Locator("form.who")).ToBeVisibleAsync();
        var before = await SignInWindow.LettersAsync(desk, Chief);
        await SignInWindow.AskAsync(desk, Chief);
        await WalkAsync(desk, phone, "/sign-in/code");
        var (path, _) = await SignInWindow.ReadAsync(desk, Chief, before);
        await WalkAsync(desk, phone, path);
        await SignInWindow.OpenAsync(desk, path);
        await WalkAsync(desk, phone, "/sign-in/second");
        await WalkAsync(desk, phone, "/me/sign-in");
    }

    private async Task FollowLinkAsync(IPage desk, IPage phone)
    {
        await desk.GotoAsync("/demo/outbox");
        var letters = await desk.Locator("table tbody th a").EvaluateAllAsync<string[]>("all => all.map(a => a.getAttribute('href'))");
        foreach (var letter in letters)
        {
            await desk.GotoAsync(letter);
            var link = desk.FrameLocator("iframe.letter").Locator("a[href*='/l/']");
            if (await link.CountAsync() == 0) continue;
            var address = new Uri((await link.First.GetAttributeAsync("href"))!).AbsolutePath;
            var answer = await desk.GotoAsync(address);
            if (answer is not { Status: 200 }) continue;
            await WalkAsync(desk, phone, address);
            foreach (var page in new[] { desk, phone })
            {
                await page.GotoAsync(address);
                await page.Locator("main form button.main").ClickAsync();
            }

            await WalkAsync(desk, phone, "/report");
            await WalkAsync(desk, phone, "/report/extension");
            await desk.GotoAsync("/report");
            await desk.Locator("#noVisitBecause").FillAsync("Mưa lũ, đường bị cắt.");
            await desk.Locator("[name='cases[0].kind']").SelectOptionAsync("difficulty");
            await desk.Locator("[name='cases[0].text']").FillAsync("Cầu treo vào thôn bị hư hỏng nặng.");
            await desk.Locator("#report button.main").ClickAsync();
            await Assertions.Expect(desk.Locator(".receipt .mark")).Not.ToBeEmptyAsync();
            // 02-QD-TU.2023-04/21610.monitor/1
            _filed = (await desk.Locator(".receipt .mark").InnerTextAsync()).Split('/')[1].Split('.')[0];
            await WalkAsync(desk, phone, "/report");
            await WalkAsync(desk, phone, "/report/versions");
            return;
        }

        Assert.Fail("No letter in the outbox has a link that opens.");
    }

    /// <summary>What was filed is read by the office, and by whoever is in charge above.</summary>
    private async Task ReadAsync(IPage desk, IPage phone)
    {
        foreach (var page in new[] { desk, phone }) await BecomeAsync(page, "office-desk");
        await WalkAsync(desk, phone, "/office");
        await desk.GotoAsync("/demo");
        var members = await desk.Locator("button[name='official'][value^='member-']").EvaluateAllAsync<string[]>("all => all.map(b => b.value)");
        foreach (var member in members)
        {
            await BecomeAsync(desk, member);
            await desk.GotoAsync("/below");
            if (await desk.Locator("a[href^='/below/']").CountAsync() == 0) continue;
            await BecomeAsync(phone, member);
            await WalkAsync(desk, phone, "/below");
            return;
        }
    }

    /// <summary>One administrator proposes, and both look at it.</summary>
    private async Task AdministerAsync(IPage desk, IPage phone)
    {
        foreach (var page in new[] { desk, phone }) await BecomeAsync(page, "administrator-1");
        await WalkAsync(desk, phone, "/me");
        await WalkAsync(desk, phone, "/admin");
        await desk.GotoAsync("/admin/people/auditor-1");
        await desk.Locator("details.act").Filter(new() { Has = desk.Locator("#duty") }).Locator("summary").First.ClickAsync();
        await desk.Locator("#duty").SelectOptionAsync("Recorder");
        await desk.Locator("#give-reason").FillAsync("Thêm một người ghi biên bản.");
        await desk.Locator("form[action$='/give'] button").ClickAsync();
        await WalkAsync(desk, phone, new Uri(desk.Url).AbsolutePath);
    }

    /// <summary>The leader of the place of the report that was filed reads what is for the place.</summary>
    private async Task LeadAsync(IPage desk, IPage phone)
    {
        foreach (var page in new[] { desk, phone }) await BecomeAsync(page, $"leader-{_filed}");
        await WalkAsync(desk, phone, "/me");
    }

    private async Task LookAsync(IPage page, string address, Texts texts)
    {
        var (path, fragment) = address.Split('#') is [var before, var after] ? (before, $"#{after}") : (address, "");
        await page.GotoAsync($"{path}{(path.Contains('?', StringComparison.Ordinal) ? "&" : "?")}lang={texts.Language}{fragment}");
        // A letter's frame lets no script run, not even the one that looks: its page is looked at without it.
        await page.EvaluateAsync("() => document.querySelectorAll('iframe').forEach(frame => frame.remove())");
        var found = await page.RunAxe();
        if (page.ViewportSize?.Width == Browser.Phone)
        {
            await PageCheck.IsPlainAsync(page);
        }

        _faults.AddRange(found.Violations.Select(v =>
            $"{page.ViewportSize?.Width} {texts.Language} {address}: {v.Id} ({v.Help}) {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}"));
    }
}
