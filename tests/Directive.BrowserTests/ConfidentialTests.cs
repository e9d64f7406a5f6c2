using Directives.Language;
using Directives.Register;
using Microsoft.Playwright;

namespace Directives.BrowserTests;

/// <summary>Something confidential about the leader of a district (R6), raised in a real browser after a second factor; others look for it everywhere.</summary>
[Collection(Together.Name)]
public sealed class ConfidentialTests(Browser browser) : IAsyncLifetime
{
    // The head of a department who has a clerk and a standing substitute.
    private const string Raiser = "health-head";
    private const string District = "540";
    private const string Leader = $"leader-{District}";
    private const string Query = "phong bì";
    private const string Told = "Nhận tiền của doanh nghiệp khai thác đá.";
    private const string Text = $"Có phong bì. {Told}";

    private static readonly Texts _t = Texts.Vietnamese;
    private static readonly RegisterSnapshot _register = RegisterSnapshot.Build(SampleProvince.WithClerks());
    private static readonly DateOnly _begin = new(2023, 4, 3);

    private readonly Served _served = new();

    public Task InitializeAsync() => _served.InitializeAsync();

    public Task DisposeAsync() => _served.DisposeAsync();

    [Fact]
    public async Task What_is_raised_about_a_districts_leader_is_found_by_the_desk_and_by_nobody_else_who_looks_everywhere()
    {
        await using var raiser = await CaseWindow.NobodysAsync(browser, _served);
        var matter = await RaiseAsync(raiser.Page);
        var id = matter.Split('/')[^1];

        // Whoever may read it finds it this way: so the others could.
        Assert.NotEmpty(await LookAsync("confidential-1", id));
        await using var outbox = await CaseWindow.NobodysAsync(browser, _served);
        await new Demonstration(outbox.Page).ByAsync("day");
        var letters = await new CaseLetters(outbox.Page).AllAsync();
        Assert.Contains(_t["letter.case.quiet.lead"], letters, StringComparison.Ordinal);
        Assert.DoesNotContain(id, letters, StringComparison.Ordinal);
        Assert.DoesNotContain(Told, letters, StringComparison.Ordinal);

        // The leader, the member in charge, a leader below, the raiser's clerk and substitute, the office, who keeps minutes, register and trail.
        var above = _register.SeatsAt(District).Select(s => _register.HolderOf(s.Id, _begin)!.Id).First();
        string[] others =
        [
            Leader, above, $"leader-{_register.Children(District)[0].Code}", "health-clerk", "health-deputy-1",
            "office-desk", "recorder", "administrator-1", "finance-head",
        ];
        foreach (var other in others) Assert.Empty(await LookAsync(other, id));

        // Who reads the trail sees that something is sealed: not what, and not by whom.
        await using var auditor = await CaseWindow.OfAsync(browser, _served, "auditor-1");
        Assert.Empty(await new Wanderer(auditor.Page).FindAsync(Query, Told));
        var chains = (await new Wanderer(auditor.Page).FindAsync(Query, id)).Where(a => a.StartsWith("/audit/chain", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(chains);
        foreach (var chain in chains)
        {
            await Hand.VisitAsync(auditor.Page, chain);
            await Assertions.Expect(auditor.Page.Locator("main")).ToContainTextAsync(_t["trail.act.sealed"]);
            await Assertions.Expect(auditor.Page.Locator("main")).Not.ToContainTextAsync(CaseWindow.TitleOf(Raiser));
        }

        Assert.Equal(404, (await auditor.Page.GotoAsync(matter))!.Status);

        // Nor while acting for whoever raised it.
        await using var substitute = await CaseWindow.OfAsync(browser, _served, "health-deputy-1");
        await Hand.VisitAsync(substitute.Page, "/me");
        await Hand.GoAsync(substitute.Page, substitute.Page.Locator($"button[name='official'][value='{Raiser}']"));
        Assert.Empty(await new Wanderer(substitute.Page).FindAsync(Query, id, Told));
        Assert.Equal(404, (await substitute.Page.GotoAsync(matter))!.Status);
        Assert.Empty(raiser.Complaints);
    }

    /// <summary>All pages of somebody on which it is found; its very address answers them like one that never was.</summary>
    private async Task<IReadOnlyList<string>> LookAsync(string person, string id)
    {
        await using var window = await CaseWindow.OfAsync(browser, _served, person);
        var wanderer = new Wanderer(window.Page);
        var found = await wanderer.FindAsync(Query, id, Told);
        Assert.True(wanderer.Opened > 2, $"{person} opened only {wanderer.Opened} pages.");
        if (found.Count > 0) return found;
        var never = $"{(id[0] == 'a' ? 'b' : 'a')}{id[1..]}";
        foreach (var rest in (string[])["", "/files/1"])
        {
            var there = await window.Page.APIRequest.GetAsync(new Uri(_served.Address, $"/confidential/{id}{rest}").ToString());
            var nowhere = await window.Page.APIRequest.GetAsync(new Uri(_served.Address, $"/confidential/{never}{rest}").ToString());
            Assert.Equal((404, 404), (there.Status, nowhere.Status));
            Assert.Equal(await nowhere.TextAsync(), (await there.TextAsync()).Replace(id, never, StringComparison.Ordinal));
        }

        return found;
    }

    /// <summary>The raiser signs in by mail, shows a second factor, without which there is no form, and raises it.</summary>
    private static async Task<string> RaiseAsync(IPage page)
    {
        var before = await SignInWindow.LettersAsync(page, Raiser);
        await SignInWindow.AskAsync(page, Raiser);
        var (path, _) = await SignInWindow.ReadAsync(page, Raiser, before);
        await SignInWindow.OpenAsync(page, path);
        Assert.Equal(403, (await page.GotoAsync("/confidential/raise"))!.Status);
        await page.GotoAsync("/sign-in/second");
        await SignInWindow.EnrolAsync(page);

        await Hand.VisitAsync(page, "/me");
        await Hand.GoAsync(page, page.Locator("a[href='/confidential']"));
        await Hand.GoAsync(page, page.Locator("a.button[href='/confidential/raise']"));
        var title = CaseWindow.TitleOf(Leader);
        await Hand.TypeAsync(page, page.Locator("#find-words"), title);
        await Hand.GoAsync(page, page.Locator("button[value='search']"));
        await page.Locator("label.choice").Filter(new() { HasText = title }).Locator("input[name='named']").First.CheckAsync();
        await page.Locator("input[name='kind'][value='Violation']").CheckAsync();
        await Hand.TypeAsync(page, page.Locator("#text"), Text);
        await Hand.GoAsync(page, page.Locator("button[value='raise']"));
        await Assertions.Expect(page.Locator("main .done")).ToHaveTextAsync(_t["confidential.raised"]);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync(title);
        return new Uri(page.Url).AbsolutePath;
    }
}
