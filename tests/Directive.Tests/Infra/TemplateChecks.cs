using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Directives.Tests.Infra;

/// <summary>What no template may do: each rule says what it found. Pure, so that a spoiled template shows that the rule finds it.</summary>
internal static partial class TemplateChecks
{
    // Built-in roles on data; none may change a resource or give roles away.
    private static readonly IReadOnlyDictionary<string, string> Narrow = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["b7e6dc6d-f1e8-4753-8033-0f276bb0955b"] = "Storage Blob Data Owner",
        ["974c5e8b-45b9-4653-ba55-5f855dd0fb88"] = "Storage Queue Data Contributor",
        ["0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3"] = "Storage Table Data Contributor",
        ["4633458b-17de-408a-b874-0445c86b69e6"] = "Key Vault Secrets User",
        ["b86a8fe4-44ce-4948-aee5-eccb2c155cd7"] = "Key Vault Secrets Officer",
        ["3913510d-42f4-4e42-8a64-420c390055eb"] = "Monitoring Metrics Publisher",
    };

    private static readonly string[] Givers = ["listKeys(", "listAccountSas(", "listServiceSas(", "listSecrets(", "AccountKey=", "SharedAccessKey", ".getSecret("];

    /// <summary>All that is wrong.</summary>
    public static IEnumerable<string> Findings(JsonNode compiled) =>
        Storage(new Template(compiled)).Concat(Site(new Template(compiled))).Concat(Vault(new Template(compiled))).Concat(Roles(new Template(compiled), compiled.ToJsonString()))
            .Concat(Secrets(new Template(compiled), compiled.ToJsonString())).Concat(Watched(new Template(compiled)));

    private static IEnumerable<string> Storage(Template template)
    {
        var accounts = Of(template, "Microsoft.Storage/storageAccounts").ToList();
        if (accounts.Count != 1) yield return "not one storage account";
        foreach (var account in accounts)
        {
            if (!Is(account["allowBlobPublicAccess"], false)) yield return "storage: the public may read blobs";
            if (!Is(account["allowSharedKeyAccess"], false)) yield return "storage: a shared key opens it";
            if (!Is(account["supportsHttpsTrafficOnly"], true)) yield return "storage: not HTTPS only";
            if ((string?)account["minimumTlsVersion"] is not ("TLS1_2" or "TLS1_3")) yield return "storage: an old TLS is allowed";
        }

        if (Of(template, "Microsoft.Storage/storageAccounts/blobServices/containers").Any(c => (string?)c["publicAccess"] != "None")) yield return "container: the public may read it";
    }

    private static IEnumerable<string> Site(Template template)
    {
        var sites = Of(template, "Microsoft.Web/sites").ToList();
        if (sites.Count != 1) yield return "not one app";
        foreach (var site in sites)
        {
            if (!Is(site["httpsOnly"], true)) yield return "app: not HTTPS only";
            foreach (var tls in (string[])["minTlsVersion", "scmMinTlsVersion"])
            {
                if ((string?)site["siteConfig"]?[tls] is not ("1.2" or "1.3")) yield return $"app: {tls} is old";
            }

            if ((string?)site["functionAppConfig"]?["deployment"]?["storage"]?["authentication"]?["type"] != "SystemAssignedIdentity") yield return "app: deployed by a key";
        }

        var closed = template.OfType("Microsoft.Web/sites/basicPublishingCredentialsPolicies").Where(p => Is(p["properties"]!["allow"], false)).Select(p => (string)p["name"]!).ToList();
        foreach (var door in (string[])["ftp", "scm"])
        {
            if (!closed.Exists(name => name.Contains($"'{door}'", StringComparison.Ordinal))) yield return $"app: {door} takes a password";
        }
    }

    private static IEnumerable<string> Vault(Template template)
    {
        var vaults = Of(template, "Microsoft.KeyVault/vaults").ToList();
        if (vaults.Count != 1) yield return "not one vault";
        foreach (var vault in vaults)
        {
            if (!Is(vault["enableRbacAuthorization"], true)) yield return "vault: opened by more than roles";
            if (!Is(vault["enablePurgeProtection"], true)) yield return "vault: a key can be lost for ever";
        }
    }

    private static IEnumerable<string> Roles(Template template, string text)
    {
        var given = template.OfType("Microsoft.Authorization/roleAssignments").ToList();
        if (given.Count == 0) yield return "roles: none";
        foreach (var role in given.Where(r => !OneResource().IsMatch((string?)r["scope"] ?? ""))) yield return $"roles: {role["name"]} counts on more than one resource";
        foreach (Match id in Id().Matches(text))
        {
            if (!Narrow.ContainsKey(id.Value)) yield return $"roles: {id.Value} is none of {string.Join(", ", Narrow.Values)}";
        }
    }

    private static IEnumerable<string> Secrets(Template template, string text)
    {
        foreach (var giver in Givers.Where(g => text.Contains(g, StringComparison.OrdinalIgnoreCase))) yield return $"secret: {giver} stands in the template";
        if (text.Contains("securestring", StringComparison.OrdinalIgnoreCase) || text.Contains("secureObject", StringComparison.OrdinalIgnoreCase)) yield return "secret: one is asked of whoever deploys";
        foreach (var (name, output) in template.Outputs)
        {
            var value = output["value"]!.ToJsonString();
            if (name.Contains("connection", StringComparison.OrdinalIgnoreCase) || value.Contains("ConnectionString", StringComparison.Ordinal) || value.Contains("Microsoft.KeyVault(", StringComparison.Ordinal)
                || value.Contains("/secrets", StringComparison.OrdinalIgnoreCase) || value.Contains("list", StringComparison.Ordinal))
                yield return $"secret: the output {name} may hold one";
        }

        if (template.OfType("Microsoft.KeyVault/vaults/secrets").Any()) yield return "secret: the template makes one, and so knows it";
    }

    private static IEnumerable<string> Watched(Template template)
    {
        var rules = Of(template, "Microsoft.Insights/scheduledQueryRules").Concat(Of(template, "Microsoft.Insights/metricAlerts")).ToList();
        if (rules.Count < 2) yield return "alerts: too few";
        if (rules.Exists(r => !Is(r["enabled"], true))) yield return "alerts: one is off";
        if (rules.Exists(r => r["actions"]?.ToJsonString().Contains("Microsoft.Insights/actionGroups", StringComparison.Ordinal) != true)) yield return "alerts: one tells nobody";
        if (!Of(template, "Microsoft.Consumption/budgets").Any(b => b["notifications"]?.AsObject().All(n => Is(n.Value!["enabled"], true)) == true)) yield return "budget: none";
        if (Of(template, "Microsoft.Insights/components").Any(c => !Is(c["DisableLocalAuth"], true))) yield return "logs: anybody who knows the address writes them";
    }

    private static IEnumerable<JsonNode> Of(Template template, string type) => template.OfType(type).Select(r => r["properties"]!);

    private static bool Is(JsonNode? value, bool wanted) => value is JsonValue known && known.TryGetValue<bool>(out var found) && found == wanted;

    [GeneratedRegex(@"^\[resourceId\('Microsoft\.(Storage/storageAccounts|KeyVault/vaults|Insights/components)', parameters\('\w+'\)\)\]$")]
    private static partial Regex OneResource();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", RegexOptions.IgnoreCase)]
    private static partial Regex Id();
}
