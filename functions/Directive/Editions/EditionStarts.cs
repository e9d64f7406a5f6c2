using Directives.Register;

namespace Directives.Editions;

/// <summary>A change of cadence, or of the kind of period, on a day on which no period of the old rule ends or none of the new one begins.</summary>
/// <param name="Edition">The edition that makes the change.</param>
/// <param name="Before">The rule until then.</param>
/// <param name="After">The rule from then on.</param>
/// <param name="Seats">How many seats would owe twice for some days, or not at all.</param>
/// <param name="Next">The next local day on which the candidate can begin; null where there is none.</param>
public sealed record StartProblem(Edition Edition, RoleRule Before, RoleRule After, int Seats, DateOnly? Next);

/// <summary>
/// From when an edition may be in force (R2), so that every seat owes exactly one report for each day: where its cadence or its kind of period
/// changes, the edition begins on a day on which a period of the old rule has ended and one of the new begins. Pure.
/// </summary>
public static class EditionStarts
{
    // A year's period begins within a year.
    private const int MostMonths = 25;
    private const int ReportingDay = 15;

    /// <summary>What stands against a candidate's day, and against the day of the edition after it; empty for nothing.</summary>
    /// <param name="editions">The editions there are; one with the candidate's id is left out.</param>
    public static IReadOnlyList<StartProblem> Problems(EditionLibrary editions, Edition candidate, RegisterSnapshot register)
    {
        var found = Breaks(editions, candidate, register);
        if (found.Count == 0) return [];
        var next = Next(editions, candidate, register, candidate.InForceFrom.AddDays(1));
        return [.. found.Select(f => f with { Next = next })];
    }

    /// <summary>The first local day, from a day on, on which the candidate can begin; null where there is none.</summary>
    public static DateOnly? Next(EditionLibrary editions, Edition candidate, RegisterSnapshot register, DateOnly from)
    {
        var taken = editions.All.Where(e => e.Directive == candidate.Directive && e.Id != candidate.Id).Select(e => e.InForceFrom).ToHashSet();
        var month = new DateOnly(from.Year, from.Month, 1);
        return Enumerable.Range(0, MostMonths).SelectMany(i => new[] { month.AddMonths(i), month.AddMonths(i).AddDays(ReportingDay - 1) }).Append(from).Order()
            .Where(d => d >= from && !taken.Contains(d))
            .Cast<DateOnly?>()
            .FirstOrDefault(d => Breaks(editions, candidate with { InForceFrom = d!.Value }, register).Count == 0);
    }

    /// <summary>The first local day, from a day on, on which a period of every rule of an edition begins; that day itself where there is none.</summary>
    public static DateOnly NextForAll(Edition edition, DateOnly from)
    {
        var month = new DateOnly(from.Year, from.Month, 1);
        return Enumerable.Range(0, MostMonths).SelectMany(i => new[] { month.AddMonths(i), month.AddMonths(i).AddDays(ReportingDay - 1) })
            .Where(d => d >= from && edition.Roles.All(r => r.PeriodOf(d).From == d)).Append(from).First();
    }

    /// <summary>Whether some seat's reports change their cadence or their kind of period with the candidate.</summary>
    public static bool ChangesPeriods(EditionLibrary editions, Edition candidate, RegisterSnapshot register) =>
        editions.All.LastOrDefault(e => e.Directive == candidate.Directive && e.Id != candidate.Id && e.InForceFrom < candidate.InForceFrom) is { } before
        && Seats(candidate, register).Any(s => candidate.For(s, register, candidate.InForceFrom) is { } after
            && before.For(s, register, candidate.InForceFrom) is { } was && !was.IsOf(after.Cadence, after.Period));

    private static List<StartProblem> Breaks(EditionLibrary editions, Edition candidate, RegisterSnapshot register)
    {
        var all = editions.All.Where(e => e.Directive == candidate.Directive && e.Id != candidate.Id).Append(candidate).OrderBy(e => e.InForceFrom).ToList();
        var index = all.IndexOf(candidate);
        var found = new List<StartProblem>();
        foreach (var seat in Seats(candidate, register))
        {
            for (var i = index; i < all.Count; i++)
            {
                if (all[i].For(seat, register, all[i].InForceFrom) is not { } after) continue;
                if (i > 0 && Break(all, i, seat, after, register) is { } before) Add(found, new StartProblem(all[i], before, after, 1, null));
                // What follows later is no matter of the candidate's.
                if (i > index) break;
            }
        }

        return found;
    }

    /// <summary>The rule before, if its last period and the first one of the new rule do not meet; null where they do.</summary>
    private static RoleRule? Break(List<Edition> all, int index, Seat seat, RoleRule after, RegisterSnapshot register)
    {
        var begins = all[index].InForceFrom;
        var last = index - 1;
        while (last >= 0 && all[last].For(seat, register, begins) is null) last--;
        if (last < 0) return null;
        var before = all[last].For(seat, register, begins)!;
        if (last == index - 1)
        {
            return before.IsOf(after.Cadence, after.Period) || (before.PeriodOf(begins).From == begins && after.PeriodOf(begins).From == begins) ? null : before;
        }

        // Nothing was asked for a while: what was asked before that must be over when the first new period begins.
        var over = before.PeriodOf(all[last + 1].InForceFrom.AddDays(-1)).To;
        var first = after.PeriodOf(begins) is var period && period.From < begins ? period.Next() : period;
        return first.From > over ? null : before;
    }

    private static void Add(List<StartProblem> found, StartProblem one)
    {
        var at = found.FindIndex(f => ReferenceEquals(f.Edition, one.Edition) && ReferenceEquals(f.Before, one.Before) && ReferenceEquals(f.After, one.After));
        if (at < 0) found.Add(one);
        else found[at] = found[at] with { Seats = found[at].Seats + 1 };
    }

    private static IEnumerable<Seat> Seats(Edition edition, RegisterSnapshot register) =>
        register.Content.Seats.Where(s => register.PlaceOf(s.Place, edition.InForceFrom) is not null);
}
