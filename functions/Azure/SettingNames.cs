using Directives.Access.Entra;
using Directives.Mail.Transports;
using Microsoft.Extensions.Configuration;

namespace Directives.Cloud;

/// <summary>The names of all settings of the app: one that nobody knows is a slip, and one that the vault did not fill says nothing.</summary>
internal static class SettingNames
{
    // What the platform leaves where it found no secret, or may not read it.
    private const string Reference = "@Microsoft.KeyVault(";

    private static readonly string[] Own =
        ["Tables", "Blobs", "Prefix", "PublicAddress", "OtherHosts", "Authority", "Since", "Rules", "Edition", "Keys:Trail", "Keys:Links", "Keys:Confidential"];

    /// <summary>All that are known, with colons between their parts.</summary>
    public static IReadOnlyList<string> Known { get; } = [.. Own, Key(EntraOptions.TenantSetting), .. Of(typeof(MailOptions), MailOptions.Section)];

    /// <summary>A setting as its environment variable is named.</summary>
    public static string Variable(string key) => $"{CloudSettings.Section}__{key.Replace(":", "__", StringComparison.Ordinal)}";

    /// <summary>An environment variable as a setting of the section is named.</summary>
    public static string Key(string variable) => variable[(CloudSettings.Section.Length + 2)..].Replace("__", ":", StringComparison.Ordinal);

    /// <summary>Looks at the names and at what the vault left.</summary>
    /// <exception cref="CannotStartException">A setting is unknown, or its secret is not there.</exception>
    public static void Check(IConfigurationSection settings)
    {
        foreach (var (path, value) in settings.AsEnumerable(makePathsRelative: true))
        {
            if (value is null) continue;
            if (!Known.Contains(path, StringComparer.OrdinalIgnoreCase))
                throw new CannotStartException($"{Variable(path)} is no setting: {Nearest(path)}.");
            if (value.StartsWith(Reference, StringComparison.OrdinalIgnoreCase))
                throw new CannotStartException($"{Variable(path)}: the vault has no such secret, or the app may not read it. Put it there (infra/hooks/secrets.sh, or az keyvault secret set), see that the app has the role 'Key Vault Secrets User' on the vault, and let the platform look again (infra/README.md, The secrets).");
        }
    }

    private static string Nearest(string path)
    {
        var last = path[(path.LastIndexOf(':') + 1)..];
        var like = Known.Where(k => k.EndsWith(last, StringComparison.OrdinalIgnoreCase) || last.StartsWith(k, StringComparison.OrdinalIgnoreCase)).Select(Variable).ToList();
        return like.Count > 0 ? $"perhaps {string.Join(" or ", like)} is meant; else remove it" : $"remove it, or give one of {string.Join(", ", Known.Select(Variable))}";
    }

    private static IEnumerable<string> Of(Type options, string path) => options.GetProperties().Where(p => p.CanWrite).SelectMany(p =>
        p.PropertyType.IsClass && p.PropertyType != typeof(string) ? Of(p.PropertyType, $"{path}:{p.Name}") : [$"{path}:{p.Name}"]);
}
