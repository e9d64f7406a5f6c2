using System.Security.Cryptography;
using Directives.Access;
using Directives.Attachments;
using Directives.Editions;
using Directives.Mail.Book;
using Directives.Moving;
using Directives.Tables;

namespace Directives.Local.Data;

/// <summary>
/// The folder in which one machine keeps everything: the tables in one SQLite file, and beside it, never in it, the keys. With tables in an account, the keys only.
/// </summary>
public sealed class DataFolder
{

    private bool _begunElsewhere;

    private DataFolder(DirectoryInfo root, CloudOptions? cloud) => (Root, Cloud) = (root, cloud);

    public DirectoryInfo Root { get; }

    /// <summary>Where tables and files are if not in this folder.</summary>
    public CloudOptions? Cloud { get; }

    /// <summary>The SQLite file.</summary>
    public string Database => Path.Combine(Root.FullName, "directive.db");

    /// <summary>Where keys of cookies and forms lay before they were kept in the tables.</summary>
    public DirectoryInfo FormKeys => new(Path.Combine(Root.FullName, "keys", "forms"));

    /// <summary>Files of reports, by their hash.</summary>
    public IFiles Files => new FolderFiles(Path.Combine(Root.FullName, "files"));

    /// <summary>The book of outgoing post, beside the database and never put back with it.</summary>
    public FolderPostBook Book => new(Path.Combine(Root.FullName, "post-book"));

    /// <summary>Whether there is an installation in it.</summary>
    public bool HasDatabase => File.Exists(Database);

    /// <summary>Whether there are rows already, for which the keys must be there.</summary>
    public bool IsBegun => Cloud is null ? HasDatabase : _begunElsewhere;

    /// <summary>Who serves from this folder, for whoever asks who has the tables: the same after a crash, another for a copy of the folder.</summary>
    public string Owner => $"{Environment.MachineName}:{Root.FullName}#{ReadOrMake(Path.Combine(Root.FullName, "engine.id"), () => Guid.NewGuid().ToString("N")[..8])}";

    private string HomeFile => Path.Combine(Root.FullName, "tables.name");

    /// <summary>The folder, made if it was not there.</summary>
    /// <exception cref="CannotStartException">It cannot be made or written.</exception>
    public static DataFolder Open(DirectoryInfo root, CloudOptions? cloud = null)
    {
        try
        {
            OwnerOnly.MakeFolder(root.FullName);
            OwnerOnly.MakeFolder(Path.Combine(root.FullName, "keys"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CannotStartException($"The data folder '{root.FullName}' cannot be made: {e.Message} Name another with --data.");
        }

        var folder = new DataFolder(root, cloud);
        folder.CheckHome();
        return folder;
    }

    /// <summary>A folder in which there is an installation already; nothing is made in it.</summary>
    /// <exception cref="CannotStartException">There is none.</exception>
    public static DataFolder Existing(DirectoryInfo root, CloudOptions? cloud = null)
    {
        if (!root.Exists) throw new CannotStartException($"There is no folder '{root.FullName}'. Name the installation's folder with --data.");
        var folder = new DataFolder(root, cloud);
        folder.CheckHome();
        // A folder in which nothing but keys was put says with its first use whose they are.
        if (folder.HasDatabase || (cloud is not null && (File.Exists(folder.HomeFile) || folder.HasSecret(KeyPrints.Trail)))) return folder;
        throw new CannotStartException(cloud is null
            ? $"There is no installation in '{root.FullName}'. Start one with 'serve --data', or name another folder with --data."
            : $"There are no keys in '{Path.Combine(root.FullName, "keys")}': put trail.key, links.key and confidential.key of the installation there, or name another folder with --data.");
    }

    /// <summary>
    /// Claims the folder for one engine, until what is returned is disposed or the process ends, however it ends.
    /// </summary>
    /// <exception cref="CannotStartException">Another program has it.</exception>
    public IDisposable Claim()
    {
        try
        {
            return new FileStream(Path.Combine(Root.FullName, "directive.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e)
        {
            throw new CannotStartException(
                $"The data folder '{Root.FullName}' is in use: {e.Message} Stop the other program, or name another folder with --data.");
        }
        catch (UnauthorizedAccessException e)
        {
            throw new CannotStartException($"The data folder '{Root.FullName}' cannot be written: {e.Message} Name another with --data.");
        }
    }

    /// <summary>Where a secret is.</summary>
    public string PathOf(string secret) => Path.Combine(Root.FullName, "keys", secret + ".key");

    /// <summary>Whether a secret was made.</summary>
    public bool HasSecret(string name) => File.Exists(PathOf(name));

    /// <summary>Takes a secret over from another folder, where there is one; the folder itself or its installation's.</summary>
    /// <exception cref="CannotStartException">It cannot be read or written.</exception>
    public void Adopt(string name, DirectoryInfo from)
    {
        try
        {
            var own = Path.Combine(from.FullName, name + ".key");
            if (!File.Exists(own)) own = Path.Combine(from.FullName, "keys", name + ".key");
            if (File.Exists(own)) KeyFile.Write(PathOf(name), File.ReadAllText(own).Trim());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CannotStartException($"The keys in '{from.FullName}' cannot be taken over: {e.Message}");
        }
    }

    /// <summary>Renames the database, which nobody serves, so that another can take its place. Nothing is deleted.</summary>
    /// <returns>Where it is now.</returns>
    public string SetDatabaseAside(string why)
    {
        var aside = $"{Database}.{why}-{DateTime.UtcNow:yyyyMMdd-HHmmss}";
        // Its log and index belong to it; the file itself goes last.
        foreach (var end in (string[])["-wal", "-shm", ""])
        {
            if (File.Exists(Database + end)) File.Move(Database + end, aside + end);
        }

        return aside;
    }

    /// <summary>The database that was last set aside; null where none was.</summary>
    public string? LastSetAside(string why) =>
        Root.Exists ? Root.GetFiles($"{Path.GetFileName(Database)}.{why}-*").Select(f => f.FullName).Where(f => !f.EndsWith("-wal", StringComparison.Ordinal) && !f.EndsWith("-shm", StringComparison.Ordinal)).Max(StringComparer.Ordinal) : null;

    /// <summary>The keys for one purpose of this installation; the first is made when they are first asked for.</summary>
    /// <param name="late">Whether nothing in the database can need it yet.</param>
    /// <exception cref="CannotStartException">They are missing although the database is there, or damaged.</exception>
    public KeyRing Secret(string name, bool late = false)
    {
        var path = PathOf(name);
        if (IsBegun && !late && !File.Exists(path))
            throw new CannotStartException($"The key '{path}' is missing, but the database is there: restore the keys folder from its backup.");

        if (!File.Exists(path)) KeyFile.Write(path, Convert.ToHexString(RandomNumberGenerator.GetBytes(KeyRing.Bytes)));
        return KeyFile.Read(path);
    }

    /// <summary>Says that the tables in the account were opened, and whether an installation is in them; from now on the folder is theirs.</summary>
    public void Found(bool begun)
    {
        _begunElsewhere = begun;
        ReadOrMake(HomeFile, Home);
    }

    /// <summary>The tables.</summary>
    /// <exception cref="TablesUnusableException">The file cannot be used; the message says what to do.</exception>
    public SqliteTables OpenTables() => SqliteTables.Open(Database);

    /// <summary>The tables as they stand now, to be read only; another program may go on writing.</summary>
    /// <exception cref="TablesUnusableException">The file cannot be used; the message says what to do.</exception>
    public SqliteSnapshot OpenSnapshot() => SqliteSnapshot.Open(Database);

    /// <summary>The folder's own rules, where it has any.</summary>
    public RulesFolder OwnRules => new(RulesPath.FullName);

    /// <summary>Where they are; it need not be there.</summary>
    public DirectoryInfo RulesPath => new(Path.Combine(Root.FullName, "rules"));

    private string Home() => $"{Cloud!.Tables.Name} {Cloud.Prefix}".TrimEnd();

    // Keys of one installation open nothing in another; mixed up, both would be damaged.
    private void CheckHome()
    {
        var home = File.Exists(HomeFile) ? File.ReadAllText(HomeFile).Trim() : null;
        if (Cloud is null && home is not null)
            throw new CannotStartException($"The data folder '{Root.FullName}' holds the keys of tables elsewhere ({home}): name them with --tables, or another folder with --data.");
        if (Cloud is null) return;
        if (home is not null && home != Home())
            throw new CannotStartException($"The data folder '{Root.FullName}' holds the keys of other tables ({home}): name those with --tables, or another folder with --data.");
        if (HasDatabase)
            throw new CannotStartException($"The data folder '{Root.FullName}' holds an installation with a database of its own: for tables elsewhere, name another folder with --data.");
    }

    private string ReadOrMake(string path, Func<string> make)
    {
        try
        {
            if (!File.Exists(path)) File.WriteAllText(path, make());
            return File.ReadAllText(path).Trim();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CannotStartException($"The data folder '{Root.FullName}' cannot be written: {e.Message} Name another with --data.");
        }
    }
}
