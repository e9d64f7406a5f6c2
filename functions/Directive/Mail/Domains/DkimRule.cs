using System.Security.Cryptography;

namespace Directives.Mail.Domains;

/// <summary>The key by which receivers check a letter's signature (RFC 6376, 8301, 8463); pure.</summary>
public static class DkimRule
{
    private const int Shortest = 1024;
    private const int Proper = 2048;

    /// <summary>Judges what was found.</summary>
    /// <param name="name">SELECTOR._domainkey.DOMAIN.</param>
    /// <param name="texts">The texts there.</param>
    /// <param name="sendGrid">The selector is one of SendGrid's.</param>
    public static DomainFinding Judge(string name, IReadOnlyList<string> texts, bool sendGrid)
    {
        var put = sendGrid ? "the CNAME that SendGrid shows under Settings, Sender Authentication" : "the TXT that your mail server shows for this selector: v=DKIM1; k=rsa; p=…";
        var found = texts.Where(t => Tags.Of(t).ContainsKey("p")).ToList();
        if (found.Count == 0) return Of(DomainVerdict.Bad, "there is no key", put);
        if (found.Count > 1) return Of(DomainVerdict.Bad, "there are several keys, of which receivers take any", put);
        var tags = Tags.Of(found[0]);
        if (tags.TryGetValue("v", out var version) && version != "DKIM1") return Of(DomainVerdict.Bad, $"its version is '{version}' instead of DKIM1", put);
        var key = string.Concat(tags["p"].Where(c => !char.IsWhiteSpace(c)));
        if (key.Length == 0) return Of(DomainVerdict.Bad, "the key is revoked", put);
        var kind = tags.GetValueOrDefault("k", "rsa");
        var bits = kind switch
        {
            "rsa" => RsaBits(key),
            "ed25519" => Ed25519Bits(key),
            _ => 0,
        };
        if (bits == 0) return Of(DomainVerdict.Bad, $"the key cannot be read as {kind}: it was cut short, most likely", put);
        if (kind == "rsa" && bits < Shortest) return Of(DomainVerdict.Bad, $"the key has {bits} bits, and receivers take no fewer than {Shortest}", put);
        if (tags.GetValueOrDefault("t", "").Split(':').Contains("y")) return Of(DomainVerdict.Weak, "it says that the domain is only testing", "no t=y");
        return kind == "rsa" && bits < Proper
            ? Of(DomainVerdict.Weak, $"the key has {bits} bits; {Proper} are usual now", put)
            : Of(DomainVerdict.Good, $"a key of {bits} bits ({kind})", null);

        DomainFinding Of(DomainVerdict verdict, string says, string? todo) => new("DKIM", name, texts, verdict, says, todo);
    }

    private static int RsaBits(string key)
    {
        try
        {
            using var rsa = RSA.Create();
            var bytes = Convert.FromBase64String(key);
            rsa.ImportSubjectPublicKeyInfo(bytes, out var read);
            return read == bytes.Length ? rsa.KeySize : 0;
        }
        catch (Exception e) when (e is FormatException or CryptographicException)
        {
            return 0;
        }
    }

    private static int Ed25519Bits(string key) => Convert.TryFromBase64String(key, new byte[key.Length], out var length) && length == 32 ? 256 : 0;
}
