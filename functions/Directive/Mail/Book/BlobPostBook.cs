using System.Globalization;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Core;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;
using Directives.Tables;

namespace Directives.Mail.Book;

/// <summary>
/// The book of outgoing post in Azure Blob storage, or in Azurite: an append blob an hour, since one holds 50,000 additions. Several processes may write at once.
/// </summary>
public sealed class BlobPostBook : IPostBook
{
    private const string Ending = ".jsonl";
    private readonly BlobContainerClient _container;
    private readonly string _account;
    private string? _begun;

    private BlobPostBook(BlobContainerClient container, string account) => (_container, _account) = (container, account);

    /// <summary>Opens an account's book; makes its container if it is missing.</summary>
    /// <param name="prefix">Letters and digits before the container's name, for several installations in one account.</param>
    /// <param name="make">Whether it is made; who only reads leaves the account as it is.</param>
    /// <exception cref="TablesUnusableException">The account cannot be used; the message says why and what to do.</exception>
    public static async Task<BlobPostBook> OpenAsync(AzureAccount account, string prefix = "", bool make = true, CancellationToken cancel = default)
    {
        var options = new BlobClientOptions
        {
            Retry = { Mode = RetryMode.Exponential, MaxRetries = 4, Delay = TimeSpan.FromMilliseconds(250), MaxDelay = TimeSpan.FromSeconds(8), NetworkTimeout = TimeSpan.FromSeconds(30) },
        };
        var book = new BlobPostBook(account.Blobs(options).GetBlobContainerClient(prefix.ToLowerInvariant() + "postbook"), account.Name);
        if (make) await book.AskAsync(() => book._container.CreateIfNotExistsAsync(cancellationToken: cancel));
        return book;
    }

    /// <inheritdoc/>
    public async Task WriteAsync(IReadOnlyList<PostLine> lines, CancellationToken cancel = default)
    {
        foreach (var hour in lines.GroupBy(l => NameOf(l.At)))
        {
            var blob = _container.GetAppendBlobClient(hour.Key);
            if (_begun != hour.Key)
            {
                await AskAsync(() => blob.CreateIfNotExistsAsync(cancellationToken: cancel));
                await PruneAsync(hour.First().At, cancel);
                _begun = hour.Key;
            }

            foreach (var some in hour.Chunk(500))
            {
                using var content = new MemoryStream(PostLines.Bytes(some), writable: false);
                await AskAsync(() => blob.AppendBlockAsync(content, cancellationToken: cancel));
            }
        }
    }

    /// <inheritdoc/>
    public Task BeginAsync(DateTimeOffset at, CancellationToken cancel = default) =>
        AskAsync(() => _container.GetAppendBlobClient(NameOf(at)).CreateIfNotExistsAsync(cancellationToken: cancel));

    /// <inheritdoc/>
    public async IAsyncEnumerable<PostLine> ReadAsync(DateTimeOffset from, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        foreach (var name in await NamesAsync(cancel))
        {
            if (string.CompareOrdinal(name, NameOf(from)) < 0) continue;
            var content = await AskAsync(async () => (await _container.GetBlobClient(name).DownloadContentAsync(cancel)).Value.Content);
            foreach (var line in PostLines.Read(content.ToString(), from)) yield return line;
        }
    }

    /// <inheritdoc/>
    public async ValueTask<DateOnly?> SinceAsync(CancellationToken cancel = default) =>
        (await NamesAsync(cancel)) is [var first, ..] ? PostLines.DayOf(first) : null;

    private static string NameOf(DateTimeOffset at) => PostLines.NameOf(at) + at.UtcDateTime.ToString("'T'HH", CultureInfo.InvariantCulture) + Ending;

    private async Task PruneAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var kept = NameOf(now.AddDays(-IPostBook.DaysKept));
        foreach (var name in (await NamesAsync(cancel)).Where(n => string.CompareOrdinal(n, kept) < 0))
            await AskAsync(() => _container.DeleteBlobIfExistsAsync(name, cancellationToken: cancel));
    }

    private Task<List<string>> NamesAsync(CancellationToken cancel) => AskAsync(async () =>
    {
        var names = new List<string>();
        try
        {
            await foreach (var blob in _container.GetBlobsAsync(cancellationToken: cancel))
            {
                if (PostLines.DayOf(blob.Name) is not null) names.Add(blob.Name);
            }
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            // No container, no book.
        }

        names.Sort(StringComparer.Ordinal);
        return names;
    });

    private Task<T> AskAsync<T>(Func<Task<T>> ask) => AzureFaults.AskAsync(_account, ask);
}
