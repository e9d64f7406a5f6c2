using Directives.Calendars;
using Directives.Language;
using Directives.Recommendations;
using Directives.Register;
using Microsoft.Playwright;

namespace Directives.BrowserTests;

/// <summary>
/// A recommendation goes from who raised it to the Standing Committee and comes back with an answer, in the windows of all who have a
/// part in it; everybody is at a phone, has no mouse and no script, and reads only Vietnamese.
/// </summary>
[Collection(Together.Name)]
public sealed class RecommendationTests(Browser browser) : IAsyncLifetime
{
    private const string Raiser = "home-affairs-head";
    private const string Office = "office-desk";
    private const string Recorder = "recorder";
    private const string Lead = "health-head";
    private const string Place = "21550";
    private const string Leader = $"leader-{Place}";
    private const string Text = "Trạm y tế phường thiếu thuốc cho người cao tuổi.";
    private const string Inside = "Giao Sở Y tế rà soát kho thuốc toàn tỉnh.";
    private const string ForPlace = "Sở Y tế sẽ cấp đủ thuốc cho trạm.";
    private const string Result = "Đã cấp ba tháng thuốc cho trạm.";

    private static readonly Texts _t = Texts.Vietnamese;
    private static readonly RegisterSnapshot _register = RegisterSnapshot.Build(SampleProvince.WithClerks());
    private static readonly DateOnly _begin = new(2023, 4, 3);
    private static readonly string _place = _register.PlaceOf(Place)!.Name;

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

        var address = await raiser.RaiseAsync(Text);
        await Hand.VisitAsync(office.Page, "/office/cases");
        await Hand.GoAsync(office.Page, office.Page.Locator($"table a[href='{address}']"));
        await Assertions.Expect(office.Page.Locator("main")).ToContainTextAsync(Text);
        Assert.Equal(404, (await lead.Page.GotoAsync(address))!.Status);
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
    public async Task Whoever_is_silent_is_chased_up_to_the_leaders_and_the_silence_of_the_place_is_not_taken_for_consent()
    {
        var (deputy, secretary) = (Holder(Duty.StandingDeputySecretary), Holder(Duty.Secretary));
        var above = _register.InChargeAbove(Place, _begin)[0].Id;
        await using var raiser = await BeAsync(Raiser);
        await using var office = await BeAsync(Office);
        await using var recorder = await BeAsync(Recorder);
        await using var lead = await BeAsync(Lead);
        await using var outbox = await CaseWindow.NobodysAsync(browser, _served);
        var demo = new Demonstration(outbox.Page);
        var letters = new CaseLetters(outbox.Page);

        var address = await raiser.RaiseAsync(Text, urgent: "Người bệnh phải chờ.");
        await MoveAsync(weeks: 2, days: 2);
        await ChasedAsync(DutyKind.Look, Office, deputy, secretary);
        await office.TakeAsync(address, CaseStep.ToCommittee);
        await MoveAsync(weeks: 4, days: 1);
        await ChasedAsync(DutyKind.Decision, Recorder, deputy, secretary);
        await office.ExpectStageAsync(address, CaseStage.Decision);

        var due = HolidayFile.Vietnam.AddWorkingDays(await TodayAsync(), 1);
        await recorder.AgreeAsync(address, Inside, ForPlace, ("health", "finance", "Cấp thuốc cho trạm.", due));
        await using (var helper = await BeAsync("finance-head")) await helper.TakeAsync(address, CaseStep.Part);
        await MoveAsync(weeks: 2, days: 4);
        await ChasedAsync(DutyKind.Result, Lead, Office, deputy);
        await lead.TakeAsync(address, CaseStep.Finish, ("result", Result));
        await MoveAsync(weeks: 3, days: 0);
        await ChasedAsync(DutyKind.Answer, Raiser, above, deputy);
        await raiser.AnswerAsync(address, Result);
        await MoveAsync(weeks: 3, days: 4);
        await ChasedAsync(DutyKind.Confirmation, Leader, Office, above);
        await office.ExpectStageAsync(address, CaseStage.Confirmation);

        // The ladder is over, and still nobody has said that it is settled.
        await MoveAsync(weeks: 1, days: 3);
        await office.OpenCertificateAsync(address, CaseEnd.Unconfirmed);
        await Assertions.Expect(office.Page.Locator("main")).ToContainTextAsync(_t["case.certificate.no-word"]);
        await Assertions.Expect(office.Page.Locator("main")).Not.ToContainTextAsync(_t["case.end.Settled"]);
        Assert.Empty(outbox.Complaints);

        async Task MoveAsync(int weeks, int days)
        {
            for (var i = 0; i < weeks; i++) await demo.ByAsync("week");
            for (var i = 0; i < days; i++) await demo.ByAsync("day");
        }

        async Task<DateOnly> TodayAsync() => await demo.ByAsync("day");

        // Told at once, before and on the day; then the next ones up, each later than the one before.
        async Task ChasedAsync(DutyKind duty, params string[] line)
        {
            Assert.True((await letters.OfAsync(line[0], duty, _place)).Count >= 3, $"{line[0]} was hardly told of {duty}.");
            var first = new List<DateTime>();
            foreach (var reader in line)
            {
                var sent = await letters.OfAsync(reader, duty, _place);
                Assert.True(sent.Count > 0, $"{reader} was not told of {duty}.");
                first.Add(sent[0].At);
            }

            Assert.True(first.SequenceEqual(first.Order()) && first.Distinct().Count() == first.Count, $"{duty}: {string.Join(", ", line.Zip(first))}");
        }
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
        var before = (await letters.OfAsync(Recorder, DutyKind.Decision, _place)).Count;
        await leader.TakeAsync(address, CaseStep.Confirm, ("verdict", nameof(PlaceVerdict.HeardNotSettled)), ("because", Because));
        await office.ExpectStageAsync(address, CaseStage.Decision);

        await demo.ByAsync("day");
        Assert.True((await letters.OfAsync(Recorder, DutyKind.Decision, _place)).Count > before, "The recorder has no letter about what was opened again.");
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

    private static string Holder(Duty duty) => _register.DutyHolder(duty, Place, _begin)!.Id;
}
