using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Directives.Cloud.Orchestrations;

/// <summary>Follows one recommendation from raised to its end (R5, R7).</summary>
public static class Escalation
{
    [Function(nameof(Escalation))]
    public static Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var recommendation = context.GetInput<string>()!;
        return AlarmLoop.RunAsync(context, nameof(Activities.WakeCase), recommendation, recommendation);
    }
}
