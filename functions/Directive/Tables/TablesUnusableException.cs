namespace Directives.Tables;

/// <summary>The tables cannot be opened, read or written; the message says what to do about it.</summary>
public sealed class TablesUnusableException(string file, string problem, Exception? inner = null)
    : Exception($"{file}: {problem}", inner)
{
    /// <summary>The database file.</summary>
    public string File { get; } = file;
}
