using System.Security.Cryptography;

namespace Directives.Access.FormKeys;

/// <summary>Wraps by AES-GCM under a key derived from the installation's secret; nonce, then tag, then what is hidden.</summary>
public sealed class SecretWrap(byte[] secret) : IKeyWrap
{
    private const int Nonce = 12;
    private const int Tag = 16;
    private static readonly byte[] Purpose = "keys of cookies and forms"u8.ToArray();
    private readonly byte[] _key = Secrets.Derive(secret, "keys of cookies and forms");

    /// <inheritdoc/>
    public byte[] Wrap(ReadOnlySpan<byte> clear)
    {
        var wrapped = new byte[Nonce + Tag + clear.Length];
        RandomNumberGenerator.Fill(wrapped.AsSpan(0, Nonce));
        using var aes = new AesGcm(_key, Tag);
        aes.Encrypt(wrapped.AsSpan(0, Nonce), clear, wrapped.AsSpan(Nonce + Tag), wrapped.AsSpan(Nonce, Tag), Purpose);
        return wrapped;
    }

    /// <inheritdoc/>
    public byte[] Unwrap(ReadOnlySpan<byte> wrapped)
    {
        if (wrapped.Length < Nonce + Tag) throw new CryptographicException("What was wrapped is cut short.");
        var clear = new byte[wrapped.Length - Nonce - Tag];
        using var aes = new AesGcm(_key, Tag);
        aes.Decrypt(wrapped[..Nonce], wrapped[(Nonce + Tag)..], wrapped.Slice(Nonce, Tag), clear, Purpose);
        return clear;
    }
}
