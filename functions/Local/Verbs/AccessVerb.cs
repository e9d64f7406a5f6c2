using System.CommandLine;
using Directives.Chasing;
using Directives.Dossiers;
using Directives.Local.Data;
using Directives.Proposals;

namespace Directives.Local.Verbs;

/// <summary>
/// <c>access reset-factor</c> takes a lost second factor away, <c>access name-administrators</c> names the first two, for whoever has this machine: the way in when
/// there is no administrator who could. The program must not run meanwhile.
/// </summary>
internal static class AccessVerb
{
    private static readonly Actor Machine = new("machine");

    public static Command Create()
    {
        var (data, person) = (CommonOptions.Data(), new Option<string>("--person") { Description = "Id of the person in the register.", Required = true, HelpName = "ID" });
        var reset = new Command("reset-factor", "Take a person's lost second factor away and end their sessions; the next sign-in enrols anew.") { data, person };
        var cloud = new CloudChoice();
        cloud.AddTo(reset);
        reset.SetAction((call, cancel) => ResetAsync(call.GetRequiredValue(data), cloud.Of(call), call.GetRequiredValue(person), cancel));
        return new Command("access", "What only this machine may do about getting in.") { reset, Naming() };
    }

    private static Command Naming()
    {
        var (data, persons) = (CommonOptions.Data(), new Option<string[]>("--person") { Description = "Id of a person in the register; twice.", Required = true, HelpName = "ID", Arity = new ArgumentArity(2, 2) });
        var name = new Command("name-administrators", "Name the first two administrators of a register that has none; later ones are proposed and confirmed on the site.") { data, persons };
        var cloud = new CloudChoice();
        cloud.AddTo(name);
        name.SetAction((call, cancel) => NameAsync(call.GetRequiredValue(data), cloud.Of(call), call.GetRequiredValue(persons), cancel));
        return name;
    }

    private static async Task<int> NameAsync(DirectoryInfo data, CloudOptions? cloud, string[] persons, CancellationToken cancel)
    {
        await using var local = await LocalInstallation.OpenAsync(
            DataFolder.Existing(data, cloud), path => new Uri("http://localhost" + path), new WatchOptions(), cancel);
        var (parts, done) = (local.Installation.Parts, false);
        var today = parts.Rules.DayAt(parts.Clock.GetUtcNow());
        await local.Installation.Registers.ChangeAsync(
            content =>
            {
                var after = FirstAdministrators.Named(content, persons[0], persons[1], today);
                done = after is not null;
                return after;
            },
            Machine, "on this machine", cancel);
        if (!done) throw new CannotStartException("There are administrators already, or these are not two persons of the register. Nothing was changed.");
        Console.WriteLine($"{persons[0]} and {persons[1]} are administrators from {today:yyyy-MM-dd} on.");
        return 0;
    }

    private static async Task<int> ResetAsync(DirectoryInfo data, CloudOptions? cloud, string person, CancellationToken cancel)
    {
        await using var local = await LocalInstallation.OpenAsync(
            DataFolder.Existing(data, cloud), path => new Uri("http://localhost" + path), new WatchOptions(), cancel);
        if ((await local.Installation.Registers.GetAsync(cancel)).Official(person) is null) throw new CannotStartException($"The register has no person '{person}'.");
        var had = await local.Installation.Factors.ResetAsync(person, Machine, "on this machine", cancel);
        Console.WriteLine(had ? $"{person}: the second factor is gone, all sessions are ended." : $"{person} has no second factor; all sessions are ended.");
        return 0;
    }
}
