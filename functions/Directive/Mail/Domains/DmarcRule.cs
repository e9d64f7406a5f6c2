namespace Directives.Mail.Domains;

/// <summary>What receivers do with letters that are not signed by the domain they name (RFC 7489); pure.</summary>
public static class DmarcRule
{
    private const string Example = "TXT v=DMARC1; p=quarantine; rua=mailto:ADDRESS   (begin with p=none to watch)";

    /// <summary>The DMARC records among a name's texts.</summary>
    public static IReadOnlyList<string> Records(IReadOnlyList<string> texts) =>
        [.. texts.Where(t => t.Replace(" ", "", StringComparison.Ordinal).StartsWith("v=DMARC1", StringComparison.OrdinalIgnoreCase))];

    /// <summary>Judges what was found.</summary>
    /// <param name="name">Where it was found.</param>
    /// <param name="domain">The domain asked for.</param>
    /// <param name="inherited">It is that of a domain above, whose word for those below counts.</param>
    public static DomainFinding Judge(string name, string domain, IReadOnlyList<string> found, bool inherited)
    {
        if (found.Count == 0) return Of(DomainVerdict.Bad, "there is none: receivers do not know what to do with forged letters, and large ones may take none", Example);
        if (found.Count > 1) return Of(DomainVerdict.Bad, "there are several, so that receivers take none", $"one {Example}");
        var tags = Tags.Of(found[0]);
        var policy = (inherited ? tags.GetValueOrDefault("sp") : null) ?? tags.GetValueOrDefault("p", "");
        var whose = inherited ? $", set for all below {name["_dmarc.".Length..]}" : "";
        return policy.ToLowerInvariant() switch
        {
            "reject" or "quarantine" => Of(DomainVerdict.Good, $"forged letters: {policy}{whose}", null),
            "none" => Of(DomainVerdict.Weak, $"it only watches (p=none){whose}", $"p=quarantine at _dmarc.{domain}, once its reports show that all own letters pass"),
            _ => Of(DomainVerdict.Bad, $"it names no policy{whose}", Example),
        };

        DomainFinding Of(DomainVerdict verdict, string says, string? put) => new("DMARC", name, found, verdict, says, put);
    }
}
