using Directives.Tables;
using Microsoft.Data.Sqlite;

namespace Directives.Local.Bench;

/// <summary>
/// The baseline: one table like ours, plain Microsoft.Data.Sqlite, with the same durability as <see cref="SqliteTables"/>:
/// a write-ahead log and <c>synchronous=FULL</c>.
/// </summary>
internal sealed class RawTable : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _insert;
    private readonly Lock _guard = new();

    public RawTable(string file)
    {
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        _connection.Open();
        using var make = _connection.CreateCommand();
        make.CommandText = """
            PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536; PRAGMA wal_autocheckpoint = 4000;
            CREATE TABLE raw (partition TEXT NOT NULL, key TEXT NOT NULL, version INTEGER NOT NULL, body BLOB NOT NULL,
              PRIMARY KEY (partition, key)) WITHOUT ROWID;
            """;
        make.ExecuteNonQuery();
        _insert = _connection.CreateCommand();
        _insert.CommandText = "INSERT INTO raw VALUES ($partition, $key, 1, $body)";
        _insert.Parameters.Add("$partition", SqliteType.Text);
        _insert.Parameters.Add("$key", SqliteType.Text);
        _insert.Parameters.Add("$body", SqliteType.Blob);
    }

    /// <summary>Inserts rows in one transaction; it is on the disk when this returns.</summary>
    public void Insert(IEnumerable<(string Partition, string Key, byte[] Body)> rows)
    {
        lock (_guard)
        {
            using var transaction = _connection.BeginTransaction();
            _insert.Transaction = transaction;
            foreach (var (partition, key, body) in rows)
            {
                _insert.Parameters[0].Value = partition;
                _insert.Parameters[1].Value = key;
                _insert.Parameters[2].Value = body;
                _insert.ExecuteNonQuery();
            }

            transaction.Commit();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _insert.Dispose();
        _connection.Dispose();
    }
}
