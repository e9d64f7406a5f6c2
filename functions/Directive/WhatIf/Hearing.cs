using Directives.Calendars;
using Directives.Editions;
using Directives.Simulation;

namespace Directives.WhatIf;

/// <summary>Something difficult that comes up at a seat's place on a local day.</summary>
public readonly record struct Difficulty(string Seat, DateOnly Day);

/// <summary>
/// When a difficulty is heard of (R13); pure. One arises for each seat and month, on a day that is drawn evenly; it is heard of with the seat's next report
/// that covers the day and comes on it or later.
/// </summary>
public static class Hearing
{
    /// <summary>So many months after the span reports are still waited for.</summary>
    public const int MonthsAfter = 12;

    private const int WhenItArises = 21;

    /// <summary>
    /// The difficulties of a span: the same for every edition that is tried. None arises where nobody holds the seat on the day, or none of the editions asks the
    /// seat's role for anything.
    /// </summary>
    public static IReadOnlyList<Difficulty> Arising(TrialSetting setting, IEnumerable<Edition> tried)
    {
        var roles = tried.SelectMany(e => e.Roles).Select(r => r.Role).ToHashSet();
        var seats = setting.Register.Content.Seats.Where(s => roles.Contains(s.Role)).ToList();
        var behaviour = new Behaviour(setting.Options);
        var all = new List<Difficulty>();
        for (var month = setting.Options.From; month <= setting.Options.To; month = month.AddMonths(1))
        {
            var name = Period.Containing(Cadence.Month, PeriodKind.Calendar, month).Id;
            foreach (var seat in seats)
            {
                var draw = behaviour.Draw(name, seat.Id, WhenItArises);
                var day = month.AddDays((int)(((UInt128)draw * (uint)DateTime.DaysInMonth(month.Year, month.Month)) >> 64));
                if (day < setting.Begins || !setting.Register.SeatExists(seat.Id, day) || setting.Register.SeatOn(seat.Id, day) != seat.Id
                    || setting.Register.HolderOf(seat.Id, day) is null) continue;
                all.Add(new Difficulty(seat.Id, day));
            }
        }

        return all;
    }

    /// <summary>After how many calendar days a difficulty is heard of; null while no report told of it.</summary>
    /// <param name="reports">Those of its seat.</param>
    public static int? Days(Difficulty difficulty, IEnumerable<TriedReport> reports) => reports
        .Where(r => r.To >= difficulty.Day && r.Filed >= difficulty.Day)
        .Select(r => (int?)(r.Filed!.Value.DayNumber - difficulty.Day.DayNumber)).Min();

    /// <summary>The same for all, in their order; reports of cycles after the span are waited for where one is missing.</summary>
    internal static IReadOnlyList<int?> Days(IReadOnlyList<Difficulty> difficulties, TrialSetting setting, Trial trial, TrialCounts counts, CancellationToken cancel)
    {
        var until = setting.Options.To.AddMonths(MonthsAfter);
        // What a seat has not told, that to which it passes does.
        string Last(string seat) => setting.Register.SeatOn(seat, until);
        var reports = counts.Reports.Where(r => r.Filed is not null).ToLookup(r => r.Seat, StringComparer.Ordinal);
        var days = new int?[difficulties.Count];
        var open = new List<int>();
        for (var i = 0; i < days.Length; i++)
        {
            var (seat, last) = (difficulties[i].Seat, Last(difficulties[i].Seat));
            days[i] = Days(difficulties[i], last == seat ? reports[seat] : reports[seat].Concat(reports[last]));
            if (days[i] is null) open.Add(i);
        }

        var waits = open.ToLookup(i => Last(difficulties[i].Seat), StringComparer.Ordinal);
        var seats = waits.Select(g => g.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var report in trial.After(() => seats, until, cancel))
        {
            if (report.Filed is null) continue;
            foreach (var i in waits[report.Seat]) days[i] ??= Days(difficulties[i], [report]);
            seats.Remove(report.Seat);
        }

        return days;
    }
}
