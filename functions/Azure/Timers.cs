using Directives.Alarms;
using Directives.Chasing;
using Directives.Cycles;
using Directives.Dossiers;
using Directives.Web.Health;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Directives.Cloud;

/// <summary>What goes by the clock. Schedules are in UTC; what is due on which local day, the tables say.</summary>
public sealed partial class Timers(Installation installation, AlarmLine line, Pulse pulse, ILogger<Timers> log)
{
    // Long enough to look into what failed.
    private static readonly TimeSpan KeptOver = TimeSpan.FromDays(7);

    /// <summary>Freezes the cycles whose period has begun, and sets their alarms.</summary>
    [Function(nameof(OpenDueCycles))]
    public Task OpenDueCycles([TimerTrigger("30 */5 * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancel) =>
        OpenDueCyclesAsync(installation, line.Use(client), cancel);

    internal static async Task OpenDueCyclesAsync(Installation installation, IAlarmClock clock, CancellationToken cancel)
    {
        var setter = new AlarmSetter(clock);
        // The alarm of another cycle may be at work on the same dossier.
        var active = await Races.AgainAsync(() => installation.Keeper.FreezeDueAsync(cancel));
        // Those that are open are the sweep's: by them it finds out whether the engine has forgotten everything.
        foreach (var opening in active.Where(a => a.State == CycleState.Opening))
            await setter.EnsureAsync(AlarmName.OfCycle(opening.Id), false, cancel);
    }

    /// <summary>Wakes mailboxes and whatever else has no alarm of its own, and what an alarm has left undone.</summary>
    [Function(nameof(Postman))]
    public async Task Postman([TimerTrigger("0 * * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancel)
    {
        line.Use(client);
        await installation.Watch.TickAsync(cancel: cancel);
    }

    /// <summary>Restores alarms that the engine has lost, and tells how late it is.</summary>
    [Function(nameof(Sweep))]
    public async Task Sweep([TimerTrigger("15 */15 * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancel)
    {
        var set = await SweepAsync(installation, line.Use(client), pulse, cancel);
        if (set > 0) Restored(log, set);
    }

    internal static async Task<int> SweepAsync(Installation installation, IAlarmClock clock, Pulse pulse, CancellationToken cancel)
    {
        var set = await new RootSweep(installation.Cycles, installation.Due, new AlarmSetter(clock), installation.Parts.Clock).SweepAsync(cancel);
        await pulse.AfterSweepAsync(cancel);
        return set;
    }

    /// <summary>Removes what the engine keeps of alarms that are over.</summary>
    [Function(nameof(PurgeOver))]
    public async Task PurgeOver([TimerTrigger("0 20 */6 * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancel)
    {
        OrchestrationRuntimeStatus[] over = [OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Failed, OrchestrationRuntimeStatus.Terminated];
        var result = await client.PurgeAllInstancesAsync(new PurgeInstancesFilter(null, installation.Parts.Machine.GetUtcNow() - KeptOver, over), cancel);
        if (result.PurgedInstanceCount > 0) Purged(log, result.PurgedInstanceCount);
    }

    /// <summary>Seals the trail, and removes what has been kept long enough.</summary>
    [Function(nameof(SealTrail))]
    public Task SealTrail([TimerTrigger("45 */10 * * * *")] TimerInfo timer, CancellationToken cancel) => LookAsync(installation.Chores, cancel);

    internal static async Task LookAsync(IEnumerable<IChore> chores, CancellationToken cancel)
    {
        // One that another engine was first with does not keep the others waiting: its next look sees what is left.
        foreach (var chore in chores) await Races.AgainAsync(() => chore.LookAsync(cancel));
    }

    [LoggerMessage(LogLevel.Information, "{Count} alarms that are over were removed.")]
    private static partial void Purged(ILogger log, int count);

    [LoggerMessage(LogLevel.Information, "The sweep set {Count} alarms.")]
    private static partial void Restored(ILogger log, int count);
}
