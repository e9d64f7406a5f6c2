using System.Text.Encodings.Web;
using System.Text.Json;
using Directives.Chasing;
using Directives.Dossiers;
using Directives.Language;
using Directives.Local.Data;
using Directives.Register.Import;

namespace Directives.Local.Verbs;

/// <summary>An import of the register on this machine: what it would change, and with <c>--apply</c> the change itself.</summary>
internal sealed class RegisterImport(FileInfo source, ImportKind? kind, DirectoryInfo data, CloudOptions? cloud, bool json)
{
    private const int Refused = 1, Unusable = 2;
    private static readonly Actor Machine = new("machine");
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly Texts Words = Texts.English;

    /// <summary>Exit code 0 where all is well, 1 where rows are wrong or ambiguous or the change was refused, 2 where no row can be read.</summary>
    public async Task<int> RunAsync(bool apply, CancellationToken cancel)
    {
        ImportFile file;
        try
        {
            file = ImportFile.Read(await BytesAsync(cancel), kind);
        }
        catch (UnusableFileException unusable)
        {
            if (json) Print(ImportJson.Of(unusable, kind, Words));
            await Console.Error.WriteLineAsync($"{source.FullName}: {(unusable.Problem.Row is { } row ? Words["register.at", row, unusable.Message] : unusable.Message)}");
            return Unusable;
        }

        await using var local = await OpenAsync(apply, cancel);
        var imports = local.Installation.Imports;
        var plan = await imports.PlanAsync(file, trusted: true, cancel);
        var refusal = apply ? await imports.ApplyAsync(plan, Machine, ImportDesk.Why(plan, source.Name), cancel) : null;
        var said = ImportJson.Of(plan, Words) with { Applied = apply && refusal is null, Refused = refusal is { } why ? Words[$"import.refused.{why}"] : null };
        if (json) Print(said);
        else Write(said, apply, plan.Changes);
        return plan.IsClean && refusal is null ? 0 : Refused;
    }

    // What only looks may look while the folder is served.
    private Task<LocalInstallation> OpenAsync(bool apply, CancellationToken cancel)
    {
        var folder = DataFolder.Open(data, cloud);
        return !apply && (folder.HasDatabase || cloud is not null)
            ? LocalInstallation.ReadAsync(folder, cancel)
            : LocalInstallation.OpenAsync(folder, path => new Uri("http://localhost" + path), new WatchOptions(), cancel);
    }

    private async Task<byte[]> BytesAsync(CancellationToken cancel)
    {
        try
        {
            if (!source.Exists) throw new CannotStartException($"There is no file '{source.FullName}': look at the path.");
            // One byte more than may be is enough to say so.
            if (source.Length > ImportFile.MostBytes) return new byte[ImportFile.MostBytes + 1];
            return await File.ReadAllBytesAsync(source.FullName, cancel);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CannotStartException($"{source.FullName}: {e.Message}");
        }
    }

    private static void Print(ImportJson said) => Console.Out.WriteLine(JsonSerializer.Serialize(said, Json));

    private static void Write(ImportJson said, bool apply, bool changes)
    {
        Console.WriteLine($"{said.Kind}: {said.New.Count} new, {said.Changed.Count} changed, {said.Gone.Count} not in the file, {said.Ambiguous.Count} ambiguous, {said.Wrong.Count} wrong.");
        foreach (var (name, lines) in new[] { ("wrong", said.Wrong), ("ambiguous", said.Ambiguous), ("new", said.New), ("changed", said.Changed), ("gone", said.Gone) })
        {
            foreach (var line in lines) Console.WriteLine($"{name,-10}{(line.Row is { } row ? $"row {row}" : ""),-10}{line.Code}: {line.Why}");
        }

        if (said.Refused is { } refused) Console.Error.WriteLine(refused);
        Console.WriteLine(said.Applied ? changes ? "Done." : "Nothing had to be changed."
            : apply || said.Wrong.Count + said.Ambiguous.Count > 0 ? "Nothing was changed."
            : changes ? "Nothing was changed yet: with --apply it is done." : "Nothing would change.");
    }
}
