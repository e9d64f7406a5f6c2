using Microsoft.Data.Sqlite;

namespace Directives.Tables;

/// <summary>The statements that change one table, compiled once.</summary>
internal sealed class SqliteTableWriter : IDisposable
{
    private readonly SqliteCommand _insert;
    private readonly SqliteCommand _replace;
    private readonly SqliteCommand _put;
    private readonly SqliteCommand _delete;
    private readonly SqliteCommand _deleteVersion;

    // The commands share their parameters, which only the writer's thread touches.
    private readonly SqliteParameter _partition = new("$partition", SqliteType.Text);
    private readonly SqliteParameter _key = new("$key", SqliteType.Text);
    private readonly SqliteParameter _version = new("$version", SqliteType.Integer);
    private readonly SqliteParameter _old = new("$old", SqliteType.Integer);
    private readonly SqliteParameter _body = new("$body", SqliteType.Blob);

    public SqliteTableWriter(SqliteConnection connection, Table table)
    {
        _insert = Prepare(
            connection, $"""INSERT INTO "{table}" VALUES ($partition, $key, $version, $body) ON CONFLICT DO NOTHING""", _partition, _key, _version, _body);
        _replace = Prepare(
            connection,
            $"""UPDATE "{table}" SET version = $version, body = $body WHERE partition = $partition AND key = $key AND version = $old""",
            _partition, _key, _version, _body, _old);
        _put = Prepare(
            connection,
            $"""
            INSERT INTO "{table}" VALUES ($partition, $key, $version, $body)
            ON CONFLICT DO UPDATE SET version = excluded.version, body = excluded.body
            """,
            _partition, _key, _version, _body);
        _delete = Prepare(connection, $"""DELETE FROM "{table}" WHERE partition = $partition AND key = $key""", _partition, _key);
        _deleteVersion = Prepare(connection, $"""DELETE FROM "{table}" WHERE partition = $partition AND key = $key AND version = $old""", _partition, _key, _old);
    }

    /// <summary>Makes one change; false if it is refused, and then nothing was touched.</summary>
    public bool Make(string ofPartition, RowChange change, long newVersion)
    {
        _partition.Value = ofPartition;
        _key.Value = change.Key;
        if (change is Delete { Version: null }) return _delete.ExecuteNonQuery() > 0;
        if (change is Delete { Version: { } version })
        {
            _old.Value = StoredVersion.Parse(version);
            return _deleteVersion.ExecuteNonQuery() > 0;
        }

        _version.Value = newVersion;
        _body.Value = ExactBytes.Of(change.Body);
        if (change is Replace replacement) _old.Value = StoredVersion.Parse(replacement.Version);
        var command = change switch { Insert => _insert, Replace => _replace, _ => _put };
        return command.ExecuteNonQuery() > 0;
    }

    public void Dispose()
    {
        _insert.Dispose();
        _replace.Dispose();
        _put.Dispose();
        _delete.Dispose();
        _deleteVersion.Dispose();
    }

    private static SqliteCommand Prepare(SqliteConnection connection, string sql, params ReadOnlySpan<SqliteParameter> parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var parameter in parameters) command.Parameters.Add(parameter);
        return command;
    }
}
