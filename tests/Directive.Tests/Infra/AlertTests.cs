using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml;
using Directives.Alarms;
using Directives.Web.Health;

namespace Directives.Tests.Infra;

/// <summary>Each alert asks for a signal by the very name under which the app tells it: renamed on one side only, it would be silent for ever.</summary>
public sealed partial class AlertTests
{
    private static readonly IReadOnlyList<string> Told =
        [.. typeof(Signals).GetFields(BindingFlags.Public | BindingFlags.Static).Where(f => f.IsLiteral && f.Name != nameof(Signals.MeterName)).Select(f => (string)f.GetRawConstantValue()!)];

    [Fact]
    public async Task Every_signal_has_its_alert_and_every_alert_its_signal()
    {
        var asked = (await QueriesAsync()).Select(q => Name().Match(q.Query).Groups[1].Value).ToList();
        Assert.Equal(5, Told.Count);
        Assert.Equal(Told.Order(StringComparer.Ordinal), asked.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_is_late_for_the_probe_is_late_for_the_alert()
    {
        var due = (await QueriesAsync()).Single(q => q.Query.Contains($"\"{Signals.OldestDueMinutes}\"", StringComparison.Ordinal));
        Assert.EndsWith($" and Sum > {Readiness.TooLate.TotalMinutes:0}", due.Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sweep_or_two_must_be_missing_before_somebody_is_told()
    {
        var sweep = (await QueriesAsync()).Single(q => q.Query.Contains($"\"{Signals.Sweeps}\"", StringComparison.Ordinal));
        Assert.True(sweep.Window >= 3 * RootSweep.Every, $"{sweep.Window}");
        // What a sweep finds must lie within the window of whoever asks for it.
        Assert.All(await QueriesAsync(), q => Assert.True(q.Window >= 2 * RootSweep.Every, q.Query));
    }

    [Fact]
    public async Task The_probe_is_asked_from_outside()
    {
        var probe = (await Bicep.PredictAsync("province.bicepparam")).OfType("Microsoft.Insights/webtests").Single();
        Assert.Contains($"{HealthEndpoints.ReadyPath}'", (string)probe["Request"]!["RequestUrl"]!, StringComparison.Ordinal);
        Assert.Equal(200, (int)probe["ValidationRules"]!["ExpectedHttpStatusCode"]!);
    }

    private static async Task<List<(string Query, TimeSpan Window)>> QueriesAsync() =>
        [.. (await Bicep.PredictAsync("province.bicepparam")).OfType("Microsoft.Insights/scheduledQueryRules")
            .Select(r => ((string)r["criteria"]!["allOf"]![0]!["query"]!, XmlConvert.ToTimeSpan((string)r["windowSize"]!)))];

    [GeneratedRegex("^AppMetrics \\| where Name == \"([^\"]+)\"")]
    private static partial Regex Name();
}
