using Directives.Tables;

namespace Directives.Moving;

/// <summary>Why nothing may be served from tables.</summary>
public enum MoveState
{
    /// <summary>A copy is being read in, or was and was cut short.</summary>
    Arriving,

    /// <summary>A backup was read in, and is being brought up to what has left the house since.</summary>
    CatchingUp,

    /// <summary>What is in them went on elsewhere.</summary>
    Gone,
}

/// <summary>Stands in tables while they may not be served: two engines that go on from the same acts would tell everything twice.</summary>
/// <param name="Copy">Which copy: the print of its manifest.</param>
/// <param name="At">UTC, the machine's clock.</param>
public sealed record MoveMark(MoveState State, string Copy, DateTimeOffset At)
{
    /// <summary>Partition of the mark, which is in no copy.</summary>
    public const string Partition = "moving";
    private const string Key = "mark";

    /// <summary>The mark, or null: then the tables may be served.</summary>
    public static async ValueTask<MoveMark?> ReadAsync(ITables tables, CancellationToken cancel) =>
        await tables.ReadAsync(Table.Installation, Partition, Key, cancel) is { } row ? Stored.Read<MoveMark>(row) : null;

    /// <summary>Looks whether the tables may be served.</summary>
    /// <exception cref="CannotStartException">They may not; the message says what to do.</exception>
    public static async Task CheckAsync(ITables tables, CancellationToken cancel)
    {
        if (await ReadAsync(tables, cancel) is not { } mark) return;
        throw new CannotStartException(mark.State is MoveState.Arriving or MoveState.CatchingUp
            ? $"An import or a restore into these tables was cut short on {mark.At:u}: run it again, with the same file; it goes on where it was."
            : $"What is in these tables was exported on {mark.At:u} to go on elsewhere. Serve it there; or, if nothing was imported from that file, take the export back with 'export --undo'.");
    }

    /// <summary>Writes it, whatever stood there.</summary>
    public async Task WriteAsync(ITables tables, CancellationToken cancel) =>
        await tables.CommitAsync(Table.Installation, Partition, [new Put(Key, Stored.Bytes(this))], cancel);

    /// <summary>Removes it; one that is not there is fine.</summary>
    public static async Task RemoveAsync(ITables tables, CancellationToken cancel)
    {
        if (await tables.ReadAsync(Table.Installation, Partition, Key, cancel) is not { } row) return;
        await tables.CommitAsync(Table.Installation, Partition, [new Delete(row.Key, row.Version)], cancel);
    }
}
