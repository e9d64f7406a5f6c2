using System.Text;
using Directives.Access;

namespace Directives.Local.Data;

/// <summary>A file with keys, one a line in hexadecimal digits, the newest first; nobody else's business on the machine.</summary>
internal static class KeyFile
{
    /// <summary>The keys in it.</summary>
    /// <exception cref="CannotStartException">It is damaged, or cannot be read.</exception>
    public static KeyRing Read(string path)
    {
        try
        {
            return KeyRing.Parse(File.ReadAllText(path));
        }
        catch (FormatException)
        {
            throw new CannotStartException($"The key '{path}' is damaged: restore it from the backup.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CannotBe(path, e);
        }
    }

    /// <summary>Writes it whole, or leaves it as it is.</summary>
    /// <exception cref="CannotStartException">It cannot be written.</exception>
    public static void Write(string path, string text)
    {
        // Under another name first: a key cut short by a crash would lock everybody out.
        var draft = path + ".new";
        try
        {
            using (var file = new FileStream(draft, OwnerOnly.File(FileMode.Create, FileAccess.Write)))
            {
                file.Write(Encoding.ASCII.GetBytes(text));
                file.Flush(flushToDisk: true);
            }

            File.Move(draft, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CannotBe(path, e);
        }
    }

    private static CannotStartException CannotBe(string path, Exception e) =>
        new($"The key '{path}' cannot be read or made: {e.Message} Grant this user the right to, or name another folder with --data.");
}
