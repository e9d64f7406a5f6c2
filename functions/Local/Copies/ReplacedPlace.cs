using Directives.Dossiers;
using Directives.Local.Data;
using Directives.Mail.Book;
using Directives.Moving;
using Directives.Tables;

namespace Directives.Local.Copies;

/// <summary>Where the installation was served that a restore replaces: its book of outgoing post, and its tables if they are in an account.</summary>
internal sealed class ReplacedPlace : IAsyncDisposable
{
    private readonly EngineKeeper? _keeper;

    private ReplacedPlace(IPostBook book, AzureTables? tables, EngineKeeper? keeper) => (Book, Tables, _keeper) = (book, tables, keeper);

    public IPostBook Book { get; }

    /// <summary>Tables in an account; null where they are in the folder.</summary>
    public AzureTables? Tables { get; }

    /// <summary>Opens it, and holds its tables, so that nobody goes on there.</summary>
    /// <param name="instead">Prefix of tables in the same account; null where the same place is meant.</param>
    /// <exception cref="CannotStartException">It is served.</exception>
    public static async Task<ReplacedPlace> OpenAsync(DataFolder folder, string? instead, CancellationToken cancel)
    {
        if (instead is null) return new ReplacedPlace(folder.Cloud is null ? folder.Book : await folder.Cloud.OpenBookAsync(make: false, cancel) ?? folder.Book, null, null);
        if (folder.Cloud is null) throw new CannotStartException("--instead-of names a prefix and goes with --tables. A database in the data folder is replaced there, and set aside.");
        if (!AzureAccount.AllowsPrefix(instead) || instead == folder.Cloud.Prefix)
            throw new CannotStartException($"--instead-of: '{instead}' must be {AzureAccount.PrefixRule}, and another than --prefix.");
        var old = folder.Cloud with { Prefix = instead };
        var tables = await old.OpenTablesAsync(make: false, cancel);
        var book = await old.OpenBookAsync(make: false, cancel) ?? folder.Book;
        return new ReplacedPlace(book, tables, await EngineKeeper.HoldAsync(tables, EngineRule.Local, folder.Owner, cancel));
    }

    /// <summary>From now on nothing is served there: whoever starts it is told why.</summary>
    public async Task CloseForGoodAsync(string copy, CancellationToken cancel)
    {
        if (Tables is not null) await new MoveMark(MoveState.Gone, copy, DateTimeOffset.UtcNow).WriteAsync(Tables, cancel);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        (Book as IDisposable)?.Dispose();
        if (_keeper is not null) await _keeper.DisposeAsync();
    }
}
