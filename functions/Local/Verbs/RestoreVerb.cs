using System.CommandLine;
using System.Text.Json;
using Directives.Local.Copies;
using Directives.Local.Data;
using Directives.Tables;

namespace Directives.Local.Verbs;

/// <summary><c>restore</c>: puts back what <c>backup</c> wrote, and says what may have been lost.</summary>
internal static class RestoreVerb
{
    public static Command Create()
    {
        var (data, json, cloud) = (CommonOptions.Data(), CommonOptions.Json(), new CloudChoice());
        var file = new Argument<FileInfo>("FILE") { Description = "What 'backup' wrote (or an export)." };
        var instead = new Option<string?>("--instead-of") { Description = "With --tables: prefix of the tables that are replaced, in the same account. They are read, and served no more.", HelpName = "PREFIX" };
        var without = new Option<bool>("--without-book") { Description = "There is no book of outgoing post: accept that letters which left since the backup may come again." };
        var verb = new Command("restore", "Put a backup back after a loss. No letter that had left goes out again; the office reads what may have been lost. Not while it is served.")
        {
            file, CommonOptions.Keys(out var keys), instead, without, data, json,
        };
        cloud.AddTo(verb);
        verb.SetAction((call, cancel) => RunAsync(
            call.GetRequiredValue(file), call.GetValue(keys), call.GetValue(instead), call.GetValue(without), DataFolder.Open(call.GetRequiredValue(data), cloud.Of(call)), call.GetValue(json), cancel));
        return verb;
    }

    private static async Task<int> RunAsync(FileInfo file, DirectoryInfo? keys, string? instead, bool withoutBook, DataFolder folder, bool json, CancellationToken cancel)
    {
        var record = await CopyBack.RestoreAsync(folder, file, keys, instead, withoutBook, cancel);
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(record, Stored.Options));
            return 0;
        }

        Console.WriteLine($"Restored as of {record.TakenAt:u}. {record.Letters} letters had left since: they do not leave again.");
        Console.WriteLine(record.HadTables
            ? $"{record.Acts} acts of people since then are lost. The office reads which at /office/restores."
            : "The tables that were replaced cannot be read: what people did since then is not known. The office reads at /office/restores what letters tell of it.");
        if (!record.HadBook) Console.WriteLine("There was no book of outgoing post: letters that left since the backup may come again.");
        return 0;
    }
}
