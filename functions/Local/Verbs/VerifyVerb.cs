using System.CommandLine;
using System.Text.Json;
using Directives.Local.Data;
using Directives.Tables;
using Directives.Verification;

namespace Directives.Local.Verbs;

/// <summary><c>verify</c>: walks everything in a data folder and says what is out of order. Exit code 1 if anything is.</summary>
internal static class VerifyVerb
{
    public static Command Create()
    {
        var (data, json) = (CommonOptions.Data(), CommonOptions.Json());
        var verb = new Command("verify", "Walk everything and say what is out of order.") { data, json };
        var cloud = new CloudChoice();
        cloud.AddTo(verb);
        verb.SetAction((call, cancel) => RunAsync(call.GetRequiredValue(data), cloud.Of(call), call.GetValue(json), cancel));
        return verb;
    }

    private static async Task<int> RunAsync(DirectoryInfo data, CloudOptions? cloud, bool json, CancellationToken cancel)
    {
        await using var local = await LocalInstallation.ReadAsync(DataFolder.Existing(data, cloud), cancel);
        var result = await new Verifier(local.Installation).RunAsync(cancel);
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(result, Stored.Options));
        }
        else
        {
            foreach (var finding in result.Findings) Console.WriteLine($"{finding.Where}: {finding.What}");
            foreach (var missing in result.Missing) Console.WriteLine($"not filled: {missing}");
            Console.WriteLine(
                $"{result.Dossiers} dossiers, {result.Entries} trail entries, {result.Obligations} obligations, {result.Notices} notices, "
                + $"{result.Letters} letters: {(result.Holds ? "all in order" : $"{result.Findings.Count} out of order")}");
        }

        return result.Holds ? 0 : 1;
    }
}
