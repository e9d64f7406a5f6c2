using System.CommandLine;
using Directives.Local.Copies;
using Directives.Local.Data;

namespace Directives.Local.Verbs;

/// <summary><c>backup</c>: everything as it stands now, in one file, for <c>restore</c>.</summary>
internal static class BackupVerb
{
    public static Command Create()
    {
        var (data, json, cloud) = (CommonOptions.Data(), CommonOptions.Json(), new CloudChoice());
        var file = new Argument<FileInfo>("FILE") { Description = "The file to write; it must not be there yet." };
        var verb = new Command("backup", "Write everything as it stands now into one file, to be put back with 'restore'. It may be served meanwhile, unless its tables are in an account.") { file, data, json };
        cloud.AddTo(verb);
        verb.SetAction((call, cancel) => RunAsync(call.GetRequiredValue(file), DataFolder.Existing(call.GetRequiredValue(data), cloud.Of(call)), call.GetValue(json), cancel));
        return verb;
    }

    private static async Task<int> RunAsync(FileInfo file, DataFolder folder, bool json, CancellationToken cancel)
    {
        var manifest = await CopyOut.BackupAsync(folder, file, cancel);
        CopyWords.Print(manifest, json, $"Backed up to {file.FullName}", $"The keys are not in it: keep a copy of '{Path.Combine(folder.Root.FullName, "keys")}' apart from it.");
        return 0;
    }
}
