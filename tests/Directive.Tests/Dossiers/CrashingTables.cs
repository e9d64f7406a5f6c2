using System.Runtime.CompilerServices;
using Directives.Tables;

namespace Directives.Tests.Dossiers;

/// <summary>The process died here.</summary>
public sealed class CrashException() : Exception("The process was killed.");

/// <summary>Whether a batch was written before the process died; whoever was killed cannot tell.</summary>
public enum CrashPoint
{
    Before,
    After,
}

/// <summary>Tables of a process that dies at chosen commits, and then does nothing until it is started again.</summary>
internal sealed class CrashingTables(ITables inner, Func<long, bool> crashes, CrashPoint point) : ITables
{
    private long _commits;
    private volatile bool _down;

    /// <summary>
    /// Writes so far: commits that change something. Those that would be refused, or write what is there already, are not counted,
    /// so that one who is killed at every third write still gets on.
    /// </summary>
    public long Commits => _commits;

    public int Crashes { get; private set; }

    public void Restart() => _down = false;

    public ValueTask<Row?> ReadAsync(Table table, string partition, string key, CancellationToken cancel = default)
    {
        Alive();
        return inner.ReadAsync(table, partition, key, cancel);
    }

    public ValueTask<IReadOnlyList<Row>> QueryAsync(Table table, string partition, KeyRange range, int? limit = null, CancellationToken cancel = default)
    {
        Alive();
        return inner.QueryAsync(table, partition, range, limit, cancel);
    }

    public async ValueTask<IReadOnlyList<string>> CommitAsync(
        Table table, string partition, IReadOnlyList<RowChange> changes, CancellationToken cancel = default)
    {
        Alive();
        if (!await WritesAsync(table, partition, changes) || !crashes(Interlocked.Increment(ref _commits)))
            return await inner.CommitAsync(table, partition, changes, cancel);
        Crashes++;
        _down = true;
        if (point == CrashPoint.After) await inner.CommitAsync(table, partition, changes, cancel);

        throw new CrashException();
    }

    public async IAsyncEnumerable<ScannedRow> ScanAsync(Table table, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        Alive();
        await foreach (var row in inner.ScanAsync(table, cancel)) yield return row;
    }

    private async ValueTask<bool> WritesAsync(Table table, string partition, IReadOnlyList<RowChange> changes)
    {
        var writes = false;
        foreach (var change in changes)
        {
            var row = await inner.ReadAsync(table, partition, change.Key);
            if (change switch { Insert => row is not null, Replace r => row?.Version != r.Version, Delete => row is null, _ => false }) return false;
            writes |= change is not Put || row is null || !row.Body.Span.SequenceEqual(change.Body.Span);
        }

        return writes;
    }

    private void Alive()
    {
        if (_down) throw new CrashException();
    }
}
