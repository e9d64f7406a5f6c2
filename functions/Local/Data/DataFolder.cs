using System.Security.Cryptography;
using Directives.Tables;

namespace Directives.Local.Data;

/// <summary>
/// The folder in which one machine keeps everything: the tables in one SQLite file, and beside it, never in it, the keys.
/// </summary>
public sealed class DataFolder
{
    private const int SecretBytes = 32;
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private DataFolder(DirectoryInfo root) => Root = root;

    public DirectoryInfo Root { get; }

    /// <summary>The SQLite file.</summary>
    public string Database => Path.Combine(Root.FullName, "directive.db");

    /// <summary>Keys that protect cookies and forms.</summary>
    public DirectoryInfo FormKeys => new(Path.Combine(Root.FullName, "keys", "forms"));

    /// <summary>Whether there is an installation in it.</summary>
    public bool HasDatabase => File.Exists(Database);

    /// <summary>The folder, made if it was not there.</summary>
    /// <exception cref="CannotStartException">It cannot be made or written.</exception>
    public static DataFolder Open(DirectoryInfo root)
    {
        try
        {
            MakePrivate(root.FullName);
            MakePrivate(Path.Combine(root.FullName, "keys"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CannotStartException($"The data folder '{root.FullName}' cannot be made: {e.Message} Name another with --data.");
        }

        return new DataFolder(root);
    }

    /// <summary>A secret of this installation, made when it is first asked for.</summary>
    /// <exception cref="CannotStartException">It is missing although the database is there, or it is damaged.</exception>
    public byte[] Secret(string name)
    {
        var path = Path.Combine(Root.FullName, "keys", name + ".key");
        if (!File.Exists(path))
        {
            if (HasDatabase)
                throw new CannotStartException($"The key '{path}' is missing, but the database is there: restore the keys folder from its backup.");
            Make(path);
        }

        try
        {
            var secret = Convert.FromHexString(File.ReadAllText(path).Trim());
            return secret.Length == SecretBytes ? secret : throw new FormatException();
        }
        catch (FormatException)
        {
            throw new CannotStartException($"The key '{path}' is damaged: restore it from the backup.");
        }
    }

    /// <summary>The tables.</summary>
    /// <exception cref="CannotStartException">The file cannot be used; the message says what to do.</exception>
    public SqliteTables OpenTables()
    {
        try
        {
            return SqliteTables.Open(Database);
        }
        catch (TablesUnusableException e)
        {
            throw new CannotStartException(e.Message);
        }
    }

    /// <summary>Reports and keys are nobody else's business on the machine.</summary>
    private static void MakePrivate(string path)
    {
        if (Directory.Exists(path)) return;
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(path, OwnerOnly | UnixFileMode.UserExecute);
    }

    private static void Make(string path)
    {
        // Written whole under another name first: a key cut short by a crash would lock everybody out.
        var draft = path + ".new";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerOnly;
        using (var file = new StreamWriter(draft, options)) file.Write(Convert.ToHexString(RandomNumberGenerator.GetBytes(SecretBytes)));
        File.Move(draft, path, overwrite: true);
    }
}
