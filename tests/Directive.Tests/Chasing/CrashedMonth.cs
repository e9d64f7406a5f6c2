using Directives.Dossiers;
using Directives.Simulation;
using Directives.Tables;
using Directives.Tests.Dossiers;
using Directives.Tests.Mail;

namespace Directives.Tests.Chasing;

/// <summary>Plays the month over tables that die now and then; after each death a new installation goes on with the same rows.</summary>
internal static class CrashedMonth
{
    public sealed record Outcome(string State, long Commits, int Crashes, IReadOnlyList<string> Faults);

    public static async Task<Outcome> PlayAsync(Func<long, bool> crashes, CrashPoint point, IReadOnlyList<MonthStep>? steps = null)
    {
        var rows = new MemoryTables();
        var clock = new MovableClock(SmallProvince.Begin);
        var mail = new RememberingTransport();
        using (var import = SmallProvince.Install(rows, clock, mail))
            await import.Registers.ReplaceAsync(SmallProvince.Content(), Actor.System, "test");

        var tables = new CrashingTables(rows, crashes, point);
        var installation = SmallProvince.Install(tables, clock, mail);
        foreach (var step in steps ?? MonthScript.Steps)
        {
            if (step.Outage) clock.MoveTo(step.At);
            while (true)
            {
                try
                {
                    await new Clockwork(installation.Watch, clock).RunAsync(step.At);
                    await step.Act(installation);
                    break;
                }
                catch (CrashException)
                {
                    installation.Dispose();
                    tables.Restart();
                    installation = SmallProvince.Install(tables, clock, mail);
                }
            }
        }

        installation.Dispose();
        using var reader = SmallProvince.Install(rows, clock, mail);
        var faults = new List<string>(mail.Twice());
        faults.AddRange(await TrailWalk.FaultsAsync(rows, reader.Seal));
        faults.AddRange(await DueWalk.ForgottenAsync(rows, reader.Due, clock.GetUtcNow()));
        return new Outcome(await EndState.OfAsync(rows, mail), tables.Commits, tables.Crashes, faults);
    }

    /// <summary>Lines that one run has and the other has not; empty if they came to the same.</summary>
    public static string Difference(string expected, string found) => string.Join('\n',
        expected.Split('\n').Except(found.Split('\n')).Select(l => $"- {l}").Concat(found.Split('\n').Except(expected.Split('\n')).Select(l => $"+ {l}")));
}
