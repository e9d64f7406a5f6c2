using Directives.Language;
using Directives.Recommendations;
using Microsoft.Playwright;
using static Directives.BrowserTests.CaseCast;

namespace Directives.BrowserTests;

/// <summary>
/// A recommendation goes from who raised it to the Standing Committee and comes back with an answer, in the windows of all who have a
/// part in it; everybody is at a phone, has no mouse and no script, and reads only Vietnamese.
/// </summary>
[Collection(Together.Name)]
public sealed class RecommendationTests(Browser browser) : IAsyncLifetime
{
    private static readonly Texts _t = Texts.Vietnamese;

    private readonly Served _served = new();

    public Task InitializeAsync() => _served.InitializeAsync();

    public Task DisposeAsync() => _served.DisposeAsync();

    [Fact]
    public async Task A_recommendation_is_raised_taken_up_decided_done_answered_and_confirmed_and_its_certificate_says_so()
    {
        await using var raiser = await BeAsync(Raiser);
        await using var office = await BeAsync(Office);
        await using var recorder = await BeAsync(Recorder);
        await using var lead = await BeAsync(Lead);
        await using var helper = await BeAsync("finance-head");
        await using var outbox = await CaseWindow.NobodysAsync(browser, _served);
        await using var leader = await CaseWindow.NobodysAsync(browser, _served);

        var address = await raiser.RaiseAsync(Text, file: new FilePayload { Name = "Danh mục thuốc.pdf", MimeType = "application/pdf", Buffer = "%PDF-1.4\n%%EOF\n"u8.ToArray() });
        await Hand.VisitAsync(office.Page, "/office/cases");
        await Hand.GoAsync(office.Page, office.Page.Locator($"table a[href='{address}']"));
        await Assertions.Expect(office.Page.Locator("main")).ToContainTextAsync(Text);
        var file = office.Page.Locator($"a[href^='{address}/files/']");
        await Assertions.Expect(file).ToHaveTextAsync("Danh mục thuốc.pdf");
        Assert.Equal("Danh mục thuốc.pdf", (await office.Page.RunAndWaitForDownloadAsync(() => Hand.PressAsync(office.Page, file))).SuggestedFilename);
        var download = (await file.GetAttributeAsync("href"))!;
        foreach (var hidden in (string[])[address, download]) Assert.Equal(404, (await lead.Page.GotoAsync(hidden))!.Status);
        await office.TakeAsync(address, CaseStep.ToCommittee);
        await recorder.AgreeAsync(address, Inside, ForPlace, ("health", "finance", "Cấp thuốc cho trạm.", new DateOnly(2023, 4, 14)));

        await Hand.VisitAsync(lead.Page, "/owed");
        await Hand.GoAsync(lead.Page, lead.Page.Locator($"a[href='{address}']"));
        await Assertions.Expect(lead.Page.Locator("main")).ToContainTextAsync(Inside);
        await lead.TakeAsync(address, CaseStep.Accept);
        await lead.TakeAsync(address, CaseStep.Finish, ("result", Result));
        await helper.TakeAsync(address, CaseStep.Part);
        Assert.Equal(404, (await raiser.Page.GotoAsync($"{address}/certificate"))!.Status);
        await raiser.AnswerAsync(address, Result);

        // The place reads in a letter that its word is asked for; whoever merely looks at the link uses nothing up.
        var demo = new Demonstration(outbox.Page);
        await demo.ByAsync("day");
        var link = await demo.NewestLinkOfAsync(CaseWindow.TitleOf(Leader), _t["letter.case.duty.Confirmation"]);
        Assert.Equal(200, (await Hand.VisitAsync(outbox.Page, link))!.Status);
        await OpenLinkAsync(leader, link, address);
        await Assertions.Expect(leader.Page.Locator("main")).ToContainTextAsync(ForPlace);
        await Assertions.Expect(leader.Page.Locator("main")).Not.ToContainTextAsync(Inside);
        Assert.NotEqual(200, (await leader.Page.GotoAsync("/owed"))!.Status);
        await leader.TakeAsync(address, CaseStep.Confirm, ("verdict", nameof(PlaceVerdict.HeardSettled)));

        await leader.OpenCertificateAsync(address, CaseEnd.Settled);
        await raiser.OpenCertificateAsync(address, CaseEnd.Settled);
        string[] acts = ["raised", "sent-to-committee", "decided", "accepted", "finished", "part-confirmed", "answered", "confirmed"];
        string[] hands = [Raiser, Office, Recorder, Lead, Lead, "finance-head", Raiser, Leader];
        var rows = raiser.Page.Locator("table tbody tr");
        Assert.Equal(acts.Select((a, i) => $"{i + 1}. {_t[$"trail.act.case-{a}"]}"), (await rows.Locator("th").AllInnerTextsAsync()).Select(s => s.Trim()));
        Assert.Equal(hands.Select(CaseWindow.TitleOf), (await rows.Locator("td:last-child").AllInnerTextsAsync()).Select(s => s.Trim()));
        await raiser.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Assertions.Expect(raiser.Page.Locator("header.site nav").First).ToBeHiddenAsync();
        await Assertions.Expect(raiser.Page.Locator("main .acts a")).ToBeHiddenAsync();
        await Assertions.Expect(rows.Last).ToBeVisibleAsync();
        Assert.NotEmpty(await raiser.Page.PdfAsync());
        foreach (var window in new[] { raiser, office, recorder, lead, helper, outbox, leader }) Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task Heard_and_not_settled_opens_it_once_more_for_the_recorder()
    {
        await using var raiser = await BeAsync(Raiser);
        await using var office = await BeAsync(Office);
        await using var recorder = await BeAsync(Recorder);
        await using var outbox = await CaseWindow.NobodysAsync(browser, _served);
        await using var leader = await CaseWindow.NobodysAsync(browser, _served);
        var demo = new Demonstration(outbox.Page);
        var letters = new CaseLetters(outbox.Page);
        const string Because = "Thuốc đã về nhưng chưa đủ cho người bệnh mạn tính.";

        var address = await raiser.RaiseAsync(Text);
        await office.TakeAsync(address, CaseStep.ToCommittee);
        await recorder.AgreeAsync(address, Inside, ForPlace);
        await raiser.AnswerAsync(address, Result);
        await demo.ByAsync("day");
        await OpenLinkAsync(leader, await LinkAsync(), address);

        // Why is asked for; without it nothing has been said.
        await leader.SendAsync(CaseStep.Confirm, ("verdict", nameof(PlaceVerdict.HeardNotSettled)));
        await Assertions.Expect(leader.Page.Locator(".problems")).ToContainTextAsync(_t["case.refused.ReasonNeeded"]);
        await office.ExpectStageAsync(address, CaseStage.Confirmation);
        var before = (await letters.OfAsync(Recorder, DutyKind.Decision, PlaceName)).Count;
        await leader.TakeAsync(address, CaseStep.Confirm, ("verdict", nameof(PlaceVerdict.HeardNotSettled)), ("because", Because));
        await office.ExpectStageAsync(address, CaseStage.Decision);

        await demo.ByAsync("day");
        Assert.True((await letters.OfAsync(Recorder, DutyKind.Decision, PlaceName)).Count > before, "The recorder has no letter about what was opened again.");
        await Hand.VisitAsync(recorder.Page, "/agenda");
        var row = recorder.Page.Locator("table.agenda tbody tr").Filter(new() { Has = recorder.Page.Locator($"a[href='{address}']") });
        await Assertions.Expect(row).ToContainTextAsync(_t["agenda.reopened"]);
        await Hand.VisitAsync(recorder.Page, address);
        await Assertions.Expect(recorder.Page.Locator("main")).ToContainTextAsync(Because);

        // A second time it ends, and says how.
        await recorder.AgreeAsync(address, Inside, ForPlace);
        await raiser.AnswerAsync(address, Result);
        await demo.ByAsync("day");
        await OpenLinkAsync(leader, await LinkAsync(), address);
        await leader.TakeAsync(address, CaseStep.Confirm, ("verdict", nameof(PlaceVerdict.HeardNotSettled)), ("because", Because));
        await leader.OpenCertificateAsync(address, CaseEnd.NotSettled);

        Task<string> LinkAsync() => demo.NewestLinkOfAsync(CaseWindow.TitleOf(Leader), _t["letter.case.duty.Confirmation"]);
    }

    /// <summary>A look shows what the link opens; the button opens it, and leaves the key behind.</summary>
    private static async Task OpenLinkAsync(CaseWindow leader, string link, string address)
    {
        var key = new Uri(link).Segments[^1];
        for (var look = 0; look < 2; look++)
        {
            Assert.Equal(200, (await Hand.VisitAsync(leader.Page, link))!.Status);
            await Assertions.Expect(leader.Page.Locator("h1")).ToHaveTextAsync(_t["case-link.title"]);
        }

        await Hand.GoAsync(leader.Page, leader.Page.Locator("main form button.main"));
        Assert.Equal(address, new Uri(leader.Page.Url).PathAndQuery);
        Assert.DoesNotContain(key, await leader.Page.ContentAsync(), StringComparison.Ordinal);
    }

    private Task<CaseWindow> BeAsync(string person) => CaseWindow.OfAsync(browser, _served, person);
}
