using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Directives.Cloud.Orchestrations;

/// <summary>Where a cycle's alarm stands.</summary>
/// <param name="Opened">Whether all sheets are written and their chases set.</param>
public sealed record VisitCycleRound(string Cycle, bool Opened);

/// <summary>Opens a cycle, its sheets side by side, sets their chases, and looks until it is closed (R2, R3).</summary>
public static class VisitCycle
{
    /// <summary>Sheets that one activity writes: a nation's 705 areas are some thirty lines of history.</summary>
    public const int SheetsAtOnce = 25;

    [Function(nameof(VisitCycle))]
    public static async Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var round = context.GetInput<VisitCycleRound>()!;
        if (!round.Opened)
        {
            var sheets = await context.CallActivityAsync<int>(nameof(Activities.CountSheets), round.Cycle, Retries.Passing);
            await EachAsync(context, nameof(Activities.OpenSheets), round.Cycle, sheets);
            await context.CallActivityAsync<bool>(nameof(Activities.SayOpened), round.Cycle, Retries.Passing);
            await EachAsync(context, nameof(Activities.SetChases), round.Cycle, sheets);
        }

        await AlarmLoop.RunAsync(context, nameof(Activities.LookAtCycle), round.Cycle, round with { Opened = true });
    }

    private static Task EachAsync(TaskOrchestrationContext context, TaskName activity, string cycle, int sheets) => Task.WhenAll(
        Enumerable.Range(0, (sheets + SheetsAtOnce - 1) / SheetsAtOnce)
            .Select(i => context.CallActivityAsync<bool>(activity, new SheetsOfCycle(cycle, i * SheetsAtOnce, SheetsAtOnce), Retries.Passing)));
}

/// <summary>Some sheets of a cycle, by their place in its plan.</summary>
public sealed record SheetsOfCycle(string Cycle, int From, int Count);
