using Directives.Cycles;
using Directives.Dossiers;
using Directives.Reports;

namespace Directives.Tests.Chasing;

/// <summary>One thing that happens in a month: at a time (UTC) somebody acts; or nothing runs until then.</summary>
/// <param name="Outage">The system was down since the step before.</param>
internal sealed record MonthStep(DateTimeOffset At, Func<Installation, Task> Act, bool Outage = false);

/// <summary>
/// What people do in April 2023's cycle: one reports in time, one late, one is sent back and reports again, one is extended, two never
/// report, and the one in charge of district 11 reports on the morning on which the deputy secretary would have heard. Between,
/// the system is down for a day and a half.
/// </summary>
internal static class MonthScript
{
    public static readonly Actor Office = new("office");

    public static readonly IReadOnlyList<MonthStep> Steps =
    [
        new(SmallProvince.Begin, i => i.BeginAsync(new DateOnly(2023, 4, 3))),
        new(Local(5, 8, 10), i => FileAsync(i, "111")),
        new(Local(5, 8, 11), i => FileAsync(i, "113")),
        new(Local(5, 9, 10), i => i.Rounds.SendBackAsync(SheetOf("113"), "113.monitor", Office, "nobody was met", new DateOnly(2023, 5, 18))),
        new(Local(5, 9, 11), i => i.Rounds.ExtendAsync(SheetOf("121"), "121.monitor", Office, "flood", new DateOnly(2023, 5, 22))),
        new(Local(5, 16, 17), _ => Task.CompletedTask),
        new(Local(5, 18, 10), _ => Task.CompletedTask, Outage: true),
        new(Local(5, 19, 10), i => FileAsync(i, "112")),
        new(Local(5, 22, 23), i => FileAsync(i, "121")),
        new(Local(5, 24, 1), i => FileAsync(i, "11")),
        new(Local(5, 26, 10), i => FileAsync(i, "113", "again")),
        new(Local(6, 9, 10), i => FileAsync(i, "123", "after closing")),
        new(Local(6, 20, 0), _ => Task.CompletedTask),
    ];

    /// <summary>A time of day in the province, in 2023.</summary>
    public static DateTimeOffset Local(int month, int day, int hour) => SmallProvince.Zone.At(new DateOnly(2023, month, day), new TimeOnly(hour, 0));

    /// <summary>The sheet on which a place's seat stands.</summary>
    public static SheetRef SheetOf(string place) => new(SmallProvince.Authority, SmallProvince.CycleId, place[..^1], 0);

    public static Task<FilingResult> FileAsync(Installation installation, string place, string words = "first")
    {
        var (seat, by) = place == "11" ? (SmallProvince.Boss, "boss") : (SmallProvince.Monitor(place), $"m{place}");
        var content = new ReportContent { Visits = [new Visit(new DateOnly(2023, 4, 20), $"Nơi {place}")], LivingConditions = words };
        return installation.Reports.FileAsync(SheetOf(place), seat, new Actor(by), content);
    }
}
