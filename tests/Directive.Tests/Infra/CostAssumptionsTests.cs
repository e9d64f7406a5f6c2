using System.Reflection;
using System.Text.Json.Nodes;
using Directives.Cloud;
using Directives.Cloud.Orchestrations;
using Directives.Local.Cost;
using Directives.Simulation;
using Microsoft.Azure.Functions.Worker;

namespace Directives.Tests.Infra;

/// <summary>Assumptions of the cost page that the code or its settings decide are what those say.</summary>
public sealed class CostAssumptionsTests
{
    private static readonly Assumptions Given = CostInputs.Read().Assumptions;

    [Fact]
    public void The_timers_are_those_of_the_functions()
    {
        var triggers = typeof(Timers).GetMethods()
            .Select(m => (Name: m.GetCustomAttribute<FunctionAttribute>()?.Name, Trigger: m.GetParameters().Select(p => p.GetCustomAttribute<TimerTriggerAttribute>()).FirstOrDefault(t => t is not null)))
            .Where(t => t.Trigger is not null)
            .Select(t => new TimerSchedule(t.Name!, t.Trigger!.Schedule));
        Assert.Equal(triggers.OrderBy(t => t.Name, StringComparer.Ordinal), Given.Timers);
    }

    [Fact]
    public void Every_timer_is_in_one_class() => Assert.Equal(
        [typeof(Timers)],
        typeof(Timers).Assembly.GetTypes().Where(t => t.GetMethods().SelectMany(m => m.GetParameters()).Any(p => p.GetCustomAttribute<TimerTriggerAttribute>() is not null)));

    [Fact]
    public void Sheets_of_an_activity_are_the_orchestration_s() => Assert.Equal(VisitCycle.SheetsAtOnce, Given.SheetsPerActivity.Value);

    [Fact]
    public void The_task_hub_is_that_of_the_host()
    {
        var hub = JsonNode.Parse(File.ReadAllText(Path.Combine(CostInputs.Root, "host.json")))!["extensions"]!["durableTask"]!["storageProvider"]!;
        Assert.Equal((double)hub["partitionCount"]!, Given.HubPartitions.Value);
        Assert.Equal(TimeSpan.Parse((string)hub["maxQueuePollingInterval"]!, System.Globalization.CultureInfo.InvariantCulture).TotalSeconds, Given.HubPollSeconds.Value);
    }

    [Fact]
    public void People_behave_as_in_a_played_year()
    {
        var played = new YearOptions();
        Assert.Equal((played.Late, played.Never), (Given.LateShare.Value, Given.NeverShare.Value));
    }

    [Fact]
    public void Instances_alive_are_one_for_each_group_that_scales_by_itself() => Assert.Equal(Given.Timers.Count + 2, Given.InstancesAlive.Value);
}
