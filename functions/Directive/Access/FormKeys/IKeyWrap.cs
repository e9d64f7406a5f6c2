namespace Directives.Access.FormKeys;

/// <summary>
/// Wraps the keys of cookies and forms before they go into the tables: whoever reads the tables alone can forge neither. On one machine by a key derived
/// from the installation's secret (<see cref="SecretWrap"/>); elsewhere by a key that never leaves its vault.
/// </summary>
public interface IKeyWrap
{
    /// <summary>The bytes, so that only <see cref="Unwrap"/> makes them readable.</summary>
    byte[] Wrap(ReadOnlySpan<byte> clear);

    /// <summary>What was wrapped.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">It was wrapped by another secret, or changed.</exception>
    byte[] Unwrap(ReadOnlySpan<byte> wrapped);
}
