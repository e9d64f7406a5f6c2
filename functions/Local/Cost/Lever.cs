namespace Directives.Local.Cost;

/// <summary>A setting that could be another, and what the month would cost then.</summary>
/// <param name="Setting">The setting.</param>
/// <param name="Change">From what to what.</param>
/// <param name="Total">The month's sum then, in the list's currency.</param>
/// <param name="Difference">By how much it is more, or less.</param>
public sealed record Lever(string Setting, string Change, double Total, double Difference)
{
    private const int Twice = 2;

    /// <summary>All of them for a month, the one that changes most first.</summary>
    public static IReadOnlyList<Lever> Of(Scenario month)
    {
        var now = Bill.Of(month).Total;
        return
        [
            .. Changes(month).Select(c => (c.Setting, c.Change, Bill.Of(c.Then).Total))
                .Select(c => new Lever(c.Setting, c.Change, c.Total, c.Total - now))
                .OrderByDescending(l => Math.Round(Math.Abs(l.Difference), 6)).ThenBy(l => l.Setting, StringComparer.Ordinal).ThenBy(l => l.Change, StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<(string Setting, string Change, Scenario Then)> Changes(Scenario month)
    {
        var given = month.Assumptions;
        foreach (var timer in given.Timers) yield return ($"schedule of {timer.Name}", "twice as often", With(given with { Timers = TimerTwice(given.Timers, timer) }));
        foreach (var megabytes in (double[])[512, 2048, 4096])
        {
            if (megabytes != given.InstanceMegabytes.Value) yield return ("memory of an instance", Of(given.InstanceMegabytes.Value, megabytes, "MB"), With(given with { InstanceMegabytes = To(given.InstanceMegabytes, megabytes) }));
        }

        var ready = given.AlwaysReadyInstances.Value;
        var other = ready == 0 ? 1 : 0;
        yield return ("instances always ready for requests", Of(ready, other, ""), With(given with { AlwaysReadyInstances = To(given.AlwaysReadyInstances, other) }));
        yield return ("share of traces kept", Of(given.TelemetryShare.Value, given.TelemetryShare.Value / 10, ""), With(given with { TelemetryShare = To(given.TelemetryShare, given.TelemetryShare.Value / 10) }));
        yield return ("size of what is logged", "twice as much", With(given with { RecordBytes = Doubled(given.RecordBytes) }));
        yield return ("share of late reports", "twice as many", With(given with { LateShare = Doubled(given.LateShare) }));
        yield return ("share of reports that never come", "twice as many", With(given with { NeverShare = Doubled(given.NeverShare) }));
        yield return ("recommendations per report", "twice as many", With(given with { CasesPerReport = Doubled(given.CasesPerReport) }));
        yield return ("transport of letters", "an own mail server, and no plan", month with { OwnMailServer = true });
        yield return ("letters", "one for each notice, not one for all that wait", month with { LetterPerNotice = true });
        yield return ("cadence of the edition", "twice as often", month with { CadenceFactor = month.CadenceFactor * Twice });
        yield return ("partitions of the task hub", "twice as many", With(given with { HubPartitions = Doubled(given.HubPartitions) }));
        yield return ("longest pause between two looks at the hub's queues", "half as long", With(given with { HubPollSeconds = To(given.HubPollSeconds, given.HubPollSeconds.Value / Twice) }));
        yield return ("instances alive", "twice as many", With(given with { InstancesAlive = Doubled(given.InstancesAlive) }));
        yield return ("files per report", "twice as many", With(given with { FilesPerReport = Doubled(given.FilesPerReport) }));

        Scenario With(Assumptions then) => month with { Assumptions = then };
    }

    private static IReadOnlyList<TimerSchedule> TimerTwice(IReadOnlyList<TimerSchedule> timers, TimerSchedule timer) =>
        [.. timers.Select(t => t == timer ? t with { Times = Twice } : t)];

    private static Assumption Doubled(Assumption assumption) => assumption with { Value = assumption.Value * Twice };

    private static Assumption To(Assumption assumption, double value) => assumption with { Value = value };

    private static string Of(double from, double to, string unit) => FormattableString.Invariant($"{from:0.##} → {to:0.##} {unit}").TrimEnd();
}
