using Directives.Calendars;
using Directives.Editions;
using Directives.Register;

namespace Directives.Cycles;

/// <summary>Which cycles an edition asks for, and who owes in them (R2); pure.</summary>
public static class CyclePlan
{
    /// <summary>A period for which a cycle is to be opened.</summary>
    public sealed record Opening(Edition Edition, Period Period, PeriodKind Kind)
    {
        /// <summary>The cycle's id.</summary>
        public string Id => IdOf(Edition.Directive, Period);

        /// <summary>Key under which the head remembers how far this series was opened.</summary>
        public string Series => SeriesOf(Edition.Directive, Period.Cadence, Period.Kind);
    }

    /// <summary>The next cycle of every series, whether or not its period has begun.</summary>
    public static IEnumerable<Opening> Upcoming(EditionLibrary editions, CyclesHead head)
    {
        foreach (var directive in editions.All.Select(e => e.Directive).Distinct())
        {
            var series = editions.All.Where(e => e.Directive == directive)
                .SelectMany(e => e.Roles).Select(r => (r.Cadence, r.Period)).Distinct();
            foreach (var (cadence, kind) in series)
            {
                if (Next(editions, head, directive, cadence, kind) is { } opening) yield return opening;
            }
        }
    }

    /// <summary>The sheets of a cycle: seats in force on the day, grouped by the place above, at most 90 on a sheet.</summary>
    public static IReadOnlyList<SheetPlan> Sheets(Opening opening, RegisterSnapshot register, DateOnly asOf)
    {
        var roles = opening.Edition.Roles
            .Where(r => r.Cadence == opening.Period.Cadence && r.Period == opening.Kind).Select(r => r.Role).ToHashSet();
        return [.. register.SeatsInForce(asOf)
            .Where(s => roles.Contains(s.Role))
            .Select(s => (Seat: s, Place: register.PlaceOf(s.Place, asOf)!))
            .GroupBy(s => s.Place.Parent ?? s.Place.Code, s => s.Seat)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .SelectMany(g => g
                .OrderBy(s => s.Id, StringComparer.Ordinal)
                .Select(s => new PlannedSeat(s.Id, s.Place, s.Role))
                .Chunk(SheetRef.MostSeats)
                .Select((seats, part) => new SheetPlan(g.Key, part, seats)))];
    }

    /// <summary>
    /// Seats that owe in a cycle though they were vacant, or not there, when it opened: filled while its period lasted. They come on sheets of their own.
    /// </summary>
    /// <param name="today">Local day.</param>
    public static IReadOnlyList<SheetPlan> Joining(Cycle cycle, RegisterSnapshot register, DateOnly today)
    {
        var roles = cycle.Roles().Select(r => r.Role).ToHashSet();
        var known = cycle.Sheets.SelectMany(s => s.Seats).Select(s => s.Seat).ToHashSet(StringComparer.Ordinal);
        var parts = cycle.Sheets.GroupBy(s => s.Area, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Max(s => s.Part) + 1, StringComparer.Ordinal);
        return [.. register.SeatsInForce(today)
            .Where(s => roles.Contains(s.Role) && !known.Contains(s.Id) && FilledWithin(s.Id))
            .Select(s => (Seat: s, Place: register.PlaceOf(s.Place, today)!))
            .GroupBy(s => s.Place.Parent ?? s.Place.Code, s => s.Seat)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .SelectMany(g => g
                .OrderBy(s => s.Id, StringComparer.Ordinal)
                .Select(s => new PlannedSeat(s.Id, s.Place, s.Role))
                .Chunk(SheetRef.MostSeats)
                .Select((seats, part) => new SheetPlan(g.Key, parts.GetValueOrDefault(g.Key) + part, seats) { JoinedOn = today }))];

        bool FilledWithin(string seat) => register.PostsAt(seat).Any(p => p.From <= cycle.To && (p.To is null || p.To >= today));
    }

    private static Opening? Next(EditionLibrary editions, CyclesHead head, string directive, Cadence cadence, PeriodKind kind)
    {
        var first = editions.All.Where(e => e.Directive == directive).Min(e => e.InForceFrom);
        var from = head.Through.TryGetValue(SeriesOf(directive, cadence, kind), out var through)
            ? through.AddDays(1)
            : first > head.Since ? first : head.Since;
        var period = Period.Containing(cadence, kind, from);

        // A series may begin or end with an edition: look ahead over as many periods as there are editions.
        for (var i = 0; i <= editions.All.Count; i++, period = period.Next())
        {
            var edition = editions.InForce(directive, period.From < first ? first : period.From);
            if (edition is not null && edition.Roles.Any(r => r.Cadence == cadence && r.Period == kind))
                return new Opening(edition, period, kind);
        }

        return null;
    }

    private static string SeriesOf(string directive, Cadence cadence, PeriodKind kind) => $"{directive}|{cadence}|{kind}";

    /// <summary>Id of the cycle of a directive's period.</summary>
    public static string IdOf(string directive, Period period)
    {
        var name = string.Concat(directive.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));
        return $"{name}.{period.Id}{(period.Kind == PeriodKind.Reporting ? "r" : "")}";
    }
}
