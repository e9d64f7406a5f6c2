namespace Directives.Attachments;

/// <summary>The port to files kept by their SHA-256. The same bytes are kept once; nothing is ever changed or overwritten.</summary>
public interface IFiles
{
    /// <summary>Keeps what the stream holds from where it stands. When it returns, the bytes are on the disk.</summary>
    /// <exception cref="IOException">They could not be written; nothing was kept.</exception>
    /// <exception cref="Tables.TablesUnusableException">The same, of a storage account.</exception>
    Task<KeptFile> PutAsync(Stream content, CancellationToken cancel = default);

    /// <summary>The bytes with this hash, or null.</summary>
    ValueTask<Stream?> OpenAsync(string hash, CancellationToken cancel = default);

    /// <summary>Whether there are bytes with this hash.</summary>
    ValueTask<bool> ExistsAsync(string hash, CancellationToken cancel = default);

    /// <summary>Removes the bytes with this hash unless they were put, or put again, since a time (UTC, the machine's clock).</summary>
    /// <returns>Whether there are none now.</returns>
    ValueTask<bool> RemoveAsync(string hash, DateTimeOffset untouchedSince, CancellationToken cancel = default);

    /// <summary>The hashes of all that is kept, in no order; for copies, never on a hot path.</summary>
    IAsyncEnumerable<string> ListAsync(CancellationToken cancel = default);
}

/// <summary>What was kept: SHA-256 in lower hexadecimal, and bytes.</summary>
public readonly record struct KeptFile(string Hash, long Size);
