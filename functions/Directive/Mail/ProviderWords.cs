using System.Text.RegularExpressions;

namespace Directives.Mail;

/// <summary>Makes what a provider says fit to be kept and shown: one short line without addresses; pure.</summary>
public static partial class ProviderWords
{
    private const int Longest = 200;

    /// <summary>The words without addresses, control characters and excess.</summary>
    public static string Clean(string words)
    {
        var line = HeaderText.Line(Address().Replace(words, "…"));
        return line.Length <= Longest ? line : $"{line[..Longest].TrimEnd()}…";
    }

    [GeneratedRegex(@"<?[^\s<>()\[\],;:""']+@[^\s<>()\[\],;:""']+>?")]
    private static partial Regex Address();
}
