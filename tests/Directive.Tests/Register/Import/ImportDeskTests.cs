using System.Diagnostics;
using System.Text;
using Directives.Calendars;
using Directives.Cycles;
using Directives.Dossiers;
using Directives.Register;
using Directives.Register.Import;
using Directives.Register.Import.Sheets;
using Directives.Tables;
using Directives.Tests.Chasing;
using Directives.Tests.Dossiers;
using Directives.Tests.Mail;
using Directives.Tests.Tables;
using Directives.Verification;

namespace Directives.Tests.Register.Import;

/// <summary>Imports carried out on tables.</summary>
public sealed class ImportDeskTests
{
    private static readonly Actor Office = new("office");
    private static readonly string[] Renamed = ["seat,official,from", "112.monitor,m113,2023-05-10"];

    [Fact]
    public async Task An_import_is_one_act_and_what_owes_goes_on()
    {
        using var play = await Playground.BegunAsync();
        await play.RunToAsync(5, 8, 10);
        var plan = await PlanAsync(play.It);
        Assert.Null(await play.It.Imports.ApplyAsync(plan, Office, ImportDesk.Why(plan, "posts.csv")));
        var register = await play.It.Registers.GetAsync();
        Assert.Equal(("m112", "m113"), (register.HolderOf("112.monitor", new(2023, 5, 9))!.Id, register.HolderOf("112.monitor", new(2023, 5, 10))!.Id));
        var acts = await play.It.Dossiers.RowsAsync<TrailEntry>(new DossierId(Table.Register, SmallProvince.Authority), Keys.TrailPrefix, default);
        Assert.Equal(("register-replaced", "office", "import of posts from posts.csv: 0 new, 1 changed, 6 not in the file"), (acts[^1].Act, acts[^1].By, acts[^1].Why));
        Assert.Empty(await play.FaultsAsync());
        Assert.Empty((await new Verifier(play.It).RunAsync()).Findings);
    }

    [Fact]
    public async Task A_plan_is_bound_to_the_register_it_was_made_for()
    {
        using var play = await Playground.BegunAsync();
        var plan = await PlanAsync(play.It);
        await play.It.Registers.ChangeAsync(c => c with { Bodies = [.. c.Bodies, new Body("new", "Sở", "Dept", "agency", null)] }, Office, "meanwhile");
        Assert.Equal(ImportRefusal.Changed, await play.It.Imports.ApplyAsync(plan, Office, "late"));
        Assert.Null((await play.It.Registers.GetAsync()).Content.Posts.Single(p => p.Seat == "112.monitor").To);
        Assert.Null(await play.It.Imports.ApplyAsync(await PlanAsync(play.It), Office, "again"));
    }

    [Fact]
    public async Task Of_two_imports_at_once_one_is_carried_out()
    {
        using var play = await Playground.BegunAsync();
        var plans = await Task.WhenAll(PlanAsync(play.It), PlanAsync(play.It, "seat,official,from", "113.monitor,m112,2023-05-10"));
        var refusals = await Task.WhenAll(plans.Select(p => play.It.Imports.ApplyAsync(p, Office, "at once")));
        Assert.Equal([null, ImportRefusal.Changed], refusals.Order());
    }

    [Fact]
    public async Task Nothing_is_imported_while_a_cycle_opens_or_rows_are_wrong()
    {
        using var play = await Playground.BegunAsync();
        var plan = await PlanAsync(play.It);
        Assert.Contains(await play.It.Keeper.FreezeDueAsync(), a => a.State == CycleState.Opening);
        Assert.Equal(ImportRefusal.CycleOpens, await play.It.Imports.ApplyAsync(plan, Office, "too early"));
        await play.It.Keeper.WakeAsync();
        var wrong = await PlanAsync(play.It, [.. Renamed, "113.monitor,nobody,"]);
        Assert.Equal(ImportRefusal.NotClean, await play.It.Imports.ApplyAsync(wrong, Office, "wrong"));
        Assert.Equal(1, (await play.It.Dossiers.HeadAsync<RegisterHead>(new DossierId(Table.Register, SmallProvince.Authority), default))!.Value.Head.Generation);
        Assert.Null(await play.It.Imports.ApplyAsync(plan, Office, "now"));
    }

    [Fact]
    public async Task Killed_at_any_write_nothing_is_half_applied_and_the_same_import_goes_through()
    {
        var (before, after) = (7, 8);
        for (var crash = 1; ; crash++)
        {
            var inner = new MemoryTables();
            var clock = new Directives.Simulation.MovableClock(SmallProvince.Begin);
            using (await SmallProvince.BegunAsync(inner, clock, new RememberingTransport())) { }

            var at = crash;
            var tables = new CrashingTables(inner, n => n == at, crash % 2 == 0 ? CrashPoint.Before : CrashPoint.After);
            using var it = SmallProvince.Install(tables, clock, new RememberingTransport());
            try
            {
                await it.Imports.ApplyAsync(await PlanAsync(it), Office, "killed");
            }
            catch (CrashException)
            {
                tables.Restart();
            }

            using var again = SmallProvince.Install(inner, clock, new RememberingTransport());
            Assert.Contains((await again.Registers.GetAsync()).Content.Posts.Count, new[] { before, after });
            Assert.Null(await again.Imports.ApplyAsync(await PlanAsync(again), Office, "again"));
            Assert.Equal(after, (await again.Registers.GetAsync()).Content.Posts.Count);
            Assert.Empty((await new Verifier(again).RunAsync()).Findings);
            if (tables.Crashes == 0)
            {
                Assert.InRange(crash, 3, 20);
                return;
            }
        }
    }

    [Fact]
    public async Task A_calendar_that_is_fixed_is_compared_and_not_changed()
    {
        using var play = await Playground.BegunAsync();
        var rows = await play.It.Imports.RowsAsync(ImportKind.Holidays);
        Assert.True(await play.It.Imports.PlanAsync(ImportFile.Read(SheetWriter.Csv(rows), null), true) is { IsClean: true, Changes: false });
        var plan = await play.It.Imports.PlanAsync(Plans.Read(ImportKind.Holidays, "day,kind,vi,en,by", "2027-01-01,holiday,Tết,New Year,1/TB"), true);
        Assert.Single(plan.New);
        Assert.Equal(ImportRefusal.FixedCalendar, await play.It.Imports.ApplyAsync(plan, Office, "fixed"));
        Assert.False(HolidayFile.Vietnam.Covers(2027));
    }

    [Fact]
    public async Task A_first_register_is_imported_into_tables_without_one()
    {
        var tables = new MemoryTables();
        using var it = SmallProvince.Install(tables, new Directives.Simulation.MovableClock(SmallProvince.Begin), new RememberingTransport());
        foreach (var (kind, lines) in new (ImportKind, string[])[]
        {
            (ImportKind.Places, ["code,name,kind,level,parent", "1,Tỉnh,Tỉnh,province,", "11,Xã,Xã,commune,1"]), (ImportKind.Officials, ["id,title,title_en,address", "a,A,A,a@place.example"]),
            (ImportKind.Posts, ["place,role,official", "11,monitor,a"]),
        })
        {
            Assert.Null(await it.Imports.ApplyAsync(await it.Imports.PlanAsync(Plans.Read(kind, lines), true), Office, "first"));
        }

        Assert.Equal("a", (await it.Registers.GetAsync()).HolderOf("11.monitor", Plans.Day)!.Id);
    }

    [Fact]
    public async Task A_nation_is_read_compared_and_replaced_in_time()
    {
        var folder = new TemporaryFolder();
        try
        {
            await using var tables = SqliteTables.Open(folder.File("nation.db"));
            using var it = SmallProvince.Install(tables, new Directives.Simulation.MovableClock(SmallProvince.Begin), new RememberingTransport());
            await it.Registers.ReplaceAsync(TitledRegister.From(PlacesFile.Read(NationFile.Bytes(), Registers.Start), Registers.Start), Office, "the nation");
            var file = Encoding.UTF8.GetBytes(SyntheticNation.Csv().Replace("Xã ", "Phường ", StringComparison.Ordinal));
            var watch = Stopwatch.StartNew();
            var plan = await it.Imports.PlanAsync(ImportFile.Read(file, null), true);
            Assert.InRange(plan.Changed.Count, 5000, 11_000);
            Assert.Null(await it.Imports.ApplyAsync(plan, Office, "the nation"));
            // Ten seconds are the promise; this machine may do other things besides, and the benchmark measures.
            Assert.InRange(watch.Elapsed.TotalSeconds, 0, 60);
        }
        finally
        {
            folder.Delete();
        }
    }

    private static Task<ImportPlan> PlanAsync(Installation it, params string[] lines) => it.Imports.PlanAsync(Plans.Read(ImportKind.Posts, lines.Length > 0 ? lines : Renamed), trusted: false);
}
