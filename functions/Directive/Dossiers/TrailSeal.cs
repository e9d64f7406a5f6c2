using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Directives.Access;
using Directives.Tables;

namespace Directives.Dossiers;

/// <summary>Chains trail entries with a key that is not in the tables, so that nobody rewrites history there unnoticed.</summary>
/// <param name="keys">New entries are sealed with the newest; older ones hold under theirs.</param>
public sealed class TrailSeal(KeyRing keys)
{
    private static readonly byte[] NoTip = Stored.Bytes(TrailTip.None);

    /// <summary>The entry with its hash.</summary>
    public TrailEntry Sealed(TrailEntry entry) => entry with { Hash = HashOf(keys.Current, Stored.Bytes(entry with { Hash = "" })) };

    /// <summary>The entry with its hash, and its bytes as they are stored; written out once only.</summary>
    public (TrailEntry Entry, byte[] Bytes) SealedBytes(TrailEntry entry)
    {
        var bytes = Stored.Bytes(entry with { Hash = "" });
        var hash = HashOf(keys.Current, bytes);
        return (entry with { Hash = hash }, Stored.Spliced(bytes, "\"hash\":\"\""u8, Encoding.ASCII.GetBytes($"\"hash\":\"{hash}\"")));
    }

    /// <summary>The key under which the entry's hash is its own, as its place among the keys (0 is the newest); null where there is none.</summary>
    /// <param name="oldest">Place of the oldest key that counts: within a chain no entry has an older key than the one before it, or a key that got out could go on.</param>
    public int? KeyOf(TrailEntry entry, int oldest = int.MaxValue)
    {
        var (hash, bytes) = (Encoding.ASCII.GetBytes(entry.Hash), Stored.Bytes(entry with { Hash = "" }));
        for (var i = 0; i < keys.All.Count && i <= oldest; i++)
        {
            if (CryptographicOperations.FixedTimeEquals(hash, Encoding.ASCII.GetBytes(HashOf(keys.All[i], bytes)))) return i;
        }

        return null;
    }

    /// <summary>Digest of a row's bytes, as it stands in a trail entry.</summary>
    public static string Digest(ReadOnlySpan<byte> body)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(body, hash);
        return Base64Url.EncodeToString(hash[..16]);
    }

    /// <summary>Digest of a head as its own act leaves it, but for the tip, which holds the hash over this very digest.</summary>
    public static string HeadDigest<THead>(THead head)
        where THead : Head => Digest(WithoutTip(head));

    /// <summary>The same of the bytes of a head of any kind; empty where its tip is not written as an act writes it.</summary>
    public static string HeadDigest(ReadOnlySpan<byte> head, TrailTip tip)
    {
        var part = Stored.Bytes(tip);
        return head.LastIndexOf(part) < 0 ? "" : Digest(Stored.Spliced(head, part, NoTip));
    }

    /// <summary>The head's bytes before its tip is known.</summary>
    public static byte[] WithoutTip<THead>(THead head)
        where THead : Head => Stored.Bytes(head with { Tip = TrailTip.None });

    /// <summary>Those bytes with the tip in its place.</summary>
    public static byte[] WithTip(byte[] withoutTip, TrailTip tip) => Stored.Spliced(withoutTip, NoTip, Stored.Bytes(tip));

    private static string HashOf(byte[] key, ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[32];
        HMACSHA256.HashData(key, bytes, hash);
        return Base64Url.EncodeToString(hash);
    }
}
