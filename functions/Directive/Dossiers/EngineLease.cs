using Directives.Tables;

namespace Directives.Dossiers;

/// <summary>
/// The row that keeps two engines off one set of tables. Whoever serves takes it and renews it every <see cref="EngineRule.RenewEvery"/>; after a crash it is free
/// once it has run out, and for the same owner at once. Clocks of two machines may differ by some seconds: then both serve for as long, which
/// the dossiers' versions bear.
/// </summary>
/// <param name="clock">The machine's own clock, never a sample's.</param>
public sealed class EngineLease(ITables tables, TimeProvider clock)
{
    private const string Partition = "engine";
    private const string Key = "lease";
    private (string Engine, string Owner)? _taken;

    /// <summary>Takes the tables for an engine.</summary>
    /// <param name="engine"><see cref="EngineRule.Local"/> or <see cref="EngineRule.Azure"/>.</param>
    /// <param name="owner">Which of its kind; the same after a crash, if it is to go on at once.</param>
    /// <exception cref="EngineHeldException">Another engine has them.</exception>
    public async Task TakeAsync(string engine, string owner, CancellationToken cancel = default)
    {
        if (await WriteAsync(engine, owner, cancel) is { } held) throw new EngineHeldException(held);
        _taken = (engine, owner);
    }

    /// <summary>Goes on for another <see cref="EngineRule.Lease"/>.</summary>
    /// <returns>Null, or who has them now: then whoever asked stops serving at once.</returns>
    /// <exception cref="InvalidOperationException">They were not taken.</exception>
    public Task<EngineHold?> RenewAsync(CancellationToken cancel = default) =>
        _taken is { } mine ? WriteAsync(mine.Engine, mine.Owner, cancel) : throw new InvalidOperationException("The tables were not taken.");

    /// <summary>Gives them up, if they are still held. Where several serve together it runs out instead: others may go on.</summary>
    public async Task ReleaseAsync(CancellationToken cancel = default)
    {
        if (_taken is not { } mine) return;
        _taken = null;
        if (EngineRule.Shares(mine.Engine)) return;
        var row = await tables.ReadAsync(Table.Installation, Partition, Key, cancel);
        if (row is null || Stored.Read<EngineHold>(row) is not { } held || held.Engine != mine.Engine || held.Owner != mine.Owner) return;
        try
        {
            // Run out rather than deleted: a delete knows no version, and would take another's away.
            await tables.CommitAsync(Table.Installation, Partition, [new Replace(Key, Stored.Bytes(held with { Until = clock.GetUtcNow() }), row.Version)], cancel);
        }
        catch (VersionRaceException)
        {
            // Somebody else's already.
        }
    }

    // Null, or who has them.
    private async Task<EngineHold?> WriteAsync(string engine, string owner, CancellationToken cancel)
    {
        while (true)
        {
            var row = await tables.ReadAsync(Table.Installation, Partition, Key, cancel);
            var held = row is null ? null : Stored.Read<EngineHold>(row);
            var now = clock.GetUtcNow();
            if (!EngineRule.May(held, engine, owner, now)) return held;
            var bytes = Stored.Bytes(new EngineHold(engine, owner, now + EngineRule.Lease));
            try
            {
                await tables.CommitAsync(Table.Installation, Partition, [row is null ? new Insert(Key, bytes) : new Replace(Key, bytes, row.Version)], cancel);
                return null;
            }
            catch (BatchRefusedException e) when (e is RowExistsException or VersionRaceException)
            {
                // Two at once: look who it was.
            }
        }
    }
}
