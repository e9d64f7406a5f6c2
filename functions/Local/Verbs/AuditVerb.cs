using System.CommandLine;
using System.Text.Json;
using Directives.Local.Data;
using Directives.Seals;
using Directives.Tables;
using Directives.Verification;

namespace Directives.Local.Verbs;

/// <summary>
/// <c>audit verify</c>: checks the trail of a data folder, also against a checkpoint that was kept outside. Exit code 0 if it holds,
/// 1 if something is out of order, 2 if it cannot be checked.
/// </summary>
internal static class AuditVerb
{
    public static Command Create()
    {
        var (data, json) = (CommonOptions.Data(), CommonOptions.Json());
        var checkpoint = new Option<FileInfo?>("--checkpoint")
        {
            Description = "A checkpoint as an auditor keeps it: the file from the auditors' page, or a saved letter.",
            HelpName = "FILE",
        };
        var verify = new Command("verify", "Check every chain, every row and every seal; exit code 1 if anything was changed, removed, inserted, reordered or cut off.")
        {
            data, checkpoint, json,
        };
        var cloud = new CloudChoice();
        cloud.AddTo(verify);
        verify.SetAction((call, cancel) => RunAsync(call.GetRequiredValue(data), cloud.Of(call), call.GetValue(checkpoint), call.GetValue(json), cancel));
        return new Command("audit", "Check that nobody changed the trail.") { verify };
    }

    private static async Task<int> RunAsync(DirectoryInfo data, CloudOptions? cloud, FileInfo? checkpoint, bool json, CancellationToken cancel)
    {
        var kept = checkpoint is null ? null : await ReadAsync(checkpoint, cancel);
        await using var local = await LocalInstallation.ReadAsync(DataFolder.Existing(data, cloud), cancel);
        if (kept is not null && kept.Authority != local.Mark.Authority)
            throw new CannotStartException($"{checkpoint!.FullName}: this checkpoint is of '{kept.Authority}', the folder is of '{local.Mark.Authority}'.");
        var result = await new TrailAudit(local.Installation).RunAsync(kept, cancel);
        Console.WriteLine(json ? JsonSerializer.Serialize(result, Stored.Options) : InWords(result));
        return result.Holds ? 0 : 1;
    }

    private static async Task<CheckpointFile> ReadAsync(FileInfo file, CancellationToken cancel)
    {
        if (!file.Exists) throw new CannotStartException($"There is no file '{file.FullName}': look at the path.");
        try
        {
            return CheckpointFile.Read(await File.ReadAllTextAsync(file.FullName, cancel))
                ?? throw new CannotStartException($"{file.FullName}: there is no checkpoint in it. Save the lines from the letter, or the file from the auditors' page.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CannotStartException($"{file.FullName}: {e.Message}");
        }
    }

    private static string InWords(AuditResult result)
    {
        var lines = result.Findings.Select(f => $"{f.Where}: {f.What}").ToList();
        if (result.FirstBad is { } first) lines.Add($"First bad: {first.Where}{(first.Entry is { } entry ? $", entry {entry}" : "")}");
        lines.Add($"Last good seal: {InWords(result.LastGoodSeal)}. Last good checkpoint: {InWords(result.LastGoodCheckpoint)}.");
        lines.Add(
            $"{result.Dossiers} dossiers, {result.Entries} trail entries, {result.Seals} seals: "
            + (result.Holds ? "the trail holds" : $"{result.Findings.Count} out of order"));
        return string.Join(Environment.NewLine, lines);
    }

    private static string InWords(GoodSeal? seal) => seal is null ? "none" : $"{seal.Number} of {seal.At:u}";
}
