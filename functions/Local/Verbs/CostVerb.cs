using System.CommandLine;
using Directives.Local.Cost;

namespace Directives.Local.Verbs;

/// <summary><c>cost</c>: what an average month costs on Azure, for a province and for the nation, from counts, prices and named assumptions.</summary>
internal static class CostVerb
{
    public static Command Create()
    {
        var from = new Option<DirectoryInfo>("--from")
        {
            HelpName = "DIR",
            Description = "Folder of prices.json, counts.json and assumptions.json.",
            DefaultValueFactory = _ => new DirectoryInfo(Path.Combine("infra", "cost")),
        };
        var write = new Option<FileInfo?>("--write") { HelpName = "FILE", Description = "Write the page there; else it is printed." };
        var verb = new Command("cost", "Works out what a month costs on Azure, and which setting dominates.") { from, write };
        verb.SetAction((call, cancel) => RunAsync(call.GetRequiredValue(from), call.GetValue(write), cancel));
        return verb;
    }

    private static async Task<int> RunAsync(DirectoryInfo from, FileInfo? write, CancellationToken cancel)
    {
        var page = CostPage.Write(CostFiles.Read(from));
        if (write is null)
        {
            await Console.Out.WriteAsync(page);
            return 0;
        }

        try
        {
            await File.WriteAllTextAsync(write.FullName, page, cancel);
            return 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CannotStartException($"{write.FullName} cannot be written: {e.Message}");
        }
    }
}
