using Directives.Calendars;
using Directives.Language;
using Directives.Recommendations;
using Directives.Register;
using Microsoft.Playwright;
using static Directives.BrowserTests.CaseCast;

namespace Directives.BrowserTests;

/// <summary>A recommendation whose every step waits until its ladder is climbed; only then somebody acts (R7).</summary>
[Collection(Together.Name)]
public sealed class SilenceTests(Browser browser) : IAsyncLifetime
{
    private static readonly Texts _t = Texts.Vietnamese;

    private readonly Served _served = new();

    public Task InitializeAsync() => _served.InitializeAsync();

    public Task DisposeAsync() => _served.DisposeAsync();

    [Fact]
    public async Task Whoever_is_silent_is_chased_up_to_the_leaders_and_the_silence_of_the_place_is_not_taken_for_consent()
    {
        var (deputy, secretary) = (Holder(Duty.StandingDeputySecretary), Holder(Duty.Secretary));
        var above = CaseCast.Register.InChargeAbove(Commune, Begin)[0].Id;
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
            Assert.True((await letters.OfAsync(line[0], duty, PlaceName)).Count >= 3, $"{line[0]} was hardly told of {duty}.");
            var first = new List<DateTime>();
            foreach (var reader in line)
            {
                var sent = await letters.OfAsync(reader, duty, PlaceName);
                Assert.True(sent.Count > 0, $"{reader} was not told of {duty}.");
                first.Add(sent[0].At);
            }

            Assert.True(first.SequenceEqual(first.Order()) && first.Distinct().Count() == first.Count, $"{duty}: {string.Join(", ", line.Zip(first))}");
        }
    }

    private Task<CaseWindow> BeAsync(string person) => CaseWindow.OfAsync(browser, _served, person);
}
