using Directives.Tables;

namespace Directives;

/// <summary>What an installation is, for ever: written once, when its data folder is made.</summary>
/// <param name="Authority">First segment of every key.</param>
/// <param name="Sample">Only a sample has demo pages and a clock that moves, and its only mail transport is the outbox.</param>
/// <param name="Since">First local day.</param>
/// <param name="MadeAt">UTC, by the real clock.</param>
public sealed record InstallationMark(string Authority, bool Sample, DateOnly Since, DateTimeOffset MadeAt)
{
    private const string Partition = "installation";
    private const string Key = "mark";

    /// <summary>The mark, or null in a new folder.</summary>
    public static async Task<InstallationMark?> ReadAsync(ITables tables, CancellationToken cancel) =>
        await tables.ReadAsync(Table.Installation, Partition, Key, cancel) is { } row ? Stored.Read<InstallationMark>(row) : null;

    /// <summary>Whether a row of <see cref="Table.Installation"/> is the mark.</summary>
    internal static bool IsRow(string partition, string key) => partition == Partition && key == Key;

    /// <summary>Writes the mark of a new folder; one that is there stands.</summary>
    public async Task<InstallationMark> MakeAsync(ITables tables, CancellationToken cancel)
    {
        try
        {
            await tables.CommitAsync(Table.Installation, Partition, [new Insert(Key, Stored.Bytes(this))], cancel);
            return this;
        }
        catch (RowExistsException)
        {
            return await ReadAsync(tables, cancel) ?? this;
        }
    }
}
