using Directives.Dossiers;
using Directives.Seals;
using Directives.Simulation;
using Directives.Tables;
using Directives.Tests.Chasing;
using Directives.Tests.Mail;
using Directives.Tests.Tables;
using Directives.Verification;
using Microsoft.Data.Sqlite;

namespace Directives.Tests.Seals;

/// <summary>Two months in a database file, played once for all tests that tamper with a copy of it.</summary>
public sealed class PlayedFile : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    internal string Path => _folder.File("directive.db");

    internal DateTimeOffset Now { get; private set; }

    internal CheckpointFile Checkpoint { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await using var tables = SqliteTables.Open(Path);
        using var play = await SealedPlay.PlayAsync(tables);
        Now = play.Clock.GetUtcNow();
        Checkpoint = CheckpointFile.Of(SmallProvince.Authority, (await play.It.Seals.CheckpointsAsync(default))[^1]);
    }

    public Task DisposeAsync()
    {
        _folder.Delete();
        return Task.CompletedTask;
    }

    internal string Copy()
    {
        var copy = _folder.File($"{Guid.NewGuid():N}.db");
        File.Copy(Path, copy);
        return copy;
    }

    /// <summary>Partition of the sheet that is tampered with.</summary>
    internal static string Sheet { get; } = MonthScript.SheetOf("113").Dossier.Partition;

    /// <summary>The name that findings give it.</summary>
    internal static string Named { get; } = MonthScript.SheetOf("113").Dossier.ToString();

    /// <summary>Where the first fault is.</summary>
    internal async Task<(string, long?)> FirstAsync(string file) => await AuditAsync(file) is { FirstBad: { } first } ? (first.Where, first.Entry) : ("", null);

    /// <summary>What <c>audit verify</c> finds in a file.</summary>
    internal async Task<AuditResult> AuditAsync(string file, CheckpointFile? checkpoint = null)
    {
        await using var snapshot = SqliteSnapshot.Open(file);
        using var it = SmallProvince.Install(snapshot, new MovableClock(Now), new RememberingTransport());
        return await new TrailAudit(it).RunAsync(checkpoint);
    }

    /// <summary>The trail of the sheet.</summary>
    internal static async Task<IReadOnlyList<TrailEntry>> EntriesAsync(string file)
    {
        await using var snapshot = SqliteSnapshot.Open(file);
        return [.. (await snapshot.QueryAsync(Table.Sheets, Sheet, KeyRange.Prefix(Keys.TrailPrefix))).Select(Stored.Read<TrailEntry>)];
    }

    /// <summary>A row of the sheet.</summary>
    internal static async Task<Row> RowAsync(string file, string key)
    {
        await using var snapshot = SqliteSnapshot.Open(file);
        return (await snapshot.ReadAsync(Table.Sheets, Sheet, key))!;
    }

    /// <summary>Writes a row of the sheet behind the program's back.</summary>
    internal static void Write(string file, string key, byte[] body) =>
        Sql(file, $"INSERT OR REPLACE INTO Sheets VALUES ('{Sheet}', '{key}', 1, x'{Convert.ToHexString(body)}')");

    /// <summary>Rows that a statement changed behind the program's back.</summary>
    internal static int Sql(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteNonQuery();
    }
}
