using System.Security.Cryptography;

namespace Directives.Attachments;

/// <summary>The name under which bytes are kept: their SHA-256 in lower hexadecimal.</summary>
internal static class FileHash
{
    private const int Length = 64;

    /// <summary>Whether a text can be such a name; anything else finds no file.</summary>
    public static bool IsOne(string hash) => hash.Length == Length && hash.All(c => c is (>= '0' and <= '9') or (>= 'a' and <= 'f'));

    /// <summary>The hash of what a stream holds from where it stands.</summary>
    public static async Task<string> OfAsync(Stream content, CancellationToken cancel) => Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancel));
}
