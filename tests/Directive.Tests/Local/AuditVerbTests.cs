using System.Text.Json;
using Directives.Chasing;
using Directives.Local;
using Directives.Local.Data;
using Directives.Seals;
using Directives.Simulation;
using Directives.Tests.Tables;
using Microsoft.Data.Sqlite;

namespace Directives.Tests.Local;

/// <summary>The built program's <c>audit verify</c> over a data folder that somebody was at: what it says, and its exit codes.</summary>
public sealed class AuditVerbTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Data => _folder.File("data");

    public void Dispose() => _folder.Delete();

    [Fact]
    public async Task It_holds_then_names_what_was_changed_and_cannot_where_there_is_nothing()
    {
        await MakeAsync();
        var checkpoint = _folder.File("checkpoint.json");
        await File.WriteAllTextAsync(checkpoint, await CheckpointAsync());
        var good = await BuiltProgram.RunAsync("audit", "verify", "--data", Data, "--checkpoint", checkpoint);
        Assert.Equal((0, ""), (good.Code, good.Complained));
        Assert.Contains("the trail holds", good.Said, StringComparison.Ordinal);

        Sql("UPDATE Cycles SET body = CAST(replace(CAST(body AS TEXT), '2023-04', '2023-05') AS BLOB) WHERE key LIKE 'c|%'");
        var bad = await BuiltProgram.RunAsync("audit", "verify", "--data", Data, "--json");
        Assert.Equal(1, bad.Code);
        using var answer = JsonDocument.Parse(bad.Said);
        Assert.Equal("Cycles:52", answer.RootElement.GetProperty("firstBad").GetProperty("where").GetString());
        Assert.False(answer.RootElement.GetProperty("holds").GetBoolean());
        Assert.Equal(1, (await BuiltProgram.RunAsync("verify", "--data", Data)).Code);

        Assert.Equal(2, (await BuiltProgram.RunAsync("audit", "verify", "--data", _folder.File("nowhere"))).Code);
        await File.WriteAllTextAsync(checkpoint, "nothing of the kind");
        var cannot = await BuiltProgram.RunAsync("audit", "verify", "--data", Data, "--checkpoint", checkpoint);
        Assert.Equal(2, cannot.Code);
        Assert.Contains("no checkpoint", cannot.Complained, StringComparison.Ordinal);
    }

    private async Task MakeAsync()
    {
        await using var local = await LocalInstallation.OpenAsync(DataFolder.Open(new(Data)), path => new Uri("http://localhost" + path), new WatchOptions(), default);
        await new Clockwork(local.Installation.Watch, local.Clock.Clock, local.Clock.SaveAsync).RunAsync(SampleClock.Start.AddDays(2));
    }

    private async Task<string> CheckpointAsync()
    {
        await using var local = await LocalInstallation.ReadAsync(DataFolder.Existing(new(Data)), default);
        var tip = await local.Installation.Seals.TipAsync(default);
        return CheckpointFile.Of("52", new Checkpoint(new DateOnly(2023, 5, 1), tip.Number, tip.At, tip.Hash)).Write();
    }

    private void Sql(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(Data, "directive.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        Assert.True(command.ExecuteNonQuery() > 0);
    }
}
