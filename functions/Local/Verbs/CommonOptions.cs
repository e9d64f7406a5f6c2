using System.CommandLine;

namespace Directives.Local.Verbs;

/// <summary>Options that every verb takes.</summary>
internal static class CommonOptions
{
    /// <summary>Where the installation is kept.</summary>
    public static Option<DirectoryInfo> Data() => new("--data")
    {
        Description = "Folder of the installation.",
        DefaultValueFactory = _ => new DirectoryInfo(".directive"),
        HelpName = "DIR",
    };

    /// <summary>Where the keys are that belong to a copy.</summary>
    public static Option<DirectoryInfo?> Keys(out Option<DirectoryInfo?> option) => option = new("--keys")
    {
        Description = "Folder with the keys of the installation (trail.key, links.key, confidential.key), where they are not in the data folder yet.",
        HelpName = "DIR",
    };

    /// <summary>For machines.</summary>
    public static Option<bool> Json() => new("--json") { Description = "Print one JSON object instead of text." };
}
