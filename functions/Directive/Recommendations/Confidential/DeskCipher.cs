using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Directives.Access;

namespace Directives.Recommendations.Confidential;

/// <summary>
/// Seals what is confidential (R6): AES-256-GCM under keys that are in no table, each row bound to its place, its length rounded up. Names that
/// say nothing are derived by other keys, from the oldest secret, so that they stay. Whoever has the tables alone reads nothing, and cannot exchange a row for another.
/// </summary>
public sealed class DeskCipher
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const int LengthBytes = 4;

    // Lengths tell, too.
    private const int Block = 4096;
    private readonly KeyRing _rows;
    private readonly byte[] _names;

    /// <summary>Makes it of the installation's secrets: the newest seals, each opens.</summary>
    public DeskCipher(KeyRing secrets) => (_rows, _names) = (secrets.Derived("confidential rows"), Secrets.Derive(secrets.Oldest, "confidential names"));

    /// <summary>The bytes sealed.</summary>
    /// <param name="about">Where they belong; needed to open them.</param>
    public byte[] Seal(ReadOnlySpan<byte> plain, string about)
    {
        var padded = new byte[(LengthBytes + plain.Length + Block - 1) / Block * Block];
        BinaryPrimitives.WriteInt32BigEndian(padded, plain.Length);
        plain.CopyTo(padded.AsSpan(LengthBytes));
        var bytes = new byte[NonceBytes + padded.Length + TagBytes];
        var (nonce, cipher, tag) = Parts(bytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(_rows.Current, TagBytes);
        aes.Encrypt(nonce, padded, cipher, tag, Encoding.UTF8.GetBytes(about));
        CryptographicOperations.ZeroMemory(padded);
        return bytes;
    }

    /// <summary>What was sealed.</summary>
    /// <exception cref="CryptographicException">It was changed, belongs elsewhere, or the key is another.</exception>
    public byte[] Open(byte[] bytes, string about)
    {
        if (bytes.Length < NonceBytes + TagBytes + Block) throw new AuthenticationTagMismatchException("What is sealed is too short.");
        var (nonce, cipher, tag) = Parts(bytes);
        byte[]? found = null;
        // Always with each: what is old takes no longer than what is new, or what is not there.
        foreach (var key in _rows.All)
        {
            var padded = new byte[cipher.Length];
            try
            {
                using var aes = new AesGcm(key, TagBytes);
                aes.Decrypt(nonce, cipher, tag, padded, Encoding.UTF8.GetBytes(about));
                found = padded;
            }
            catch (AuthenticationTagMismatchException)
            {
                // Sealed with another.
            }
        }

        return found is null
            ? throw new AuthenticationTagMismatchException("What is sealed was changed, belongs elsewhere, or was sealed with another key.")
            : found[LengthBytes..(LengthBytes + BinaryPrimitives.ReadInt32BigEndian(found))];
    }

    /// <summary>A name that says nothing, the same for the same parts; letters that a key and an address may hold.</summary>
    public string NameOf(params ReadOnlySpan<string> parts)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _names);
        Span<byte> length = stackalloc byte[sizeof(int)];
        foreach (var part in parts)
        {
            var bytes = Encoding.UTF8.GetBytes(part);
            BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }

        return Base64Url.EncodeToString(hash.GetHashAndReset().AsSpan(0, 18));
    }

    private static Pieces Parts(Span<byte> all) => new(all[..NonceBytes], all[NonceBytes..^TagBytes], all[^TagBytes..]);

    private readonly ref struct Pieces(Span<byte> nonce, Span<byte> cipher, Span<byte> tag)
    {
        private readonly Span<byte> _nonce = nonce;
        private readonly Span<byte> _cipher = cipher;
        private readonly Span<byte> _tag = tag;

        public void Deconstruct(out Span<byte> nonce, out Span<byte> cipher, out Span<byte> tag)
        {
            nonce = _nonce;
            cipher = _cipher;
            tag = _tag;
        }
    }
}
