using Microsoft.Data.Sqlite;

namespace Directives.Tables;

/// <summary>The statements that change one table, compiled once.</summary>
internal sealed class SqliteTableWriter : IDisposable
{
    private readonly SqliteCommand insert;
    private readonly SqliteCommand replace;
    private readonly SqliteCommand put;
    private readonly SqliteCommand delete;

    // The commands share their parameters, which only the writer's thread touches.
    private readonly SqliteParameter partition = new("$partition", SqliteType.Text);
    private readonly SqliteParameter key = new("$key", SqliteType.Text);
    private readonly SqliteParameter version = new("$version", SqliteType.Integer);
    private readonly SqliteParameter old = new("$old", SqliteType.Integer);
    private readonly SqliteParameter body = new("$body", SqliteType.Blob);

    public SqliteTableWriter(SqliteConnection connection, Table table)
    {
        insert = Prepare(
            connection, $"""INSERT INTO "{table}" VALUES ($partition, $key, $version, $body) ON CONFLICT DO NOTHING""", partition, key, version, body);
        replace = Prepare(
            connection,
            $"""UPDATE "{table}" SET version = $version, body = $body WHERE partition = $partition AND key = $key AND version = $old""",
            partition, key, version, body, old);
        put = Prepare(
            connection,
            $"""
            INSERT INTO "{table}" VALUES ($partition, $key, $version, $body)
            ON CONFLICT DO UPDATE SET version = excluded.version, body = excluded.body
            """,
            partition, key, version, body);
        delete = Prepare(connection, $"""DELETE FROM "{table}" WHERE partition = $partition AND key = $key""", partition, key);
    }

    /// <summary>Makes one change; false if it is refused, and then nothing was touched.</summary>
    public bool Make(string ofPartition, RowChange change, long newVersion)
    {
        partition.Value = ofPartition;
        key.Value = change.Key;
        if (change is Delete) return delete.ExecuteNonQuery() > 0;
        version.Value = newVersion;
        body.Value = ExactBytes.Of(change.Body);
        if (change is Replace replacement) old.Value = StoredVersion.Parse(replacement.Version);
        var command = change switch { Insert => insert, Replace => replace, _ => put };
        return command.ExecuteNonQuery() > 0;
    }

    public void Dispose()
    {
        insert.Dispose();
        replace.Dispose();
        put.Dispose();
        delete.Dispose();
    }

    private static SqliteCommand Prepare(SqliteConnection connection, string sql, params ReadOnlySpan<SqliteParameter> parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var parameter in parameters) command.Parameters.Add(parameter);
        return command;
    }
}
