using System.Security.Cryptography;

namespace Directives.Access.FormKeys;

/// <summary>Wraps by AES-GCM under a key derived from the installation's newest secret, and unwraps with any; nonce, then tag, then what is hidden.</summary>
public sealed class SecretWrap(KeyRing secrets) : IKeyWrap
{
    private const int Nonce = 12;
    private const int Tag = 16;
    private static readonly byte[] Purpose = "keys of cookies and forms"u8.ToArray();
    private readonly KeyRing _keys = secrets.Derived("keys of cookies and forms");

    /// <inheritdoc/>
    public byte[] Wrap(ReadOnlySpan<byte> clear)
    {
        var wrapped = new byte[Nonce + Tag + clear.Length];
        RandomNumberGenerator.Fill(wrapped.AsSpan(0, Nonce));
        using var aes = new AesGcm(_keys.Current, Tag);
        aes.Encrypt(wrapped.AsSpan(0, Nonce), clear, wrapped.AsSpan(Nonce + Tag), wrapped.AsSpan(Nonce, Tag), Purpose);
        return wrapped;
    }

    /// <inheritdoc/>
    public byte[] Unwrap(ReadOnlySpan<byte> wrapped)
    {
        if (wrapped.Length < Nonce + Tag) throw new CryptographicException("What was wrapped is cut short.");
        var clear = new byte[wrapped.Length - Nonce - Tag];
        for (var i = 0; ; i++)
        {
            try
            {
                using var aes = new AesGcm(_keys.All[i], Tag);
                aes.Decrypt(wrapped[..Nonce], wrapped[(Nonce + Tag)..], wrapped.Slice(Nonce, Tag), clear, Purpose);
                return clear;
            }
            catch (AuthenticationTagMismatchException) when (i + 1 < _keys.All.Count)
            {
                // Wrapped with an older one.
            }
        }
    }
}
