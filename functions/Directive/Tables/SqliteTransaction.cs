using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Directives.Tables;

/// <summary>The frame of a transaction, its statements compiled once: begin, a savepoint for each batch, commit.</summary>
internal sealed class SqliteTransaction : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly List<SqliteCommand> _commands = [];
    private readonly SqliteCommand _begin;
    private readonly SqliteCommand _commit;
    private readonly SqliteCommand _rollback;
    private readonly SqliteCommand _savepoint;
    private readonly SqliteCommand _undo;
    private readonly SqliteCommand _release;
    private readonly SqliteCommand _readCounter;
    private readonly SqliteCommand _writeCounter;
    private readonly SqliteParameter _counter = new("$version", SqliteType.Integer);

    public SqliteTransaction(SqliteConnection connection)
    {
        _connection = connection;
        // IMMEDIATE: whoever else writes to this file has finished before we read the counter.
        _begin = Prepare("BEGIN IMMEDIATE");
        _commit = Prepare("COMMIT");
        _rollback = Prepare("ROLLBACK");
        _savepoint = Prepare("SAVEPOINT batch");
        _undo = Prepare("ROLLBACK TO batch");
        _release = Prepare("RELEASE batch");
        _readCounter = Prepare("SELECT version FROM counter");
        _writeCounter = Prepare("UPDATE counter SET version = $version");
        _writeCounter.Parameters.Add(_counter);
    }

    /// <summary>Begins, waiting for any other program that writes.</summary>
    public void Begin() => _begin.ExecuteNonQuery();

    /// <summary>The last version that was given out, by whatever program.</summary>
    public long LastVersion() => Convert.ToInt64(_readCounter.ExecuteScalar(), CultureInfo.InvariantCulture);

    /// <summary>Begins a batch that can be undone alone.</summary>
    public void Save() => _savepoint.ExecuteNonQuery();

    /// <summary>Ends a batch that stays.</summary>
    public void Keep() => _release.ExecuteNonQuery();

    /// <summary>Ends a batch as if it had not been.</summary>
    public void Undo()
    {
        _undo.ExecuteNonQuery();
        _release.ExecuteNonQuery();
    }

    /// <summary>
    /// Commits and waits for the disk. The counter goes with the rows it numbers, so that no version comes twice,
    /// not even after its row was deleted.
    /// </summary>
    public void Commit(long lastVersion)
    {
        _counter.Value = lastVersion;
        _writeCounter.ExecuteNonQuery();
        _commit.ExecuteNonQuery();
    }

    /// <summary>Ends the transaction as if it had not been.</summary>
    public void Rollback() => _rollback.ExecuteNonQuery();

    public void Dispose()
    {
        foreach (var command in _commands) command.Dispose();
    }

    private SqliteCommand Prepare(string sql)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        _commands.Add(command);
        return command;
    }
}
