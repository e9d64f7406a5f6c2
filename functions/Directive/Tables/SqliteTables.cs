using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;

namespace Directives.Tables;

/// <summary>
/// Tables in one SQLite file, good for a province's own server. A commit returns when it is on the disk; those who commit
/// at the same time share the wait. Reads run beside the writer on snapshots and see every commit that has returned.
/// The bytes of a batch may not change until its commit returns.
/// </summary>
public sealed class SqliteTables : ITables, IAsyncDisposable
{
    private const int RowsInPage = 512;
    private const int BytesInPage = 4 * 1024 * 1024;

    private static readonly int IdleReaders = Math.Max(4, Environment.ProcessorCount * 2);

    private readonly SqliteFile _file;
    private readonly SqliteWriter _writer;
    private readonly Stack<SqliteReader> _readers = new();
    private bool _closed;

    private SqliteTables(SqliteFile file)
    {
        _file = file;
        _writer = new SqliteWriter(_file);
    }

    /// <summary>How many transactions were committed since opening; under load far fewer than batches.</summary>
    public long Transactions => _writer.Transactions;

    /// <summary>Opens the tables in this file; makes it, and its folder, where they are missing.</summary>
    /// <exception cref="TablesUnusableException">The file cannot be used; the message says why and what to do.</exception>
    public static SqliteTables Open(string path) => new(new SqliteFile(path));

    /// <inheritdoc/>
    public ValueTask<Row?> ReadAsync(Table table, string partition, string key, CancellationToken cancel = default)
    {
        if (cancel.IsCancellationRequested) return ValueTask.FromCanceled<Row?>(cancel);
        // What is no text in UTF-8 would be looked up as something else.
        if (HasSurrogate(partition) || HasSurrogate(key)) return new((Row?)null);
        return new(Reading((table, partition, key), static (reader, what) => reader.Read(what.table, what.partition, what.key)));
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Row>> QueryAsync(
        Table table, string partition, KeyRange range, int? limit = null, CancellationToken cancel = default)
    {
        if (limit is { } most) ArgumentOutOfRangeException.ThrowIfNegative(most, nameof(limit));
        if (cancel.IsCancellationRequested) return ValueTask.FromCanceled<IReadOnlyList<Row>>(cancel);
        if (HasSurrogate(partition)) return new([]);
        return new(Reading(
            (table, partition, range, limit), static (reader, what) => reader.Query(what.table, what.partition, what.range, what.limit)));
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<string>> CommitAsync(
        Table table, string partition, IReadOnlyList<RowChange> changes, CancellationToken cancel = default)
    {
        cancel.ThrowIfCancellationRequested();
        TableLimits.Check(table, partition, changes);
        var pending = new SqlitePending(table, partition, changes);
        _writer.Enqueue(pending);
        // A batch that waits may be called off; one that the writer holds runs to its end.
        using var registration = cancel.Register(() => pending.Cancel(cancel));
        return await pending.Done.ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ScannedRow> ScanAsync(Table table, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        // By pages, so that a slow export holds no snapshot open, for which the log would grow.
        await Task.CompletedTask;
        var last = new ScannedRow("", new Row("", default, ""));
        var first = Reading(table, static (reader, what) => reader.Read(what, "", ""));
        if (first is not null) yield return new("", first);
        while (true)
        {
            cancel.ThrowIfCancellationRequested();
            var page = Reading(
                (table, last), static (reader, what) =>
                    reader.Scan(what.table, what.last.Partition, what.last.Row.Key, RowsInPage, BytesInPage));
            if (page.Count == 0) yield break;
            foreach (var row in page) yield return row;
            last = page[^1];
        }
    }

    /// <summary>Writes what still waits, then closes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (_readers)
        {
            _closed = true;
            while (_readers.TryPop(out var reader)) reader.Dispose();
        }

        // The writer last: whoever closes last folds the log into the file, and only the writer may.
        await Task.Run(_writer.Dispose).ConfigureAwait(false);
    }

    private TResult Reading<TWhat, TResult>(TWhat what, Func<SqliteReader, TWhat, TResult> read)
    {
        SqliteReader? reader = null;
        try
        {
            lock (_readers)
            {
                ObjectDisposedException.ThrowIf(_closed, this);
                _readers.TryPop(out reader);
            }

            reader ??= new SqliteReader(_file.OpenReader());
            var result = read(reader, what);
            lock (_readers)
            {
                if (!_closed && _readers.Count < IdleReaders)
                {
                    _readers.Push(reader);
                    reader = null;
                }
            }

            return result;
        }
        catch (SqliteException problem)
        {
            throw _file.Explain(problem);
        }
        finally
        {
            // One reader too many, one that failed, or the last ones before closing.
            reader?.Dispose();
        }
    }

    private static bool HasSurrogate(string text) => text.AsSpan().IndexOfAnyInRange('\ud800', '\udfff') >= 0;
}
