using System.IO.Compression;
using System.Text.Json;
using Directives.Chasing;
using Directives.Dossiers;
using Directives.Local;
using Directives.Local.Data;
using Directives.Recovery;
using Directives.Simulation;
using Directives.Tests.Tables;

namespace Directives.Tests.Local;

/// <summary>The built program's <c>export</c>, <c>import</c>, <c>backup</c> and <c>restore</c>, over data folders and over Azurite.</summary>
public sealed class CopyVerbTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _prefix = AzuriteRunning.NewPrefix();

    private string Home => _folder.File("home");

    public void Dispose() => _folder.Delete();

    [Fact]
    public async Task The_sample_moves_into_an_account_and_home_again_and_is_served_only_where_it_is()
    {
        await LiveAsync(Home, SampleClock.Start.AddDays(30));
        var (out1, out2) = (_folder.File("out.zip"), _folder.File("back.zip"));
        await SaysAsync(0, "The keys are not in it", "export", out1, "--data", Home);
        await SaysAsync(2, "was exported on", "serve", "--data", Home, "--port", "0");
        await SaysAsync(2, "there is a file of that name", "backup", out1, "--data", Home);

        var account = await AccountAsync(_prefix);
        var cloud = _folder.File("cloud");
        await SaysAsync(2, "Keys are in no copy", ["import", out1, "--data", cloud, .. account]);
        await SaysAsync(0, "rows", ["import", out1, "--data", cloud, "--keys", Path.Combine(Home, "keys"), .. account]);
        await SaysAsync(2, "name an empty place", ["import", out1, "--data", cloud, .. account]);
        await SaysAsync(0, "the trail holds", ["audit", "verify", "--data", cloud, .. account]);
        await SaysAsync(0, "all in order", ["verify", "--data", cloud, .. account]);

        // Back to where it began: what lies there is set aside.
        await SaysAsync(0, "Exported", ["export", out2, "--data", cloud, .. account]);
        await SaysAsync(0, "Imported", "import", out2, "--data", Home);
        await SaysAsync(0, "the trail holds", "audit", "verify", "--data", Home);
        Assert.Single(Directory.GetFiles(Home, "directive.db.moved-*"), IsDatabase);
        await LiveAsync(Home, SampleClock.Start.AddDays(45));
        await SaysAsync(0, "all in order", "verify", "--data", Home);
        await SaysAsync(2, "was exported on", ["serve", "--data", cloud, "--port", "0", .. account]);
    }

    [Fact]
    public async Task An_export_that_came_to_nothing_is_taken_back()
    {
        await LiveAsync(Home, SampleClock.Start.AddDays(1));
        await SaysAsync(2, "not both", "export", "--data", Home);
        await SaysAsync(2, "There is no export to take back", "export", "--undo", "--data", Home);
        await SaysAsync(0, "Exported", "export", _folder.File("out.zip"), "--data", Home);
        await SaysAsync(0, "taken back", "export", "--undo", "--data", Home);
        await LiveAsync(Home, SampleClock.Start.AddDays(2));
        await SaysAsync(2, "this is no copy", "import", Path.Combine(Home, "directive.db"), "--data", _folder.File("new"));
    }

    [Fact]
    public async Task What_is_of_others_or_newer_is_refused_and_nothing_is_changed()
    {
        await LiveAsync(Home, SampleClock.Start.AddDays(1));
        var (copy, other) = (_folder.File("out.zip"), _folder.File("other"));
        await SaysAsync(0, "Backed up", "backup", copy, "--data", Home);
        await SaysAsync(2, "this is a backup", "import", copy, "--data", other, "--keys", Path.Combine(Home, "keys"));
        await LiveAsync(other, SampleClock.Start.AddDays(1));
        await SaysAsync(2, "is not that of this copy", "restore", copy, "--data", other, "--without-book");
        using (var zip = ZipFile.Open(copy, ZipArchiveMode.Update))
        {
            zip.GetEntry("manifest.json")!.Delete();
            using var manifest = new StreamWriter(zip.CreateEntry("manifest.json").Open());
            manifest.Write("{\"format\":7,\"program\":\"9.0\"}");
        }

        await SaysAsync(2, "Update this program first", "restore", copy, "--data", Home);
        await SaysAsync(0, "all in order", "verify", "--data", Home);
        Assert.Empty(Directory.GetFiles(Home, "directive.db.*-2*"));
    }

    [Fact]
    public async Task A_backup_taken_while_it_is_served_is_put_back_over_a_damaged_database_and_no_letter_leaves_twice()
    {
        await LiveAsync(Home, SampleClock.Start.AddDays(25));
        var backup = _folder.File("backup.zip");
        await using (var local = await OpenAsync(Home)) await SaysAsync(0, "Backed up", "backup", backup, "--data", Home);
        var before = await LettersAsync(Home);
        // The morning of a rung.
        await LiveAsync(Home, SampleClock.Start.AddDays(26));
        var lost = (await LettersAsync(Home)).Except(before).ToList();
        Assert.True(lost.Count > 50, $"{lost.Count} letters");

        await using (var damaged = File.OpenWrite(Path.Combine(Home, "directive.db")))
        {
            damaged.Seek(0, SeekOrigin.Begin);
            await damaged.WriteAsync(new byte[8192]);
        }

        Assert.Equal(2, (await BuiltProgram.RunAsync("verify", "--data", Home)).Code);
        var restored = await BuiltProgram.RunAsync("restore", backup, "--data", Home, "--json");
        Assert.Equal((0, ""), (restored.Code, restored.Complained));
        using (var record = JsonDocument.Parse(restored.Said))
        {
            Assert.Equal(lost.Count, record.RootElement.GetProperty("letters").GetInt32());
            Assert.False(record.RootElement.GetProperty("hadTables").GetBoolean());
        }

        Assert.Single(Directory.GetFiles(Home, "directive.db.replaced-*"), IsDatabase);
        await SaysAsync(0, "all in order", "verify", "--data", Home);
        await SaysAsync(0, "the trail holds", "audit", "verify", "--data", Home);
        await LiveAsync(Home, SampleClock.Start.AddDays(27));
        File.Delete(Path.Combine(Home, "directive.db"));
        // What was set aside before is not taken for what is gone now.
        await SaysAsync(0, "The tables that were replaced cannot be read", "restore", backup, "--data", Home);
        Assert.Single(Directory.GetFiles(Home, "directive.db.replaced-*"), IsDatabase);
        await LiveAsync(Home, SampleClock.Start.AddDays(28));
        // A sample's letters go into the outbox of its tables: whatever left again would stand there under its own name once more.
        Assert.Empty((await LettersAsync(Home)).Intersect(lost));
        await SaysAsync(0, "all in order", "verify", "--data", Home);
    }

    [Fact]
    public async Task Where_there_is_no_folder_nothing_is_written_and_it_is_said()
    {
        await LiveAsync(Home, SampleClock.Start.AddDays(1));
        foreach (var verb in (string[])["backup", "export"]) await SaysAsync(2, "There is no folder", verb, Path.Combine(_folder.File("nowhere"), "copy.zip"), "--data", Home);
        await SaysAsync(2, "There is no file", "import", _folder.File("none.zip"), "--data", _folder.File("new"));
        await SaysAsync(0, "all in order", "verify", "--data", Home);
    }

    [Fact]
    public async Task A_folder_with_keys_alone_reads_an_account_and_one_without_is_told_what_to_put_there()
    {
        var account = await AccountAsync(_prefix);
        await LiveAsync(Home, SampleClock.Start.AddDays(1), await CloudAsync(_prefix));
        var keys = Directory.CreateDirectory(_folder.File("operator/keys")).FullName;
        await SaysAsync(2, "There are no keys", ["verify", "--data", _folder.File("operator"), .. account]);
        foreach (var key in Directory.GetFiles(Path.Combine(Home, "keys"), "*.key")) File.Copy(key, Path.Combine(keys, Path.GetFileName(key)));
        await SaysAsync(0, "all in order", ["verify", "--data", _folder.File("operator"), .. account]);
        await SaysAsync(0, "Backed up", ["backup", _folder.File("b.zip"), "--data", _folder.File("operator"), .. account]);
    }

    [Fact]
    public async Task A_real_installation_whose_letters_would_go_nowhere_is_not_served()
    {
        await using (var tables = DataFolder.Open(new(Home)).OpenTables())
            await new InstallationMark("52", false, new DateOnly(2023, 4, 3), DateTimeOffset.UtcNow).MakeAsync(tables, default);
        foreach (var name in Directives.Moving.KeyPrints.Names) await File.WriteAllTextAsync(Path.Combine(Home, "keys", $"{name}.key"), new string('1', 64));
        await SaysAsync(2, "its letters would go nowhere", "serve", "--data", Home, "--port", "0");
    }

    [Fact]
    public async Task In_an_account_a_backup_goes_into_other_tables_and_the_replaced_ones_are_served_no_more()
    {
        var (old, now) = (await AccountAsync(_prefix), await AccountAsync("n" + _prefix[1..]));
        await LiveAsync(Home, SampleClock.Start.AddDays(25), await CloudAsync(_prefix));
        var backup = _folder.File("backup.zip");
        await SaysAsync(0, "Backed up", ["backup", backup, "--data", Home, .. old]);
        await LiveAsync(Home, SampleClock.Start.AddDays(26), await CloudAsync(_prefix));
        var again = _folder.File("again");
        string[] restore = ["restore", backup, "--data", again, "--keys", Path.Combine(Home, "keys"), .. now];
        await SaysAsync(2, "no book of outgoing post", restore);
        var record = await BuiltProgram.RunAsync([.. restore, "--instead-of", _prefix, "--json"]);
        Assert.Equal((0, ""), (record.Code, record.Complained));
        using var answer = JsonDocument.Parse(record.Said);
        Assert.True(answer.RootElement.GetProperty("letters").GetInt32() > 50);
        Assert.True(answer.RootElement.GetProperty("hadBook").GetBoolean() && answer.RootElement.GetProperty("hadTables").GetBoolean());
        await SaysAsync(0, "all in order", ["verify", "--data", again, .. now]);
        await SaysAsync(2, "was exported on", ["serve", "--data", Home, "--port", "0", .. old]);

        await using var local = await LocalInstallation.OpenAsync(DataFolder.Open(new(again), await CloudAsync("n" + _prefix[1..])), path => new Uri("http://localhost" + path), new WatchOptions(), default);
        Assert.Single(await new RestoreStore(local.Installation).ListAsync(default));
    }

    // Beside it lie its log and index.
    private static bool IsDatabase(string path) => !path.EndsWith("-wal", StringComparison.Ordinal) && !path.EndsWith("-shm", StringComparison.Ordinal);

    private static async Task SaysAsync(int code, string words, params string[] arguments)
    {
        var ended = await BuiltProgram.RunAsync(arguments);
        var all = ended.Said + ended.Complained;
        Assert.True(ended.Code == code, $"{string.Join(' ', arguments)}: {ended.Code}: {all}");
        Assert.Contains(words, all, StringComparison.Ordinal);
    }

    private static async Task LiveAsync(string folder, DateTimeOffset until, CloudOptions? cloud = null)
    {
        await using var local = await OpenAsync(folder, cloud);
        await new Clockwork(local.Installation.Watch, local.Clock.Clock, local.Clock.SaveAsync).RunAsync(until);
    }

    private static Task<LocalInstallation> OpenAsync(string folder, CloudOptions? cloud = null) =>
        LocalInstallation.OpenAsync(DataFolder.Open(new(folder), cloud), path => new Uri("http://localhost" + path), new WatchOptions(), default);

    /// <summary>What letters in the outbox tell: reader and subject by letter.</summary>
    private static async Task<IReadOnlyList<string>> LettersAsync(string folder)
    {
        await using var local = await LocalInstallation.ReadAsync(DataFolder.Existing(new(folder)), default);
        return [.. (await local.Outbox.ListAsync(default)).Select(l => $"{l.Reader} {l.Content.Subject}")];
    }

    private static async Task<CloudOptions> CloudAsync(string prefix) => CloudOptions.Parse((await AzuriteRunning.GetAsync()).Connection, null, prefix)!;

    private static async Task<string[]> AccountAsync(string prefix) => ["--tables", (await AzuriteRunning.GetAsync()).Connection, "--prefix", prefix];
}
