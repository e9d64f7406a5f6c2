using CsCheck;
using Directives.Dossiers;
using Directives.Simulation;
using Directives.Tables;
using Directives.Tests.Chasing;
using Directives.Tests.Mail;

namespace Directives.Tests.Dossiers;

/// <summary>The due index may list too early and too much, but never too late (design, idea 2).</summary>
public sealed class DueIndexTests
{
    private readonly MemoryTables _tables = new();
    private static readonly DossierId Some = MonthScript.SheetOf("112").Dossier;
    private static readonly string[] Places = ["111", "112", "113", "121", "122", "123", "11"];
    private static readonly int[] Ages = [0, 1, 3, 9, 10, 11, 14, 600, 1440, 4 * 1440];

    private enum Kind
    {
        Tick,
        Sweep,
        Tick2,
        File,
        SendBack,
        Extend,
        StrayEntry,
        StrikeAll,
        Restart,
    }

    private sealed record Event(int Minutes, Kind Kind, int Place);

    private static readonly Gen<Event[]> Lives = Gen.Select(
        Gen.Int[0, Ages.Length - 1].Select(i => Ages[i]), Gen.Enum<Kind>(), Gen.Int[0, Places.Length - 1], (m, k, p) => new Event(m, k, p)).Array[5, 60];

    [Fact]
    public async Task An_entry_is_struck_off_only_when_it_is_older_than_ten_minutes()
    {
        var (due, clock) = Index();
        var at = clock.GetUtcNow().AddHours(1);
        await due.AnnounceAsync(Some, at, default);
        var entry = Assert.Single(await AllAsync(due));
        Assert.Equal((at, Some), (entry.At, entry.Id));
        clock.MoveTo(at + DueIndex.Grace);
        Assert.False(due.IsOld(entry));
        clock.MoveTo(at + DueIndex.Grace + TimeSpan.FromTicks(1));
        Assert.True(due.IsOld(entry));
        for (var i = 0; i < 2; i++)
        {
            due.Strike(entry);
            await due.StrikeAsync(all: true, default);
            Assert.Empty(await AllAsync(due));
        }
    }

    [Fact]
    public async Task What_is_to_be_struck_off_goes_with_the_next_batch_on_its_shard_and_what_was_announced_again_stays()
    {
        var (due, clock) = Index();
        await due.AnnounceAsync(Some, clock.GetUtcNow().AddHours(1), default);
        await due.AnnounceAsync(Some, clock.GetUtcNow().AddHours(2), default);
        var (first, second) = await AllAsync(due) switch { [var a, var b] => (a, b), _ => throw new InvalidOperationException() };
        foreach (var entry in new[] { first, second }) due.Strike(entry);
        await due.StrikeAsync(all: false, default);
        Assert.All(new[] { first, second }, entry => Assert.True(due.IsStruck(entry)));
        Assert.Equal(2, (await AllAsync(due)).Count);

        // By another engine: then this one knows it as it was, and its strike is lost.
        var other = new DueIndex(_tables, SmallProvince.Authority, clock);
        await other.AnnounceAsync(Some, second.At, default);
        await due.AnnounceAsync(Some, clock.GetUtcNow().AddHours(3), default);
        var left = await AllAsync(due);
        Assert.Equal([second.At, clock.GetUtcNow().AddHours(3)], left.Select(e => e.At));
        Assert.DoesNotContain(left, due.IsStruck);

        // By this one itself.
        due.Strike(left[0]);
        await due.AnnounceAsync(Some, left[0].At, default);
        await due.StrikeAsync(all: true, default);
        Assert.Equal(2, (await AllAsync(due)).Count);
    }

    [Fact]
    public async Task What_wanted_attention_long_ago_is_listed_now_so_that_its_entry_is_young()
    {
        var (due, clock) = Index();
        await due.AnnounceAsync(Some, clock.GetUtcNow().AddYears(-1), default);
        await due.AnnounceAsync([(Some, clock.GetUtcNow().AddYears(-2))], default);
        Assert.Equal(clock.GetUtcNow(), Assert.Single(await AllAsync(due)).At);
    }

    [Fact]
    public async Task Announcing_twice_lists_once_and_a_list_is_read_up_to_and_after_a_time()
    {
        var (due, clock) = Index();
        var now = clock.GetUtcNow();
        for (var i = 0; i < 2; i++)
        {
            foreach (var minutes in new[] { 1, 2, 3 }) await due.AnnounceAsync(Some, now.AddMinutes(minutes), default);
        }

        var shard = DueIndex.ShardOf(Some);
        Assert.Equal([now.AddMinutes(1), now.AddMinutes(2)], (await due.UpToAsync(shard, now.AddMinutes(2), 10, default)).Select(e => e.At));
        Assert.Single(await due.UpToAsync(shard, now.AddMinutes(2), 1, default));
        Assert.Equal(now.AddMinutes(3), (await due.FirstAfterAsync(shard, now.AddMinutes(2), default))!.At);
        Assert.Null(await due.FirstAfterAsync(shard, now.AddMinutes(3), default));
    }

    [Fact]
    public void Whatever_happens_every_dossier_that_wants_attention_is_listed_in_time() => Lives.Sample(events =>
        LiveAsync(events).GetAwaiter().GetResult(), iter: 40, threads: 2);

    [Fact]
    public async Task Early_doubled_and_late_entries_change_nothing()
    {
        var calm = await CrashedMonth.PlayAsync(_ => false, CrashPoint.Before);
        using var play = await Playground.BegunAsync();
        foreach (var step in MonthScript.Steps)
        {
            if (step.Outage) play.Clock.MoveTo(step.At);
            else await play.Work.RunAsync(step.At);
            await play.Work.SettleAsync();
            await step.Act(play.It);
            foreach (var minutes in new[] { -5, 0, 7, 7, 300, 2000 })
            {
                await play.It.Due.AnnounceAsync(MonthScript.SheetOf("112").Dossier, play.Clock.GetUtcNow().AddMinutes(minutes), default);
                await play.It.Due.AnnounceAsync(MonthScript.SheetOf("121").Dossier, play.Clock.GetUtcNow().AddMinutes(minutes), default);
                await play.It.Due.AnnounceAsync(Directives.Mail.MailboxKeys.Dossier(SmallProvince.Authority, "deputy"), play.Clock.GetUtcNow().AddMinutes(minutes), default);
            }
        }

        Assert.Equal("", CrashedMonth.Difference(calm.State, await EndState.OfAsync(play.Tables, play.Mail)));
        Assert.Empty(await play.FaultsAsync());
    }

    private static async Task LiveAsync(Event[] events)
    {
        var rows = new MemoryTables();
        var clock = new MovableClock(MonthScript.Local(4, 26, 23));
        var mail = new RememberingTransport();
        var installation = await SmallProvince.BegunAsync(rows, clock, mail);
        var second = SmallProvince.Install(rows, clock, mail);
        await installation.Watch.TickAsync();
        foreach (var e in events)
        {
            clock.MoveTo(clock.GetUtcNow().AddMinutes(e.Minutes));
            if (e.Kind == Kind.Restart)
            {
                installation.Dispose();
                installation = SmallProvince.Install(rows, clock, mail);
            }

            await ActAsync(e, installation, second, clock);
            Assert.Empty(await DueWalk.ForgottenAsync(rows, installation.Due, clock.GetUtcNow()));
        }

        await new Clockwork(installation.Watch, clock).RunAsync(MonthScript.Local(12, 1, 0));
        Assert.All(await installation.Cycles.AllAsync(), c => Assert.Equal(Directives.Cycles.CycleState.Closed, c.State));
        Assert.Empty(mail.Twice());
        installation.Dispose();
        second.Dispose();
    }

    private static async Task ActAsync(Event e, Installation installation, Installation second, MovableClock clock)
    {
        var (place, seat) = (Places[e.Place], e.Place == 6 ? SmallProvince.Boss : SmallProvince.Monitor(Places[e.Place]));
        var due = installation.Parts.Rules.Calendar.AddWorkingDays(SmallProvince.Zone.DateAt(clock.GetUtcNow()), 6);
        switch (e.Kind)
        {
            case Kind.Tick: await installation.Watch.TickAsync(); break;
            case Kind.Sweep: await installation.Watch.TickAsync(sweep: true); break;
            case Kind.Tick2: await second.Watch.TickAsync(); break;
            case Kind.File: await MonthScript.FileAsync(second, place, $"{clock.GetUtcNow():O}"); break;
            case Kind.SendBack: await second.Rounds.SendBackAsync(MonthScript.SheetOf(place), seat, MonthScript.Office, "why", due); break;
            case Kind.Extend: await second.Rounds.ExtendAsync(MonthScript.SheetOf(place), seat, MonthScript.Office, "why", due); break;
            case Kind.StrayEntry: await installation.Due.AnnounceAsync(MonthScript.SheetOf(place).Dossier, clock.GetUtcNow().AddMinutes(e.Minutes), default); break;
            case Kind.StrikeAll:
                // As the engine does it: wake, list what it wants, then strike.
                foreach (var entry in (await AllAsync(installation.Due)).Where(x => x.At <= clock.GetUtcNow()))
                {
                    try
                    {
                        if (await installation.Waker.WakeAsync(entry.Id) is { } next) await installation.Due.AnnounceAsync(entry.Id, next, default);
                    }
                    catch (VersionRaceException)
                    {
                        continue;
                    }

                    if (installation.Due.IsOld(entry)) installation.Due.Strike(entry);
                    await installation.Due.StrikeAsync(all: true, default);
                }

                break;
        }
    }

    private (DueIndex Due, MovableClock Clock) Index()
    {
        var clock = new MovableClock(SmallProvince.Begin);
        return (new DueIndex(_tables, SmallProvince.Authority, clock), clock);
    }

    private static async Task<List<DueEntry>> AllAsync(DueIndex due)
    {
        var entries = new List<DueEntry>();
        for (var shard = 0; shard < DueIndex.Shards; shard++) entries.AddRange(await due.AllAsync(shard, default));
        return entries;
    }
}
