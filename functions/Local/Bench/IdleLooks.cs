using Directives.Alarms;
using Directives.Calendars;
using Directives.Dossiers;
using Directives.Editions;
using Directives.Register;
using Directives.Simulation;
using Directives.Tables;

namespace Directives.Local.Bench;

/// <summary>What timers of the Functions app, and the lease of its instances, ask of the tables while nothing is due.</summary>
internal static class IdleLooks
{
    private static readonly DateTimeOffset Noon = new(2023, 4, 12, 5, 0, 0, TimeSpan.Zero);

    /// <summary>Counts each once, on a sample province with its cycles open, after all was done that was due.</summary>
    public static async Task<(IReadOnlyDictionary<string, double> Timers, double Lease)> CountAsync(CancellationToken cancel)
    {
        var tables = new CountedTables(new MemoryTables(), Table.Cycles);
        var clock = new MovableClock(Noon);
        using var installation = new Installation(new InstallationParts
        {
            Authority = "52",
            Tables = tables,
            Clock = clock,
            Rules = new RuleBook(EditionLibrary.Sample, HolidayFile.Vietnam, new DateOnly(2023, 4, 30)),
            Transport = new CountingTransport(),
            TrailKey = new byte[32],
            LinkSecret = new byte[32],
            ConfidentialKey = new byte[32],
            Watch = new() { Chores = false },
        });
        await installation.Registers.ReplaceAsync(SampleProvince.Load(), Actor.System, "benchmark", cancel);
        await installation.BeginAsync(new DateOnly(2023, 4, 1), cancel);
        await new Clockwork(installation.Watch, clock).RunAsync(Noon.AddHours(1), cancel);
        foreach (var chore in installation.Chores) await chore.LookAsync(cancel);
        // Entries that were struck off are gone, and no seal is due yet.
        clock.MoveTo(clock.GetUtcNow() + DueIndex.Grace + TimeSpan.FromMinutes(1));
        await installation.Watch.TickAsync(cancel: cancel);
        foreach (var chore in installation.Chores) await chore.LookAsync(cancel);

        var sweep = new RootSweep(installation.Cycles, installation.Due, new AlarmSetter(new AllSet()), clock);
        var lease = new EngineLease(tables, clock);
        await lease.TakeAsync(EngineRule.Azure, "bench", cancel);
        return (
            new Dictionary<string, double>
            {
                ["OpenDueCycles"] = await AskedAsync(() => installation.Keeper.FreezeDueAsync(cancel)),
                ["Postman"] = await AskedAsync(() => installation.Watch.TickAsync(cancel: cancel)),
                // Not counted: in the code it asks the task hub alone.
                ["PurgeOver"] = 0,
                ["SealTrail"] = await AskedAsync(async () =>
                {
                    foreach (var chore in installation.Chores) await chore.LookAsync(cancel);
                }),
                ["Sweep"] = await AskedAsync(() => sweep.SweepAsync(cancel)),
            },
            await AskedAsync(() => lease.RenewAsync(cancel)));

        async Task<double> AskedAsync(Func<Task> look)
        {
            var before = tables.Counts.Values.Sum();
            await look();
            return tables.Counts.Values.Sum() - before;
        }
    }

    /// <summary>An engine that has lost nothing.</summary>
    private sealed class AllSet : IAlarmClock
    {
        public Task<AlarmState> StateAsync(AlarmName alarm, CancellationToken cancel) => Task.FromResult(AlarmState.Set);

        public Task SetAsync(AlarmName alarm, CancellationToken cancel) => Task.CompletedTask;

        public Task RingAsync(AlarmName alarm, CancellationToken cancel) => Task.CompletedTask;
    }
}
