using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Directives.Tables;

/// <summary>The database file of <see cref="SqliteTables"/>: how it is opened, what stands in it, and what its errors mean.</summary>
internal sealed class SqliteFile(string path)
{
    /// <summary>Number of the schema; a file with a higher one was made by a newer program.</summary>
    public const int Schema = 1;

    // "DIRV": tells our files from other people's databases.
    private const int ApplicationId = 0x44495256;

    private static readonly string Create = string.Join('\n', Enum.GetNames<Table>().Select(table =>
        $"""
        CREATE TABLE IF NOT EXISTS "{table}" (partition TEXT NOT NULL, key TEXT NOT NULL, version INTEGER NOT NULL, body BLOB NOT NULL,
          PRIMARY KEY (partition, key)) WITHOUT ROWID;
        """)) + $"""

        CREATE TABLE IF NOT EXISTS counter (one INTEGER PRIMARY KEY CHECK (one = 1), version INTEGER NOT NULL);
        INSERT OR IGNORE INTO counter VALUES (1, 0);
        PRAGMA application_id = {ApplicationId};
        PRAGMA user_version = {Schema};
        """;

    /// <summary>Where the file is.</summary>
    public string Path { get; } = path;

    /// <summary>Opens the one connection that writes; makes the file and its tables where they are missing.</summary>
    public SqliteConnection OpenWriter()
    {
        SqliteConnection? connection = null;
        try
        {
            var folder = System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path))!;
            Directory.CreateDirectory(folder);
            connection = Connect(SqliteOpenMode.ReadWriteCreate);
            Recognise(connection);
            // Of a new file: most rows then stand in one page. Said again, it changes nothing.
            Execute(connection, "PRAGMA page_size = 8192;");
            if (Scalar(connection, "PRAGMA journal_mode = WAL") is not "wal")
                throw Unusable("this place cannot hold a write-ahead log (a network drive?); use a folder on a local disk", null);
            // FULL: each commit reaches the disk before its caller is told. A larger log means fewer, larger copies back.
            // A small cache: after a commit that split a page, SQLite walks over all of it, and the system has a cache too.
            Execute(connection, "PRAGMA synchronous = FULL; PRAGMA cache_size = -8192; PRAGMA wal_autocheckpoint = 4000;");
            Execute(connection, "PRAGMA journal_size_limit = 67108864;");
            // Writes even where all is there: a file that cannot be written is found out now, not at the first act.
            Execute(connection, "BEGIN IMMEDIATE;" + Create + "COMMIT;");
            return connection;
        }
        catch (Exception problem) when (problem is SqliteException or IOException or UnauthorizedAccessException)
        {
            connection?.Dispose();
            throw Explain(problem);
        }
        catch (TablesUnusableException)
        {
            connection?.Dispose();
            throw;
        }
    }

    /// <summary>Opens one of the connections that read.</summary>
    public SqliteConnection OpenReader()
    {
        var connection = Connect(SqliteOpenMode.ReadOnly);
        Execute(connection, "PRAGMA cache_size = -16384;");
        return connection;
    }

    /// <summary>Opens a connection that reads what stands in the file now, and only that, until it is closed.</summary>
    public SqliteConnection OpenSnapshot()
    {
        SqliteConnection? connection = null;
        try
        {
            connection = Connect(SqliteOpenMode.ReadOnly);
            Recognise(connection);
            // The first read of a transaction takes the snapshot.
            Execute(connection, "PRAGMA cache_size = -16384; BEGIN;");
            if (Scalar(connection, "SELECT count(*) FROM sqlite_master") is 0L)
                throw Unusable("nothing is in it yet; start 'serve' once to make the installation", null);
            return connection;
        }
        catch (SqliteException problem)
        {
            connection?.Dispose();
            throw Explain(problem);
        }
        catch (TablesUnusableException)
        {
            connection?.Dispose();
            throw;
        }
    }

    /// <summary>What an error means, and what to do.</summary>
    public TablesUnusableException Explain(Exception problem) => Unusable(
        (problem as SqliteException)?.SqliteErrorCode switch
        {
            5 or 6 => "another program keeps it locked; stop that one first",
            8 => "it, or its folder, cannot be written; grant this user the right to write to both, or choose another data folder",
            10 => "the disk failed; look at the disk and the system's log, then start again (what was confirmed is kept)",
            11 => "it is damaged; restore the latest backup",
            13 => "the disk is full; make room and try again (nothing unconfirmed was kept)",
            14 => "it cannot be opened or made; look at the folder's path and rights, or choose another data folder",
            26 => "it is no database of Directive; move it away or choose another data folder",
            null => $"it cannot be opened or made ({problem.Message}); look at the folder's path and rights, or choose another data folder",
            _ => $"the database refused ({problem.Message})",
        },
        problem);

    /// <summary>Runs statements without a result.</summary>
    public static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>Names of the tables that a file has.</summary>
    public static HashSet<string> TablesIn(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM sqlite_master WHERE type = 'table'";
        using var rows = command.ExecuteReader();
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (rows.Read()) names.Add(rows.GetString(0));
        return names;
    }

    private SqliteConnection Connect(SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = Path,
            Mode = mode,
            Pooling = false, // The file must be closed when we say so.
            DefaultTimeout = 30,
        }.ToString());
        try
        {
            connection.Open();
            Execute(connection, "PRAGMA busy_timeout = 10000;");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private void Recognise(SqliteConnection connection)
    {
        var schema = Convert.ToInt64(Scalar(connection, "PRAGMA user_version"), CultureInfo.InvariantCulture);
        var application = Convert.ToInt64(Scalar(connection, "PRAGMA application_id"), CultureInfo.InvariantCulture);
        var empty = Convert.ToInt64(Scalar(connection, "SELECT count(*) FROM sqlite_master"), CultureInfo.InvariantCulture) == 0;
        if (application != ApplicationId && !(empty && application == 0 && schema == 0))
            throw Unusable("it is another program's database; move it away or choose another data folder", null);
        if (schema > Schema)
        {
            throw Unusable(
                $"it was written by a newer Directive (schema {schema}, this one knows {Schema}); run that one, or restore an older backup", null);
        }
    }

    private static object? Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    private TablesUnusableException Unusable(string problem, Exception? inner) => new(Path, problem, inner);
}
