using System.Diagnostics;
using Directives.Cloud;

namespace Directives.Tests.Infra;

/// <summary>The script that puts the first secrets into the vault, with a stand-in for the Azure CLI whose vault is a folder.</summary>
public sealed class SecretsScriptTests : IDisposable
{
    private static readonly string[] Keys = ["confidential", "links", "trail"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("directive-secrets");

    public SecretsScriptTests()
    {
        if (OperatingSystem.IsWindows()) throw new PlatformNotSupportedException("The script is one for bash.");
        Directory.CreateDirectory(Vault);
        var az = Path.Combine(_folder.FullName, "az");
        File.WriteAllText(az, """
            #!/usr/bin/env bash
            here=$(dirname "$0")
            echo "$*" >>"$here/asked"
            case "$1 $2 $3" in
            "keyvault secret list") if [ -e "$here/closed" ]; then echo "Forbidden by the vault" >&2; exit 1; fi; ls "$here/vault" ;;
            "keyvault secret set")
                while [ $# -gt 0 ]; do
                    case "$1" in --name) name=$2 ;; --file) file=$2 ;; esac
                    shift
                done
                if [ -e "$here/deleted-$name" ]; then echo "ObjectIsDeletedButRecoverable" >&2; exit 1; fi
                cat "$file" >"$here/vault/$name" ;;
            "functionapp show"*) echo /subscriptions/s/app ;;
            "rest --method"*) ;;
            *) exit 3 ;;
            esac
            """.ReplaceLineEndings("\n"));
        File.SetUnixFileMode(az, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        File.WriteAllText(Path.Combine(_folder.FullName, "sendgrid-key"), "SG.of-the-provider\r\n");
    }

    private string Vault => Path.Combine(_folder.FullName, "vault");

    public void Dispose() => _folder.Delete(true);

    [Fact]
    public async Task The_first_time_it_makes_what_the_template_refers_to_and_prints_none_of_it()
    {
        var ended = await RunAsync();
        Assert.Equal(0, ended.Code);
        var settings = (await Bicep.PredictAsync("province.bicepparam")).Settings.Values.Where(v => v.Contains("KeyVault(", StringComparison.Ordinal)).ToList();
        Assert.Equal(settings.Count, Directory.GetFiles(Vault).Length);
        Assert.All(Directory.GetFiles(Vault), f => Assert.Single(settings, s => s.Contains($"{{0}}secrets/{Path.GetFileName(f)})", StringComparison.Ordinal)));
        var keys = Keys.Select(Read).ToList();
        Assert.Equal(3, keys.Distinct().Count());
        Assert.All(keys, k => Assert.Equal(32, Convert.FromHexString(k).Length));
        Assert.Equal("SG.of-the-provider", Read("sendgrid"));
        Assert.All([.. keys, "SG."], k => Assert.DoesNotContain(k, ended.Said + File.ReadAllText(Path.Combine(_folder.FullName, "asked")), StringComparison.Ordinal));
        Assert.Contains("rest --method post --url /subscriptions/s/app/config/configreferences/appsettings/refresh", File.ReadAllText(Path.Combine(_folder.FullName, "asked")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_again_it_overwrites_nothing_and_makes_what_is_missing()
    {
        await RunAsync();
        var before = Keys.Append("sendgrid").Select(Read).ToList();
        Assert.Equal(0, (await RunAsync(key: false)).Code);
        Assert.Equal(before, Keys.Append("sendgrid").Select(Read));
        File.Delete(Path.Combine(Vault, "links"));
        Assert.Equal(0, (await RunAsync(key: false)).Code);
        Assert.Equal(before[0], Read("confidential"));
        Assert.NotEqual(before[1], Read("links"));
    }

    [Fact]
    public async Task A_vault_that_does_not_answer_gets_nothing()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "closed"), "");
        var ended = await RunAsync();
        Assert.Equal(1, ended.Code);
        Assert.Contains("secrets: you have no right to the vault kv: give yourself 'Key Vault Secrets Officer' on it", ended.Said, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(Vault));
    }

    [Fact]
    public async Task A_key_that_was_deleted_is_to_be_recovered_instead()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "deleted-confidential"), "");
        var ended = await RunAsync();
        Assert.Equal(1, ended.Code);
        Assert.Contains("az keyvault secret recover", ended.Said, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(Vault, "confidential")));
    }

    [Fact]
    public async Task Without_the_key_of_the_provider_it_says_how_to_give_it()
    {
        var ended = await RunAsync(key: false);
        Assert.Equal(1, ended.Code);
        Assert.Contains("name it in SENDGRID_KEY_FILE", ended.Said, StringComparison.Ordinal);
    }

    [Fact]
    public void The_start_names_the_script_and_it_is_there()
    {
        var refused = Assert.Throws<CannotStartException>(() => CloudSettings.Read(
            new Microsoft.Extensions.Configuration.ConfigurationManager { ["Directive:Keys:Trail"] = "@Microsoft.KeyVault(SecretUri=https://kv.vault.azure.net/secrets/trail)" }));
        Assert.StartsWith("Directive__Keys__Trail: ", refused.Message, StringComparison.Ordinal);
        Assert.Contains("infra/hooks/secrets.sh", refused.Message, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(Bicep.Folder, "hooks", "secrets.sh")));
    }

    private string Read(string name) => File.ReadAllText(Path.Combine(Vault, name));

    private async Task<(int Code, string Said)> RunAsync(bool key = true)
    {
        var start = new ProcessStartInfo(Path.Combine(Bicep.Folder, "hooks", "secrets.sh")) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PATH"] = $"{_folder.FullName}:{Environment.GetEnvironmentVariable("PATH")}";
        (start.Environment["AZURE_KEY_VAULT_NAME"], start.Environment["AZURE_RESOURCE_GROUP"], start.Environment["DIRECTIVE_APP"]) = ("kv", "rg", "func");
        (start.Environment["DIRECTIVE_WAIT_SECONDS"], start.Environment["SENDGRID_KEY_FILE"]) = ("0", key ? Path.Combine(_folder.FullName, "sendgrid-key") : "");
        using var process = Process.Start(start) ?? throw new InvalidOperationException("The script did not start.");
        var complained = process.StandardError.ReadToEndAsync();
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, said + await complained);
    }
}
