using Directives.Cycles;
using Directives.Dossiers;

namespace Directives.Alarms;

/// <summary>
/// Restores alarms from the tables (design, idea 3): those of running cycles, and of every dossier that wants attention before the next sweep. If the
/// engine has forgotten a cycle, it has forgotten everything: then the alarm of every dossier on the list is restored.
/// </summary>
public sealed class RootSweep(CycleStore cycles, DueIndex due, AlarmSetter setter, TimeProvider clock)
{
    /// <summary>How often sweeps come.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(15);

    // A sweep may come late, and takes its time.
    private static readonly TimeSpan Ahead = 2 * Every;
    private const int MostPerShard = 5000;
    private const int AtOnce = 16;

    /// <summary>Restores what is missing. Returns how many alarms were set.</summary>
    public async Task<int> SweepAsync(CancellationToken cancel = default)
    {
        var set = 0;
        foreach (var active in (await cycles.HeadAsync(cancel))?.Head.Active ?? [])
        {
            if (await setter.EnsureAsync(AlarmName.OfCycle(active.Id), false, cancel)) set++;
        }

        var now = clock.GetUtcNow();
        var forgotten = set > 0;
        var names = new HashSet<AlarmName>();
        for (var shard = 0; shard < DueIndex.Shards; shard++)
        {
            var entries = forgotten ? await due.AllAsync(shard, cancel) : await due.UpToAsync(shard, now + Ahead, MostPerShard, cancel);
            foreach (var entry in entries)
            {
                if (AlarmName.For(entry.Id) is { } name) names.Add(name);
            }
        }

        await Parallel.ForEachAsync(names, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel }, async (name, stop) =>
        {
            if (await setter.EnsureAsync(name, false, stop)) Interlocked.Increment(ref set);
        });
        return set;
    }
}
