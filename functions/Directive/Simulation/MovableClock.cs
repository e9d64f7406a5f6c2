namespace Directives.Simulation;

/// <summary>A clock that can be moved forward: stands still by itself, or goes on with another clock.</summary>
/// <param name="start">The time it shows first (UTC).</param>
/// <param name="ticking">The clock it goes on with; null to stand still.</param>
public sealed class MovableClock(DateTimeOffset start, TimeProvider? ticking = null) : TimeProvider
{
    private readonly Lock _guard = new();
    private readonly long _begun = ticking?.GetTimestamp() ?? 0;
    private DateTimeOffset _start = start.ToUniversalTime();

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (_guard) return _start + (ticking?.GetElapsedTime(_begun) ?? TimeSpan.Zero);
    }

    /// <summary>Moves the clock to a time (UTC); never backward.</summary>
    /// <returns>Whether it moved.</returns>
    public bool MoveTo(DateTimeOffset time)
    {
        lock (_guard)
        {
            var elapsed = ticking?.GetElapsedTime(_begun) ?? TimeSpan.Zero;
            if (time <= _start + elapsed) return false;
            _start = time.ToUniversalTime() - elapsed;
            return true;
        }
    }
}
