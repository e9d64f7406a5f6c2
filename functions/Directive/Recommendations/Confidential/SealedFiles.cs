using System.Security.Cryptography;
using Directives.Attachments;

namespace Directives.Recommendations.Confidential;

/// <summary>Files of confidential matters among the others: sealed, under the hash of what is sealed. What is kept is never the same bytes twice.</summary>
public sealed class SealedFiles(IFiles files, DeskCipher cipher) : IFiles
{
    private const string About = "file";

    /// <inheritdoc/>
    /// <remarks>The size is that of the content, not of what is kept.</remarks>
    public async Task<KeptFile> PutAsync(Stream content, CancellationToken cancel = default)
    {
        using var plain = new MemoryStream();
        await content.CopyToAsync(plain, cancel);
        using var kept = new MemoryStream(cipher.Seal(plain.GetBuffer().AsSpan(0, (int)plain.Length), About), writable: false);
        return (await files.PutAsync(kept, cancel)) with { Size = plain.Length };
    }

    /// <inheritdoc/>
    /// <exception cref="CryptographicException">Somebody changed what was kept.</exception>
    public async ValueTask<Stream?> OpenAsync(string hash, CancellationToken cancel = default)
    {
        if (await files.OpenAsync(hash, cancel) is not { } kept) return null;
        using var bytes = new MemoryStream();
        await using (kept) await kept.CopyToAsync(bytes, cancel);
        return new MemoryStream(cipher.Open(bytes.ToArray(), About), writable: false);
    }

    /// <inheritdoc/>
    public ValueTask<bool> ExistsAsync(string hash, CancellationToken cancel = default) => files.ExistsAsync(hash, cancel);

    /// <inheritdoc/>
    public ValueTask<bool> RemoveAsync(string hash, DateTimeOffset untouchedSince, CancellationToken cancel = default) => files.RemoveAsync(hash, untouchedSince, cancel);

    /// <summary>Refuses: of what is kept, nobody can tell which is sealed.</summary>
    public IAsyncEnumerable<string> ListAsync(CancellationToken cancel = default) => throw new NotSupportedException("Sealed files are listed among all others.");
}
