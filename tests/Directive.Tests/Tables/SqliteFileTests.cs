using Directives.Tables;
using Microsoft.Data.Sqlite;

namespace Directives.Tests.Tables;

/// <summary>What cannot be opened is refused with a message that says what to do, and is left as it was.</summary>
public sealed class SqliteFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Path => _folder.File("tables.db");

    public void Dispose() => _folder.Delete();

    [Fact]
    public async Task A_missing_folder_is_made()
    {
        await using (SqliteTables.Open(_folder.File("new/folder/tables.db")))
        {
        }

        Assert.True(File.Exists(_folder.File("new/folder/tables.db")));
    }

    [Fact]
    public void A_file_that_is_no_database_is_refused()
    {
        var text = string.Concat(Enumerable.Repeat("This is a letter, not a database.\n", 500));
        File.WriteAllText(Path, text);
        Assert.Contains("move it away", Refusal(Path), StringComparison.Ordinal);
        Assert.Equal(text, File.ReadAllText(Path));
    }

    [Fact]
    public void A_database_of_another_program_is_refused()
    {
        Execute(Path, "CREATE TABLE theirs (a); INSERT INTO theirs VALUES (1)");
        var before = File.ReadAllBytes(Path);
        Assert.Contains("another program's database", Refusal(Path), StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(Path));
    }

    [Fact]
    public async Task A_newer_schema_is_refused_by_its_number()
    {
        await SqliteTables.Open(Path).DisposeAsync();
        Execute(Path, "PRAGMA user_version = 7041");
        Assert.Contains("newer Directive (schema 7041", Refusal(Path), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_in_the_place_of_the_file_is_refused()
    {
        Directory.CreateDirectory(Path);
        Assert.Contains("choose another data folder", Refusal(Path), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_in_the_place_of_the_folder_is_refused()
    {
        File.WriteAllText(_folder.File("data"), "");
        Assert.Contains("choose another data folder", Refusal(_folder.File("data/tables.db")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_refused()
    {
        if (OperatingSystem.IsWindows()) return; // Its rights are lists, which the folder's owner passes by.
        // Root may write everywhere but into what the kernel makes up.
        if (Environment.IsPrivilegedProcess)
        {
            Assert.Contains("choose another data folder", Refusal("/proc/tables.db"), StringComparison.Ordinal);
            return;
        }

        File.SetUnixFileMode(_folder.Path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var refusal = Refusal(Path);
        File.SetUnixFileMode(_folder.Path, UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.UserWrite);
        Assert.Contains("choose another data folder", refusal, StringComparison.Ordinal);
    }

    private static string Refusal(string path)
    {
        var thrown = Assert.Throws<TablesUnusableException>(() => SqliteTables.Open(path));
        Assert.Equal(path, thrown.File);
        Assert.StartsWith(path + ": ", thrown.Message, StringComparison.Ordinal);
        return thrown.Message;
    }

    private static void Execute(string path, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
