namespace Directives.Access;

/// <summary>Folders and files that are nobody else's business on the machine: only the user who makes them may open them. On Windows the folder's own rights hold.</summary>
public static class OwnerOnly
{
    private const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Makes a folder; one that is there stays as it is.</summary>
    public static void MakeFolder(string path)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(path, Mode | UnixFileMode.UserExecute);
    }

    /// <summary>How a file is opened; what is made by it is the owner's.</summary>
    public static FileStreamOptions File(FileMode mode, FileAccess access, FileOptions options = FileOptions.None)
    {
        var how = new FileStreamOptions { Mode = mode, Access = access, Options = options };
        if (!OperatingSystem.IsWindows()) how.UnixCreateMode = Mode;
        return how;
    }
}
