using Microsoft.Data.Sqlite;

namespace Directives.Tables;

/// <summary>One connection that reads, with its compiled statements; used by one caller at a time.</summary>
internal sealed class SqliteReader(SqliteConnection connection) : IDisposable
{
    private readonly SqliteCommand?[] _reads = new SqliteCommand?[Enum.GetValues<Table>().Length];
    private readonly SqliteCommand?[] _queries = new SqliteCommand?[Enum.GetValues<Table>().Length];
    private readonly SqliteCommand?[] _scans = new SqliteCommand?[Enum.GetValues<Table>().Length];

    /// <summary>The row, or null.</summary>
    public Row? Read(Table table, string partition, string key)
    {
        var command = _reads[(int)table] ??= Prepare(
            $"""SELECT version, body FROM "{table}" WHERE partition = $0 AND key = $1""", 2);
        command.Parameters[0].Value = partition;
        command.Parameters[1].Value = key;
        using var rows = command.ExecuteReader();
        return rows.Read() ? new Row(key, rows.GetFieldValue<byte[]>(1), StoredVersion.Format(rows.GetInt64(0))) : null;
    }

    /// <summary>The rows of a range, in order.</summary>
    public List<Row> Query(Table table, string partition, KeyRange range, int? limit)
    {
        var command = _queries[(int)table] ??= Prepare(
            $"""SELECT version, body, key FROM "{table}" WHERE partition = $0 AND key >= $1 AND key < $2 ORDER BY key LIMIT $3""", 4);
        command.Parameters[0].Value = partition;
        command.Parameters[1].Value = Bound(range.From);
        command.Parameters[2].Value = Bound(range.To);
        command.Parameters[3].Value = limit ?? -1;
        var found = new List<Row>();
        using var rows = command.ExecuteReader();
        while (rows.Read()) found.Add(Current(rows));
        return found;
    }

    /// <summary>The rows of a table behind this one, until they are this many or hold this many bytes.</summary>
    public List<ScannedRow> Scan(Table table, string partition, string key, int rowsAtMost, int bytesAtMost)
    {
        var command = _scans[(int)table] ??= Prepare(
            $"""
            SELECT version, body, key, partition FROM "{table}" WHERE (partition, key) > ($0, $1)
            ORDER BY partition, key LIMIT $2
            """,
            3);
        command.Parameters[0].Value = partition;
        command.Parameters[1].Value = key;
        command.Parameters[2].Value = rowsAtMost;
        var found = new List<ScannedRow>();
        var bytes = 0;
        using var rows = command.ExecuteReader();
        while (bytes < bytesAtMost && rows.Read())
        {
            found.Add(new(rows.GetString(3), Current(rows)));
            bytes += found[^1].Row.Body.Length;
        }

        return found;
    }

    public void Dispose()
    {
        foreach (var command in _reads.Concat(_queries).Concat(_scans)) command?.Dispose();
        connection.Dispose();
    }

    private static Row Current(SqliteDataReader rows) =>
        new(rows.GetString(2), rows.GetFieldValue<byte[]>(1), StoredVersion.Format(rows.GetInt64(0)));

    // UTF-8 puts surrogates behind U+FFFF, UTF-16 before U+E000. No key holds one, so a bound may stop at its first.
    private static string Bound(string? bound)
    {
        for (var i = 0; i < bound?.Length; i++)
        {
            if (char.IsSurrogate(bound[i])) return bound[..i] + '\ue000';
        }

        return bound ?? "";
    }

    private SqliteCommand Prepare(string sql, int parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < parameters; i++) command.Parameters.Add(new SqliteParameter { ParameterName = $"${i}" });
        return command;
    }
}
