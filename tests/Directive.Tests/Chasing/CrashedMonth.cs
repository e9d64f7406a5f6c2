using System.Collections.Concurrent;
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

    /// <summary>Kills a play at each of its writes in turn: each must end as the one that nothing interrupts, which is returned.</summary>
    public static async Task<Outcome> KilledAtAnyOneWriteAsync(Func<Func<long, bool>, CrashPoint, Task<Outcome>> play, CrashPoint point)
    {
        var calm = await play(_ => false, point);
        Assert.Empty(calm.Faults);
        var wrong = new ConcurrentDictionary<long, string>();
        await Parallel.ForAsync(1, calm.Commits + 1, async (n, _) =>
        {
            var crashed = await play(commit => commit == n, point);
            if (crashed.Crashes != 1) wrong[n] = $"{crashed.Crashes} crashes";
            else if (crashed.Faults.Count > 0) wrong[n] = string.Join("; ", crashed.Faults);
            else if (crashed.State != calm.State) wrong[n] = Difference(calm.State, crashed.State);
        });
        Assert.True(wrong.IsEmpty, string.Join("\n\n", wrong.OrderBy(w => w.Key).Take(5).Select(w => $"killed {point} write {w.Key} of {calm.Commits}:\n{w.Value}")));
        return calm;
    }

    /// <summary>Kills a play at every so many writes, more than so often: it must end as the one that nothing interrupts.</summary>
    public static async Task KilledAgainAndAgainAsync(Func<Func<long, bool>, CrashPoint, Task<Outcome>> play, int every, int moreThan)
    {
        var calm = await play(_ => false, CrashPoint.Before);
        foreach (var point in Enum.GetValues<CrashPoint>())
        {
            var crashed = await play(commit => commit % every == 0, point);
            Assert.True(crashed.Crashes > moreThan);
            Assert.Empty(crashed.Faults);
            var difference = Difference(calm.State, crashed.State);
            Assert.True(difference.Length == 0, difference);
        }
    }

    /// <summary>Lines that one run has and the other has not; empty if they came to the same.</summary>
    public static string Difference(string expected, string found) => string.Join('\n',
        expected.Split('\n').Except(found.Split('\n')).Select(l => $"- {l}").Concat(found.Split('\n').Except(expected.Split('\n')).Select(l => $"+ {l}")));
}
