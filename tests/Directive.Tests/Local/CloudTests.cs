using Directives.Chasing;
using Directives.Local;
using Directives.Local.Bench;
using Directives.Local.Data;
using Directives.Tests.Tables;
using Directives.Verification;

namespace Directives.Tests.Local;

/// <summary>The local engine on Table Storage: the same program, its keys in the data folder, and one engine at a time.</summary>
public sealed class CloudTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _prefix = AzuriteRunning.NewPrefix();

    public void Dispose() => _folder.Delete();

    [Fact]
    public async Task The_sample_is_served_from_Azurite_and_goes_on_at_once_after_a_kill_while_another_is_refused()
    {
        var account = await AccountAsync();
        await using (var serving = ServingProcess.Start(Data, account))
        {
            using var client = new HttpClient { BaseAddress = await serving.ListensAsync() };
            Assert.Contains("/demo/clock", await client.GetStringAsync(new Uri("/demo", UriKind.Relative)), StringComparison.Ordinal);

            // Another machine's: a copy of the folder.
            foreach (var file in Directory.GetFiles(Path.Combine(Data, "keys"))) Copy(file, Path.Combine(Other, "keys", Path.GetFileName(file)));
            Copy(Path.Combine(Data, "tables.name"), Path.Combine(Other, "tables.name"));
            var refused = await BuiltProgram.RunAsync(["serve", "--data", Other, "--port", "0", .. account]);
            Assert.Equal((2, ""), (refused.Code, refused.Said));
            Assert.Contains($"served by another engine: 'local' ({Environment.MachineName}:{Data}#", refused.Complained, StringComparison.Ordinal);
            await serving.KillAsync();
        }

        await using var again = await LocalInstallation.OpenAsync(DataFolder.Open(new(Data), await CloudAsync()), path => new Uri("http://localhost" + path), new WatchOptions(), default);
        Assert.True(again.Mark.Sample);
        Assert.True(await again.Installation.Registers.ExistsAsync(default));
        Assert.IsType<Directives.Attachments.BlobFiles>(again.Installation.Parts.Files);
        await again.DisposeAsync();

        await using var read = await LocalInstallation.ReadAsync(DataFolder.Existing(new(Data), await CloudAsync()), default);
        var verified = await new Verifier(read.Installation).RunAsync(default);
        Assert.Empty(verified.Findings);
        Assert.True(verified.Obligations > 0);
    }

    [Fact]
    public async Task Keys_are_made_once_and_never_for_tables_that_others_began()
    {
        await (await OpenAsync(Data)).DisposeAsync();
        var refused = await Assert.ThrowsAsync<CannotStartException>(() => OpenAsync(Other));
        Assert.Contains("restore the keys folder from its backup", refused.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(Path.Combine(Other, "keys")));
    }

    [Fact]
    public async Task A_folder_belongs_to_its_tables()
    {
        await (await OpenAsync(Data)).DisposeAsync();
        Assert.Contains("name them with --tables", Assert.Throws<CannotStartException>(() => DataFolder.Open(new(Data))).Message, StringComparison.Ordinal);
        Assert.Contains("other tables", Assert.Throws<CannotStartException>(() => DataFolder.Open(new(Data), Of("other"))).Message, StringComparison.Ordinal);

        await DataFolder.Open(new(Other)).OpenTables().DisposeAsync();
        Assert.Contains("a database of its own", Assert.Throws<CannotStartException>(() => DataFolder.Open(new(Other), Of("other"))).Message, StringComparison.Ordinal);

        CloudOptions Of(string prefix) => CloudOptions.Parse(Azurite.ConnectionThrough(1, 1), null, prefix)!;
    }

    [Fact]
    public async Task To_verify_tables_in_which_nothing_is_is_refused_and_makes_none()
    {
        Directory.CreateDirectory(Data);
        await File.WriteAllTextAsync(Path.Combine(Data, "tables.name"), $"devstoreaccount1 {_prefix}");
        var refused = await Assert.ThrowsAsync<CannotStartException>(async () => await LocalInstallation.ReadAsync(DataFolder.Existing(new(Data), await CloudAsync()), default));
        Assert.Contains("There is no installation in the tables of 'devstoreaccount1'", refused.Message, StringComparison.Ordinal);
        var service = new Azure.Data.Tables.TableServiceClient((await AzuriteRunning.GetAsync()).Connection);
        await foreach (var table in service.QueryAsync()) Assert.DoesNotContain(_prefix, table.Name, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--tables", "nonsense", "give a connection string")]
    [InlineData("--blobs", "UseDevelopmentStorage=true", "go with --tables")]
    [InlineData("--prefix", "a", "go with --tables")]
    public async Task What_is_wrongly_named_is_refused_before_anything_is_made(string option, string value, string says)
    {
        var refused = await BuiltProgram.RunAsync("serve", "--data", Data, "--port", "0", option, value);
        Assert.Equal((2, ""), (refused.Code, refused.Said));
        Assert.Contains(says, refused.Complained, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Data));
    }

    private string Data => _folder.File("data");

    private string Other => _folder.File("other");

    private async Task<CloudOptions> CloudAsync() => CloudOptions.Parse((await AzuriteRunning.GetAsync()).Connection, null, _prefix)!;

    private async Task<string[]> AccountAsync() => ["--tables", (await AzuriteRunning.GetAsync()).Connection, "--prefix", _prefix];

    private async Task<LocalInstallation> OpenAsync(string folder) =>
        await LocalInstallation.OpenAsync(DataFolder.Open(new(folder), await CloudAsync()), path => new Uri("http://localhost" + path), new WatchOptions(), default);

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        File.Copy(from, to);
    }
}
