using System.Security.Cryptography;

namespace Directives.Moving;

/// <summary>By which one sees that keys are those of a copy, without seeing the keys.</summary>
public static class KeyPrints
{
    public const string Trail = "trail";
    public const string Links = "links";
    public const string Confidential = "confidential";
    private const int Bytes = 8;

    /// <summary>All of an installation, as they are named in its keys folder.</summary>
    public static readonly IReadOnlyList<string> Names = [Trail, Links, Confidential];

    /// <summary>The print of a key.</summary>
    public static string Of(byte[] key) => Convert.ToHexStringLower(HMACSHA256.HashData(key, "which key this is"u8)[..Bytes]);
}
