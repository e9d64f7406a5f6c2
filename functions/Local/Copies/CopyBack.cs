using Directives.Local.Data;
using Directives.Mail.Book;
using Directives.Moving;
using Directives.Recovery;
using Directives.Tables;

namespace Directives.Local.Copies;

/// <summary>Puts a backup back after a loss. What it replaces is set aside, never overwritten.</summary>
internal static class CopyBack
{
    private const string Aside = "replaced";

    /// <summary>Does it.</summary>
    /// <param name="keys">Folder with the keys; null where they lie in the data folder already.</param>
    /// <param name="instead">Prefix of the tables that are replaced; null for none, and where the database in the folder is.</param>
    /// <param name="withoutBook">Goes on where there is no book of outgoing post: letters may come again.</param>
    /// <exception cref="CannotStartException">Something is in the way; the message says what to do.</exception>
    public static async Task<RestoreRecord> RestoreAsync(
        DataFolder folder, FileInfo source, DirectoryInfo? keys, string? instead, bool withoutBook, CancellationToken cancel)
    {
        using var copy = CopyFile.Open(source.FullName);
        await copy.VerifyAsync(cancel);
        using var claim = folder.Claim();
        var cloud = await Storage.CloudAsync(folder, make: true, cancel);
        await using var replaced = await ReplacedPlace.OpenAsync(folder, instead, cancel);
        var (lines, hadBook) = await BookAsync(replaced.Book, copy.Manifest, cancel);
        if (!hadBook && !withoutBook)
        {
            throw new CannotStartException(
                $"There is no book of outgoing post from {copy.Manifest.ClockAt:u} on: nobody knows which letters left since the backup, and some would come again. "
                + "Name the place that is replaced (--data, or --instead-of with --tables), or accept that with --without-book. Nothing was changed.");
        }

        CopyIn.CheckKeys(folder, copy.Manifest, keys);
        var aside = await SetAsideAsync(folder, copy, cancel);
        await using var storage = await Storage.OpenAsync(folder, cloud, cancel);
        await new CopyLoader(storage.Tables, storage.Files, TimeProvider.System).LoadAsync(copy, cancel);
        await CopyIn.RulesIn(folder, copy, cancel);
        await new MoveMark(MoveState.CatchingUp, copy.Print, DateTimeOffset.UtcNow).WriteAsync(storage.Tables, cancel);
        await using var before = OpenAside(aside);
        ITables? was = replaced.Tables is { } elsewhere ? elsewhere : before;
        if (copy.Manifest.Mark.Sample) await ForwardAsync(storage.Tables, was, lines, cancel);
        var record = await CatchUpAsync(folder, storage, copy, lines, hadBook, was, cancel);
        await replaced.CloseForGoodAsync(copy.Print, cancel);
        await MoveMark.RemoveAsync(storage.Tables, cancel);
        return record;
    }

    private static async Task<RestoreRecord> CatchUpAsync(
        DataFolder folder, Storage storage, CopyFile copy, IReadOnlyList<PostLine> lines, bool hadBook, ITables? replaced, CancellationToken cancel)
    {
        var local = await LocalInstallation.OverAsync(folder, storage, cancel);
        using var installation = local.Installation;
        return await new RestoreDesk(installation).CatchUpAsync(
            new RestoreFacts { Copy = copy.Print, TakenAt = copy.Manifest.ClockAt, Lines = lines, HadBook = hadBook, Replaced = replaced }, cancel);
    }

    private static async Task<(IReadOnlyList<PostLine> Lines, bool Had)> BookAsync(IPostBook book, CopyManifest manifest, CancellationToken cancel)
    {
        var lines = new List<PostLine>();
        await foreach (var line in book.ReadAsync(RestoreDesk.From(manifest.ClockAt), cancel)) lines.Add(line);
        // One that began later knows only a part.
        return (lines, await book.SinceAsync(cancel) is { } since && since <= DateOnly.FromDateTime(manifest.ClockAt.UtcDateTime));
    }

    // Where it is now; null where there was none, so that an older one is not taken for it.
    private static async Task<string?> SetAsideAsync(DataFolder folder, CopyFile copy, CancellationToken cancel)
    {
        if (folder.Cloud is not null || !folder.HasDatabase) return null;
        var why = $"{Aside}-{copy.Print[..8]}";
        try
        {
            await using var old = folder.OpenSnapshot();
            // Cut short before: it was set aside then.
            if (await MoveMark.ReadAsync(old, cancel) is { State: MoveState.Arriving or MoveState.CatchingUp } begun && begun.Copy == copy.Print) return folder.LastSetAside(why);
            if (await InstallationMark.ReadAsync(old, cancel) is { } mark && mark.Authority != copy.Manifest.Mark.Authority)
                throw new CannotStartException($"The database in '{folder.Root.FullName}' is that of '{mark.Authority}', the backup that of '{copy.Manifest.Mark.Authority}': name another --data.");
        }
        catch (TablesUnusableException)
        {
            // Damaged: that is what backups are for.
        }

        return folder.SetDatabaseAside(why);
    }

    private static SqliteSnapshot? OpenAside(string? path)
    {
        try
        {
            return path is null ? null : SqliteSnapshot.Open(path);
        }
        catch (TablesUnusableException)
        {
            return null;
        }
    }

    // A sample's clock never goes back.
    private static async Task ForwardAsync(ITables tables, ITables? was, IReadOnlyList<PostLine> lines, CancellationToken cancel)
    {
        var clock = await SampleClock.OpenAsync(tables, cancel);
        DateTimeOffset?[] shown = [was is null ? null : (await SampleClock.OpenAsync(was, cancel)).Clock.GetUtcNow(), lines.Count > 0 ? lines[^1].At : null];
        if (shown.Max() is { } last && last > clock.Clock.GetUtcNow()) await clock.SaveAsync(last, cancel);
    }
}
