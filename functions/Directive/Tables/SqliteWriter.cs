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

    private readonly SqliteFile file;
    private readonly SqliteConnection connection;
    private readonly SqliteTableWriter[] tables;
    private readonly SqliteTransaction transaction;
    private readonly Queue<SqlitePending> queue = new();
    private readonly List<SqlitePending> group = [];
    private readonly Thread thread;
    private bool closing;
    private long transactions;

    public SqliteWriter(SqliteFile file)
    {
        this.file = file;
        connection = file.OpenWriter();
        tables = [.. Enum.GetValues<Table>().Select(table => new SqliteTableWriter(connection, table))];
        transaction = new SqliteTransaction(connection);
        thread = new Thread(Run) { IsBackground = true, Name = "Tables writer" };
        thread.Start();
    }

    /// <summary>How many transactions were committed.</summary>
    public long Transactions => Interlocked.Read(ref transactions);

    /// <summary>Puts a batch into the queue.</summary>
    public void Enqueue(SqlitePending pending)
    {
        lock (queue)
        {
            ObjectDisposedException.ThrowIf(closing, typeof(SqliteTables));
            queue.Enqueue(pending);
            if (queue.Count == 1) Monitor.Pulse(queue);
        }
    }

    /// <summary>Writes what waits, then closes the file.</summary>
    public void Dispose()
    {
        lock (queue)
        {
            if (closing) return;
            closing = true;
            Monitor.Pulse(queue);
        }

        thread.Join();
        foreach (var table in tables) table.Dispose();
        transaction.Dispose();
        connection.Dispose();
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
                Abandon(problem is SqliteException ? file.Explain(problem) : problem);
            }

            group.Clear();
        }
    }

    private bool WaitForWork()
    {
        lock (queue)
        {
            while (queue.Count == 0)
            {
                if (closing) return false;
                Monitor.Wait(queue);
            }

            return true;
        }
    }

    private void WriteGroup()
    {
        // Should even the beginning fail, those who wait now are the ones to be told.
        TakeWaiting();
        if (group.Count == 0) return;
        transaction.Begin();
        // More may have come while another program held the file.
        TakeWaiting();
        var first = transaction.LastVersion();
        if (WriteAll(first, savepoints: false) is not { } version)
        {
            // Rare: a batch was refused in its middle. Once more, so that it can be undone alone.
            transaction.Rollback();
            transaction.Begin();
            first = transaction.LastVersion();
            version = WriteAll(first, savepoints: true)!.Value;
        }

        if (version == first)
        {
            // Everything was refused: there is nothing to wait for the disk for.
            transaction.Rollback();
        }
        else
        {
            transaction.Commit(version);
            Interlocked.Increment(ref transactions);
        }

        foreach (var pending in group) pending.Tell();
    }

    private void TakeWaiting()
    {
        lock (queue)
        {
            while (group.Count < BatchesInGroup && queue.TryDequeue(out var pending))
            {
                if (pending.Take()) group.Add(pending);
            }
        }
    }

    // The last version used; null if a batch was refused that only a savepoint can undo.
    private long? WriteAll(long version, bool savepoints)
    {
        foreach (var pending in group)
        {
            if (Write(pending, version + 1, savepoints) is not { } used) return null;
            version += used;
        }

        return version;
    }

    // How many versions the batch used: 1, or 0 if it was refused; null if it was refused and its first changes are left.
    private int? Write(SqlitePending pending, long version, bool savepoints)
    {
        var table = tables[(int)pending.Table];
        savepoints &= pending.Changes.Count > 1;
        if (savepoints) transaction.Save();
        for (var i = 0; i < pending.Changes.Count; i++)
        {
            var change = pending.Changes[i];
            if (table.Make(pending.Partition, change, version)) continue;
            // Refused at its first change, as a lost race is, a batch has touched nothing.
            if (!savepoints && i > 0) return null;
            if (savepoints) transaction.Undo();
            pending.Refused(change is Insert
                ? new RowExistsException(pending.Table, pending.Partition, change.Key)
                : new VersionRaceException(pending.Table, pending.Partition, change.Key));
            return 0;
        }

        if (savepoints) transaction.Keep();
        pending.Wrote(version);
        return 1;
    }

    private void Abandon(Exception problem)
    {
        try
        {
            transaction.Rollback();
        }
        catch (SqliteException)
        {
            // SQLite has rolled back by itself, as it does when the disk is full.
        }

        foreach (var pending in group) pending.Fail(problem);
    }
}
