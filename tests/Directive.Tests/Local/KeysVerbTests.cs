using Directives.Access;
using Directives.Chasing;
using Directives.Local;
using Directives.Local.Data;
using Directives.Moving;
using Directives.Simulation;
using Directives.Tests.Tables;

namespace Directives.Tests.Local;

/// <summary>The built program's <c>keys</c> over a real data folder.</summary>
public sealed class KeysVerbTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Data => _folder.File("data");

    public void Dispose() => _folder.Delete();

    [Fact]
    public async Task Each_key_is_replaced_and_the_installation_goes_on_and_a_backup_from_before_comes_back()
    {
        await LiveAsync(SampleClock.Start.AddDays(2));
        var (backup, before) = (_folder.File("backup.zip"), KeyPrints.Names.ToDictionary(n => n, Text));
        await SaysAsync(0, "Backed up", "backup", backup, "--data", Data);
        foreach (var name in KeyPrints.Names)
        {
            var said = await SaysAsync(0, "there is a new key", "keys", "rotate", name, "--data", Data);
            var (ring, was) = (KeyRing.Parse(Text(name)), KeyRing.Parse(before[name]));
            Assert.Equal(2, ring.All.Count);
            Assert.Equal(was.Current, ring.Oldest);
            Assert.Contains(ring.Print(), said, StringComparison.Ordinal);
            Assert.DoesNotContain(ring.All, k => said.Contains(Convert.ToHexString(k), StringComparison.OrdinalIgnoreCase));
            if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(PathOf(name)));
        }

        await SaysAsync(0, "the trail holds", "audit", "verify", "--data", Data);
        await LiveAsync(SampleClock.Start.AddDays(3));
        await SaysAsync(0, "all in order", "verify", "--data", Data);
        await SaysAsync(0, "the trail holds", "audit", "verify", "--data", Data);

        var list = await SaysAsync(0, "trail: 2: ", "keys", "list", "--data", Data);
        foreach (var name in KeyPrints.Names)
        {
            var keys = KeyRing.Parse(Text(name)).All;
            Assert.Contains($"{name}: 2: {KeyPrints.Of(keys[0])} {KeyPrints.Of(keys[1])}", list, StringComparison.Ordinal);
            Assert.DoesNotContain(keys, k => list.Contains(Convert.ToHexString(k), StringComparison.OrdinalIgnoreCase));
        }

        // In these two days no letter leaves: there is no book yet.
        await SaysAsync(0, "Restored", "restore", backup, "--data", Data, "--without-book");
        await LiveAsync(SampleClock.Start.AddDays(4));
        await SaysAsync(0, "all in order", "verify", "--data", Data);
        await SaysAsync(0, "the trail holds", "audit", "verify", "--data", Data);
    }

    [Fact]
    public async Task Only_where_nothing_is_lost_is_the_oldest_taken_away()
    {
        await LiveAsync(SampleClock.Start.AddDays(1));
        await SaysAsync(2, "only one key", "keys", "drop", "links", "--data", Data);
        foreach (var name in KeyPrints.Names) await SaysAsync(0, "there is a new key", "keys", "rotate", name, "--data", Data);
        var before = KeyPrints.Names.ToDictionary(n => n, Text);
        await SaysAsync(2, "could not be checked", "keys", "drop", "trail", "--data", Data);
        await SaysAsync(2, "never be read again", "keys", "drop", "confidential", "--data", Data);
        Assert.All(KeyPrints.Names, n => Assert.Equal(before[n], Text(n)));
        await SaysAsync(0, "enrolled anew", "keys", "drop", "links", "--data", Data);
        Assert.Equal(KeyRing.Parse(before["links"]).Current, Assert.Single(KeyRing.Parse(Text("links")).All));
        await LiveAsync(SampleClock.Start.AddDays(2));
        await SaysAsync(0, "all in order", "verify", "--data", Data);
    }

    [Fact]
    public async Task What_is_served_damaged_full_or_not_there_is_left_as_it_is()
    {
        await SaysAsync(2, "There is no folder", "keys", "rotate", "links", "--data", Data);
        await using (await OpenAsync()) await SaysAsync(2, "is in use", "keys", "rotate", "links", "--data", Data);
        Assert.Single(KeyRing.Parse(Text("links")).All);
        await SaysAsync(2, "mail", "keys", "rotate", "mail", "--data", Data);

        var full = string.Join('\n', Enumerable.Range(0, KeyRing.Most).Select(i => $"{i:x64}"));
        await File.WriteAllTextAsync(PathOf("links"), full);
        await SaysAsync(2, "Nothing was changed", "keys", "rotate", "links", "--data", Data);
        await File.WriteAllTextAsync(PathOf("confidential"), "no key");
        await SaysAsync(2, "is damaged", "keys", "rotate", "confidential", "--data", Data);
        File.Delete(PathOf("trail"));
        await SaysAsync(2, "is missing", "keys", "rotate", "trail", "--data", Data);
        Assert.Equal((full, "no key", false), (Text("links"), Text("confidential"), File.Exists(PathOf("trail"))));
    }

    private string PathOf(string name) => Path.Combine(Data, "keys", name + ".key");

    private string Text(string name) => File.ReadAllText(PathOf(name));

    private Task<LocalInstallation> OpenAsync() => LocalInstallation.OpenAsync(DataFolder.Open(new(Data)), path => new Uri("http://localhost" + path), new WatchOptions(), default);

    private async Task LiveAsync(DateTimeOffset until)
    {
        await using var local = await OpenAsync();
        await new Clockwork(local.Installation.Watch, local.Clock.Clock, local.Clock.SaveAsync).RunAsync(until);
    }

    private static async Task<string> SaysAsync(int code, string words, params string[] arguments)
    {
        var ended = await BuiltProgram.RunAsync(arguments);
        var all = ended.Said + ended.Complained;
        Assert.True(ended.Code == code, $"{string.Join(' ', arguments)}: {ended.Code}: {all}");
        Assert.Contains(words, all, StringComparison.Ordinal);
        return all;
    }
}
