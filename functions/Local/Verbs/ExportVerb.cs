using System.CommandLine;
using Directives.Local.Copies;
using Directives.Local.Data;

namespace Directives.Local.Verbs;

/// <summary><c>export</c>: all of an authority in one file, to go on elsewhere with <c>import</c>.</summary>
internal static class ExportVerb
{
    public static Command Create()
    {
        var (data, json, cloud) = (CommonOptions.Data(), CommonOptions.Json(), new CloudChoice());
        var file = new Argument<FileInfo?>("FILE") { Description = "The file to write; it must not be there yet.", Arity = ArgumentArity.ZeroOrOne };
        var undo = new Option<bool>("--undo") { Description = "Nothing was imported from the export: let the installation go on here." };
        var verb = new Command("export", "Write everything into one file, to go on elsewhere. From then on it is no more served here. Not while it is served.") { file, undo, data, json };
        cloud.AddTo(verb);
        verb.SetAction((call, cancel) => RunAsync(call.GetValue(file), call.GetValue(undo), DataFolder.Existing(call.GetRequiredValue(data), cloud.Of(call)), call.GetValue(json), cancel));
        return verb;
    }

    private static async Task<int> RunAsync(FileInfo? file, bool undo, DataFolder folder, bool json, CancellationToken cancel)
    {
        if (file is null == !undo) throw new CannotStartException("Name the file to write, or give --undo; not both.");
        if (undo)
        {
            await CopyOut.TakeBackAsync(folder, cancel);
            Console.WriteLine("The export was taken back: the installation can be served here again. Destroy the file.");
            return 0;
        }

        var manifest = await CopyOut.ExportAsync(folder, file!, cancel);
        CopyWords.Print(manifest, json, $"Exported to {file!.FullName}", $"The keys are not in it: take '{Path.Combine(folder.Root.FullName, "keys")}' along on another way. Here nothing is served any more.");
        return 0;
    }
}
