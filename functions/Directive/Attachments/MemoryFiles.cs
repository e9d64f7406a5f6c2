using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Directives.Attachments;

/// <summary>Files in memory: for simulations and tests.</summary>
/// <param name="machine">The clock by which files age; the machine's own unless it is said.</param>
public sealed class MemoryFiles(TimeProvider? machine = null) : IFiles
{
    private readonly TimeProvider _machine = machine ?? TimeProvider.System;
    private readonly ConcurrentDictionary<string, (byte[] Bytes, DateTimeOffset At)> _files = new(StringComparer.Ordinal);

    /// <summary>How many there are.</summary>
    public int Count => _files.Count;

    /// <inheritdoc/>
    public async Task<KeptFile> PutAsync(Stream content, CancellationToken cancel = default)
    {
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy, cancel);
        var bytes = copy.ToArray();
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        _files[hash] = (bytes, _machine.GetUtcNow());
        return new KeptFile(hash, bytes.Length);
    }

    /// <inheritdoc/>
    public ValueTask<Stream?> OpenAsync(string hash, CancellationToken cancel = default) =>
        ValueTask.FromResult<Stream?>(_files.TryGetValue(hash, out var kept) ? new MemoryStream(kept.Bytes, writable: false) : null);

    /// <inheritdoc/>
    public ValueTask<bool> ExistsAsync(string hash, CancellationToken cancel = default) => ValueTask.FromResult(_files.ContainsKey(hash));

    /// <inheritdoc/>
    public ValueTask<bool> RemoveAsync(string hash, DateTimeOffset untouchedSince, CancellationToken cancel = default)
    {
        if (_files.TryGetValue(hash, out var kept) && kept.At >= untouchedSince) return ValueTask.FromResult(false);
        _files.TryRemove(hash, out _);
        return ValueTask.FromResult(true);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<string> ListAsync(CancellationToken cancel = default) => _files.Keys.ToAsyncEnumerable();
}
