using Directives.Tables;

namespace Directives.Retention;

/// <summary>How far the removal has come: what is done of each cycle, files that may have no report any more, the last day that was finished.</summary>
internal sealed class RetentionBook(ITables tables, string authority)
{
    private const string DayKey = "day";
    private const string FilePrefix = "f|";

    private string Partition => Keys.Join(authority, "retention");

    /// <summary>The last local day on which everything was looked at to the end.</summary>
    public async ValueTask<DateOnly?> FinishedAsync(CancellationToken cancel) =>
        await tables.ReadAsync(Table.Installation, Partition, DayKey, cancel) is { } row ? Stored.Read<Day>(row).Finished : null;

    public Task FinishAsync(DateOnly day, CancellationToken cancel) => PutAsync(new Put(DayKey, Stored.Bytes(new Day(day))), cancel);

    /// <summary>The kinds that are gone from a cycle.</summary>
    public async ValueTask<IReadOnlyList<RetainedKind>> DoneAsync(string cycle, CancellationToken cancel) =>
        await tables.ReadAsync(Table.Installation, Partition, Keys.Join("c", cycle), cancel) is { } row ? Stored.Read<Gone>(row).Kinds : [];

    public Task DoneAsync(string cycle, IReadOnlyList<RetainedKind> kinds, CancellationToken cancel) =>
        PutAsync(new Put(Keys.Join("c", cycle), Stored.Bytes(new Gone(kinds))), cancel);

    /// <summary>Remembers files, before the rows that name them change: killed in between, they are still looked for.</summary>
    public async Task SuspectAsync(IEnumerable<string> hashes, CancellationToken cancel)
    {
        foreach (var some in hashes.Distinct(StringComparer.Ordinal).Chunk(TableLimits.RowsInBatch))
            await tables.CommitAsync(Table.Installation, Partition, [.. some.Select(h => new Put(FilePrefix + h, ReadOnlyMemory<byte>.Empty))], cancel);
    }

    /// <summary>Files that may have no report any more.</summary>
    public async ValueTask<IReadOnlyList<string>> SuspectsAsync(CancellationToken cancel) =>
        [.. (await tables.QueryAsync(Table.Installation, Partition, KeyRange.Prefix(FilePrefix), null, cancel)).Select(r => r.Key[FilePrefix.Length..])];

    public async Task ClearAsync(string hash, CancellationToken cancel) =>
        await tables.CommitAsync(Table.Installation, Partition, [new Delete(FilePrefix + hash)], cancel);

    private async Task PutAsync(Put put, CancellationToken cancel) => await tables.CommitAsync(Table.Installation, Partition, [put], cancel);

    private sealed record Day(DateOnly Finished);

    private sealed record Gone(IReadOnlyList<RetainedKind> Kinds);
}
