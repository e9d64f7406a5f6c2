using Azure.Data.Tables;
using Azure.Data.Tables.Sas;
using Directives.Tables;
using Directives.Tests.Local;
using Directives.Tests.Tables;

namespace Directives.Tests.Infra;

/// <summary>The daily audit's script, against a sample that was served from Azurite; only <c>az</c> is somebody else.</summary>
public sealed class AuditScriptTests : IDisposable
{
    private const string Script = "infra/audit/verify";
    private readonly TemporaryFolder _folder = new();
    private readonly string _prefix = AzuriteRunning.NewPrefix();

    public void Dispose() => _folder.Delete();

    [Fact]
    public async Task A_trail_that_holds_is_found_good_by_its_key_alone_and_one_that_does_not_is_not()
    {
        var connection = (await AzuriteRunning.GetAsync()).Connection;
        await using (var serving = ServingProcess.Start(_folder.File("data"), "--tables", connection, "--prefix", _prefix))
        {
            await serving.ListensAsync();
            await serving.KillAsync();
        }

        Az($"[ \"$*\" = 'keyvault secret show --vault-name vault --name trail --query value --output tsv' ] || exit 9; cat '{_folder.File("data/keys/trail.key")}'");
        var good = await VerifyAsync(ReadOnly(connection));
        Assert.Equal((0, ""), (good.Code, good.Complained));
        Assert.Matches(@"^Last good seal: .+\n[1-9]\d* dossiers, [1-9]\d* trail entries, \d+ seals: the trail holds\nThe trail holds\.\n$", good.Said);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.File("memory")));

        // One entry less of a chain.
        var cycles = new TableClient(connection, _prefix + "Cycles");
        var entry = await cycles.QueryAsync<TableEntity>().FirstAsync(e => e.RowKey.StartsWith(Keys.TrailPrefix, StringComparison.Ordinal));
        await cycles.DeleteEntityAsync(entry.PartitionKey, entry.RowKey);
        var bad = await VerifyAsync(connection);
        Assert.Equal(1, bad.Code);
        Assert.Matches(@"seals: [1-9]\d* out of order\n$", bad.Said);
        Assert.Contains("The trail does not hold.", bad.Complained, StringComparison.Ordinal);
        Assert.DoesNotContain(entry.PartitionKey, bad.Said + bad.Complained, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_that_may_not_be_read_is_no_verdict()
    {
        Az("echo 'Forbidden' >&2; exit 1");
        var ended = await VerifyAsync("https://account.table.core.windows.net");
        Assert.Equal((2, ""), (ended.Code, ended.Said));
        Assert.Contains("the trail's key could not be read: Forbidden", ended.Complained, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.File("memory")));
    }

    [Fact]
    public async Task What_is_no_key_is_no_verdict_and_is_never_repeated()
    {
        Az("echo a-password");
        var ended = await VerifyAsync("https://account.table.core.windows.net");
        Assert.Equal((2, ""), (ended.Code, ended.Said));
        Assert.Contains("is not a key of 64 hexadecimal digits", ended.Complained, StringComparison.Ordinal);
        Assert.DoesNotContain("a-password", ended.Complained, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tables_of_another_installation_are_no_verdict()
    {
        var connection = (await AzuriteRunning.GetAsync()).Connection;
        Az($"echo {new string('a', 64)}");
        var ended = await VerifyAsync(connection);
        Assert.Equal((2, ""), (ended.Code, ended.Said));
        Assert.Contains("There is no installation in the tables of 'devstoreaccount1'", ended.Complained, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("TABLES")]
    [InlineData("VAULT")]
    [InlineData("SECRET")]
    public async Task What_is_not_set_is_named(string name)
    {
        Az("exit 9");
        (string, string)[] all = [("TABLES", "https://account.table.core.windows.net"), ("VAULT", "vault"), ("SECRET", "trail")];
        var ended = await ScriptRun.RunAsync(Script, ["false"], _folder.File("bin"), [.. all.Select(e => e.Item1 == name ? (name, "") : e)]);
        Assert.Equal((2, "", $"audit: {name} is not set.\n"), (ended.Code, ended.Said, ended.Complained));
    }

    /// <summary>The same tables for somebody who may read, and nothing else.</summary>
    private static string ReadOnly(string connection)
    {
        var service = new TableServiceClient(connection);
        var signed = service.GenerateSasUri(TableAccountSasPermissions.Read | TableAccountSasPermissions.List, TableAccountSasResourceTypes.All, DateTimeOffset.UtcNow.AddHours(1));
        var endpoints = connection.Split(';').Where(part => part.StartsWith("AccountName=", StringComparison.Ordinal) || part.Contains("Endpoint=", StringComparison.Ordinal));
        return string.Join(';', [.. endpoints, $"SharedAccessSignature={signed.Query.TrimStart('?')}"]);
    }

    private Task<BuiltProgram.Ended> VerifyAsync(string tables)
    {
        Directory.CreateDirectory(_folder.File("memory"));
        var program = BuiltProgram.How();
        return ScriptRun.RunAsync(
            Script, [program.FileName, .. program.ArgumentList], _folder.File("bin"),
            ("TABLES", tables), ("PREFIX", _prefix), ("VAULT", "vault"), ("SECRET", "trail"), ("CHECKPOINT", ""), ("AUDIT_FOLDER", _folder.File("memory")));
    }

    private void Az(string body)
    {
        Directory.CreateDirectory(_folder.File("bin"));
        ScriptRun.Write(_folder.File("bin"), "az", body);
    }
}
