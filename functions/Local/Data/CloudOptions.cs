using Directives.Attachments;
using Directives.Mail.Book;
using Directives.Tables;

namespace Directives.Local.Data;

/// <summary>Storage outside the data folder: tables in an account, and files where they can be beside them. Keys and claims stay in the folder.</summary>
/// <param name="Tables">Account of the tables.</param>
/// <param name="Blobs">Account of the files; null: that of the tables, if its connection string opens both, else the data folder.</param>
/// <param name="Prefix">Letters and digits before each name, for several installations in one account.</param>
public sealed record CloudOptions(AzureAccount Tables, AzureAccount? Blobs, string Prefix)
{
    /// <summary>As named on the command line; null where no tables were named.</summary>
    /// <exception cref="CannotStartException">The prefix cannot stand in a name, or files were named without tables.</exception>
    /// <exception cref="TablesUnusableException">An account is wrongly named.</exception>
    public static CloudOptions? Parse(string? tables, string? blobs, string? prefix)
    {
        if (tables is null)
        {
            return blobs is null && prefix is null
                ? null
                : throw new CannotStartException("--blobs and --prefix go with --tables: name the account of the tables too.");
        }

        prefix ??= "";
        if (!AzureAccount.AllowsPrefix(prefix)) throw new CannotStartException($"--prefix: '{prefix}' must be {AzureAccount.PrefixRule}.");
        return new CloudOptions(AzureAccount.Parse(tables), blobs is null ? null : AzureAccount.Parse(blobs), prefix);
    }

    /// <summary>The tables.</summary>
    /// <exception cref="TablesUnusableException">The account cannot be used; the message says what to do.</exception>
    public Task<AzureTables> OpenTablesAsync(bool make, CancellationToken cancel) => AzureTables.OpenAsync(Tables, Prefix, make, cancel: cancel);

    /// <summary>The book of outgoing post, or null where it is in the data folder: it is kept where the files are.</summary>
    /// <exception cref="TablesUnusableException">The account cannot be used; the message says what to do.</exception>
    public async Task<IPostBook?> OpenBookAsync(bool make, CancellationToken cancel) =>
        (Blobs ?? (Tables.HasConnection ? Tables : null)) is { } account ? await BlobPostBook.OpenAsync(account, Prefix, make, cancel) : null;

    /// <summary>The files, or null where they are in the data folder.</summary>
    /// <exception cref="TablesUnusableException">The account cannot be used; the message says what to do.</exception>
    public async Task<IFiles?> OpenFilesAsync(bool make, CancellationToken cancel) =>
        (Blobs ?? (Tables.HasConnection ? Tables : null)) is { } account ? await BlobFiles.OpenAsync(account, Prefix, make, cancel: cancel) : null;
}
