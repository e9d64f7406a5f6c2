using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Directives.Cloud.Orchestrations;

/// <summary>Chases one sheet until it is closed (R13).</summary>
public static class Chase
{
    [Function(nameof(Chase))]
    public static Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var sheet = context.GetInput<string>()!;
        return AlarmLoop.RunAsync(context, nameof(Activities.WakeSheet), sheet, sheet);
    }
}
