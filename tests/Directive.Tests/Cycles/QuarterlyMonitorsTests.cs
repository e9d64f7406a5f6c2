using Directives.Calendars;
using Directives.Cycles;
using Directives.Editions;
using Directives.Proposals;
using Directives.Register;
using Directives.Tests.Chasing;
using Directives.Tests.Editions;
using Directives.Tests.Persons;

namespace Directives.Tests.Cycles;

/// <summary>Done when: quarterly for the heads of agencies is put in force from the next quarter, and the running month ends by the old rule (R2).</summary>
public sealed class QuarterlyMonitorsTests
{
    private static readonly DateOnly _july = new(2023, 7, 1);

    [Fact]
    public async Task The_running_month_ends_by_the_old_rule_and_the_quarter_begins_by_the_new_one()
    {
        using var play = await BegunAsync();
        IReadOnlyList<Rung> ladder = [new("due", 0, [Audience.Owner]), new("after1", 3, [Audience.Owner, Audience.Office])];
        await PutInForceAsync(play, SmallEditions.Monitoring(_july, Cadence.Quarter) with
        {
            Roles = [SmallProvince.Edition.For(SeatRole.InCharge)!, SmallEditions.Monitors with { Cadence = Cadence.Quarter, DueWorkingDays = 3, Ladder = ladder }],
        });

        // The month runs on: its last letters come in July and say what they always said.
        await play.RunToAsync(8, 1, 0);
        var june = await CycleAsync(play, "02-QD-TU.2023-06");
        Assert.Equal((SmallProvince.Edition.Id, 7), (june.Edition.Id, june.Seats()));
        Assert.Equal(new DateOnly(2023, 7, 7), (await SheetAsync(play, june, "12")).Of("122.monitor")!.Due);
        Assert.Equal(SmallProvince.Rungs, Told(play, june.Id, "122.monitor"));
        Assert.Equal(CycleState.Closed, (await play.It.Cycles.FindAsync(june.Id))!.State);

        // From July on the monitors owe for the quarter, whoever is in charge for the month.
        var july = await CycleAsync(play, "02-QD-TU.2023-07");
        Assert.Equal(["11.in-charge"], july.Sheets.SelectMany(s => s.Seats).Select(s => s.Seat));
        var quarter = await CycleAsync(play, "02-QD-TU.2023-Q3");
        Assert.Equal((6, "edition.2023-07-01"), (quarter.Seats(), quarter.Edition.Id));
        Assert.Empty(Told(play, quarter.Id, "122.monitor"));
        await play.RunToAsync(11, 1, 0);
        // 30 September is a Saturday: three working days later is 4 October.
        Assert.Equal(new DateOnly(2023, 10, 4), (await SheetAsync(play, quarter, "12")).Of("122.monitor")!.Due);
        Assert.Equal(["due", "after1"], Told(play, quarter.Id, "122.monitor"));
        var letter = play.Mail.Letters.First(l => l.Notices.Any(n => n.Notice.Cycle == quarter.Id && n.Notice.Seat == "122.monitor"));
        var writer = new Directives.Mail.LetterWriter(play.It.Cycles, play.It.Registers, play.It.Parts.Rules, path => new Uri("http://localhost" + path));
        Assert.Contains("quý 3/2023", (await writer.WriteAsync(letter)).Text, StringComparison.Ordinal);
        Assert.Empty(await play.FaultsAsync());
    }

    [Fact]
    public async Task One_district_and_one_seat_owe_by_rules_of_their_own_and_are_chased_by_them()
    {
        using var play = await BegunAsync();
        await PutInForceAsync(play, SmallEditions.With(
            _july,
            SmallEditions.Area("north", Cadence.Quarter, "11"),
            SmallEditions.Seats("one", Cadence.Month, "121.monitor") with { DueWorkingDays = 1, Ladder = [new Rung("only", 1, [Audience.Owner])], MissedWorkingDays = 4 }));
        await play.RunToAsync(9, 1, 0);

        var (july, quarter) = (await CycleAsync(play, "02-QD-TU.2023-07"), await CycleAsync(play, "02-QD-TU.2023-Q3"));
        Assert.Equal(
            [("11.in-charge", null), ("121.monitor", "one"), ("122.monitor", null), ("123.monitor", null)],
            july.Sheets.SelectMany(s => s.Seats).OrderBy(s => s.Seat, StringComparer.Ordinal).Select(s => (s.Seat, s.Rule)));
        Assert.Equal(["north", "north", "north"], quarter.Sheets.SelectMany(s => s.Seats).Select(s => s.Rule));
        var sheet = await SheetAsync(play, july, "12");
        Assert.Equal((new DateOnly(2023, 8, 1), "one"), (sheet.Of("121.monitor")!.Due, sheet.Of("121.monitor")!.Rule));
        Assert.Equal(new DateOnly(2023, 8, 7), sheet.Of("122.monitor")!.Due);
        Assert.Equal(["only"], Told(play, july.Id, "121.monitor"));
        Assert.Equal(SmallProvince.Rungs, Told(play, july.Id, "122.monitor"));
        Assert.Equal(Directives.Chasing.ObligationState.Missed, sheet.Of("121.monitor")!.State);
        Assert.Empty(await play.FaultsAsync());

        // The quarter's report before is that of June, which was a month.
        Assert.Null(await play.It.LastReports.FindAsync(quarter, "112.monitor", SeatRole.Monitor));
    }

    [Fact]
    public async Task Confirmed_in_time_and_done_a_day_late_another_cadence_is_not_put_in_force()
    {
        using var play = await BegunAsync();
        var text = EditionFile.Write(SmallEditions.Monitoring(_july, Cadence.Quarter));
        var (number, _) = await play.It.Changes.ProposeAsync(new(ChangeKind.Edition, _july, Edition: text), "admin1", "vì");
        // The program stops between the confirmation and its doing, and nobody starts it before July.
        var held = await play.It.Proposals.HeadAsync();
        var proposal = await play.It.Proposals.FindAsync(number);
        await play.It.Dossiers.CommitAsync(
            play.It.Proposals.Dossier, held, held!.Value.Head with { Open = [], Doing = [number], Next = play.Clock.GetUtcNow() },
            new Directives.Dossiers.Act("change-confirmed", new("admin2")).Put(ProposalStore.KeyOf(number), proposal! with { State = ProposalState.Confirmed, DecidedBy = "admin2" }), default);
        play.Clock.MoveTo(MonthScript.Local(7, 1, 1));
        await play.It.Changes.WakeAsync();
        Assert.Equal(ProposalState.Failed, (await play.It.Proposals.FindAsync(number))!.State);
        Assert.Single(play.It.Parts.Rules.Editions.All);
    }

    private static Task<Playground> BegunAsync() => Playground.BegunAsync(
        MonthScript.Local(6, 12, 10), RoledProvince.Content(), new RuleBook(SmallEditions.Library(), HolidayFile.Vietnam, new DateOnly(2023, 9, 30)));

    private static async Task PutInForceAsync(Playground play, Edition edition)
    {
        var (number, refusal) = await play.It.Changes.ProposeAsync(new(ChangeKind.Edition, edition.InForceFrom, Edition: EditionFile.Write(edition)), "admin1", "bớt báo cáo");
        Assert.Null(refusal);
        Assert.Null(await play.It.Changes.ConfirmAsync(number, "admin2"));
    }

    private static async Task<Cycle> CycleAsync(Playground play, string id) => await play.It.Cycles.FrozenAsync(id);

    private static async Task<Sheet> SheetAsync(Playground play, Cycle cycle, string area) =>
        (await Sheet.ReadAsync(play.It.Dossiers, cycle.SheetRefs().Single(s => s.Area == area), default))!;

    private static IEnumerable<string> Told(Playground play, string cycle, string seat)
    {
        var owner = $"m{seat[..3]}";
        return play.Mail.Letters.SelectMany(l => l.Notices).Where(n => n.Notice.Cycle == cycle && n.Notice.Seat == seat && n.Notice.Reader == owner).Select(n => n.Notice.Rung);
    }
}
