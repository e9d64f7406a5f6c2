using Directives.Cloud;
using Directives.Editions;
using Microsoft.Extensions.Configuration;

namespace Directives.Tests.Infra;

/// <summary>What each parameter file gives the app: every setting is one that it knows, none is missing, secrets come from the vault, and it would start with them.</summary>
public sealed class ParameterFileTests
{
    private const string Prefix = "Directive__";
    private const string Reference = "[format('@Microsoft.KeyVault(SecretUri={0}secrets/";

    // One installation in one account; letters leave by SendGrid.
    private static readonly string[] LeftAtDefault =
        ["Mail:SendGrid:Address", "Mail:SendGrid:TimeoutSeconds", "Mail:Smtp:Host", "Mail:Smtp:Port", "Mail:Smtp:StartTls", "Mail:Smtp:User", "Mail:Smtp:Password", "Mail:Smtp:CertificateSha256", "Mail:Smtp:TimeoutSeconds"];

    // What the host and the telemetry read.
    private static readonly string[] Platforms =
        ["APPLICATIONINSIGHTS_AUTHENTICATION_STRING", "APPLICATIONINSIGHTS_CONNECTION_STRING", "AzureWebJobsStorage__accountName", "AzureWebJobsStorage__credential"];

    private static readonly string[] Secret = ["Keys:Confidential", "Keys:Links", "Keys:Trail", "Mail:SendGrid:Key", "Mail:Smtp:Password"];

    public static TheoryData<string> Files => [.. Bicep.ParameterFiles];

    [Fact]
    public void There_is_one_for_a_province_and_one_for_a_nation() => Assert.Empty(((string[])["nation.bicepparam", "province.bicepparam"]).Except(Bicep.ParameterFiles));

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Every_setting_is_known_and_none_is_missing(string file)
    {
        var given = (await Bicep.PredictAsync(file)).Settings.Keys.ToList();
        Assert.Equal(
            SettingNames.Known.Except(LeftAtDefault).Select(SettingNames.Variable).Concat(Platforms).Order(StringComparer.Ordinal),
            given.Order(StringComparer.Ordinal));
        Assert.Empty(LeftAtDefault.Except(SettingNames.Known));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Secrets_come_from_the_vault_and_nothing_else_does(string file)
    {
        var given = (await Bicep.PredictAsync(file)).Settings;
        Assert.Empty(Secret.Except(SettingNames.Known));
        Assert.Equal(
            Secret.Except(LeftAtDefault).Select(SettingNames.Variable).Order(StringComparer.Ordinal),
            given.Where(s => s.Value.StartsWith(Reference, StringComparison.Ordinal)).Select(s => s.Key).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task The_app_would_start_with_it_and_not_without_any_one_of_what_it_needs(string file)
    {
        var settings = Filled(await Bicep.PredictAsync(file));
        var read = Read(settings);
        Assert.Equal("SendGrid", read.Mail.Transport);
        // Own rules may bring other editions.
        if (read.Rules is null) StartChecks.Editions(read, EditionLibrary.Sample);
        Assert.NotEmpty(read.Editions);
        string[] optional = ["OtherHosts", "Blobs", "Prefix", "Rules", "Edition", "Entra:Tenant", "Mail:SendGrid:EventKey", "Mail:Transport"];
        foreach (var key in settings.Keys.Except(optional.Select(o => $"Directive:{o}")))
            Assert.Throws<CannotStartException>(() => Read(settings.Where(s => s.Key != key).ToDictionary()));
    }

    [Fact]
    public async Task A_parameter_file_with_an_unknown_edition_is_refused_and_told_which_there_are()
    {
        var spoiled = await Bicep.PredictAsync("province.bicepparam", text => text.Replace("'02-QD-TU.2021-04-29'", "'02-QD-TU.2021'", StringComparison.Ordinal));
        var refused = Assert.Throws<CannotStartException>(() => StartChecks.Editions(Read(Filled(spoiled)), EditionLibrary.Sample));
        Assert.StartsWith("Directive__Edition: there is no edition '02-QD-TU.2021'. Known are 02-QD-TU.2021-04-29: ", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_nation_has_an_instance_ready_and_keeps_its_logs_longer()
    {
        var (province, nation) = (await Bicep.PredictAsync("province.bicepparam"), await Bicep.PredictAsync("nation.bicepparam"));
        Assert.Empty(Ready(province));
        Assert.Single(Ready(nation));
        Assert.True(Kept(nation) > Kept(province));

        static System.Text.Json.Nodes.JsonArray Ready(Deployed it) => it.OfType("Microsoft.Web/sites").Single()["functionAppConfig"]!["scaleAndConcurrency"]!["alwaysReady"]!.AsArray();
        static int Kept(Deployed it) => (int)it.OfType("Microsoft.OperationalInsights/workspaces").Single()["retentionInDays"]!;
    }

    /// <summary>The settings as configuration, with what the platform would make of its expressions.</summary>
    private static Dictionary<string, string?> Filled(Deployed it) => it.Settings.Where(s => s.Key.StartsWith(Prefix, StringComparison.Ordinal)).ToDictionary(
        s => $"Directive:{SettingNames.Key(s.Key)}",
        s => s.Value.StartsWith(Reference, StringComparison.Ordinal) ? new string('a', 64) : s.Value.StartsWith('[') ? "https://province.table.core.windows.net/" : (string?)s.Value,
        StringComparer.Ordinal);

    private static CloudSettings Read(Dictionary<string, string?> settings) => CloudSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
}
