using System.Buffers.Binary;
using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Directives.Tables;

namespace Directives.Access.SignIn;

/// <summary>
/// Derives the link and the code of a sign-in letter from the installation's secret, so that neither stands in a table. What was asked for under a secret counts
/// under that, and under the newest; never under an older one, which may have got out.
/// </summary>
public sealed class SignInKeys(string authority, KeyRing secrets)
{
    private const int IdBytes = 16;
    private const int MacBytes = 24;
    private readonly KeyRing _links = secrets.Derived("sign-in-link");
    private readonly KeyRing _codes = secrets.Derived("sign-in-code");
    private readonly KeyRing _marks = secrets.Derived("sign-in-mark");

    /// <summary>Names the newest secret in a request.</summary>
    public string Print { get; } = secrets.Print();

    /// <summary>A name for a request, or a secret for a browser.</summary>
    public static string Random() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(IdBytes));

    /// <summary>The key in a person's link.</summary>
    public string KeyOf(string request, string person) => KeyOf(_links.Current, request, person);

    /// <summary>Whether this is the key in a person's link.</summary>
    public bool IsKeyOf(SignInRequest request, string person, string key) => Counting(request).Any(i => Same(KeyOf(_links.All[i], request.Id, person), key));

    /// <summary>The request that a key names; null for what is no key.</summary>
    public static string? RequestOf(string key)
    {
        var length = Base64Url.GetEncodedLength(IdBytes);
        return key.Length == length + Base64Url.GetEncodedLength(MacBytes) && key.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') ? key[..length] : null;
    }

    /// <summary>The code in a person's letter, digits only.</summary>
    public string CodeOf(string request, string person) => CodeOf(_codes.Current, request, person);

    /// <summary>Whether this is the code in a person's letter.</summary>
    public bool IsCodeOf(SignInRequest request, string person, string code) => Counting(request).Any(i => Same(CodeOf(_codes.All[i], request.Id, person), code));

    /// <summary>As a person reads it.</summary>
    public static string Grouped(string code) => $"{code[..4]} {code[4..]}";

    /// <summary>Under which an address or a network is known to the limits.</summary>
    public string MarkOf(string kind, string text) => MarkOf(_marks.Current, kind, text);

    /// <summary>The mark of a mail address, however it is written.</summary>
    public string AddressMark(string address) => MarkOf("address", Plain(address));

    /// <summary>Whether a request names this address.</summary>
    public bool IsAddressOf(SignInRequest request, string address) => Counting(request).Any(i => MarkOf(_marks.All[i], "address", Plain(address)) == request.Address);

    /// <summary>Whether two texts are the same, in a time that does not tell where they differ.</summary>
    public static bool Same(string one, string other) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));

    private static string Plain(string address) => address.Trim().ToLowerInvariant();

    private IEnumerable<int> Counting(SignInRequest request) => secrets.Find(request.Key) is { } named and > 0 ? [0, named] : [0];

    private string KeyOf(byte[] key, string request, string person) => request + Base64Url.EncodeToString(Mac(key, request, person).AsSpan(0, MacBytes));

    private string CodeOf(byte[] key, string request, string person) =>
        (BinaryPrimitives.ReadUInt64BigEndian(Mac(key, request, person)) % 100_000_000).ToString("D8", CultureInfo.InvariantCulture);

    private string MarkOf(byte[] key, string kind, string text) => Base64Url.EncodeToString(Mac(key, kind, text).AsSpan(0, 18));

    private byte[] Mac(byte[] key, string about, string whom) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(Keys.Join(authority, about, whom)));
}
