using System.Runtime.CompilerServices;
using Azure;
using Azure.Core;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Directives.Tables;

namespace Directives.Attachments;

/// <summary>
/// Files in Azure Blob storage, or in Azurite: one blob each, under its hash. A blob is written whole or not at all, and only if there is none of its name yet.
/// Ages are told by the service's clock, in whole seconds.
/// </summary>
public sealed class BlobFiles : IFiles
{
    private const string Touched = "touched";
    private readonly BlobContainerClient _container;
    private readonly string _account;

    private BlobFiles(BlobContainerClient container, string account) => (_container, _account) = (container, account);

    /// <summary>Opens an account's files; makes their container if it is missing.</summary>
    /// <param name="prefix">Letters and digits before the container's name, for several installations in one account.</param>
    /// <param name="make">Whether it is made; who only reads leaves the account as it is.</param>
    /// <param name="adjust">Changes how requests are sent; for tests.</param>
    /// <exception cref="TablesUnusableException">The account cannot be used; the message says why and what to do.</exception>
    public static async Task<BlobFiles> OpenAsync(
        AzureAccount account, string prefix = "", bool make = true, Action<BlobClientOptions>? adjust = null, CancellationToken cancel = default)
    {
        var options = new BlobClientOptions
        {
            Retry = { Mode = RetryMode.Exponential, MaxRetries = 6, Delay = TimeSpan.FromMilliseconds(250), MaxDelay = TimeSpan.FromSeconds(15), NetworkTimeout = TimeSpan.FromSeconds(60) },
        };
        adjust?.Invoke(options);
        var files = new BlobFiles(account.Blobs(options).GetBlobContainerClient(prefix.ToLowerInvariant() + "files"), account.Name);
        if (make) await files.AskAsync(() => files._container.CreateIfNotExistsAsync(cancellationToken: cancel));
        return files;
    }

    /// <inheritdoc/>
    public async Task<KeptFile> PutAsync(Stream content, CancellationToken cancel = default)
    {
        cancel.ThrowIfCancellationRequested();
        // Read twice, for its name and for its bytes: what cannot be goes through a file, never whole into memory.
        await using var spooled = content.CanSeek ? null : await SpoolAsync(content, cancel);
        var source = spooled ?? content;
        var start = source.Position;
        var hash = await FileHash.OfAsync(source, cancel);
        var size = source.Position - start;
        var blob = _container.GetBlobClient(hash);
        // In turns, until one of both is true: somebody may put or remove it meanwhile.
        while (true)
        {
            source.Position = start;
            if (await AskAsync(() => UploadAsync(blob, source, cancel)) || await AskAsync(() => TouchAsync(blob, cancel))) return new KeptFile(hash, size);
        }
    }

    /// <inheritdoc/>
    public async ValueTask<Stream?> OpenAsync(string hash, CancellationToken cancel = default)
    {
        if (!FileHash.IsOne(hash)) return null;
        return await AskAsync(async () =>
        {
            try
            {
                return (await _container.GetBlobClient(hash).DownloadStreamingAsync(cancellationToken: cancel)).Value.Content;
            }
            catch (RequestFailedException e) when (e.Status == 404)
            {
                return null;
            }
        });
    }

    /// <inheritdoc/>
    public async ValueTask<bool> ExistsAsync(string hash, CancellationToken cancel = default) =>
        FileHash.IsOne(hash) && await AskAsync(async () => (await _container.GetBlobClient(hash).ExistsAsync(cancel)).Value);

    /// <inheritdoc/>
    public async ValueTask<bool> RemoveAsync(string hash, DateTimeOffset untouchedSince, CancellationToken cancel = default)
    {
        if (!FileHash.IsOne(hash)) return true;
        var blob = _container.GetBlobClient(hash);
        return await AskAsync(async () =>
        {
            try
            {
                var found = (await blob.GetPropertiesAsync(cancellationToken: cancel)).Value;
                // What is said to be of a second may be of its end.
                if (found.LastModified.AddSeconds(1) > untouchedSince) return false;
                await blob.DeleteAsync(DeleteSnapshotsOption.None, new BlobRequestConditions { IfMatch = found.ETag }, cancel);
                return true;
            }
            catch (RequestFailedException e) when (e.Status == 404)
            {
                return true;
            }
            catch (RequestFailedException e) when (e.Status == 412)
            {
                // Put again since it was looked at.
                return false;
            }
        });
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<string> ListAsync([EnumeratorCancellation] CancellationToken cancel = default)
    {
        string? next = null;
        do
        {
            var page = await AskAsync(() => PageAsync(next, cancel));
            foreach (var blob in page.Values) yield return blob.Name;
            next = page.ContinuationToken;
        }
        while (!string.IsNullOrEmpty(next));
    }

    private async Task<Page<BlobItem>> PageAsync(string? from, CancellationToken cancel)
    {
        await using var pages = _container.GetBlobsAsync(cancellationToken: cancel).AsPages(from).GetAsyncEnumerator(cancel);
        try
        {
            return await pages.MoveNextAsync() ? pages.Current : Page<BlobItem>.FromValues([], null, null!);
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            // No container, no files.
            return Page<BlobItem>.FromValues([], null, null!);
        }
    }

    private static async Task<bool> UploadAsync(BlobClient blob, Stream source, CancellationToken cancel)
    {
        try
        {
            await blob.UploadAsync(source, new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } }, cancel);
            return true;
        }
        catch (RequestFailedException e) when (e.Status is 409 or 412)
        {
            // There already: the same bytes, for the name is their hash.
            return false;
        }
    }

    // Its time says that it is wanted again.
    private static async Task<bool> TouchAsync(BlobClient blob, CancellationToken cancel)
    {
        try
        {
            await blob.SetMetadataAsync(new Dictionary<string, string> { [Touched] = Guid.NewGuid().ToString("N") }, cancellationToken: cancel);
            return true;
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return false;
        }
    }

    private static async Task<Stream> SpoolAsync(Stream content, CancellationToken cancel)
    {
        var file = new FileStream(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 64 * 1024,
            FileOptions.Asynchronous | FileOptions.DeleteOnClose);
        try
        {
            await content.CopyToAsync(file, cancel);
            file.Position = 0;
            return file;
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    private Task<T> AskAsync<T>(Func<Task<T>> ask) => AzureFaults.AskAsync(_account, ask);
}
