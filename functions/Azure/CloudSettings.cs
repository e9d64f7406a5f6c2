using System.Globalization;
using Directives.Access;
using Directives.Mail.Transports;
using Directives.Tables;
using Microsoft.Extensions.Configuration;

namespace Directives.Cloud;

/// <summary>
/// What the app is told by its settings (section <c>Directive</c>; as environment variables <c>Directive__…</c>), checked at the start. Secrets come from the
/// platform's vault by reference, and are never repeated in a message.
/// </summary>
public sealed record CloudSettings
{
    /// <summary>Name of the section.</summary>
    internal const string Section = "Directive";

    /// <summary>Account of Table Storage: its URL (then the app's own identity signs in), or a connection string.</summary>
    public required string Tables { get; init; }

    /// <summary>Letters and digits before each name, for several installations in one account.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>The same account's Blob Storage, or another's, for files.</summary>
    public required string Blobs { get; init; }

    /// <summary>Under which people reach the site.</summary>
    public required Uri PublicAddress { get; init; }

    /// <summary>Further hosts under which the platform reaches it.</summary>
    public IReadOnlyList<string> OtherHosts { get; init; } = [];

    /// <summary>First segment of every key; it stands for ever.</summary>
    public required string Authority { get; init; }

    /// <summary>First local day of a new installation.</summary>
    public required DateOnly Since { get; init; }

    public required KeyRing TrailKey { get; init; }

    public required KeyRing LinkSecret { get; init; }

    public required KeyRing ConfidentialKey { get; init; }

    /// <summary>Folder of own rules, beside the app unless its whole path is said; null for those that come with the program.</summary>
    public string? Rules { get; init; }

    /// <summary>Ids of editions that must be there; none where it is not said.</summary>
    public IReadOnlyList<string> Editions { get; init; } = [];

    public required MailOptions Mail { get; init; }

    /// <summary>Reads the settings.</summary>
    /// <exception cref="CannotStartException">Something is missing or wrong; the message says which setting, and what to give.</exception>
    public static CloudSettings Read(IConfiguration configuration)
    {
        var settings = configuration.GetSection(Section);
        SettingNames.Check(settings);
        var tables = Needed(settings, "Tables", "the URL of the storage account's tables (https://NAME.table.core.windows.net), or a connection string");
        var mail = settings.GetSection(MailOptions.Section).Get<MailOptions>() ?? new MailOptions();
        if (MailChecks.Of(mail) is [var problem, ..]) throw new CannotStartException($"{Variable(problem.Key)}: {problem.What}.");
        return new CloudSettings
        {
            Tables = tables,
            Blobs = settings["Blobs"] is { Length: > 0 } blobs ? blobs : OfSameAccount(tables),
            Prefix = Beginning(settings["Prefix"] ?? ""),
            PublicAddress = Address(Needed(settings, "PublicAddress", "the address under which people reach the site, such as https://directive.province.example")),
            OtherHosts = Several(settings["OtherHosts"]),
            Authority = Needed(settings, "Authority", "the province's code; it stands in every key and cannot be changed later"),
            Since = Day(Needed(settings, "Since", "the first day on which reports are owed here, as YYYY-MM-DD")),
            TrailKey = Secret(settings, "Keys:Trail"),
            LinkSecret = Secret(settings, "Keys:Links"),
            ConfidentialKey = Secret(settings, "Keys:Confidential"),
            Rules = settings["Rules"] is { Length: > 0 } rules ? Path.Combine(AppContext.BaseDirectory, rules) : null,
            Editions = Several(settings["Edition"]),
            Mail = mail,
        };
    }

    private static string[] Several(string? text) => (text ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static string OfSameAccount(string tables) => tables.Replace(".table.", ".blob.", StringComparison.OrdinalIgnoreCase);

    private static string Beginning(string text) => AzureAccount.AllowsPrefix(text)
        ? text
        : throw new CannotStartException($"{Variable("Prefix")}: '{text}' must be {AzureAccount.PrefixRule}.");

    private static string Needed(IConfigurationSection settings, string key, string what) =>
        settings[key] is { Length: > 0 } value ? value : throw new CannotStartException($"{Variable(key)} is not set: give {what}.");

    private static Uri Address(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)) && address.PathAndQuery == "/"
            ? address
            : throw new CannotStartException($"{Variable("PublicAddress")}: '{text}' is no address of a site: give https:// and a host, and nothing behind it.");

    private static DateOnly Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? day
        : throw new CannotStartException($"{Variable("Since")}: '{text}' is no day: give it as YYYY-MM-DD.");

    private static KeyRing Secret(IConfigurationSection settings, string key)
    {
        var text = Needed(settings, key, "64 hexadecimal digits from a random source, kept in the vault (infra/hooks/secrets.sh makes them)");
        try
        {
            return KeyRing.Parse(text);
        }
        catch (FormatException)
        {
            throw new CannotStartException($"{Variable(key)} is not {KeyRing.Bytes * 2} hexadecimal digits, nor several different keys of so many, the newest first, with commas or line breaks between them.");
        }
    }

    private static string Variable(string key) => SettingNames.Variable(key);
}
