using Directives.Dossiers;
using Directives.Simulation;
using Directives.Tables;
using Directives.Tests.Tables;
using Microsoft.Extensions.Time.Testing;

namespace Directives.Tests.Dossiers;

/// <summary>One engine serves a set of tables: the local one, or the workers of the Functions app together.</summary>
public sealed class EngineLeaseTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);
    private readonly MovableClock _clock = new(Start);
    private readonly MemoryTables _tables = new();

    [Theory]
    [InlineData(EngineRule.Local, "a", EngineRule.Local, "a", 0, true)]
    [InlineData(EngineRule.Local, "a", EngineRule.Local, "b", 0, false)]
    [InlineData(EngineRule.Local, "a", EngineRule.Azure, "a", 0, false)]
    [InlineData(EngineRule.Azure, "a", EngineRule.Local, "a", 0, false)]
    [InlineData(EngineRule.Azure, "a", EngineRule.Azure, "b", 0, true)]
    [InlineData(EngineRule.Local, "a", EngineRule.Local, "b", 59.9, false)]
    [InlineData(EngineRule.Local, "a", EngineRule.Local, "b", 60, true)]
    [InlineData(EngineRule.Local, "a", EngineRule.Azure, "b", 61, true)]
    public void Who_may_serve_after_whom(string held, string by, string engine, string owner, double seconds, bool may) =>
        Assert.Equal(may, EngineRule.May(new EngineHold(held, by, Start.AddSeconds(60)), engine, owner, Start.AddSeconds(seconds)));

    [Fact]
    public async Task The_other_engine_is_refused_by_name_and_time_until_the_lease_has_run_out()
    {
        await New().TakeAsync(EngineRule.Local, "server-a");
        var refused = await Assert.ThrowsAsync<EngineHeldException>(() => New().TakeAsync(EngineRule.Azure, "app"));
        Assert.Equal(new EngineHold(EngineRule.Local, "server-a", Start + EngineRule.Lease), refused.Held);
        Assert.Contains("'local' (server-a), at least until 2026-03-02 01:01:00 UTC", refused.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<EngineHeldException>(() => New().TakeAsync(EngineRule.Local, "server-b"));
        _clock.MoveTo(Start + EngineRule.Lease);
        await New().TakeAsync(EngineRule.Azure, "app");
    }

    [Fact]
    public async Task After_a_crash_the_same_owner_goes_on_at_once()
    {
        await New().TakeAsync(EngineRule.Local, "server-a");
        await New().TakeAsync(EngineRule.Local, "server-a");
    }

    [Fact]
    public async Task Renewed_in_time_nobody_else_ever_gets_it()
    {
        var mine = New();
        await mine.TakeAsync(EngineRule.Local, "a");
        for (var i = 1; i <= 20; i++)
        {
            _clock.MoveTo(Start + (i * EngineRule.RenewEvery));
            Assert.Null(await mine.RenewAsync());
            await Assert.ThrowsAsync<EngineHeldException>(() => New().TakeAsync(EngineRule.Azure, "app"));
        }
    }

    [Fact]
    public async Task Who_slept_over_the_end_goes_on_if_nobody_came_and_stops_if_somebody_did()
    {
        var mine = New();
        await mine.TakeAsync(EngineRule.Local, "a");
        _clock.MoveTo(Start.AddHours(1));
        Assert.Null(await mine.RenewAsync());
        _clock.MoveTo(Start.AddHours(2));
        await New().TakeAsync(EngineRule.Azure, "app");
        Assert.Equal("app", (await mine.RenewAsync())?.Owner);
        // And takes nothing away when it goes.
        await mine.ReleaseAsync();
        await Assert.ThrowsAsync<EngineHeldException>(() => New().TakeAsync(EngineRule.Local, "b"));
    }

    [Fact]
    public async Task Given_up_it_is_free_at_once()
    {
        var mine = New();
        await mine.TakeAsync(EngineRule.Local, "a");
        await mine.ReleaseAsync();
        await New().TakeAsync(EngineRule.Azure, "app");
    }

    [Fact]
    public async Task The_workers_of_the_app_share_it_and_one_that_leaves_leaves_it_to_the_others()
    {
        var (one, other) = (New(), New());
        await one.TakeAsync(EngineRule.Azure, "worker-1");
        await other.TakeAsync(EngineRule.Azure, "worker-2");
        Assert.Null(await one.RenewAsync());
        Assert.Null(await other.RenewAsync());
        await one.ReleaseAsync();
        await Assert.ThrowsAsync<EngineHeldException>(() => New().TakeAsync(EngineRule.Local, "a"));
        Assert.Null(await other.RenewAsync());
    }

    [Fact]
    public async Task Of_two_that_take_it_at_once_one_gets_it()
    {
        var azure = await AzuriteRunning.NewTablesAsync();
        for (var round = 0; round < 5; round++)
        {
            using var start = new Barrier(4);
            var took = await Task.WhenAll(Enumerable.Range(0, 4).Select(n => Task.Run(async () =>
            {
                start.SignalAndWait();
                try
                {
                    await new EngineLease(azure, _clock).TakeAsync(EngineRule.Local, $"{n}");
                    return true;
                }
                catch (EngineHeldException)
                {
                    return false;
                }
            })));
            Assert.Single(took, true);
            _clock.MoveTo(_clock.GetUtcNow() + EngineRule.Lease);
        }
    }

    [Fact]
    public async Task A_keeper_renews_by_itself_and_tells_when_another_has_the_tables()
    {
        var clock = new FakeTimeProvider(Start);
        await using var keeper = await EngineKeeper.StartAsync(_tables, clock, EngineRule.Local, "a", default);
        var lost = new TaskCompletionSource();
        keeper.Lost.Register(lost.SetResult);
        for (var i = 0; i < 9; i++)
        {
            clock.Advance(EngineRule.RenewEvery);
            // Renewed on another thread.
            while ((await HeldAsync()).Until < clock.GetUtcNow() + EngineRule.Lease) await Task.Yield();
        }

        Assert.False(keeper.Lost.IsCancellationRequested);
        await Assert.ThrowsAsync<EngineHeldException>(() => new EngineLease(_tables, clock).TakeAsync(EngineRule.Azure, "app"));

        // As after a pause of the whole machine: another took it by a clock that went on.
        await new EngineLease(_tables, new MovableClock(clock.GetUtcNow().AddHours(1))).TakeAsync(EngineRule.Azure, "app");
        clock.Advance(EngineRule.RenewEvery);
        await lost.Task.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(("azure", "app"), (keeper.LostTo!.Engine, keeper.LostTo.Owner));
    }

    private async Task<EngineHold> HeldAsync()
    {
        await foreach (var row in _tables.ScanAsync(Table.Installation)) return Stored.Read<EngineHold>(row.Row);
        throw new InvalidOperationException("Nobody holds the tables.");
    }

    private EngineLease New() => new(_tables, _clock);
}
