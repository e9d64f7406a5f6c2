using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Directives.Tables;

namespace Directives.Dossiers;

/// <summary>Chains trail entries with a key that is not in the tables, so that nobody rewrites history there unnoticed.</summary>
public sealed class TrailSeal(byte[] key)
{
    private readonly byte[] _key = key.Length >= 32
        ? key
        : throw new ArgumentException("The key of the trail has at least 32 bytes.", nameof(key));

    /// <summary>The entry with its hash.</summary>
    public TrailEntry Sealed(TrailEntry entry) => entry with { Hash = HashOf(entry) };

    /// <summary>Whether the entry's hash is its own.</summary>
    public bool Holds(TrailEntry entry) =>
        CryptographicOperations.FixedTimeEquals(
            System.Text.Encoding.ASCII.GetBytes(entry.Hash), System.Text.Encoding.ASCII.GetBytes(HashOf(entry)));

    /// <summary>Digest of a row's bytes, as it stands in a trail entry.</summary>
    public static string Digest(ReadOnlySpan<byte> body)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(body, hash);
        return Base64Url.EncodeToString(hash[..16]);
    }

    /// <summary>Digest of a head as its own act leaves it, but for the tip, which holds the hash over this very digest.</summary>
    public static string HeadDigest<THead>(THead head)
        where THead : Head => Digest(Stored.Bytes(head with { Tip = TrailTip.None }));

    private string HashOf(TrailEntry entry)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(entry with { Hash = "" }, Stored.Options);
        Span<byte> hash = stackalloc byte[32];
        HMACSHA256.HashData(_key, bytes, hash);
        return Base64Url.EncodeToString(hash);
    }
}
