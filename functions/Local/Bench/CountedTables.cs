using System.Collections.Concurrent;
using Directives.Tables;

namespace Directives.Local.Bench;

/// <summary>Tables that count what is asked of them, as the service bills it: a transaction for each commit, read, and page of a query.</summary>
/// <param name="from">Counting begins with the first commit to this table: what comes before is no part of what is measured.</param>
internal sealed class CountedTables(ITables inner, Table from) : ITables
{
    private const int RowsInPage = 1000;
    private readonly ConcurrentDictionary<(Table Table, string Kind), int> _counts = new();
    private volatile bool _counting;

    /// <summary>What was counted.</summary>
    public IReadOnlyDictionary<(Table Table, string Kind), int> Counts => _counts;

    /// <inheritdoc/>
    public ValueTask<Row?> ReadAsync(Table table, string partition, string key, CancellationToken cancel = default)
    {
        Count(table, "reads", 1);
        return inner.ReadAsync(table, partition, key, cancel);
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<Row>> QueryAsync(Table table, string partition, KeyRange range, int? limit = null, CancellationToken cancel = default)
    {
        var rows = await inner.QueryAsync(table, partition, range, limit, cancel);
        Count(table, "queries", 1 + (Math.Max(0, rows.Count - 1) / RowsInPage));
        return rows;
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<string>> CommitAsync(Table table, string partition, IReadOnlyList<RowChange> changes, CancellationToken cancel = default)
    {
        if (table == from) _counting = true;
        Count(table, "commits", 1);
        return inner.CommitAsync(table, partition, changes, cancel);
    }

    /// <summary>Not counted: nothing that is measured scans.</summary>
    public IAsyncEnumerable<ScannedRow> ScanAsync(Table table, CancellationToken cancel = default) => inner.ScanAsync(table, cancel);

    private void Count(Table table, string kind, int many)
    {
        if (_counting) _counts.AddOrUpdate((table, kind), many, (_, before) => before + many);
    }
}
