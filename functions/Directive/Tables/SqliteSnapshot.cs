using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;

namespace Directives.Tables;

/// <summary>
/// The tables of one SQLite file as they stood at one moment, to be read only. Another program may go on writing meanwhile:
/// what is read here stays of one piece.
/// </summary>
public sealed class SqliteSnapshot : ITables, IAsyncDisposable
{
    private const int RowsInPage = 512;
    private const int BytesInPage = 4 * 1024 * 1024;

    private readonly SqliteFile _file;
    private readonly SqliteReader _reader;
    private readonly IReadOnlySet<string> _known;
    private readonly Lock _turn = new();

    private SqliteSnapshot(SqliteFile file, SqliteReader reader, IReadOnlySet<string> known) => (_file, _reader, _known) = (file, reader, known);

    /// <summary>Takes the snapshot. Nothing is made or changed.</summary>
    /// <exception cref="TablesUnusableException">The file cannot be used; the message says why and what to do.</exception>
    public static SqliteSnapshot Open(string path)
    {
        var file = new SqliteFile(path);
        var connection = file.OpenSnapshot();
        // A file of an older program lacks tables of today: for who only reads, they are empty.
        return new SqliteSnapshot(file, new SqliteReader(connection), SqliteFile.TablesIn(connection));
    }

    /// <inheritdoc/>
    public ValueTask<Row?> ReadAsync(Table table, string partition, string key, CancellationToken cancel = default) =>
        new(Has(table) ? Reading(reader => reader.Read(table, partition, key), cancel) : null);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Row>> QueryAsync(
        Table table, string partition, KeyRange range, int? limit = null, CancellationToken cancel = default) =>
        new(Has(table) ? Reading(reader => reader.Query(table, partition, range, limit), cancel) : []);

    /// <summary>Refuses: a snapshot is not written.</summary>
    public ValueTask<IReadOnlyList<string>> CommitAsync(
        Table table, string partition, IReadOnlyList<RowChange> changes, CancellationToken cancel = default) =>
        throw new NotSupportedException("A snapshot of the tables can only be read.");

    /// <inheritdoc/>
    public async IAsyncEnumerable<ScannedRow> ScanAsync(Table table, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        await Task.CompletedTask;
        if (!Has(table)) yield break;
        if (Reading(reader => reader.Read(table, "", ""), cancel) is { } first) yield return new("", first);
        var last = new ScannedRow("", new Row("", default, ""));
        while (true)
        {
            var (partition, key) = (last.Partition, last.Row.Key);
            var page = Reading(reader => reader.Scan(table, partition, key, RowsInPage, BytesInPage), cancel);
            if (page.Count == 0) yield break;
            foreach (var row in page) yield return row;
            last = page[^1];
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        lock (_turn) _reader.Dispose();
        return ValueTask.CompletedTask;
    }

    private bool Has(Table table) => _known.Contains(table.ToString());

    private T Reading<T>(Func<SqliteReader, T> read, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        try
        {
            // One connection holds the snapshot, so its readers take turns.
            lock (_turn) return read(_reader);
        }
        catch (SqliteException problem)
        {
            throw _file.Explain(problem);
        }
    }
}
