using System.CommandLine;
using System.IO.Compression;
using Directives.Local.Copies;
using Directives.Local.Data;
using Directives.Register.Import;

namespace Directives.Local.Verbs;

/// <summary><c>import</c>: reads what <c>export</c> wrote, to go on here; or a file of the register, to say what it would change and, with <c>--apply</c>, to change it.</summary>
internal static class ImportVerb
{
    private const int Looked = 4096;

    public static Command Create()
    {
        var (data, json, cloud) = (CommonOptions.Data(), CommonOptions.Json(), new CloudChoice());
        var file = new Argument<FileInfo>("FILE") { Description = "What 'export' wrote; or a register as CSV or XLSX." };
        var kind = new Option<string?>("--kind") { Description = $"What a file of the register holds: {ImportFile.Kinds()}. Default: told by its first row.", HelpName = "KIND" };
        kind.AcceptOnlyFromAmong([.. Enum.GetValues<ImportKind>().Select(k => ImportJson.Name(k)!)]);
        var apply = new Option<bool>("--apply") { Description = "Change the register; without it, only say what would change. Not while the folder is served." };
        var verb = new Command("import", "Read an export into an empty place, and go on here; or say what a file would change in the register, and with --apply change it.")
        {
            file, kind, apply, CommonOptions.Keys(out var keys), data, json,
        };
        cloud.AddTo(verb);
        verb.SetAction((call, cancel) =>
        {
            var (source, folder, typed) = (call.GetRequiredValue(file), call.GetRequiredValue(data), ImportJson.Kinds(call.GetValue(kind)));
            var options = cloud.Of(call);
            return typed is not null || call.GetValue(apply) || IsRegister(source)
                ? new RegisterImport(source, typed, folder, options, call.GetValue(json)).RunAsync(call.GetValue(apply), cancel)
                : RunAsync(source, call.GetValue(keys), DataFolder.Open(folder, options), call.GetValue(json), cancel);
        });
        return verb;
    }

    private static async Task<int> RunAsync(FileInfo file, DirectoryInfo? keys, DataFolder folder, bool json, CancellationToken cancel)
    {
        var manifest = await CopyIn.ImportAsync(folder, file, keys, cancel);
        CopyWords.Print(manifest, json, $"Imported into {folder.Cloud?.Tables.Name ?? folder.Root.FullName}", "Look with 'verify' and 'audit verify', then serve it.");
        return 0;
    }

    /// <summary>Whether a file is a table, or was meant to be one, and not a copy of an authority: workbooks are archives too, but without a manifest.</summary>
    private static bool IsRegister(FileInfo file)
    {
        try
        {
            using var content = file.OpenRead();
            var start = new byte[Looked];
            var read = start.AsSpan(0, content.ReadAtLeast(start, Looked, throwOnEndOfStream: false));
            if (!read.StartsWith("PK"u8)) return !read.Contains((byte)0) || IsWide(read) || read.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]);
            content.Position = 0;
            using var zip = new ZipArchive(content, ZipArchiveMode.Read);
            return zip.GetEntry("manifest.json") is null && zip.Entries.Any(e => e.FullName.StartsWith("xl/", StringComparison.OrdinalIgnoreCase));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            // Whoever reads it says what is wrong.
            return false;
        }
    }

    // Text of two bytes a letter: it is told how to save it.
    private static bool IsWide(ReadOnlySpan<byte> start) =>
        start is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] || (start.Length >= 4 && ((start[0] == 0 && start[2] == 0) || (start[1] == 0 && start[3] == 0)));
}
