using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Directives.Tests.Infra;

/// <summary>What <c>infra/</c> deploys: it compiles without a warning, nothing in it is open, and each rule finds what is spoiled.</summary>
public sealed class InfraTests
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly Lazy<Task<string>> Template = new(async () => (await Bicep.CompileAsync("main.bicep")).Compiled.ToJsonString(Plain));

    public static TheoryData<string> Files =>
        [.. Directory.GetFiles(Bicep.Folder, "*.bicep*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Bicep.Folder, f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Everything_compiles_without_a_warning(string file) => Assert.Equal("", (await Bicep.CompileAsync(file)).Complaints);

    [Fact]
    public async Task Nothing_is_open_and_every_role_is_narrow() => Assert.Empty(TemplateChecks.Findings(JsonNode.Parse(await Template.Value)!));

    [Theory]
    [InlineData("storage: the public", "\"allowBlobPublicAccess\":false", "\"allowBlobPublicAccess\":true")]
    [InlineData("storage: a shared key", "\"allowSharedKeyAccess\":false,", "")]
    [InlineData("storage: not HTTPS", "\"supportsHttpsTrafficOnly\":true", "\"supportsHttpsTrafficOnly\":\"[parameters('open')]\"")]
    [InlineData("storage: an old TLS", "\"TLS1_2\"", "\"TLS1_0\"")]
    [InlineData("container:", "\"publicAccess\":\"None\"", "\"publicAccess\":\"Blob\"")]
    [InlineData("app: not HTTPS", "\"httpsOnly\":true,", "")]
    [InlineData("app: minTlsVersion", "\"minTlsVersion\":\"1.2\"", "\"minTlsVersion\":\"1.0\"")]
    [InlineData("app: scmMinTlsVersion", "\"scmMinTlsVersion\":\"1.2\",", "")]
    [InlineData("app: deployed by a key", "\"SystemAssignedIdentity\"", "\"StorageAccountConnectionString\"")]
    [InlineData("app: ftp takes", "'ftp')]\"", "'other')]\"")]
    [InlineData("app: scm takes", "\"allow\":false", "\"allow\":true")]
    [InlineData("vault: opened by more", "\"enableRbacAuthorization\":true", "\"enableRbacAuthorization\":false")]
    [InlineData("vault: a key can be lost", "\"enablePurgeProtection\":true,", "")]
    [InlineData("roles: [guid(", "\"scope\":\"[resourceId('Microsoft.KeyVault/vaults', parameters('vaultName'))]\",", "")]
    [InlineData("roles: [guid(", "\"scope\":\"[resourceId('Microsoft.Storage/storageAccounts', parameters('storageName'))]\"", "\"scope\":\"[resourceGroup().id]\"")]
    [InlineData("roles: b24988ac", "974c5e8b-45b9-4653-ba55-5f855dd0fb88", "b24988ac-6180-42a0-ab88-20f7382dd24c")]
    [InlineData("roles: 8e3af657", "4633458b-17de-408a-b874-0445c86b69e6", "8e3af657-a8ff-443c-a75c-2fe8c4bcb635")]
    [InlineData("secret: listKeys(", "'managedidentity'", "listKeys(parameters('storageName'), '2025-06-01').keys[0].value")]
    [InlineData("secret: AccountKey=", "'managedidentity'", "'DefaultEndpointsProtocol=https;AccountKey=x'")]
    [InlineData("secret: one is asked", "\"authority\":{\"type\":\"string\"", "\"authority\":{\"type\":\"securestring\"")]
    [InlineData("secret: the output siteAddress", "\"[reference('app').outputs.address.value]\"}", "\"[reference('insights').ConnectionString]\"}")]
    [InlineData("alerts: one is off", "\"severity\":1,\"enabled\":true", "\"severity\":1,\"enabled\":false")]
    [InlineData("alerts: one tells nobody", "\"actions\":{\"actionGroups\":[", "\"actions\":{\"customProperties\":{}},\"none\":{\"of\":[")]
    [InlineData("alerts: too few", "Microsoft.Insights/scheduledQueryRules", "Microsoft.Insights/others")]
    [InlineData("budget: none", "Microsoft.Consumption/budgets", "Microsoft.Consumption/others")]
    [InlineData("logs: anybody", "\"DisableLocalAuth\":true", "\"DisableLocalAuth\":false")]
    public async Task What_is_spoiled_is_found(string finding, string good, string bad)
    {
        var template = await Template.Value;
        Assert.Contains(good, template, StringComparison.Ordinal);
        Assert.Contains(TemplateChecks.Findings(JsonNode.Parse(template.Replace(good, bad, StringComparison.Ordinal))!), f => f.StartsWith(finding, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Azd_finds_its_parameter_file_the_app_and_the_script()
    {
        var said = await File.ReadAllLinesAsync(Path.Combine(Bicep.Folder, "azure.yaml"));
        Assert.Contains($"{Said("module")}.bicepparam", Bicep.ParameterFiles);
        Assert.True(File.Exists(Path.Combine(Bicep.Folder, Said("project"), "Azure.csproj")));
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(Path.Combine(Bicep.Folder, Said("run"))).HasFlag(UnixFileMode.UserExecute));
        // By this tag azd knows the app.
        var service = said[Array.IndexOf(said, "services:") + 1].Trim(' ', ':');
        Assert.Contains($"createObject('azd-service-name', '{service}')", await Template.Value, StringComparison.Ordinal);

        string Said(string name) => said.Single(l => l.TrimStart().StartsWith($"{name}: ", StringComparison.Ordinal)).Split(": ")[1];
    }
}
