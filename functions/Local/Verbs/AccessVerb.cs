using System.CommandLine;
using Directives.Chasing;
using Directives.Dossiers;
using Directives.Local.Data;

namespace Directives.Local.Verbs;

/// <summary>
/// <c>access reset-factor</c>: takes a lost second factor away, for whoever has this machine; the way in when no administrator is left who could. The
/// program must not run meanwhile.
/// </summary>
internal static class AccessVerb
{
    private static readonly Actor Machine = new("machine");

    public static Command Create()
    {
        var (data, person) = (CommonOptions.Data(), new Option<string>("--person") { Description = "Id of the person in the register.", Required = true, HelpName = "ID" });
        var reset = new Command("reset-factor", "Take a person's lost second factor away and end their sessions; the next sign-in enrols anew.") { data, person };
        reset.SetAction((call, cancel) => ResetAsync(call.GetRequiredValue(data), call.GetRequiredValue(person), cancel));
        return new Command("access", "What only this machine may do about getting in.") { reset };
    }

    private static async Task<int> ResetAsync(DirectoryInfo data, string person, CancellationToken cancel)
    {
        await using var local = await LocalInstallation.OpenAsync(
            DataFolder.Existing(data), path => new Uri("http://localhost" + path), new WatchOptions(), cancel);
        if ((await local.Installation.Registers.GetAsync(cancel)).Official(person) is null) throw new CannotStartException($"The register has no person '{person}'.");
        var had = await local.Installation.Factors.ResetAsync(person, Machine, "on this machine", cancel);
        Console.WriteLine(had ? $"{person}: the second factor is gone, all sessions are ended." : $"{person} has no second factor; all sessions are ended.");
        return 0;
    }
}
