using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Directives.Tables;

namespace Directives.Tests.Hostile;

/// <summary>Tables that say what was written, and what all of them hold.</summary>
internal sealed class WatchedTables(ITables inner) : ITables
{
    private readonly Lock _guard = new();
    private readonly List<string> _written = [];

    /// <summary>Whether a write is part of guarding the door itself: keys of cookies, counts of attempts.</summary>
    public static bool IsOfTheDoor(Table table, string partition) =>
        table == Table.SignIns || (table == Table.Installation && partition.Contains("form-keys", StringComparison.Ordinal));

    /// <summary>What was written since it was last asked, but for what <see cref="IsOfTheDoor"/> says.</summary>
    public IReadOnlyList<string> Take()
    {
        lock (_guard)
        {
            string[] all = [.. _written];
            _written.Clear();
            return all;
        }
    }

    /// <summary>A digest of every row of every table, but for the same.</summary>
    public async Task<string> DigestAsync()
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var table in Enum.GetValues<Table>())
        {
            await foreach (var row in inner.ScanAsync(table))
            {
                if (IsOfTheDoor(table, row.Partition)) continue;
                digest.AppendData(Encoding.UTF8.GetBytes($"{table}\n{row.Partition}\n{row.Row.Key}\n{row.Row.Version}\n"));
                digest.AppendData(row.Row.Body.Span);
            }
        }

        return Convert.ToHexString(digest.GetHashAndReset());
    }

    public ValueTask<Row?> ReadAsync(Table table, string partition, string key, CancellationToken cancel = default) => inner.ReadAsync(table, partition, key, cancel);

    public ValueTask<IReadOnlyList<Row>> QueryAsync(Table table, string partition, KeyRange range, int? limit = null, CancellationToken cancel = default) =>
        inner.QueryAsync(table, partition, range, limit, cancel);

    public async ValueTask<IReadOnlyList<string>> CommitAsync(Table table, string partition, IReadOnlyList<RowChange> changes, CancellationToken cancel = default)
    {
        var versions = await inner.CommitAsync(table, partition, changes, cancel);
        if (!IsOfTheDoor(table, partition))
        {
            lock (_guard) _written.Add($"{table} {partition}: {string.Join(", ", changes.Select(c => c.Key))}");
        }

        return versions;
    }

    public async IAsyncEnumerable<ScannedRow> ScanAsync(Table table, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        await foreach (var row in inner.ScanAsync(table, cancel)) yield return row;
    }
}
