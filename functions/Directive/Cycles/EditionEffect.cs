using Directives.Calendars;
using Directives.Editions;
using Directives.Register;

namespace Directives.Cycles;

/// <summary>A cycle that runs, or that will open.</summary>
/// <param name="Edition">Id of the edition by which it goes.</param>
/// <param name="Seats">Seats that owe in it; of one to come, as the register stands.</param>
/// <param name="Dues">The due dates (local days) of its rules, ascending.</param>
/// <param name="Runs">Whether it is open already.</param>
public sealed record ComingCycle(string Id, string Edition, Period Period, int Seats, IReadOnlyList<DateOnly> Dues, bool Runs);

/// <summary>Reports that a role owes in a whole year of twelve months.</summary>
public sealed record ReportsPerYear(SeatRole Role, int Seats, int Before, int After);

/// <summary>What an edition would do (R2); pure: which cycles go on by the old rules, which open under it, and how many reports a year has.</summary>
/// <param name="Old">Cycles that run, and those that open before its first day, the earliest first.</param>
/// <param name="New">The next cycles of each series under it, the earliest first.</param>
public sealed record EditionEffect(IReadOnlyList<ComingCycle> Old, IReadOnlyList<ComingCycle> New, IReadOnlyList<ReportsPerYear> PerYear)
{
    private const int MostOfSeries = 2;
    private const int MostCycles = 60;
    private const int MonthsInYear = 12;

    /// <summary>Works it out.</summary>
    /// <param name="editions">The editions there are, with or without the candidate.</param>
    /// <param name="running">Cycles of the directive that are not closed, with their plans.</param>
    public static EditionEffect Of(
        Edition candidate, EditionLibrary editions, CyclesHead head, IReadOnlyList<Cycle> running, RegisterSnapshot register, WorkCalendar calendar)
    {
        var all = new EditionLibrary([.. editions.All.Where(e => e.Id != candidate.Id && e.Directive == candidate.Directive), candidate]);
        var old = running.OrderBy(c => c.From).ThenBy(c => c.Id, StringComparer.Ordinal).Select(c => new ComingCycle(
            c.Id, c.Edition.Id, c.Period(), c.Seats(), DuesOf(c.Edition, c.Period(), calendar), true)).ToList();
        var coming = new List<ComingCycle>();
        var open = running.Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < MostCycles && CyclePlan.Upcoming(all, head).MinBy(o => o.Period.From) is { } next; i++)
        {
            head = head with { Through = new Dictionary<string, DateOnly>(head.Through) { [next.Series] = next.Period.To } };
            if (open.Contains(next.Id)) continue;
            var asOf = next.Period.From > head.Since ? next.Period.From : head.Since;
            var cycle = new ComingCycle(
                next.Id, next.Edition.Id, next.Period, CyclePlan.Sheets(next, register, asOf).Sum(s => s.Seats.Count), DuesOf(next.Edition, next.Period, calendar), false);
            if (next.Edition.Id == candidate.Id)
            {
                if (coming.Count(c => c.Period.Cadence == next.Period.Cadence && c.Period.Kind == next.Kind) < MostOfSeries) coming.Add(cycle);
                else if (next.Period.From > candidate.InForceFrom.AddMonths(MonthsInYear)) break;
            }
            else if (next.Period.From < candidate.InForceFrom)
            {
                old.Add(cycle);
            }
        }

        return new EditionEffect(old, coming, YearsOf(candidate, all, register));
    }

    private static List<ReportsPerYear> YearsOf(Edition candidate, EditionLibrary all, RegisterSnapshot register)
    {
        var day = candidate.InForceFrom;
        var before = all.InForce(candidate.Directive, day.AddDays(-1));
        return
        [
            .. register.SeatsInForce(day).GroupBy(s => s.Role).OrderBy(g => g.Key)
                .Select(g => new ReportsPerYear(
                    g.Key, g.Count(), g.Sum(s => InYear(before?.For(s, register, day))), g.Sum(s => InYear(candidate.For(s, register, day)))))
                .Where(r => r.Before + r.After > 0),
        ];
    }

    private static int InYear(RoleRule? rule) => rule?.Cadence switch
    {
        null => 0,
        Cadence.Month => MonthsInYear,
        Cadence.Quarter => 4,
        Cadence.HalfYear => 2,
        _ => 1,
    };

    private static List<DateOnly> DuesOf(Edition edition, Period period, WorkCalendar calendar) =>
        [.. edition.Roles.Where(r => r.IsOf(period.Cadence, period.Kind)).Select(r => Deadlines.Due(r, period, calendar)).Distinct().Order()];
}
