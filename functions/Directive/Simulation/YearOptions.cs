using Directives.Calendars;
using Directives.Editions;

namespace Directives.Simulation;

/// <summary>What a simulated year is played with: from which month, how people behave, what goes wrong.</summary>
public sealed record YearOptions
{
    /// <summary>Most months that one run plays.</summary>
    public const int MostMonths = 120;

    /// <summary>Shares add up to 1 within this.</summary>
    public const double Tolerance = 1e-9;

    /// <summary>First local day of the first month.</summary>
    public DateOnly From { get; init; } = new(2023, 1, 1);

    /// <summary>Months in which cycles open; the run goes on until the last of them has closed.</summary>
    public int Months { get; init; } = 12;

    /// <summary>Share of obligations (0 to 1) for which a report is filed by the due day.</summary>
    public double OnTime { get; init; } = 0.8;

    /// <summary>Share of obligations (0 to 1) for which a report is filed after the due day and before the last.</summary>
    public double Late { get; init; } = 0.15;

    /// <summary>Share of obligations (0 to 1) for which no report is ever filed.</summary>
    public double Never { get; init; } = 0.05;

    /// <summary>Days on which neither the engine nor the web runs; null for none.</summary>
    public Outage? Outage { get; init; }

    /// <summary>Recommendations that a report brings on average (R5); 0 for none.</summary>
    public double Recommendations { get; init; }

    /// <summary>Most recommendations that a report may bring on average.</summary>
    public const int MostRecommendations = 10;

    /// <summary>The same seed plays the same year.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Dossiers woken at the same time; the year is the same whatever it is.</summary>
    public int AtOnce { get; init; } = Math.Max(1, Environment.ProcessorCount);

    /// <summary>Last local day of the last month.</summary>
    public DateOnly To => From.AddMonths(Months).AddDays(-1);

    /// <summary>The shares where only some were given: what is left goes to the others, in proportion to their defaults.</summary>
    public YearOptions WithShares(double? onTime, double? late, double? never)
    {
        var defaults = new YearOptions();
        var left = 1 - (onTime ?? 0) - (late ?? 0) - (never ?? 0);
        var open = (onTime is null ? defaults.OnTime : 0) + (late is null ? defaults.Late : 0) + (never is null ? defaults.Never : 0);

        // What floating point leaves over is nobody's share.
        double Filled(double? given, double normal) => given ?? (Math.Abs(left) <= Tolerance ? 0 : left * normal / open);
        return this with
        {
            OnTime = Filled(onTime, defaults.OnTime),
            Late = Filled(late, defaults.Late),
            Never = Filled(never, defaults.Never),
        };
    }

    /// <summary>What is wrong with the options, each naming the option as the command line has it; empty if nothing is.</summary>
    public IReadOnlyList<string> Problems(EditionLibrary editions, WorkCalendar calendar)
    {
        var problems = new List<string>();
        var first = editions.All.Min(e => e.InForceFrom);
        if (Months is < 1 or > MostMonths) problems.Add($"--months: {Months} is not between 1 and {MostMonths}.");
        if (From.Day != 1) problems.Add($"--from: {From:yyyy-MM-dd} is not the first day of a month.");
        if (From < new DateOnly(first.Year, first.Month, 1))
            problems.Add($"--from: no directive is in force before {first:yyyy-MM-dd}; begin with {first:yyyy-MM} or later.");
        if (From.Year > LastYear) problems.Add($"--from: {From:yyyy-MM} is later than {LastYear}-12.");
        if (Recommendations is not (>= 0 and <= MostRecommendations))
            problems.Add(FormattableString.Invariant($"--recommendations: {Recommendations:0.######} is not between 0 and {MostRecommendations}; write a number per report such as 0.2."));
        problems.AddRange(ShareProblems());
        if (problems.Count == 0 && Outage is { } outage) problems.AddRange(outage.Problems(From, YearSpan.LastDay(this, editions, calendar)));
        return problems;
    }

    private const int LastYear = 2100;

    private IEnumerable<string> ShareProblems()
    {
        var shares = new[] { ("--on-time", OnTime), ("--late", Late), ("--never", Never) };
        var outside = shares.Where(s => !(s.Item2 >= 0 && s.Item2 <= 1)).ToList();
        if (outside.Count > 0)
            return outside.Select(s => FormattableString.Invariant($"{s.Item1}: {s.Item2:0.######} is not a share between 0 and 1."));
        var sum = OnTime + Late + Never;
        return Math.Abs(sum - 1) <= Tolerance ? [] : [FormattableString.Invariant(
            $"--on-time, --late and --never must add up to 1; {OnTime:0.######} + {Late:0.######} + {Never:0.######} is {sum:0.#########}.")];
    }
}

/// <summary>Whole local days on which nothing runs.</summary>
/// <param name="From">First day.</param>
/// <param name="Days">How many.</param>
public sealed record Outage(DateOnly From, int Days)
{
    /// <summary>Longest outage, in days.</summary>
    public const int MostDays = 366;

    /// <summary>First local day on which all runs again.</summary>
    public DateOnly Over => From.AddDays(Days);

    /// <summary>What is wrong with it in a run over these local days.</summary>
    public IEnumerable<string> Problems(DateOnly first, DateOnly last)
    {
        if (Days is < 1 or > MostDays) yield return $"--outage: {Days} days is not between 1 and {MostDays}.";
        else if (From < first) yield return $"--outage: {From:yyyy-MM-dd} is before the first day that is played, {first:yyyy-MM-dd}.";
        else if (From > last) yield return $"--outage: {From:yyyy-MM-dd} is after {last:yyyy-MM-dd}, when the last cycle closes.";
    }
}
