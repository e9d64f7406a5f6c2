using Directives.Local.Data;
using Directives.Moving;

namespace Directives.Local.Copies;

/// <summary>Puts an export where it is to go on.</summary>
internal static class CopyIn
{
    /// <summary>Reads an export into an empty place, or into the one it once was exported from: what lies there is set aside.</summary>
    /// <param name="keys">Folder with the keys; null where they lie in the data folder already.</param>
    /// <exception cref="CannotStartException">Something is in the way; the message says what to do.</exception>
    public static async Task<CopyManifest> ImportAsync(DataFolder folder, FileInfo source, DirectoryInfo? keys, CancellationToken cancel)
    {
        using var copy = CopyFile.Open(source.FullName);
        if (copy.Manifest.Kind == CopyKind.Backup)
            throw new CannotStartException($"{source.FullName}: this is a backup, and where it was taken everything went on. To put it back after a loss, use 'restore'; to move, 'export' first.");
        await copy.VerifyAsync(cancel);
        using var claim = folder.Claim();
        var cloud = await Storage.CloudAsync(folder, make: true, cancel);
        CheckKeys(folder, copy.Manifest, keys);
        await SetAsideAsync(folder, copy, cancel);
        await using var storage = await Storage.OpenAsync(folder, cloud, cancel);
        await new CopyLoader(storage.Tables, storage.Files, TimeProvider.System).LoadAsync(copy, cancel);
        await RulesIn(folder, copy, cancel);
        await MoveMark.RemoveAsync(storage.Tables, cancel);
        return copy.Manifest;
    }

    /// <summary>Looks whether the keys are those of the copy, and puts them into the folder if they are named.</summary>
    /// <exception cref="CannotStartException">They are missing, or others.</exception>
    public static void CheckKeys(DataFolder folder, CopyManifest manifest, DirectoryInfo? keys)
    {
        foreach (var (name, print) in manifest.Keys)
        {
            if (keys is not null && !folder.HasSecret(name)) folder.Adopt(name, keys);
            if (!folder.HasSecret(name))
            {
                throw new CannotStartException(
                    $"The key '{folder.PathOf(name)}' is missing. Keys are in no copy: name the folder that holds those of this installation with --keys (its 'keys' folder, or the backup of it).");
            }

            // Any: a copy from before there was a newer key is still this installation's.
            if (folder.Secret(name).All.All(k => KeyPrints.Of(k) != print))
                throw new CannotStartException($"The key '{folder.PathOf(name)}' is not that of this copy: its trail and links would be worth nothing. If it was taken before a key was dropped, put that key back as the last line of the file; else name an empty --data, and the right keys with --keys.");
        }
    }

    /// <summary>Own rules that came with it, unless the folder has any.</summary>
    public static async Task RulesIn(DataFolder folder, CopyFile copy, CancellationToken cancel)
    {
        foreach (var name in copy.Manifest.Rules.Keys)
        {
            var path = Path.GetFullPath(Path.Combine(folder.RulesPath.FullName, name));
            // A name from a file may lead anywhere.
            if (!path.StartsWith(folder.RulesPath.FullName + Path.DirectorySeparatorChar, StringComparison.Ordinal) || File.Exists(path)) continue;
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await using var content = copy.OpenRules(name)!;
            await using var file = File.Create(path);
            await content.CopyToAsync(file, cancel);
        }
    }

    // Moved back to where it began: the old database says itself that it may be replaced.
    private static async Task SetAsideAsync(DataFolder folder, CopyFile copy, CancellationToken cancel)
    {
        if (folder.Cloud is not null || !folder.HasDatabase) return;
        MoveMark? state;
        InstallationMark? mark;
        await using (var old = folder.OpenSnapshot())
        {
            state = await MoveMark.ReadAsync(old, cancel);
            mark = await InstallationMark.ReadAsync(old, cancel);
        }

        if (state is { State: MoveState.Gone } && mark?.Authority == copy.Manifest.Mark.Authority && state.Copy != copy.Print) folder.SetDatabaseAside("moved");
    }
}
