using System.Text.Json;

namespace Directives.Local.Cost;

/// <summary>Settings of the installation and what else is not measured, by name; each is printed on the page.</summary>
public sealed record Assumptions
{
    /// <summary>What this file is.</summary>
    public required string Read { get; init; }

    public required IReadOnlyList<TimerSchedule> Timers { get; init; }

    public required Assumption InstanceMegabytes { get; init; }

    public required Assumption AlwaysReadyInstances { get; init; }

    public required Assumption TelemetryShare { get; init; }

    public required Assumption LateShare { get; init; }

    public required Assumption NeverShare { get; init; }

    public required Assumption CasesPerReport { get; init; }

    public required Assumption HoursInMonth { get; init; }

    public required Assumption MegabytesPerCore { get; init; }

    public required Assumption TransactionMilliseconds { get; init; }

    public required Assumption SheetsPerActivity { get; init; }

    public required Assumption LooksPerCycle { get; init; }

    public required Assumption OrchestratorRunsPerRound { get; init; }

    public required Assumption DraftSavesPerReport { get; init; }

    public required Assumption EventRequestsPerLetter { get; init; }

    public required Assumption OtherRequestsPerSeat { get; init; }

    public required Assumption FilesPerReport { get; init; }

    public required Assumption MegabytesPerFile { get; init; }

    public required Assumption InstancesAlive { get; init; }

    public required Assumption HubPartitions { get; init; }

    public required Assumption HubPollSeconds { get; init; }

    public required Assumption HubPollers { get; init; }

    public required Assumption HubBlobsPerPartition { get; init; }

    public required Assumption HubBlobSeconds { get; init; }

    public required Assumption HubQueuePerRound { get; init; }

    public required Assumption HubTablePerRound { get; init; }

    public required Assumption TimerBlobs { get; init; }

    public required Assumption RecordsPerExecution { get; init; }

    public required Assumption RecordBytes { get; init; }

    public required Assumption MetricsPerMinute { get; init; }

    public required Assumption VaultOperationsPerDay { get; init; }

    /// <summary>All of them by the names of the file, in its order.</summary>
    public IReadOnlyList<(string Name, Assumption Assumption)> All() =>
    [
        .. typeof(Assumptions).GetProperties().Where(p => p.PropertyType == typeof(Assumption))
            .Select(p => (JsonNamingPolicy.CamelCase.ConvertName(p.Name), (Assumption)p.GetValue(this)!)),
    ];

    /// <summary>What is wrong with it; empty if nothing is.</summary>
    internal IEnumerable<string> Problems()
    {
        foreach (var (name, assumption) in All())
        {
            if (!double.IsFinite(assumption.Value) || assumption.Value < 0) yield return $"{name}.value is {assumption.Value}: write 0 or more.";
        }

        if (LateShare.Value + NeverShare.Value > 1) yield return "lateShare and neverShare are more than 1 together.";
        foreach (var name in (string[])["instanceMegabytes", "megabytesPerCore", "sheetsPerActivity", "hubPollSeconds", "hubBlobSeconds"])
        {
            if (All().First(a => a.Name == name).Assumption.Value <= 0) yield return $"{name}.value must be more than 0.";
        }

        foreach (var timer in Timers)
        {
            if (!Cronos.CronExpression.TryParse(timer.Schedule, Cronos.CronFormat.IncludeSeconds, out _))
                yield return $"timers '{timer.Name}': '{timer.Schedule}' is no schedule; copy it from the function's trigger.";
        }
    }
}
