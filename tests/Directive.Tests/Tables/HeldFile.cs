using Directives.Tables;
using Microsoft.Data.Sqlite;

namespace Directives.Tests.Tables;

/// <summary>Another program that holds a database: until <see cref="Release"/>, <see cref="SqliteTables"/> can only queue.</summary>
internal sealed class HeldFile : IDisposable
{
    private readonly SqliteConnection _connection;

    public HeldFile(string file)
    {
        _connection = new SqliteConnection($"Data Source={file};Pooling=False");
        _connection.Open();
        Execute("BEGIN IMMEDIATE");
    }

    /// <summary>Runs a statement while the file is held.</summary>
    public void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>Lets the others write.</summary>
    public void Release() => Execute("COMMIT");

    public void Dispose() => _connection.Dispose();
}
