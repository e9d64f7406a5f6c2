using Directives.Chasing;

namespace Directives.Simulation;

/// <summary>Lets simulated time pass: from one event to the next, so that nothing happens later than it would have.</summary>
/// <param name="watch">What is woken.</param>
/// <param name="clock">What is moved.</param>
/// <param name="saved">Called with each new time (UTC) before anything happens at it, so that a killed program does not go back in time.</param>
public sealed class Clockwork(Watch watch, MovableClock clock, Func<DateTimeOffset, CancellationToken, Task>? saved = null)
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
        while (await SettleAsync(cancel) is { } next && next <= until) await MoveAsync(next, cancel);
        await MoveAsync(until, cancel);
        await SettleAsync(cancel);
    }

    private async Task MoveAsync(DateTimeOffset time, CancellationToken cancel)
    {
        if (saved is not null) await saved(time, cancel);
        clock.MoveTo(time);
    }
}
