using System.Text.Json;
using Directives.Mail.Transports;
using Microsoft.Extensions.Configuration.EnvironmentVariables;

namespace Directives.Local.Data;

/// <summary>
/// The settings of mail of one machine: section <c>Mail</c> of <c>mail.json</c> in the data folder, over it the developer's user secrets, and
/// over both the environment (<c>Directive__Mail__Transport</c> …). Checked at the start; secrets are never repeated in a message.
/// </summary>
public static class MailSettings
{
    private const string Prefix = "Directive__";
    private const string SecretsId = "directive";

    private static readonly string[] _keys =
    [
        "Transport", "From", "FromName", "ReplyTo", "SendGrid:Key", "SendGrid:Address", "SendGrid:TimeoutSeconds", "Smtp:Host", "Smtp:Port", "Smtp:StartTls",
        "Smtp:User", "Smtp:Password", "Smtp:CertificateSha256", "Smtp:TimeoutSeconds",
    ];

    private static readonly string[] _secrets = ["SendGrid:Key", "Smtp:Password"];

    /// <summary>The settings, all in order.</summary>
    /// <param name="sample">The folder is a sample or is about to become one: then only the outbox is allowed.</param>
    /// <exception cref="CannotStartException">Something is wrong; the message says where, what, and what to do.</exception>
    public static MailOptions Read(DataFolder folder, bool sample)
    {
        var file = Path.Combine(folder.Root.FullName, "mail.json");
        var settings = Load(file);
        CheckKeys(settings, file);
        var options = Bind(settings, file);
        CheckSecrets(settings, file);
        if (sample && options.Transport != MailOptions.OutboxName)
        {
            throw new CannotStartException(
                $"{Source(settings, "Transport", file)}: 'Mail:Transport' is '{options.Transport}', but '{folder.Root.FullName}' is a sample for ever and sends nothing: "
                + "take the setting away, or name the folder of a real installation with --data.");
        }

        if (MailChecks.Of(options) is [var problem, ..])
            throw new CannotStartException($"{Source(settings, problem.Key[(MailOptions.Section.Length + 1)..], file)}: '{problem.Key}': {problem.What}.");
        return options;
    }

    private static IConfigurationRoot Load(string file)
    {
        try
        {
            return (IConfigurationRoot)new ConfigurationBuilder()
                .AddJsonFile(file, optional: true, reloadOnChange: false)
                .AddUserSecrets(SecretsId, reloadOnChange: false)
                .AddEnvironmentVariables(Prefix)
                .Build();
        }
        catch (Exception e) when (e is InvalidDataException or FormatException or JsonException or IOException or UnauthorizedAccessException)
        {
            throw new CannotStartException($"{file}: {(e.InnerException ?? e).Message.ReplaceLineEndings(" ")} Mend the file, or take it away to keep letters in the outbox.");
        }
    }

    private static void CheckKeys(IConfigurationRoot settings, string file)
    {
        foreach (var (path, value) in settings.GetSection(MailOptions.Section).AsEnumerable(makePathsRelative: true))
        {
            if (path.Length == 0 || value is null || _keys.Contains(path, StringComparer.OrdinalIgnoreCase)) continue;
            throw new CannotStartException(
                $"{Source(settings, path, file)}: there is no setting 'Mail:{path}'. There are: {string.Join(", ", _keys.Select(k => $"Mail:{k}"))}.");
        }
    }

    private static MailOptions Bind(IConfigurationRoot settings, string file)
    {
        var section = settings.GetSection(MailOptions.Section);
        foreach (var key in new[] { "SendGrid:TimeoutSeconds", "Smtp:TimeoutSeconds", "Smtp:Port" })
        {
            if (section[key] is { } text && !int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out _))
                throw new CannotStartException($"{Source(settings, key, file)}: 'Mail:{key}' is '{text}', which is no number.");
        }

        if (section["Smtp:StartTls"] is { } truth && !bool.TryParse(truth, out _))
            throw new CannotStartException($"{Source(settings, "Smtp:StartTls", file)}: 'Mail:Smtp:StartTls' is '{truth}': give true or false.");
        return section.Get<MailOptions>() ?? new MailOptions();
    }

    /// <summary>A file with a secret is for its owner's eyes only.</summary>
    private static void CheckSecrets(IConfigurationRoot settings, string file)
    {
        if (OperatingSystem.IsWindows() || !File.Exists(file)) return;
        const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;
        foreach (var key in _secrets)
        {
            var inFile = settings.Providers.OfType<Microsoft.Extensions.Configuration.Json.JsonConfigurationProvider>().First();
            if (inFile.TryGet($"{MailOptions.Section}:{key}", out var secret) && secret?.Length > 0 && (File.GetUnixFileMode(file) & Others) != 0)
                throw new CannotStartException($"{file}: 'Mail:{key}' stands in it, but others may read it: chmod 600, or set {Variable(key)} instead.");
        }
    }

    /// <summary>Where a setting comes from, or where to put one that is missing.</summary>
    private static string Source(IConfigurationRoot settings, string key, string file)
    {
        var provider = settings.Providers.LastOrDefault(p => p.TryGet($"{MailOptions.Section}:{key}", out _));
        if (provider is EnvironmentVariablesConfigurationProvider) return $"Environment variable {Variable(key)}";
        if (provider is Microsoft.Extensions.Configuration.Json.JsonConfigurationProvider json)
            return Path.GetFileName(json.Source.Path) == "mail.json" ? file : "User secrets";
        return $"{file} or environment variable {Variable(key)}";
    }

    private static string Variable(string key) => $"{Prefix}{MailOptions.Section}__{key.Replace(":", "__", StringComparison.Ordinal)}";
}
