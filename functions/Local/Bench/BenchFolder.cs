namespace Directives.Local.Bench;

/// <summary>A folder for one measurement, gone afterwards.</summary>
internal sealed class BenchFolder : IDisposable
{
    public DirectoryInfo Root { get; } = Directory.CreateTempSubdirectory("directive-bench-");

    /// <summary>The path of a file in it.</summary>
    public string File(string name) => Path.Combine(Root.FullName, name);

    /// <inheritdoc/>
    public void Dispose() => Root.Delete(recursive: true);
}
