using System.Buffers.Binary;
using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Directives.Tables;

namespace Directives.Access.SignIn;

/// <summary>Derives the link and the code of a sign-in letter from the installation's secret, so that neither stands in a table.</summary>
public sealed class SignInKeys(string authority, byte[] secret)
{
    private const int IdBytes = 16;
    private const int MacBytes = 24;
    private readonly byte[] _links = Secrets.Derive(secret, "sign-in-link");
    private readonly byte[] _codes = Secrets.Derive(secret, "sign-in-code");
    private readonly byte[] _marks = Secrets.Derive(secret, "sign-in-mark");

    /// <summary>A name for a request, or a secret for a browser.</summary>
    public static string Random() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(IdBytes));

    /// <summary>The key in a person's link.</summary>
    public string KeyOf(string request, string person) => request + Base64Url.EncodeToString(Mac(_links, request, person).AsSpan(0, MacBytes));

    /// <summary>The request that a key names; null for what is no key.</summary>
    public static string? RequestOf(string key)
    {
        var length = Base64Url.GetEncodedLength(IdBytes);
        return key.Length == length + Base64Url.GetEncodedLength(MacBytes) && key.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') ? key[..length] : null;
    }

    /// <summary>The code in a person's letter, digits only.</summary>
    public string CodeOf(string request, string person) =>
        (BinaryPrimitives.ReadUInt64BigEndian(Mac(_codes, request, person)) % 100_000_000).ToString("D8", CultureInfo.InvariantCulture);

    /// <summary>As a person reads it.</summary>
    public static string Grouped(string code) => $"{code[..4]} {code[4..]}";

    /// <summary>Under which an address or a network is known to the limits.</summary>
    public string MarkOf(string kind, string text) => Base64Url.EncodeToString(Mac(_marks, kind, text).AsSpan(0, 18));

    /// <summary>The mark of a mail address, however it is written.</summary>
    public string AddressMark(string address) => MarkOf("address", address.Trim().ToLowerInvariant());

    /// <summary>Whether two texts are the same, in a time that does not tell where they differ.</summary>
    public static bool Same(string one, string other) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));

    private byte[] Mac(byte[] key, string about, string whom) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(Keys.Join(authority, about, whom)));
}
