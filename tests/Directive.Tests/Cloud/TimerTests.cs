using Directives.Alarms;
using Directives.Chasing;
using Directives.Cloud;
using Directives.Dossiers;
using Directives.Simulation;
using Directives.Tables;
using Directives.Tests.Chasing;
using Directives.Tests.Mail;

namespace Directives.Tests.Cloud;

/// <summary>What goes by the clock, while alarms are at work on the same dossiers.</summary>
public sealed class TimerTests
{
    [Fact]
    public async Task A_cycle_is_opened_though_another_act_comes_first()
    {
        var rows = new MemoryTables();
        var clock = new MovableClock(SmallProvince.Begin);
        using var first = await SmallProvince.BegunAsync(rows, clock, new RememberingTransport());
        using var overtaken = SmallProvince.Install(new OvertakenTables(rows, Table.Cycles), clock, new RememberingTransport());
        var set = new List<string>();
        await Timers.OpenDueCyclesAsync(overtaken, new Setting(set), default);
        Assert.Equal([SmallProvince.CycleId], (await first.Cycles.AllAsync()).Select(c => c.Id));
        Assert.Equal(AlarmName.OfCycle(SmallProvince.CycleId).ToString(), Assert.Single(set));
    }

    [Fact]
    public async Task A_chore_that_loses_a_race_looks_again_and_the_others_are_not_kept_waiting()
    {
        var looks = new List<string>();
        await Timers.LookAsync([new Losing("a", 2, looks), new Losing("b", 0, looks)], default);
        Assert.Equal(["a", "a", "a", "b"], looks);
    }

    private sealed class Losing(string name, int races, List<string> looks) : IChore
    {
        public DossierId Id => new(Table.Trail, name);

        public Task LookAsync(CancellationToken cancel)
        {
            looks.Add(name);
            return looks.Count(l => l == name) <= races ? throw new VersionRaceException(Table.Trail, name, "!") : Task.CompletedTask;
        }
    }

    private sealed class Setting(List<string> set) : IAlarmClock
    {
        public Task<AlarmState> StateAsync(AlarmName alarm, CancellationToken cancel) => Task.FromResult(AlarmState.Missing);

        public Task SetAsync(AlarmName alarm, CancellationToken cancel)
        {
            set.Add($"{alarm}");
            return Task.CompletedTask;
        }

        public Task RingAsync(AlarmName alarm, CancellationToken cancel) => Task.CompletedTask;
    }

    /// <summary>Tables in which somebody else acts just before the first commit on one of them.</summary>
    private sealed class OvertakenTables(ITables inner, Table table) : ITables
    {
        private bool _over;

        public ValueTask<Row?> ReadAsync(Table from, string partition, string key, CancellationToken cancel = default) => inner.ReadAsync(from, partition, key, cancel);

        public ValueTask<IReadOnlyList<Row>> QueryAsync(Table from, string partition, KeyRange range, int? limit = null, CancellationToken cancel = default) =>
            inner.QueryAsync(from, partition, range, limit, cancel);

        public async ValueTask<IReadOnlyList<string>> CommitAsync(Table to, string partition, IReadOnlyList<RowChange> changes, CancellationToken cancel = default)
        {
            if (to == table && !_over)
            {
                _over = true;
                var head = (await inner.ReadAsync(to, partition, Keys.Head, cancel))!;
                await inner.CommitAsync(to, partition, [new Replace(Keys.Head, head.Body, head.Version)], cancel);
            }

            return await inner.CommitAsync(to, partition, changes, cancel);
        }

        public IAsyncEnumerable<ScannedRow> ScanAsync(Table from, CancellationToken cancel = default) => inner.ScanAsync(from, cancel);
    }
}
