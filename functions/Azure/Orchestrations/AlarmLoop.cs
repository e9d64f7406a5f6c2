using Directives.Alarms;
using Microsoft.DurableTask;

namespace Directives.Cloud.Orchestrations;

/// <summary>
/// What all alarms do: look, wait for the next time or for a change, begin anew. The look decides, in the tables; nothing is kept here. What an alarm
/// never hears, the sweep finds.
/// </summary>
internal static class AlarmLoop
{
    /// <summary>The event that says that something was changed.</summary>
    public const string Changed = "Changed";

    /// <summary>One round. Ends the alarm once nothing is wanted any more.</summary>
    /// <param name="look">Activity that looks, and tells when to look again (UTC); null for never.</param>
    /// <param name="next">Input of the next round.</param>
    public static async Task RunAsync(TaskOrchestrationContext context, TaskName look, string about, object next)
    {
        var looked = context.CurrentUtcDateTime;
        DateTime at;
        try
        {
            if (await context.CallActivityAsync<DateTimeOffset?>(look, about, Retries.Passing) is not { } wanted) return;
            at = AlarmPace.LookAt(looked, wanted);
        }
        catch (TaskFailedException)
        {
            // Whoever is late is not forgotten because something broke once.
            at = context.CurrentUtcDateTime + AlarmPace.AfterFailure;
        }

        await WaitAsync(context, at, AlarmPace.Earliest(looked));
        // What rang until now is seen by the next look.
        context.ContinueAsNew(next, preserveUnprocessedEvents: false);
    }

    private static async Task WaitAsync(TaskOrchestrationContext context, DateTime at, DateTime earliest)
    {
        using var over = new CancellationTokenSource();
        var timer = context.CreateTimer(at, over.Token);
        var changed = context.WaitForExternalEvent<object?>(Changed, over.Token);
        var first = await Task.WhenAny(timer, changed);
        // Not awaited: an orchestration waits for nothing but its own tasks.
#pragma warning disable CA1849
        over.Cancel();
#pragma warning restore CA1849

        // Changes that follow each other closely are one look.
        if (first == changed && context.CurrentUtcDateTime < earliest) await context.CreateTimer(earliest, CancellationToken.None);
    }
}
