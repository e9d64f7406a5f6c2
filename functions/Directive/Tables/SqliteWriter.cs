using Microsoft.Data.Sqlite;

namespace Directives.Tables;

/// <summary>
/// The one writer. It takes all batches that wait, runs them in one transaction, and commits once:
/// one wait for the disk serves everybody who came during the last one. SQLite is synchronous, so it has a thread of its own.
/// </summary>
internal sealed class SqliteWriter : IDisposable
{
    // Bounds how long the first of a group waits for the last.
    private const int BatchesInGroup = 256;

    private readonly SqliteFile _file;
    private readonly SqliteConnection _connection;
    private readonly SqliteTableWriter[] _tables;
    private readonly SqliteTransaction _transaction;
    private readonly Queue<SqlitePending> _queue = new();
    private readonly List<SqlitePending> _group = [];
    private readonly Thread _thread;
    private bool _closing;
    private long _transactions;

    public SqliteWriter(SqliteFile file)
    {
        _file = file;
        _connection = _file.OpenWriter();
        _tables = [.. Enum.GetValues<Table>().Select(table => new SqliteTableWriter(_connection, table))];
        _transaction = new SqliteTransaction(_connection);
        _thread = new Thread(Run) { IsBackground = true, Name = "Tables writer" };
        _thread.Start();
    }

    /// <summary>How many transactions were committed.</summary>
    public long Transactions => Interlocked.Read(ref _transactions);

    /// <summary>Puts a batch into the queue.</summary>
    public void Enqueue(SqlitePending pending)
    {
        lock (_queue)
        {
            ObjectDisposedException.ThrowIf(_closing, typeof(SqliteTables));
            _queue.Enqueue(pending);
            if (_queue.Count == 1) Monitor.Pulse(_queue);
        }
    }

    /// <summary>Writes what waits, then closes the file.</summary>
    public void Dispose()
    {
        lock (_queue)
        {
            if (_closing) return;
            _closing = true;
            Monitor.Pulse(_queue);
        }

        _thread.Join();
        foreach (var table in _tables) table.Dispose();
        _transaction.Dispose();
        _connection.Dispose();
    }

    private void Run()
    {
        while (WaitForWork())
        {
            try
            {
                WriteGroup();
            }
            catch (Exception problem)
            {
                // Whatever it was, nobody may wait for ever, and the next group deserves its own try.
                Abandon(problem is SqliteException ? _file.Explain(problem) : problem);
            }

            _group.Clear();
        }
    }

    private bool WaitForWork()
    {
        lock (_queue)
        {
            while (_queue.Count == 0)
            {
                if (_closing) return false;
                Monitor.Wait(_queue);
            }

            return true;
        }
    }

    private void WriteGroup()
    {
        // Should even the beginning fail, those who wait now are the ones to be told.
        TakeWaiting();
        if (_group.Count == 0) return;
        _transaction.Begin();
        // More may have come while another program held the file.
        TakeWaiting();
        var first = _transaction.LastVersion();
        if (WriteAll(first, savepoints: false) is not { } version)
        {
            // Rare: a batch was refused in its middle. Once more, so that it can be undone alone.
            _transaction.Rollback();
            _transaction.Begin();
            first = _transaction.LastVersion();
            version = WriteAll(first, savepoints: true)!.Value;
        }

        if (version == first)
        {
            // Everything was refused: there is nothing to wait for the disk for.
            _transaction.Rollback();
        }
        else
        {
            _transaction.Commit(version);
            Interlocked.Increment(ref _transactions);
        }

        foreach (var pending in _group) pending.Tell();
    }

    private void TakeWaiting()
    {
        lock (_queue)
        {
            while (_group.Count < BatchesInGroup && _queue.TryDequeue(out var pending))
            {
                if (pending.Take()) _group.Add(pending);
            }
        }
    }

    // The last version used; null if a batch was refused that only a savepoint can undo.
    private long? WriteAll(long version, bool savepoints)
    {
        foreach (var pending in _group)
        {
            if (Write(pending, version + 1, savepoints) is not { } used) return null;
            version += used;
        }

        return version;
    }

    // How many versions the batch used: 1, or 0 if it was refused; null if it was refused and its first changes are left.
    private int? Write(SqlitePending pending, long version, bool savepoints)
    {
        var table = _tables[(int)pending.Table];
        savepoints &= pending.Changes.Count > 1;
        if (savepoints) _transaction.Save();
        for (var i = 0; i < pending.Changes.Count; i++)
        {
            var change = pending.Changes[i];
            if (table.Make(pending.Partition, change, version)) continue;
            // Refused at its first change, as a lost race is, a batch has touched nothing.
            if (!savepoints && i > 0) return null;
            if (savepoints) _transaction.Undo();
            pending.Refused(change is Insert
                ? new RowExistsException(pending.Table, pending.Partition, change.Key)
                : new VersionRaceException(pending.Table, pending.Partition, change.Key));
            return 0;
        }

        if (savepoints) _transaction.Keep();
        pending.Wrote(version);
        return 1;
    }

    private void Abandon(Exception problem)
    {
        try
        {
            _transaction.Rollback();
        }
        catch (SqliteException)
        {
            // SQLite has rolled back by itself, as it does when the disk is full.
        }

        foreach (var pending in _group) pending.Fail(problem);
    }
}
