namespace Directives.Mail.Domains;

/// <summary>Reads <c>name=value; …</c> as DKIM and DMARC write it; the first of a name counts. Pure.</summary>
internal static class Tags
{
    public static IReadOnlyDictionary<string, string> Of(string record)
    {
        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in record.Split(';'))
        {
            var at = part.IndexOf('=', StringComparison.Ordinal);
            if (at > 0) tags.TryAdd(part[..at].Trim(), part[(at + 1)..].Trim());
        }

        return tags;
    }
}
