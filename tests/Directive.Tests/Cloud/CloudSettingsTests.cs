using Directives.Cloud;
using Microsoft.Extensions.Configuration;

namespace Directives.Tests.Cloud;

/// <summary>What the app is told: a setting that is missing or wrong is named, with what to give; a secret is never repeated.</summary>
public sealed class CloudSettingsTests
{
    private static readonly string Key = new('a', 64);

    private readonly Dictionary<string, string?> _settings = new(StringComparer.Ordinal)
    {
        ["Directive:Tables"] = "https://province.table.core.windows.net",
        ["Directive:PublicAddress"] = "https://directive.province.example",
        ["Directive:Authority"] = "52",
        ["Directive:Since"] = "2026-03-02",
        ["Directive:Keys:Trail"] = Key,
        ["Directive:Keys:Links"] = Key,
        ["Directive:Keys:Confidential"] = Key,
    };

    [Fact]
    public void What_is_set_is_read()
    {
        var read = Read();
        Assert.Equal("https://province.blob.core.windows.net", read.Blobs);
        Assert.Equal(new DateOnly(2026, 3, 2), read.Since);
        Assert.Equal(32, Assert.Single(read.TrailKey.All).Length);
    }

    [Theory]
    [InlineData(",")]
    [InlineData("\n")]
    [InlineData(" ,\r\n")]
    public void A_rotated_key_stands_before_the_older_one(string between)
    {
        _settings["Directive:Keys:Trail"] = new string('b', 64) + between + Key;
        var read = Read();
        Assert.Equal([0xBB, 0xAA], read.TrailKey.All.Select(k => k[0]));
        Assert.Equal((0xBB, 0xAA), (read.TrailKey.Current[0], read.TrailKey.Oldest[0]));
        Assert.Single(read.LinkSecret.All);
    }

    [Fact]
    public void A_secret_that_came_from_a_file_may_end_with_a_line_break()
    {
        _settings["Directive:Keys:Trail"] = Key + "\n";
        Assert.Equal(32, Assert.Single(Read().TrailKey.All).Length);
    }

    [Fact]
    public void Own_rules_lie_beside_the_app_and_editions_may_be_several()
    {
        (_settings["Directive:Rules"], _settings["Directive:Edition"]) = ("rules", "02-QD-TU.2021-04-29, 33-CT-TW.2026-01-01");
        var read = Read();
        Assert.Equal(Path.Combine(AppContext.BaseDirectory, "rules"), read.Rules);
        Assert.Equal(["02-QD-TU.2021-04-29", "33-CT-TW.2026-01-01"], read.Editions);
    }

    [Theory]
    [InlineData("Tables")]
    [InlineData("PublicAddress")]
    [InlineData("Authority")]
    [InlineData("Since")]
    [InlineData("Keys:Trail")]
    [InlineData("Keys:Links")]
    [InlineData("Keys:Confidential")]
    public void What_is_missing_is_named_as_its_variable_is(string key)
    {
        _settings.Remove($"Directive:{key}");
        var refused = Assert.Throws<CannotStartException>(Read);
        Assert.StartsWith($"Directive__{key.Replace(":", "__", StringComparison.Ordinal)} is not set: give ", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PublicAddress", "http://directive.province.example")]
    [InlineData("PublicAddress", "https://directive.province.example/site")]
    [InlineData("PublicAddress", "directive")]
    [InlineData("Since", "2/3/2026")]
    [InlineData("Mail:Transport", "Pigeon")]
    [InlineData("Prefix", "two-provinces")]
    [InlineData("Prefix", "2provinces")]
    public void What_is_wrong_is_named(string key, string value)
    {
        _settings[$"Directive:{key}"] = value;
        var refused = Assert.Throws<CannotStartException>(Read);
        Assert.Contains($"Directive__{key.Replace(":", "__", StringComparison.Ordinal)}", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Prefx", "Directive__Prefx is no setting")]
    [InlineData("Mail:SendGrid:Keys", "Directive__Mail__SendGrid__Keys is no setting")]
    [InlineData("Key", "perhaps Directive__Mail__SendGrid__Key or Directive__Mail__SendGrid__EventKey is meant")]
    public void What_nobody_knows_is_refused(string key, string says)
    {
        _settings[$"Directive:{key}"] = "x";
        Assert.Contains(says, Assert.Throws<CannotStartException>(Read).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Keys:Trail")]
    [InlineData("Mail:SendGrid:Key")]
    public void A_secret_that_the_vault_does_not_give_is_asked_for(string key)
    {
        _settings[$"Directive:{key}"] = "@Microsoft.KeyVault(SecretUri=https://kv.vault.azure.net/secrets/x)";
        var refused = Assert.Throws<CannotStartException>(Read);
        Assert.StartsWith($"Directive__{key.Replace(":", "__", StringComparison.Ordinal)}: the vault has no such secret", refused.Message, StringComparison.Ordinal);
        Assert.Contains("az keyvault secret set", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("secret")]
    [InlineData("0123456789abcdef")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa,aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public void A_key_that_is_none_is_not_repeated(string key)
    {
        _settings["Directive:Keys:Links"] = key;
        var refused = Assert.Throws<CannotStartException>(Read);
        Assert.StartsWith("Directive__Keys__Links", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(key, refused.Message, StringComparison.Ordinal);
    }

    private CloudSettings Read() => CloudSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(_settings).Build());
}
