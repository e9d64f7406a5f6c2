using Directives.Local.Cost;

namespace Directives.Tests.Infra;

/// <summary>The repository's own files behind the cost page.</summary>
internal static class CostInputs
{
    /// <summary>The folder of the repository.</summary>
    public static string Root { get; } = Above();

    /// <summary>Where prices, counts and assumptions are.</summary>
    public static string Folder { get; } = Path.Combine(Root, "infra", "cost");

    /// <summary>All three, read anew.</summary>
    public static CostFiles Read() => CostFiles.Read(new DirectoryInfo(Folder));

    /// <summary>A month of one of the registers.</summary>
    public static Scenario Month(string register = "province")
    {
        var files = Read();
        return new Scenario(files.Prices, files.Counts, files.Assumptions, files.Counts.Registers[register]);
    }

    /// <summary>An assumption with another value.</summary>
    public static Assumption Is(double value) => new(value, "", "");

    private static string Above()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Directive.sln"))) folder = folder.Parent ?? throw new InvalidOperationException("No Directive.sln above the tests.");
        return folder.FullName;
    }
}
