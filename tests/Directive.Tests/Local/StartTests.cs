using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Directives.Chasing;
using Directives.Editions;
using Directives.Local;
using Directives.Local.Data;
using Directives.Tests.Tables;
using Directives.Tests.Web;

namespace Directives.Tests.Local;

/// <summary>How the program starts and, where it cannot, what it says: one line, exit code 2, nothing spoilt.</summary>
public sealed class StartTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Data => _folder.File("data");

    public void Dispose() => _folder.Delete();

    [Theory]
    [InlineData("--port", "serve", "--port", "70000")]
    [InlineData("--port", "--port", "-1")]
    [InlineData("'http'", "serve", "--port", "http")]
    [InlineData("'servve'", "servve")]
    [InlineData("'--dta'", "verify", "--dta")]
    public Task A_wrong_call_is_refused(string names, params string[] arguments) => RefusedAsync(names, arguments);

    [Fact]
    public async Task A_port_in_use_is_refused()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);

        await RefusedAsync($"Port {port}", "serve", "--data", Data, "--port", port);
    }

    [Fact]
    public async Task Rules_that_are_wrong_are_refused_with_file_path_and_reason()
    {
        var file = Directory.CreateDirectory(Path.Combine(Data, "rules", "editions")).FullName + "/mine.json";
        await File.WriteAllTextAsync(file, EditionFile.Write(EditionFile.Sample).Replace("\"month\"", "\"fortnight\"", StringComparison.Ordinal));
        await RefusedAsync(file, "serve", "--data", Data, "--port", "0");
        await RefusedAsync("$.roles[1].cadence", "serve", "--data", Data, "--port", "0");
        await RefusedAsync("fortnight", "serve", "--data", Data, "--port", "0");
    }

    [Fact]
    public async Task A_data_folder_that_is_a_file_is_refused()
    {
        await File.WriteAllTextAsync(Data, "");

        await RefusedAsync(Data, "serve", "--data", Data, "--port", "0");
        await RefusedAsync(Data, "serve", "--data", Path.Combine(Data, "below"), "--port", "0");
        await RefusedAsync(Data, "verify", "--data", Data);
    }

    [Fact]
    public async Task A_data_folder_that_cannot_be_written_is_refused()
    {
        Directory.CreateDirectory(Data);
        // Rights do not stop an administrator; a folder where the program wants its file does.
        if (Environment.IsPrivilegedProcess || OperatingSystem.IsWindows()) Directory.CreateDirectory(Path.Combine(Data, "directive.lock"));
        else File.SetUnixFileMode(Data, UnixFileMode.UserRead | UnixFileMode.UserExecute);

        await RefusedAsync(Data, "serve", "--data", Data, "--port", "0");

        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(Data, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    [Theory]
    [InlineData("serve", "--port", "0")]
    [InlineData("verify")]
    public async Task A_file_that_is_no_database_is_refused_and_left_alone(params string[] verb)
    {
        await (await MakeAsync()).DisposeAsync();
        var text = string.Join('\n', Enumerable.Repeat("no database", 1000));
        await File.WriteAllTextAsync(DataFolder.Open(new(Data)).Database, text);

        await RefusedAsync("no database", [.. verb, "--data", Data]);

        Assert.Equal(text, await File.ReadAllTextAsync(DataFolder.Open(new(Data)).Database));
    }

    [Theory]
    [InlineData(null, "is missing")]
    [InlineData("00ff", "is damaged")]
    [InlineData("no key", "is damaged")]
    public async Task A_key_that_is_missing_or_damaged_is_refused_and_never_made_anew(string? content, string says)
    {
        await (await MakeAsync()).DisposeAsync();
        var key = Path.Combine(Data, "keys", "links.key");
        if (content is null) File.Delete(key);
        else await File.WriteAllTextAsync(key, content);

        await RefusedAsync(says, "serve", "--data", Data, "--port", "0");
        await RefusedAsync(says, "verify", "--data", Data);

        Assert.Equal(content, File.Exists(key) ? await File.ReadAllTextAsync(key) : null);
    }

    [Fact]
    public async Task To_verify_nothing_is_refused_and_makes_nothing()
    {
        await RefusedAsync(Data, "verify", "--data", Data);
        Assert.False(Directory.Exists(Data));

        Directory.CreateDirectory(Data);
        await RefusedAsync(Data, "verify", "--data", Data);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Data));
    }

    [Fact]
    public async Task To_verify_what_was_killed_at_its_birth_is_refused_and_marks_nothing()
    {
        var folder = DataFolder.Open(new(Data));
        _ = (folder.Secret("trail"), folder.Secret("links"));
        await using (var tables = folder.OpenTables())
        {
            await RefusedAsync("serve", "verify", "--data", Data);
            Assert.Null(await InstallationMark.ReadAsync(tables, default));
        }

        await using var local = await MakeAsync();
        Assert.True(local.Mark.Sample);
    }

    [Fact]
    public async Task A_sample_stays_a_sample_and_keeps_its_day()
    {
        await using var first = await MakeAsync();
        var mark = first.Mark;
        await first.DisposeAsync();

        await using var again = await MakeAsync();

        Assert.True(mark.Sample);
        Assert.Equal(mark, again.Mark);
    }

    [Fact]
    public async Task A_folder_has_one_engine_and_may_be_verified_while_it_serves()
    {
        await using var serving = ServingProcess.Start(Data);
        using var browser = new TestBrowser(await serving.ListensAsync());
        var page = await browser.GetAsync("/demo");
        var moving = browser.PostAsync(page, "/demo/clock", ("by", "rung"));

        await RefusedAsync("is in use", "serve", "--data", Data, "--port", "0");
        var verified = await BuiltProgram.RunAsync("verify", "--data", Data);

        Assert.Equal((0, ""), (verified.Code, verified.Complained));
        Assert.Equal(HttpStatusCode.SeeOther, (await moving).Status);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/demo")).Status);

        // However it ends, the next one may start.
        await serving.KillAsync();
        await using var next = await MakeAsync();
    }

    private Task<LocalInstallation> MakeAsync() =>
        LocalInstallation.OpenAsync(DataFolder.Open(new(Data)), path => new Uri("http://localhost" + path), new WatchOptions(), default);

    private static async Task RefusedAsync(string says, params string[] arguments)
    {
        var ended = await BuiltProgram.RunAsync(arguments);

        Assert.Equal((2, ""), (ended.Code, ended.Said));
        Assert.Contains(says, ended.Complained, StringComparison.Ordinal);
        Assert.Equal(1, ended.Complained.AsSpan().Count('\n'));
    }
}
