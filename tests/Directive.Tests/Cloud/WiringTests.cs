using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Directives.Alarms;
using Directives.Cloud;
using Microsoft.Azure.Functions.Worker;

namespace Directives.Tests.Cloud;

/// <summary>The functions' attributes, as the host reads them; the same whether the SDK or its contract was compiled against.</summary>
public sealed class WiringTests
{
    private static readonly Assembly App = typeof(Activities).Assembly;

    private static readonly IReadOnlyDictionary<string, MethodInfo> Functions = App.GetTypes()
        .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
        .Where(m => m.GetCustomAttribute<FunctionAttribute>() is not null)
        .ToDictionary(m => m.GetCustomAttribute<FunctionAttribute>()!.Name, StringComparer.Ordinal);

    [Fact]
    public void Every_function_is_named_like_its_method_or_its_class()
    {
        Assert.True(Functions.Count >= 18, $"{Functions.Count}");
        Assert.All(Functions, f => Assert.True(f.Key == f.Value.Name || f.Key == f.Value.DeclaringType!.Name, f.Key));
    }

    [Fact]
    public void Every_kind_of_alarm_is_an_orchestration_and_there_is_no_other() =>
        Assert.Equal(Enum.GetNames<AlarmKind>().Order(StringComparer.Ordinal), With<OrchestrationTriggerAttribute>().Order(StringComparer.Ordinal));

    [Fact]
    public void Everything_that_orchestrations_call_is_an_activity() =>
        Assert.Equal(
            ["CountSheets", "LookAtCycle", "OpenSheets", "SayOpened", "SetChases", "WakeCase", "WakeSheet"],
            With<ActivityTriggerAttribute>().Order(StringComparer.Ordinal));

    [Fact]
    public void The_catch_all_sorts_last_among_the_routes()
    {
        // The host matches routes in the order of the functions' names.
        var routes = Functions.Select(f => (f.Key, Trigger: Trigger<HttpTriggerAttribute>(f.Value))).Where(f => f.Trigger is not null).ToList();
        Assert.Equal("{*path}", routes.OrderBy(r => r.Key, StringComparer.Ordinal).Last().Trigger!.Route);
        Assert.Equal("{*path}", routes.OrderBy(r => r.Key, StringComparer.OrdinalIgnoreCase).Last().Trigger!.Route);
        Assert.Single(routes, r => r.Trigger!.Route!.Contains('*', StringComparison.Ordinal));
        Assert.Equal(["Health", "MailEvents", "SubmitReport", "Web"], routes.Select(r => r.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_site_itself_decides_who_may() =>
        Assert.All(Functions.Values.Select(Trigger<HttpTriggerAttribute>).OfType<HttpTriggerAttribute>(), t => Assert.Equal(AuthorizationLevel.Anonymous, t.AuthLevel));

    [Fact]
    public void Timers_have_schedules_with_seconds()
    {
        var timers = Functions.Where(f => Trigger<TimerTriggerAttribute>(f.Value) is not null).ToDictionary(f => f.Key, f => Trigger<TimerTriggerAttribute>(f.Value)!.Schedule);
        Assert.Equal(["OpenDueCycles", "Postman", "PurgeOver", "SealTrail", "Sweep"], timers.Keys.Order(StringComparer.Ordinal));
        Assert.All(timers.Values, s => Assert.Equal(6, s.Split(' ').Length));
        Assert.Equal($"*/{RootSweep.Every.TotalMinutes:0}", timers["Sweep"].Split(' ')[1]);
    }

    [Fact]
    public void There_is_no_demonstration_in_the_app()
    {
        using var file = File.OpenRead(App.Location);
        using var image = new PEReader(file);
        var metadata = image.GetMetadataReader();
        var used = metadata.TypeReferences.Select(metadata.GetTypeReference)
            .Select(t => $"{metadata.GetString(t.Namespace)}.{metadata.GetString(t.Name)}")
            .Concat(App.GetTypes().Select(t => t.FullName!)).ToList();
        Assert.Contains("Directives.Installation", used);
        Assert.DoesNotContain(used, t => t.Contains("Demo", StringComparison.Ordinal) || t.Contains("Directives.Local", StringComparison.Ordinal) || t.Contains("Simulation", StringComparison.Ordinal));
        Assert.DoesNotContain(App.GetReferencedAssemblies(), a => a.Name == "directive");
    }

    private static IEnumerable<string> With<T>()
        where T : Attribute => Functions.Where(f => Trigger<T>(f.Value) is not null).Select(f => f.Key);

    private static T? Trigger<T>(MethodInfo function)
        where T : Attribute => function.GetParameters().Select(p => p.GetCustomAttribute<T>()).FirstOrDefault(a => a is not null);
}
