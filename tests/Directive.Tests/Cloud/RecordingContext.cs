using System.Globalization;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Directives.Tests.Cloud;

/// <summary>
/// Plays the engine to one round of an orchestration, step by step: answers its activities, lets its timers fire, raises events; and writes down what it
/// asks for, in order.
/// </summary>
internal sealed class RecordingContext(object input, Func<string, object?, object?> activities, DateTime? begin = null) : TaskOrchestrationContext
{
    /// <summary>When a round begins.</summary>
    public static readonly DateTime Begin = new(2026, 3, 2, 1, 0, 0, DateTimeKind.Utc);

    private readonly List<(DateTime At, TaskCompletionSource Fired)> _timers = [];
    private readonly List<(string Name, TaskCompletionSource<object?> Raised)> _waits = [];
    private readonly List<string> _unheard = [];
    private DateTime _now = begin ?? Begin;

    /// <summary>What was asked for.</summary>
    public List<string> Asked { get; } = [];

    /// <summary>The input of the next round; null where it did not begin anew.</summary>
    public object? Next { get; private set; }

    /// <summary>Whether events nobody waited for go on into the next round.</summary>
    public bool? KeepsEvents { get; private set; }

    /// <summary>When the next timer wants to fire.</summary>
    public DateTime? NextTimer => _timers.Where(t => !t.Fired.Task.IsCompleted).Select(t => (DateTime?)t.At).Min();

    public override TaskName Name => new("played");

    public override string InstanceId => "played";

    public override ParentOrchestrationInstance? Parent => null;

    public override DateTime CurrentUtcDateTime => _now;

    public override bool IsReplaying => false;

    protected override ILoggerFactory LoggerFactory => NullLoggerFactory.Instance;

    public override T? GetInput<T>()
        where T : default => (T?)input;

    public override Task<TResult> CallActivityAsync<TResult>(TaskName name, object? input = null, TaskOptions? options = null)
    {
        Asked.Add($"{name.Name}({input})");
        Assert.NotNull(options?.Retry);
        try
        {
            return Task.FromResult((TResult)activities(name.Name, input)!);
        }
        catch (Exception e)
        {
            return Task.FromException<TResult>(new TaskFailedException(name.Name, Asked.Count, e));
        }
    }

    public override Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken)
    {
        Asked.Add(string.Create(CultureInfo.InvariantCulture, $"timer +{(fireAt - Begin).TotalSeconds:0}s"));
        var timer = (fireAt, new TaskCompletionSource());
        cancellationToken.Register(() => timer.Item2.TrySetCanceled());
        _timers.Add(timer);
        if (fireAt <= _now) timer.Item2.TrySetResult();
        return timer.Item2.Task;
    }

    public override Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default)
    {
        Asked.Add($"wait for {eventName}");
        if (_unheard.Remove(eventName)) return Task.FromResult(default(T)!);
        var wait = (eventName, new TaskCompletionSource<object?>());
        cancellationToken.Register(() => wait.Item2.TrySetCanceled());
        _waits.Add(wait);
        return Cast();

        async Task<T> Cast() => (T)(await wait.Item2.Task)!;
    }

    /// <summary>Time passes; timers fire that lie before.</summary>
    public void Pass(TimeSpan time) => PassTo(_now + time);

    /// <summary>The same, until a time (UTC).</summary>
    public void PassTo(DateTime now)
    {
        _now = now;
        foreach (var (_, fired) in _timers.Where(t => t.At <= _now).ToList()) fired.TrySetResult();
    }

    /// <summary>An event comes.</summary>
    public void Raise(string name)
    {
        foreach (var (waited, raised) in _waits)
        {
            if (waited == name && raised.TrySetResult(null)) return;
        }

        _unheard.Add(name);
    }

    public override void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true)
    {
        Asked.Add($"begin anew({newInput})");
        (Next, KeepsEvents) = (newInput, preserveUnprocessedEvents);
    }

    public override void SendEvent(string instanceId, string eventName, object payload) => throw new InvalidOperationException("Nothing sends events.");

    public override void SetCustomStatus(object? customStatus) => throw new InvalidOperationException("Nothing has a status of its own.");

    public override Task<TResult> CallSubOrchestratorAsync<TResult>(TaskName orchestratorName, object? input = null, TaskOptions? options = null) =>
        throw new InvalidOperationException("Alarms are set detached.");

    public override Guid NewGuid() => throw new InvalidOperationException("Nothing needs chance.");
}
