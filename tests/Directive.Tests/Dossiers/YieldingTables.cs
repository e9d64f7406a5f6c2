using System.Runtime.CompilerServices;
using Directives.Tables;

namespace Directives.Tests.Dossiers;

/// <summary>Tables that let others go first before every call, so that parallel acts mix.</summary>
internal sealed class YieldingTables(ITables inner) : ITables
{
    public async ValueTask<Row?> ReadAsync(Table table, string partition, string key, CancellationToken cancel = default)
    {
        await Task.Yield();
        return await inner.ReadAsync(table, partition, key, cancel);
    }

    public async ValueTask<IReadOnlyList<Row>> QueryAsync(
        Table table, string partition, KeyRange range, int? limit = null, CancellationToken cancel = default)
    {
        await Task.Yield();
        return await inner.QueryAsync(table, partition, range, limit, cancel);
    }

    public async ValueTask<IReadOnlyList<string>> CommitAsync(
        Table table, string partition, IReadOnlyList<RowChange> changes, CancellationToken cancel = default)
    {
        await Task.Yield();
        return await inner.CommitAsync(table, partition, changes, cancel);
    }

    public async IAsyncEnumerable<ScannedRow> ScanAsync(Table table, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        await foreach (var row in inner.ScanAsync(table, cancel)) yield return row;
    }
}
