using System.Collections.Concurrent;
using System.Text.Json.Serialization;
using Cronos;

namespace Directives.Local.Cost;

/// <summary>A number that nobody measured, or a setting; printed on the page with why it is what it is.</summary>
/// <param name="Value">The number.</param>
/// <param name="Unit">What it counts.</param>
/// <param name="Why">Where it is from.</param>
public sealed record Assumption(double Value, string Unit, string Why);

/// <summary>A timer of the Functions app.</summary>
/// <param name="Name">The function.</param>
/// <param name="Schedule">When it runs: seconds, minutes, hours, days, months, weekdays, in UTC. A test compares it with the function's trigger.</param>
public sealed record TimerSchedule(string Name, string Schedule)
{
    // The page asks again and again, and a year has half a million minutes.
    private static readonly ConcurrentDictionary<string, int> InYear = new(StringComparer.Ordinal);

    // A year without a leap day: what an average month holds.
    private static readonly DateTime Begin = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>How many times as often it runs, where that is tried.</summary>
    [JsonIgnore]
    public double Times { get; init; } = 1;

    /// <summary>Runs in an average month.</summary>
    public double RunsPerMonth() => Times * InYear.GetOrAdd(
        Schedule, schedule => CronExpression.Parse(schedule, CronFormat.IncludeSeconds).GetOccurrences(Begin, Begin.AddYears(1)).Count()) / 12.0;
}
