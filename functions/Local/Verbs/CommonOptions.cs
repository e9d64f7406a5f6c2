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

    /// <summary>For machines.</summary>
    public static Option<bool> Json() => new("--json") { Description = "Print one JSON object instead of text." };
}
