using System.Text.Json;
using Directives.Moving;
using Directives.Tables;

namespace Directives.Local.Verbs;

/// <summary>What is said of a copy.</summary>
internal static class CopyWords
{
    /// <summary>Says it, for people or for machines.</summary>
    public static void Print(CopyManifest manifest, bool json, string done, string next)
    {
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(manifest, Stored.Options));
            return;
        }

        Console.WriteLine($"{done}: authority {manifest.Mark.Authority}, {manifest.Rows()} rows, {manifest.Files} files, taken {manifest.TakenAt:u}.");
        Console.WriteLine(next);
    }
}
