using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Directives.Tables;

/// <summary>The frame of a transaction, its statements compiled once: begin, a savepoint for each batch, commit.</summary>
internal sealed class SqliteTransaction : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly List<SqliteCommand> commands = [];
    private readonly SqliteCommand begin;
    private readonly SqliteCommand commit;
    private readonly SqliteCommand rollback;
    private readonly SqliteCommand savepoint;
    private readonly SqliteCommand undo;
    private readonly SqliteCommand release;
    private readonly SqliteCommand readCounter;
    private readonly SqliteCommand writeCounter;
    private readonly SqliteParameter counter = new("$version", SqliteType.Integer);

    public SqliteTransaction(SqliteConnection connection)
    {
        this.connection = connection;
        // IMMEDIATE: whoever else writes to this file has finished before we read the counter.
        begin = Prepare("BEGIN IMMEDIATE");
        commit = Prepare("COMMIT");
        rollback = Prepare("ROLLBACK");
        savepoint = Prepare("SAVEPOINT batch");
        undo = Prepare("ROLLBACK TO batch");
        release = Prepare("RELEASE batch");
        readCounter = Prepare("SELECT version FROM counter");
        writeCounter = Prepare("UPDATE counter SET version = $version");
        writeCounter.Parameters.Add(counter);
    }

    /// <summary>Begins, waiting for any other program that writes.</summary>
    public void Begin() => begin.ExecuteNonQuery();

    /// <summary>The last version that was given out, by whatever program.</summary>
    public long LastVersion() => Convert.ToInt64(readCounter.ExecuteScalar(), CultureInfo.InvariantCulture);

    /// <summary>Begins a batch that can be undone alone.</summary>
    public void Save() => savepoint.ExecuteNonQuery();

    /// <summary>Ends a batch that stays.</summary>
    public void Keep() => release.ExecuteNonQuery();

    /// <summary>Ends a batch as if it had not been.</summary>
    public void Undo()
    {
        undo.ExecuteNonQuery();
        release.ExecuteNonQuery();
    }

    /// <summary>
    /// Commits and waits for the disk. The counter goes with the rows it numbers, so that no version comes twice,
    /// not even after its row was deleted.
    /// </summary>
    public void Commit(long lastVersion)
    {
        counter.Value = lastVersion;
        writeCounter.ExecuteNonQuery();
        commit.ExecuteNonQuery();
    }

    /// <summary>Ends the transaction as if it had not been.</summary>
    public void Rollback() => rollback.ExecuteNonQuery();

    public void Dispose()
    {
        foreach (var command in commands) command.Dispose();
    }

    private SqliteCommand Prepare(string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        commands.Add(command);
        return command;
    }
}
