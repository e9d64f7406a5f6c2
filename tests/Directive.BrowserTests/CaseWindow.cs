using Directives.Language;
using Directives.Recommendations;
using Directives.Register;
using Microsoft.Playwright;

namespace Directives.BrowserTests;

/// <summary>Recommendations in the window of somebody at a phone, by keyboard, without script. In Vietnamese.</summary>
internal sealed class CaseWindow(Visitor visitor) : IAsyncDisposable
{
    private static readonly Texts _t = Texts.Vietnamese;
    private static readonly RegisterContent _sample = SampleProvince.WithClerks();

    public IPage Page => visitor.Page;

    /// <summary>What its pages asked of others, or broke.</summary>
    public IReadOnlyCollection<string> Complaints => visitor.Complaints;

    /// <summary>The window of somebody who has signed in.</summary>
    public static async Task<CaseWindow> OfAsync(Browser browser, Served served, string person)
    {
        var window = await NobodysAsync(browser, served);
        await new Demonstration(window.Page).BecomeAsync(TitleOf(person));
        return window;
    }

    /// <summary>A window in which nobody has signed in.</summary>
    public static async Task<CaseWindow> NobodysAsync(Browser browser, Served served) =>
        new(await browser.VisitAsync(served.Address, phone: true, script: false));

    /// <summary>Title of somebody of the sample.</summary>
    public static string TitleOf(string person) => _sample.Officials.Single(o => o.Id == person).Title;

    /// <summary>Raises a recommendation about the own commune, and returns the case's address.</summary>
    public async Task<string> RaiseAsync(string text, string? urgent = null, FilePayload? file = null)
    {
        await Hand.VisitAsync(Page, "/me");
        await Hand.GoAsync(Page, Page.Locator("a.button[href='/cases/raise']"));
        await Page.Locator("input[name='kind'][value='Difficulty']").CheckAsync();
        await Hand.TypeAsync(Page, Page.Locator("#text"), text);
        if (urgent is not null)
        {
            await Page.Locator("input[name='is-urgent']").CheckAsync();
            await Hand.TypeAsync(Page, Page.Locator("#urgent"), urgent);
        }

        if (file is not null) await Page.Locator("#files").SetInputFilesAsync(file);
        await Hand.GoAsync(Page, Page.Locator("form[action='/cases/raise'] button.main"));
        await Assertions.Expect(Page.Locator(".done")).ToHaveTextAsync(_t["case.done.raised"]);
        return new Uri(Page.Url).AbsolutePath;
    }

    /// <summary>Takes a step that the page of the case offers.</summary>
    public async Task TakeAsync(string address, CaseStep step, params (string Field, string Typed)[] fields)
    {
        await Hand.VisitAsync(Page, address);
        await SendAsync(step, fields);
        await Assertions.Expect(Page.Locator(".done")).ToHaveTextAsync(_t[$"case.done.{step.Name()}"]);
    }

    /// <summary>Fills the form of a step on the open page and sends it.</summary>
    public async Task SendAsync(CaseStep step, params (string Field, string Typed)[] fields)
    {
        var form = Page.Locator($"main form[action$='/{step.Name()}']");
        var act = Page.Locator("details.act").Filter(new() { Has = Page.Locator($"form[action$='/{step.Name()}']") });
        if (await act.GetAttributeAsync("open") is null) await Hand.PressAsync(Page, act.Locator("summary").First);
        foreach (var (field, typed) in fields)
        {
            var radio = form.Locator($"input[type='radio'][name='{field}'][value='{typed}']");
            if (await radio.CountAsync() > 0) await radio.CheckAsync();
            else await Hand.TypeAsync(Page, form.Locator($"[name='{field}']"), typed);
        }

        await Hand.GoAsync(Page, form.Locator("button[type='submit']"));
    }

    /// <summary>The recorder chooses a case on the agenda and enters that the committee agrees; with something to do, or with nothing.</summary>
    public async Task AgreeAsync(string address, string inside, string forPlace, (string Lead, string Cooperating, string What, DateOnly Due)? task = null)
    {
        await Hand.VisitAsync(Page, "/agenda");
        await Page.Locator($"input[name='case'][value='{address.Split('/')[^1]}']").CheckAsync();
        await Hand.GoAsync(Page, Page.Locator("button[form='choose'], #choose button"));
        await Page.Locator("input[name='how'][value='circulation']").CheckAsync();
        await Page.Locator("input[name='outcome'][value='Agree']").CheckAsync();
        await Hand.TypeAsync(Page, Page.Locator("#internal"), inside);
        await Hand.TypeAsync(Page, Page.Locator("#forPlace"), forPlace);
        if (task is { } given)
        {
            await Page.Locator("[name='assignments.0.lead']").SelectOptionAsync(given.Lead);
            await Hand.TypeAsync(Page, Page.Locator("[name='assignments.0.what']"), given.What);
            await Hand.TypeAsync(Page, Page.Locator("[name='assignments.0.due']"), given.Due);
            var helper = Page.Locator($"input[name='assignments.0.cooperating'][value='{given.Cooperating}']");
            await Hand.PressAsync(Page, Page.Locator("details").Filter(new() { Has = helper }).Locator("summary"));
            await helper.CheckAsync();
        }

        await Hand.GoAsync(Page, Page.Locator("#do-decide"));
        await Assertions.Expect(Page.Locator("section[aria-labelledby='covered']")).ToContainTextAsync(_t["agenda.became.applied"]);
    }

    /// <summary>The raiser says how the place was answered.</summary>
    public Task AnswerAsync(string address, string told) => TakeAsync(
        address, CaseStep.Answer, ("how", "Gặp trực tiếp tại trụ sở"), ("whom", "Bí thư Đảng ủy phường"), ("told", told));

    /// <summary>Where the case stands, as its page says.</summary>
    public async Task ExpectStageAsync(string address, CaseStage stage)
    {
        await Hand.VisitAsync(Page, address);
        await Assertions.Expect(Page.Locator("main p.lead")).ToContainTextAsync(_t[$"case.stage.{stage}"]);
    }

    /// <summary>Opens the printable page of a case that has ended; it must have ended so.</summary>
    public async Task OpenCertificateAsync(string address, CaseEnd end)
    {
        await Hand.VisitAsync(Page, address);
        await Hand.GoAsync(Page, Page.Locator($"a[href='{address}/certificate']"));
        await Assertions.Expect(Page.Locator("h1")).ToHaveTextAsync(_t["case.certificate"]);
        await Assertions.Expect(Page.Locator("main dl.facts strong")).ToHaveTextAsync(_t[$"case.end.{end}"]);
    }

    public ValueTask DisposeAsync() => visitor.DisposeAsync();
}
