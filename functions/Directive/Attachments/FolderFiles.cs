using System.Buffers;
using System.Security.Cryptography;
using Directives.Access;

namespace Directives.Attachments;

/// <summary>
/// Files in a folder, each under its hash. A file is written whole under another name, flushed to the disk, and renamed: killed in
/// between, nothing is found under a hash that it does not have.
/// </summary>
/// <param name="root">Made when the first file comes.</param>
public sealed class FolderFiles(string root) : IFiles
{
    private readonly Lock _turn = new();

    /// <inheritdoc/>
    public async Task<KeptFile> PutAsync(Stream content, CancellationToken cancel = default)
    {
        OwnerOnly.MakeFolder(root);
        var draft = Path.Combine(root, $"{Guid.NewGuid():N}.new");
        try
        {
            var kept = await WriteAsync(draft, content, cancel);
            var path = PathOf(kept.Hash);
            OwnerOnly.MakeFolder(Path.GetDirectoryName(path)!);
            lock (_turn)
            {
                // There already: the same bytes, for the name is their hash. Its time says that it is wanted again.
                if (File.Exists(path)) File.SetLastWriteTimeUtc(path, DateTime.UtcNow);
                else File.Move(draft, path, overwrite: true);
            }

            return kept;
        }
        finally
        {
            File.Delete(draft);
        }
    }

    /// <inheritdoc/>
    public ValueTask<Stream?> OpenAsync(string hash, CancellationToken cancel = default) => ValueTask.FromResult<Stream?>(
        FileHash.IsOne(hash) && File.Exists(PathOf(hash))
            ? new FileStream(PathOf(hash), FileMode.Open, FileAccess.Read, FileShare.Read, 64 * 1024, FileOptions.Asynchronous | FileOptions.SequentialScan)
            : null);

    /// <inheritdoc/>
    public ValueTask<bool> ExistsAsync(string hash, CancellationToken cancel = default) =>
        ValueTask.FromResult(FileHash.IsOne(hash) && File.Exists(PathOf(hash)));

    /// <inheritdoc/>
    public ValueTask<bool> RemoveAsync(string hash, DateTimeOffset untouchedSince, CancellationToken cancel = default)
    {
        if (!FileHash.IsOne(hash)) return ValueTask.FromResult(true);
        lock (_turn)
        {
            if (File.Exists(PathOf(hash)))
            {
                if (File.GetLastWriteTimeUtc(PathOf(hash)) >= untouchedSince.UtcDateTime) return ValueTask.FromResult(false);
                File.Delete(PathOf(hash));
            }

            return ValueTask.FromResult(true);
        }
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<string> ListAsync(CancellationToken cancel = default) => (Directory.Exists(root)
        ? Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Select(f => Path.GetFileName(f)).Where(FileHash.IsOne)
        : []).ToAsyncEnumerable();

    private static async Task<KeptFile> WriteAsync(string path, Stream content, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            await using var file = new FileStream(path, OwnerOnly.File(FileMode.CreateNew, FileAccess.Write, FileOptions.Asynchronous));
            while (await content.ReadAsync(buffer, cancel) is var read and > 0)
            {
                hash.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), cancel);
            }

            file.Flush(flushToDisk: true);
            return new KeptFile(Convert.ToHexStringLower(hash.GetHashAndReset()), file.Length);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private string PathOf(string hash) => Path.Combine(root, hash[..2], hash);
}
