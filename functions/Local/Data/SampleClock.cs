using Directives.Simulation;
using Directives.Tables;

namespace Directives.Local.Data;

/// <summary>
/// The clock of a sample: goes on with the real one, can be moved forward, and stands still while the program is off.
/// </summary>
public sealed class SampleClock
{
    private const string Partition = "installation";
    private const string Key = "clock";
    private static readonly TimeSpan SaveEvery = TimeSpan.FromSeconds(15);
    private readonly ITables _tables;
    private DateTimeOffset _saved;

    private SampleClock(ITables tables, MovableClock clock) => (_tables, Clock) = (tables, clock);

    /// <summary>Monday of the week in which the sample's conference took place, 07:30 in Vietnam.</summary>
    public static DateTimeOffset Start { get; } = new(2023, 4, 3, 0, 30, 0, TimeSpan.Zero);

    public MovableClock Clock { get; }

    /// <summary>The clock as it was last saved, or at its start.</summary>
    public static async Task<SampleClock> OpenAsync(ITables tables, CancellationToken cancel)
    {
        var row = await tables.ReadAsync(Table.Installation, Partition, Key, cancel);
        return new SampleClock(tables, new MovableClock(row is null ? Start : Stored.Read<Shown>(row).At, TimeProvider.System));
    }

    /// <summary>Remembers a time (UTC) that the clock shows, or is about to.</summary>
    public async Task SaveAsync(DateTimeOffset now, CancellationToken cancel)
    {
        await _tables.CommitAsync(Table.Installation, Partition, [new Put(Key, Stored.Bytes(new Shown(now)))], cancel);
        _saved = now;
    }

    /// <summary>Remembers it from time to time, so that a killed program loses less than a minute.</summary>
    public Task SaveNowAndThenAsync(CancellationToken cancel) =>
        Clock.GetUtcNow() - _saved > SaveEvery ? SaveAsync(Clock.GetUtcNow(), cancel) : Task.CompletedTask;

    private sealed record Shown(DateTimeOffset At);
}
