using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Directives.Attachments;

/// <summary>Files in memory: for simulations and tests.</summary>
public sealed class MemoryFiles : IFiles
{
    private readonly ConcurrentDictionary<string, byte[]> _files = new(StringComparer.Ordinal);

    /// <summary>How many there are.</summary>
    public int Count => _files.Count;

    /// <inheritdoc/>
    public async Task<KeptFile> PutAsync(Stream content, CancellationToken cancel = default)
    {
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy, cancel);
        var bytes = copy.ToArray();
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        _files.TryAdd(hash, bytes);
        return new KeptFile(hash, bytes.Length);
    }

    /// <inheritdoc/>
    public ValueTask<Stream?> OpenAsync(string hash, CancellationToken cancel = default) =>
        ValueTask.FromResult<Stream?>(_files.TryGetValue(hash, out var bytes) ? new MemoryStream(bytes, writable: false) : null);

    /// <inheritdoc/>
    public ValueTask<bool> ExistsAsync(string hash, CancellationToken cancel = default) => ValueTask.FromResult(_files.ContainsKey(hash));
}
