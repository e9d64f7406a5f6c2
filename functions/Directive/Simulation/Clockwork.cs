using Directives.Chasing;

namespace Directives.Simulation;

/// <summary>Lets simulated time pass: from one event to the next, so that nothing happens later than it would have.</summary>
/// <param name="watch">What is woken.</param>
/// <param name="clock">What is moved.</param>
/// <param name="saved">Called with each new time (UTC) before anything happens at it, so that a killed program does not go back in time.</param>
/// <param name="chores">Whether it also stops where only a chore has something to do, so that the trail is sealed as on a machine that looks every minute.</param>
public sealed class Clockwork(Watch watch, MovableClock clock, Func<DateTimeOffset, CancellationToken, Task>? saved = null, bool chores = false)
{
    /// <summary>Wakes all that is due now. Returns when something next is (UTC).</summary>
    public async Task<DateTimeOffset?> SettleAsync(CancellationToken cancel = default)
    {
        while (true)
        {
            var next = await watch.TickAsync(cancel: cancel);
            if (next is not { } at || at > clock.GetUtcNow()) return next;
        }
    }

    /// <summary>Lets time pass until <paramref name="until"/> (UTC), stopping at every event in between.</summary>
    public async Task RunAsync(DateTimeOffset until, CancellationToken cancel = default)
    {
        while (new[] { await SettleAsync(cancel), Chore() }.Min() is { } next && next <= until) await MoveAsync(next, cancel);
        await MoveAsync(until, cancel);
        await SettleAsync(cancel);
    }

    private DateTimeOffset? Chore() => chores && watch.NextChore is { } at && at > clock.GetUtcNow() ? at : null;

    private async Task MoveAsync(DateTimeOffset time, CancellationToken cancel)
    {
        if (saved is not null) await saved(time, cancel);
        clock.MoveTo(time);
    }
}
