using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Directives.Tables;

/// <summary>
/// Tables in memory, for simulated years and for tests. Thread-safe; every call completes synchronously.
/// A written body's memory belongs to the store from then on: an array that a body fills exactly is kept, not copied.
/// </summary>
public sealed class MemoryTables : ITables
{
    private readonly ConcurrentDictionary<string, MemoryPartition>[] tables =
        [.. Enum.GetValues<Table>().Select(_ => new ConcurrentDictionary<string, MemoryPartition>(StringComparer.Ordinal))];

    private long _version;

    /// <inheritdoc/>
    public ValueTask<Row?> ReadAsync(Table table, string partition, string key, CancellationToken cancel = default)
    {
        if (cancel.IsCancellationRequested) return ValueTask.FromCanceled<Row?>(cancel);
        if (!tables[(int)table].TryGetValue(partition, out var rows)) return new((Row?)null);
        lock (rows) return new(rows.Read(key));
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Row>> QueryAsync(
        Table table, string partition, KeyRange range, int? limit = null, CancellationToken cancel = default)
    {
        if (limit is { } most) ArgumentOutOfRangeException.ThrowIfNegative(most, nameof(limit));
        if (cancel.IsCancellationRequested) return ValueTask.FromCanceled<IReadOnlyList<Row>>(cancel);
        if (!tables[(int)table].TryGetValue(partition, out var rows)) return new([]);
        lock (rows) return new(rows.Query(range, limit ?? int.MaxValue));
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<string>> CommitAsync(
        Table table, string partition, IReadOnlyList<RowChange> changes, CancellationToken cancel = default)
    {
        if (cancel.IsCancellationRequested) return ValueTask.FromCanceled<IReadOnlyList<string>>(cancel);
        try
        {
            return new(Commit(table, partition, changes));
        }
        catch (BatchRefusedException refused)
        {
            return ValueTask.FromException<IReadOnlyList<string>>(refused);
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ScannedRow> ScanAsync(Table table, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        var partitions = tables[(int)table].Keys.ToArray();
        Array.Sort(partitions, StringComparer.Ordinal);
        foreach (var partition in partitions)
        {
            foreach (var row in await QueryAsync(table, partition, KeyRange.All, null, cancel)) yield return new(partition, row);
        }
    }

    /// <summary>
    /// Drops rows as if they had never been, for long simulations that do not need them any more. Nobody may write meanwhile.
    /// </summary>
    public void Forget(Table table, Func<string, Row, bool> unneeded)
    {
        foreach (var (partition, rows) in tables[(int)table])
        {
            lock (rows)
            {
                if (rows.Forget(row => unneeded(partition, row))) tables[(int)table].TryRemove(partition, out _);
            }
        }
    }

    private string[] Commit(Table table, string partition, IReadOnlyList<RowChange> changes)
    {
        TableLimits.Check(table, partition, changes);
        var rows = tables[(int)table].GetOrAdd(partition, static _ => new MemoryPartition());
        long next;
        lock (rows)
        {
            // Keys of a batch are distinct, so no change can alter what another one is judged by.
            for (var i = 0; i < changes.Count; i++) Judge(table, partition, rows, changes[i]);
            next = Interlocked.Increment(ref _version);
            for (var i = 0; i < changes.Count; i++)
            {
                if (changes[i] is Delete) rows.Remove(changes[i].Key);
                else rows.Write(changes[i].Key, changes[i].Body, next);
            }
        }

        // One version serves a whole batch: it only has to be new for each row.
        var text = StoredVersion.Format(next);
        var versions = new string[changes.Count];
        for (var i = 0; i < versions.Length; i++) versions[i] = changes[i] is Delete ? "" : text;
        return versions;
    }

    private static void Judge(Table table, string partition, MemoryPartition rows, RowChange change)
    {
        switch (change)
        {
            case Insert when rows.VersionOf(change.Key) is not null:
                throw new RowExistsException(table, partition, change.Key);
            case Replace replace when rows.VersionOf(change.Key) is not { } found || found != StoredVersion.Parse(replace.Version):
            case Delete delete when rows.VersionOf(change.Key) is not { } there || (delete.Version is { } version && there != StoredVersion.Parse(version)):
                throw new VersionRaceException(table, partition, change.Key);
        }
    }
}
