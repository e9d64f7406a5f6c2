using Directives.Attachments;
using Directives.Dossiers;
using Directives.Mail.Book;
using Directives.Tables;

namespace Directives.Local.Data;

/// <summary>Tables and files of an installation, opened: of the data folder, or of an account.</summary>
internal sealed class Storage : IAsyncDisposable
{
    private readonly IAsyncDisposable? _closing;
    private bool _closed;

    private Storage(ITables tables, IFiles files, IPostBook book, IAsyncDisposable? closing, EngineKeeper? keeper) =>
        (Tables, Files, Book, _closing, Keeper) = (tables, files, book, closing, keeper);

    public ITables Tables { get; }

    public IFiles Files { get; }

    /// <summary>The book of outgoing post; none where the installation is only read.</summary>
    public IPostBook Book { get; }

    /// <summary>Holds tables that another engine could reach; those of the folder are held by its claim.</summary>
    public EngineKeeper? Keeper { get; }

    /// <summary>The account's tables, and to the folder whether there is an installation in them; null where they are in the folder.</summary>
    /// <exception cref="TablesUnusableException">The account cannot be used; the message says what to do.</exception>
    /// <exception cref="CannotStartException">It is to be read only, and there is none.</exception>
    public static async Task<AzureTables?> CloudAsync(DataFolder folder, bool make, CancellationToken cancel)
    {
        if (folder.Cloud is not { } cloud) return null;
        var tables = await cloud.OpenTablesAsync(make, cancel);
        var begun = await InstallationMark.ReadAsync(tables, cancel) is not null;
        if (!begun && !make) throw new CannotStartException($"There is no installation in the tables of '{cloud.Tables.Name}'. Start one with 'serve --tables', or name others.");
        folder.Found(begun);
        return tables;
    }

    /// <summary>For the one engine that serves.</summary>
    /// <exception cref="CannotStartException">Another engine serves these tables.</exception>
    public static async Task<Storage> OpenAsync(DataFolder folder, AzureTables? cloud, CancellationToken cancel)
    {
        if (cloud is null)
        {
            var own = folder.OpenTables();
            return new Storage(own, folder.Files, folder.Book, own, null);
        }

        var files = await folder.Cloud!.OpenFilesAsync(make: true, cancel) ?? folder.Files;
        var book = await folder.Cloud!.OpenBookAsync(make: true, cancel) ?? folder.Book;
        return new Storage(cloud, files, book, null, await EngineKeeper.HoldAsync(cloud, EngineRule.Local, folder.Owner, cancel));
    }

    /// <summary>To be read only. Of the folder it is one moment; of an account it is what stands there while it is read.</summary>
    public static async Task<Storage> ReadAsync(DataFolder folder, AzureTables? cloud, CancellationToken cancel)
    {
        if (cloud is not null) return new Storage(cloud, await folder.Cloud!.OpenFilesAsync(make: false, cancel) ?? folder.Files, new NoPostBook(), null, null);
        var snapshot = folder.OpenSnapshot();
        return new Storage(snapshot, folder.Files, folder.Book, snapshot, null);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_closed) return;
        _closed = true;
        (Book as IDisposable)?.Dispose();
        if (Keeper is not null) await Keeper.DisposeAsync();
        if (_closing is not null) await _closing.DisposeAsync();
    }
}
