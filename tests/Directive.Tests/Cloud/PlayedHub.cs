using Directives.Alarms;
using Directives.Cloud;
using Directives.Cloud.Orchestrations;
using Directives.Simulation;

namespace Directives.Tests.Cloud;

/// <summary>A task hub in memory: runs the real orchestrations and their real activities, round by round, by a clock that is moved; and can be deleted.</summary>
internal sealed class PlayedHub(Installation installation, MovableClock clock) : IAlarmClock
{
    private readonly Dictionary<string, Instance> _instances = new(StringComparer.Ordinal);
    private readonly Activities _activities = new(installation, new AlarmLine());

    /// <summary>Alarms that wait.</summary>
    public int Waiting => _instances.Values.Count(i => !i.Over);

    /// <summary>When the next of them wants to fire (UTC).</summary>
    public DateTime? Next => _instances.Values.Where(i => !i.Over).Select(i => i.Context.NextTimer).Min();

    public Task<AlarmState> StateAsync(AlarmName alarm, CancellationToken cancel) => Task.FromResult(
        !_instances.TryGetValue(alarm.Id, out var instance) ? AlarmState.Missing : instance.Over ? AlarmState.Over : AlarmState.Set);

    public Task SetAsync(AlarmName alarm, CancellationToken cancel)
    {
        if (_instances.TryGetValue(alarm.Id, out var known) && !known.Over) throw new InvalidOperationException($"{alarm.Id} is there.");
        var instance = new Instance { Kind = alarm.Kind };
        _instances[alarm.Id] = instance;
        Begin(instance, alarm.Kind == AlarmKind.VisitCycle ? new VisitCycleRound(alarm.Of, false) : alarm.Of);
        return Task.CompletedTask;
    }

    public Task RingAsync(AlarmName alarm, CancellationToken cancel)
    {
        _instances[alarm.Id].Context.Raise(AlarmLoop.Changed);
        return Task.CompletedTask;
    }

    /// <summary>The hub is gone, with all that it knew.</summary>
    public void Delete() => _instances.Clear();

    /// <summary>Everything that is to happen until now, happens.</summary>
    public void Settle()
    {
        while (_instances.Values.FirstOrDefault(Moves) is { } instance)
        {
            if (instance.Round.IsFaulted || instance.Context.Next is not { } next) instance.Over = true;
            else Begin(instance, next);
        }
    }

    private bool Moves(Instance instance)
    {
        if (instance.Over) return false;
        instance.Context.PassTo(clock.GetUtcNow().UtcDateTime);
        return instance.Round.IsCompleted;
    }

    private void Begin(Instance instance, object input)
    {
        instance.Context = new RecordingContext(input, Call, clock.GetUtcNow().UtcDateTime);
        instance.Round = instance.Kind switch
        {
            AlarmKind.VisitCycle => VisitCycle.RunAsync(instance.Context),
            AlarmKind.Chase => Chase.RunAsync(instance.Context),
            _ => Escalation.RunAsync(instance.Context),
        };
    }

    private object? Call(string name, object? input) => name switch
    {
        nameof(Activities.WakeSheet) => _activities.WakeSheet((string)input!, default).GetAwaiter().GetResult(),
        nameof(Activities.WakeCase) => _activities.WakeCase((string)input!, default).GetAwaiter().GetResult(),
        nameof(Activities.CountSheets) => _activities.CountSheets((string)input!, default).GetAwaiter().GetResult(),
        nameof(Activities.OpenSheets) => _activities.OpenSheets((SheetsOfCycle)input!, default).GetAwaiter().GetResult(),
        nameof(Activities.SayOpened) => _activities.SayOpened((string)input!, default).GetAwaiter().GetResult(),
        nameof(Activities.SetChases) => _activities.SetChasesAsync((SheetsOfCycle)input!, this, default).GetAwaiter().GetResult(),
        nameof(Activities.LookAtCycle) => _activities.LookAtCycle((string)input!, default).GetAwaiter().GetResult(),
        _ => throw new InvalidOperationException($"There is no activity '{name}'."),
    };

    private sealed class Instance
    {
        public required AlarmKind Kind { get; init; }

        public RecordingContext Context { get; set; } = null!;

        public Task Round { get; set; } = null!;

        public bool Over { get; set; }
    }
}
