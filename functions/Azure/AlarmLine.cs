using Directives.Alarms;
using Directives.Cloud.Orchestrations;
using Microsoft.DurableTask.Client;

namespace Directives.Cloud;

/// <summary>The engine's alarm clock: Durable Task, as the host lends it to a function. Kept for what happens between two functions.</summary>
public sealed class AlarmLine
{
    private volatile DurableAlarms? _latest;

    /// <summary>The alarm clock last lent; null before the first.</summary>
    public IAlarmClock? Latest => _latest;

    /// <summary>Keeps what was lent.</summary>
    public IAlarmClock Use(DurableTaskClient client) => _latest = new DurableAlarms(client);
}

/// <summary>Alarms as orchestrations, each under its own name as instance.</summary>
internal sealed class DurableAlarms(DurableTaskClient client) : IAlarmClock
{
    public async Task<AlarmState> StateAsync(AlarmName alarm, CancellationToken cancel) => await client.GetInstanceAsync(alarm.Id, cancel) switch
    {
        null => AlarmState.Missing,
        { RuntimeStatus: OrchestrationRuntimeStatus.Completed or OrchestrationRuntimeStatus.Failed or OrchestrationRuntimeStatus.Terminated } => AlarmState.Over,
        _ => AlarmState.Set,
    };

    public Task SetAsync(AlarmName alarm, CancellationToken cancel) => client.ScheduleNewOrchestrationInstanceAsync(
        alarm.Kind.ToString(), alarm.Kind == AlarmKind.VisitCycle ? new VisitCycleRound(alarm.Of, false) : alarm.Of,
        new Microsoft.DurableTask.StartOrchestrationOptions(alarm.Id), cancel);

    public Task RingAsync(AlarmName alarm, CancellationToken cancel) => client.RaiseEventAsync(alarm.Id, AlarmLoop.Changed, null, cancel);
}
