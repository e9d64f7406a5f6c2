using System.CommandLine;
using Directives.Local.Copies;
using Directives.Local.Data;

namespace Directives.Local.Verbs;

/// <summary><c>import</c>: reads what <c>export</c> wrote, to go on here.</summary>
internal static class ImportVerb
{
    public static Command Create()
    {
        var (data, json, cloud) = (CommonOptions.Data(), CommonOptions.Json(), new CloudChoice());
        var file = new Argument<FileInfo>("FILE") { Description = "What 'export' wrote." };
        var verb = new Command("import", "Read an export into an empty place, and go on here.") { file, CommonOptions.Keys(out var keys), data, json };
        cloud.AddTo(verb);
        verb.SetAction((call, cancel) => RunAsync(
            call.GetRequiredValue(file), call.GetValue(keys), DataFolder.Open(call.GetRequiredValue(data), cloud.Of(call)), call.GetValue(json), cancel));
        return verb;
    }

    private static async Task<int> RunAsync(FileInfo file, DirectoryInfo? keys, DataFolder folder, bool json, CancellationToken cancel)
    {
        var manifest = await CopyIn.ImportAsync(folder, file, keys, cancel);
        CopyWords.Print(manifest, json, $"Imported into {folder.Cloud?.Tables.Name ?? folder.Root.FullName}", "Look with 'verify' and 'audit verify', then serve it.");
        return 0;
    }
}
