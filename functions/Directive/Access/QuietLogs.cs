using Microsoft.Extensions.Logging;

namespace Directives.Access;

/// <summary>
/// Keeps personal keys out of the logs: the framework writes each request's address at these categories, and
/// puts it in a scope around every other message of the request.
/// </summary>
public static class QuietLogs
{
    private const string Framework = "Microsoft.AspNetCore";

    /// <summary>Silences what would name an address, whatever the configuration says.</summary>
    public static void Quiet(LoggerFilterOptions options)
    {
        for (var i = options.Rules.Count - 1; i >= 0; i--)
        {
            if (options.Rules[i].CategoryName?.StartsWith(Framework, StringComparison.OrdinalIgnoreCase) == true)
                options.Rules.RemoveAt(i);
        }

        // A rule for one provider wins over one for all, so each provider that has rules gets ours too.
        string?[] providers = [null, .. options.Rules.Select(r => r.ProviderName).OfType<string>().Distinct()];
        foreach (var provider in providers)
        {
            options.Rules.Add(new LoggerFilterRule(provider, Framework, LogLevel.Warning, null));
            // None, not Warning: only then the host opens no scope with the request's path.
            options.Rules.Add(new LoggerFilterRule(provider, $"{Framework}.Hosting.Diagnostics", LogLevel.None, null));
        }
    }
}
