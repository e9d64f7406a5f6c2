using Directives.Calendars;
using Directives.Cycles;
using Directives.Dossiers;
using Directives.Editions;
using Directives.Register;
using Directives.Simulation;
using Directives.Tables;
using Directives.Tests.Chasing;
using Directives.Tests.Dossiers;
using Directives.Tests.Mail;

namespace Directives.Tests.Cycles;

/// <summary>Opening gives exactly one obligation per seat in force, and what a running cycle owes never changes (R2).</summary>
public sealed class OpeningTests
{
    [Fact]
    public async Task Opening_twice_changes_nothing()
    {
        using var play = await Playground.BegunAsync();
        await play.Work.SettleAsync();
        var before = await EndState.OfAsync(play.Tables, play.Mail);
        await play.It.BeginAsync(new DateOnly(2023, 4, 3));
        var cycle = Assert.Single(await play.It.Cycles.AllAsync());
        await new SheetOpener(play.It.Dossiers, SmallProvince.OneMonth, await play.It.Registers.GetAsync()).OpenAsync(cycle, cycle.Sheets, default);
        await play.It.Keeper.WakeAsync();
        Assert.Equal(before, await EndState.OfAsync(play.Tables, play.Mail));
        Assert.Equal(7, await SeatsAsync(play.Tables));
    }

    [Fact]
    public async Task Sixteen_engines_opening_at_the_same_time_write_one_obligation_per_seat_in_force()
    {
        var rows = new MemoryTables();
        var tables = new YieldingTables(rows);
        var clock = new MovableClock(SmallProvince.Begin);
        var engines = Enumerable.Range(0, 16).Select(_ => SmallProvince.Install(tables, clock, new RememberingTransport())).ToList();
        await engines[0].Registers.ReplaceAsync(SmallProvince.Content(), Actor.System, "test");
        await Task.WhenAll(engines.Select(e => Task.Run(async () =>
        {
            await e.BeginAsync(new DateOnly(2023, 4, 3));
            await e.Watch.TickAsync();
        })));
        await engines[0].Watch.TickAsync(sweep: true);

        Assert.Equal(CycleState.Open, Assert.Single(await engines[0].Cycles.AllAsync()).State);
        Assert.Equal(7, await SeatsAsync(rows));
        Assert.Empty(await TrailWalk.FaultsAsync(rows, engines[0].Seal));
        Assert.Empty(await DueWalk.ForgottenAsync(rows, engines[0].Due, clock.GetUtcNow()));
        engines.ForEach(e => e.Dispose());
    }

    [Fact]
    public async Task An_area_with_two_hundred_seats_is_cut_into_sheets_of_at_most_ninety()
    {
        var small = SmallProvince.Content();
        var codes = Enumerable.Range(0, 197).Select(i => $"11{i + 100}").ToList();
        var content = small with
        {
            Places = [.. small.Places, .. codes.Select(c => new Place(c, $"Xã {c}", "Xã", "commune", "11", SmallProvince.Start))],
            Seats = [.. small.Seats, .. codes.Select(c => new Seat($"{c}.monitor", c, SeatRole.Monitor))],
            Posts = [.. small.Posts, .. codes.Select(c => new Post($"{c}.monitor", "m111", SmallProvince.Start))],
        };
        using var play = await Playground.BegunAsync(content: content);
        await play.Work.SettleAsync();

        var cycle = Assert.Single(await play.It.Cycles.AllAsync());
        Assert.Equal([90, 90, 20], cycle.Sheets.Where(s => s.Area == "11").Select(s => s.Seats.Count));
        Assert.Equal([0, 1, 2], cycle.Sheets.Where(s => s.Area == "11").Select(s => s.Part));
        Assert.Equal(204, await SeatsAsync(play.Tables));
        await play.RunToAsync(6, 20, 0);
        Assert.Equal(204, Assert.Single(await play.It.Cycles.AllAsync()).Tally!.Missed);
        Assert.Empty(await play.FaultsAsync());
    }

    [Fact]
    public async Task A_vacant_seat_owes_nothing_and_one_filled_while_the_period_lasts_joins_its_cycle()
    {
        var small = SmallProvince.Content();
        var content = small with { Posts = [.. small.Posts, new Post("12.in-charge", "head", new DateOnly(2023, 4, 10))] };
        using var play = await Playground.BegunAsync(content: content, rules: RulesUntil(SmallProvince.Edition, new DateOnly(2023, 5, 1)));
        await play.RunToAsync(4, 9, 0);
        Assert.Equal(7, Assert.Single(await play.It.Cycles.AllAsync()).Seats());
        await play.RunToAsync(5, 2, 0);
        Assert.Equal([8, 8], (await play.It.Cycles.AllAsync()).OrderBy(c => c.Id).Select(c => c.Seats()));
    }

    [Theory]
    [InlineData("02-QD-TU.2021-04-29")]
    [InlineData("02-QD-TU.2023-05-01")]
    public async Task Changing_the_rules_changes_nothing_that_a_running_cycle_owes(string editionId)
    {
        var calm = await MissedMonthAsync(null);
        var changed = SmallProvince.Edition with
        {
            Id = editionId,
            InForceFrom = editionId == SmallProvince.Edition.Id ? SmallProvince.Edition.InForceFrom : new DateOnly(2023, 5, 1),
            Roles = [.. SmallProvince.Edition.Roles.Select(r => r with { DueWorkingDays = 1, Ladder = [new Rung("only", 1, [Audience.Secretary])], MissedWorkingDays = 2 })],
        };
        Edition[] editions = editionId == SmallProvince.Edition.Id ? [changed] : [SmallProvince.Edition, changed];
        Assert.Equal(calm, await MissedMonthAsync(new RuleBook(new EditionLibrary(editions), HolidayFile.Vietnam, new DateOnly(2023, 5, 31))));
    }

    [Fact]
    public async Task A_cycle_that_opened_with_changed_rules_under_the_same_id_is_chased_by_those()
    {
        using var play = await Playground.BegunAsync(rules: RulesUntil(SmallProvince.Edition, new DateOnly(2023, 5, 31)));
        await play.RunToAsync(4, 20, 0);
        var changed = SmallProvince.Edition with
        {
            Roles = [.. SmallProvince.Edition.Roles.Select(r => r with { Ladder = [new Rung("only", 1, [Audience.Owner])] })],
        };
        using var later = SmallProvince.Install(play.Tables, play.Clock, play.Mail, RulesUntil(changed, new DateOnly(2023, 5, 31)));
        await new Clockwork(later.Watch, play.Clock).RunAsync(MonthScript.Local(8, 1, 0));
        var rungs = play.Mail.Letters.SelectMany(l => l.Notices).Where(n => n.Notice.Seat == "112.monitor" && n.Notice.Reader == "m112").ToLookup(n => n.Notice.Cycle, n => n.Notice.Rung);
        Assert.Equal(SmallProvince.Rungs, rungs["02-QD-TU.2023-04"]);
        Assert.Equal(["only"], rungs["02-QD-TU.2023-05"]);
    }

    // What April's cycle comes to if nobody reports; with other rules from 20 April on, where there are any, and May's cycle beside.
    private static async Task<string> MissedMonthAsync(RuleBook? changed)
    {
        using var play = await Playground.BegunAsync(rules: RulesUntil(SmallProvince.Edition, new DateOnly(2023, 5, 31)));
        await play.RunToAsync(4, 20, 0);
        using var later = SmallProvince.Install(play.Tables, play.Clock, play.Mail, changed ?? play.It.Parts.Rules);
        await new Clockwork(later.Watch, play.Clock).RunAsync(MonthScript.Local(8, 1, 0));
        var lines = await EndState.OfAsync(play.Tables, play.Mail);
        return string.Join('\n', lines.Split('\n').Where(l =>
            l.Contains("2023-04", StringComparison.Ordinal) && !l.StartsWith("letter", StringComparison.Ordinal) && !l.StartsWith("provider", StringComparison.Ordinal))
            .Select(l => l.Split(" by letter")[0]));
    }

    private static RuleBook RulesUntil(Edition edition, DateOnly day) => new(new EditionLibrary([edition]), HolidayFile.Vietnam, day);

    private static async Task<int> SeatsAsync(ITables tables)
    {
        var seats = new List<string>();
        await foreach (var row in tables.ScanAsync(Table.Sheets))
        {
            if (row.Row.Key.StartsWith(SheetRef.Obligations, StringComparison.Ordinal)) seats.Add(row.Row.Key);
        }

        Assert.Equal(seats.Count, seats.Distinct().Count());
        return seats.Count;
    }
}
