using Directives.Chasing;

namespace Directives.Simulation;

/// <summary>Lets simulated time pass: from one event to the next, so that nothing happens later than it would have.</summary>
public sealed class Clockwork(Watch watch, MovableClock clock)
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
        while (await SettleAsync(cancel) is { } next && next <= until) clock.MoveTo(next);
        clock.MoveTo(until);
        await SettleAsync(cancel);
    }
}
