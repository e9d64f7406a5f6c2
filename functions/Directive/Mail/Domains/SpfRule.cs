namespace Directives.Mail.Domains;

/// <summary>Which servers may send for a domain (RFC 7208); pure.</summary>
public static class SpfRule
{
    /// <summary>A receiver gives up after so many look-ups.</summary>
    public const int MostLookups = 10;

    private const string Version = "v=spf1";
    private static readonly string[] _lookedUp = ["include", "a", "mx", "ptr", "exists"];

    /// <summary>The SPF records among a name's texts.</summary>
    public static IReadOnlyList<string> Records(IReadOnlyList<string> texts) =>
        [.. texts.Where(t => t.Equals(Version, StringComparison.OrdinalIgnoreCase) || t.StartsWith($"{Version} ", StringComparison.OrdinalIgnoreCase))];

    /// <summary>Terms of a record that a receiver has to look up.</summary>
    public static int OwnLookups(string record) => Terms(record).Count(t =>
        t.StartsWith("redirect=", StringComparison.OrdinalIgnoreCase) || _lookedUp.Contains(t.Split(':', '/')[0].TrimStart('+', '-', '~', '?'), StringComparer.OrdinalIgnoreCase));

    /// <summary>Names whose records count as well.</summary>
    public static IEnumerable<string> Included(string record) => Terms(record)
        .Select(t => t.TrimStart('+', '-', '~', '?'))
        .Select(t => t.StartsWith("include:", StringComparison.OrdinalIgnoreCase) ? t[8..] : t.StartsWith("redirect=", StringComparison.OrdinalIgnoreCase) ? t[9..] : "")
        .Where(name => name.Length > 0 && !name.Contains('%', StringComparison.Ordinal));

    /// <summary>Judges what was found.</summary>
    public static DomainFinding Judge(string domain, IReadOnlyList<string> found, int lookups)
    {
        const string Example = "v=spf1 include:sendgrid.net ~all   (SendGrid; for an own server: v=spf1 mx ~all)";
        if (found.Count == 0) return Of(DomainVerdict.Bad, "there is none: any server may claim to send for the domain", $"TXT {Example}");
        if (found.Count > 1) return Of(DomainVerdict.Bad, "there are several, so that receivers take none: join them into one", $"one TXT with the terms of all of them, such as {Example}");
        var terms = Terms(found[0]).ToList();
        if (lookups > MostLookups) return Of(DomainVerdict.Bad, $"it takes {lookups} look-ups, and receivers give up after {MostLookups}", "fewer include:, a and mx");
        if (terms.Any(t => t is "+all" or "all")) return Of(DomainVerdict.Bad, "it lets every server of the world send for the domain", "~all or -all at its end");
        var closes = terms.Any(t => t is "-all" or "~all") || terms.Any(t => t.StartsWith("redirect=", StringComparison.OrdinalIgnoreCase));
        return closes
            ? Of(DomainVerdict.Good, "it says who may send; see that the server you send by is among them", null)
            : Of(DomainVerdict.Weak, "it does not say what to think of servers that it does not name", "~all at its end");

        DomainFinding Of(DomainVerdict verdict, string says, string? put) => new("SPF", domain, found, verdict, says, put);
    }

    private static IEnumerable<string> Terms(string record) => record.Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(t => t.ToLowerInvariant());
}
