using System.Runtime.CompilerServices;
using System.Text;
using Directives.Tables;

namespace Directives.Tests.Access.SignIn;

/// <summary>Tables that remember what was asked of them.</summary>
internal sealed class CountingTables(ITables inner) : ITables
{
    private readonly Lock _guard = new();
    private readonly List<string> _calls = [];
    private readonly StringBuilder _written = new();

    /// <summary>What was read and written since the last look: table and kind of call, no keys.</summary>
    public IReadOnlyList<string> Take()
    {
        lock (_guard)
        {
            string[] calls = [.. _calls];
            _calls.Clear();
            return calls;
        }
    }

    /// <summary>Every key and body that was ever written.</summary>
    public string Written
    {
        get
        {
            lock (_guard) return _written.ToString();
        }
    }

    public ValueTask<Row?> ReadAsync(Table table, string partition, string key, CancellationToken cancel = default)
    {
        Note($"read {table}");
        return inner.ReadAsync(table, partition, key, cancel);
    }

    public ValueTask<IReadOnlyList<Row>> QueryAsync(Table table, string partition, KeyRange range, int? limit = null, CancellationToken cancel = default)
    {
        Note($"query {table}");
        return inner.QueryAsync(table, partition, range, limit, cancel);
    }

    public ValueTask<IReadOnlyList<string>> CommitAsync(Table table, string partition, IReadOnlyList<RowChange> changes, CancellationToken cancel = default)
    {
        Note($"write {table} {string.Join(' ', changes.Select(c => c.GetType().Name))}");
        lock (_guard)
        {
            foreach (var change in changes)
                _written.Append(table).Append(' ').Append(partition).Append(' ').Append(change.Key).Append(' ').AppendLine(Encoding.UTF8.GetString(change.Body.Span));
        }

        return inner.CommitAsync(table, partition, changes, cancel);
    }

    public async IAsyncEnumerable<ScannedRow> ScanAsync(Table table, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        Note($"scan {table}");
        await foreach (var row in inner.ScanAsync(table, cancel)) yield return row;
    }

    private void Note(string call)
    {
        lock (_guard) _calls.Add(call);
    }
}
