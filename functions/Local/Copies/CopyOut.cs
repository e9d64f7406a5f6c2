using Directives.Access;
using Directives.Local.Data;
using Directives.Moving;

namespace Directives.Local.Copies;

/// <summary>Takes a copy of an installation: to move it (an export), or to have it after a loss (a backup).</summary>
internal static class CopyOut
{
    /// <summary>
    /// Writes an export, and lets nothing be served any more from where it was taken. The program must not run meanwhile.
    /// </summary>
    /// <exception cref="CannotStartException">Something is in the way; the message says what to do.</exception>
    public static async Task<CopyManifest> ExportAsync(DataFolder folder, FileInfo target, CancellationToken cancel)
    {
        using var claim = folder.Claim();
        var cloud = await Storage.CloudAsync(folder, make: false, cancel);
        await using var storage = await Storage.OpenAsync(folder, cloud, cancel);
        await MoveMark.CheckAsync(storage.Tables, cancel);
        var (manifest, print) = await WriteAsync(folder, storage, CopyKind.Export, target, cancel);
        // Once the file is whole: until then nothing has happened.
        await new MoveMark(MoveState.Gone, print, DateTimeOffset.UtcNow).WriteAsync(storage.Tables, cancel);
        return manifest;
    }

    /// <summary>Lets an installation be served again that was exported, if nothing came of it. The caller knows that nothing did.</summary>
    /// <exception cref="CannotStartException">It was not exported.</exception>
    public static async Task TakeBackAsync(DataFolder folder, CancellationToken cancel)
    {
        using var claim = folder.Claim();
        var cloud = await Storage.CloudAsync(folder, make: false, cancel);
        await using var storage = await Storage.OpenAsync(folder, cloud, cancel);
        if (await MoveMark.ReadAsync(storage.Tables, cancel) is not { State: MoveState.Gone })
            throw new CannotStartException("There is no export to take back: what is in these tables was not exported.");
        await MoveMark.RemoveAsync(storage.Tables, cancel);
    }

    /// <summary>
    /// Writes a backup. Of a database in the folder it is one moment, and the program may run; tables in an account are held meanwhile, so the app must be stopped.
    /// </summary>
    /// <exception cref="CannotStartException">Something is in the way; the message says what to do.</exception>
    public static async Task<CopyManifest> BackupAsync(DataFolder folder, FileInfo target, CancellationToken cancel)
    {
        using var claim = folder.Cloud is null ? null : folder.Claim();
        var cloud = await Storage.CloudAsync(folder, make: false, cancel);
        await using var storage = cloud is null ? await Storage.ReadAsync(folder, null, cancel) : await Storage.OpenAsync(folder, cloud, cancel);
        return (await WriteAsync(folder, storage, CopyKind.Backup, target, cancel)).Manifest;
    }

    private static async Task<(CopyManifest Manifest, string Print)> WriteAsync(DataFolder folder, Storage storage, CopyKind kind, FileInfo target, CancellationToken cancel)
    {
        if (target.Directory is not { Exists: true }) throw new CannotStartException($"There is no folder '{target.DirectoryName}': make it, or name another file. Nothing was written.");
        if (target.Exists) throw new CannotStartException($"{target.FullName}: there is a file of that name. Name another; nothing was overwritten.");
        var mark = await InstallationMark.ReadAsync(storage.Tables, cancel)
            ?? throw new CannotStartException("The installation was begun, but nothing is in it yet: start it with 'serve' first.");
        var draft = new FileInfo(target.FullName + ".new");
        try
        {
            await using (var file = draft.Open(OwnerOnly.File(FileMode.Create, FileAccess.ReadWrite)))
            {
                var parts = await PartsAsync(folder, storage, kind, mark, cancel);
                await storage.Book.BeginAsync(parts.ClockAt, cancel);
                await CopyWriter.WriteAsync(file, parts, cancel);
                file.Flush(flushToDisk: true);
            }

            // What was written is what can be read, or there is no copy.
            using var copy = CopyFile.Open(draft.FullName);
            await copy.VerifyAsync(cancel);
            draft.MoveTo(target.FullName, overwrite: false);
            return (copy.Manifest, copy.Print);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CannotStartException($"{target.FullName}: {e.Message} Name another file; nothing was exported.");
        }
        finally
        {
            File.Delete(target.FullName + ".new");
        }
    }

    private static async Task<CopyParts> PartsAsync(DataFolder folder, Storage storage, CopyKind kind, InstallationMark mark, CancellationToken cancel)
    {
        var now = DateTimeOffset.UtcNow;
        return new CopyParts
        {
            Tables = storage.Tables,
            Files = storage.Files,
            Kind = kind,
            Mark = mark,
            Keys = KeyPrints.Names.Where(folder.HasSecret).ToDictionary(name => name, name => folder.Secret(name).Print()),
            TakenAt = now,
            ClockAt = mark.Sample ? (await SampleClock.OpenAsync(storage.Tables, cancel)).Clock.GetUtcNow() : now,
            Rules = folder.RulesPath,
        };
    }
}
