using Directives.Cloud;
using Microsoft.Extensions.Configuration;

namespace Directives.Tests.Infra;

/// <summary>What <c>infra/</c> deploys: it compiles without a warning, nothing is open, no secret is in it, and the app understands every setting.</summary>
public sealed class InfraTests : IAsyncLifetime
{
    private const string Reference = "@Microsoft.KeyVault(";
    private Template _template = null!;
    private string _text = "";

    public async Task InitializeAsync()
    {
        var (compiled, _) = await Bicep.CompileAsync("main.bicep");
        (_template, _text) = (new Template(compiled), compiled.ToJsonString());
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public static TheoryData<string> Files => [.. Directory.GetFiles(Bicep.Folder, "*.bicep*").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Everything_compiles_without_a_warning(string file) => Assert.Equal("", (await Bicep.CompileAsync(file)).Complaints);

    [Fact]
    public void No_storage_is_open_to_the_public_to_a_key_or_to_an_old_protocol()
    {
        Assert.All(_template.OfType("Microsoft.Storage/storageAccounts"), account =>
        {
            Assert.False((bool)account["properties"]!["allowBlobPublicAccess"]!);
            Assert.False((bool)account["properties"]!["allowSharedKeyAccess"]!);
            Assert.True((bool)account["properties"]!["supportsHttpsTrafficOnly"]!);
            Assert.Equal("TLS1_2", (string)account["properties"]!["minimumTlsVersion"]!);
        });
        Assert.Single(_template.OfType("Microsoft.Storage/storageAccounts"));
        Assert.All(_template.OfType("Microsoft.Storage/storageAccounts/blobServices/containers"), c => Assert.Equal("None", (string)c["properties"]!["publicAccess"]!));
    }

    [Fact]
    public void The_site_speaks_HTTPS_only_and_takes_no_files_by_FTP()
    {
        var site = Assert.Single(_template.OfType("Microsoft.Web/sites"))["properties"]!;
        Assert.True((bool)site["httpsOnly"]!);
        Assert.Equal(("1.2", "1.2", "Disabled"), ((string)site["siteConfig"]!["minTlsVersion"]!, (string)site["siteConfig"]!["scmMinTlsVersion"]!, (string)site["siteConfig"]!["ftpsState"]!));
        Assert.Equal("SystemAssignedIdentity", (string)site["functionAppConfig"]!["deployment"]!["storage"]!["authentication"]!["type"]!);
    }

    [Fact]
    public void The_vault_knows_roles_only_and_forgets_nothing()
    {
        var vault = Assert.Single(_template.OfType("Microsoft.KeyVault/vaults"))["properties"]!;
        Assert.True((bool)vault["enableRbacAuthorization"]!);
        Assert.True((bool)vault["enablePurgeProtection"]!);
    }

    [Fact]
    public void Every_role_is_given_on_one_resource_and_is_no_owner_of_more()
    {
        var roles = _template.OfType("Microsoft.Authorization/roleAssignments").ToList();
        Assert.Equal(3, roles.Count);
        Assert.All(roles, role => Assert.Matches(@"^\[resourceId\('Microsoft\.(Storage/storageAccounts|KeyVault/vaults|Insights/components)', ", (string)role["scope"]!));
        // Owner, contributor, user access administrator.
        foreach (var broad in (string[])["8e3af657-a8ff-443c-a75c-2fe8c4bcb635", "b24988ac-6180-42a0-ab88-20f7382dd24c", "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9"])
            Assert.DoesNotContain(broad, _text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void No_secret_is_in_an_output_a_setting_or_asked_of_a_resource()
    {
        Assert.DoesNotContain("listKeys(", _text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("AccountKey=", _text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(_template.Outputs, o => o.Name.Contains("key", StringComparison.OrdinalIgnoreCase) || o.Output.ToJsonString().Contains("secret", StringComparison.OrdinalIgnoreCase));
        Assert.All(Settings().Where(s => s.Key.Contains("Key", StringComparison.Ordinal) || s.Key.Contains("Password", StringComparison.Ordinal)), s =>
            Assert.Contains(Reference, s.Value, StringComparison.Ordinal));
    }

    [Fact]
    public void The_app_understands_every_setting_and_lacks_none()
    {
        var settings = Settings().Where(s => s.Key.StartsWith("Directive__", StringComparison.Ordinal))
            .ToDictionary(s => s.Key.Replace("__", ":", StringComparison.Ordinal), s => (string?)Plausible(s.Key, s.Value), StringComparer.Ordinal);
        Assert.Equal("SendGrid", Read(settings).Mail.Transport);
        foreach (var key in settings.Keys.Except(["Directive:OtherHosts", "Directive:Blobs", "Directive:Mail:FromName", "Directive:Mail:SendGrid:EventKey"]))
        {
            var without = settings.Where(s => s.Key != key).ToDictionary();
            // Without its transport the app would keep its letters.
            if (key == "Directive:Mail:Transport") Assert.Equal("Outbox", Read(without).Mail.Transport);
            else Assert.Throws<CannotStartException>(() => Read(without));
        }
    }

    [Fact]
    public void Somebody_is_told_when_it_does_not_work_or_costs_too_much()
    {
        var rules = _template.OfType("Microsoft.Insights/scheduledQueryRules").Concat(_template.OfType("Microsoft.Insights/metricAlerts")).ToList();
        Assert.Equal(3, rules.Count);
        Assert.All(rules, r => Assert.NotEmpty(r["properties"]!["actions"]!.ToJsonString()));
        foreach (var timer in (string[])["Sweep", "SealTrail", "Postman"]) Assert.Contains($"\"{timer}\"", _text, StringComparison.Ordinal);
        Assert.Contains("/readyz", _text, StringComparison.Ordinal);
        Assert.Single(_template.OfType("Microsoft.Consumption/budgets"));
    }

    private Dictionary<string, string> Settings() => _template.OfType("Microsoft.Web/sites/config").SelectMany(c => c["properties"]!.AsObject()).ToDictionary(s => s.Key, s => (string)s.Value!);

    /// <summary>What the platform would make of it.</summary>
    private static string Plausible(string name, string value) => value switch
    {
        _ when name.StartsWith("Directive__Keys__", StringComparison.Ordinal) => new string('a', 64),
        _ when value.Contains(Reference, StringComparison.Ordinal) => "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE",
        _ when !value.StartsWith('[') => value,
        _ => name switch
        {
            "Directive__Tables" => "https://province.table.core.windows.net/",
            "Directive__Blobs" => "https://province.blob.core.windows.net/",
            "Directive__PublicAddress" => "https://directive.province.example",
            "Directive__Since" => "2026-12-01",
            _ when name.Contains("From", StringComparison.Ordinal) || name.Contains("ReplyTo", StringComparison.Ordinal) => "office@province.example",
            _ => "52",
        },
    };

    private static CloudSettings Read(Dictionary<string, string?> settings) => CloudSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
}
