using System.Security.Cryptography;
using System.Text;

namespace Directives.Access;

/// <summary>Keys for single purposes, derived from the installation's secrets, so that no purpose can be used for another.</summary>
public static class Secrets
{
    /// <summary>A key for one purpose.</summary>
    public static byte[] Derive(byte[] secret, string purpose, int length = 32) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, length, info: Encoding.UTF8.GetBytes(purpose));
}
