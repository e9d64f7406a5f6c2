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
            foreach (var (cadence, kind) in SeriesOf(editions, directive))
            {
                if (Next(editions, head, directive, cadence, kind) is { } opening) yield return opening;
            }
        }
    }

    /// <summary>The sheets of a cycle: seats in force on the day that owe in it, grouped by the place above, at most 90 on a sheet.</summary>
    /// <param name="beside">What cycles that were opened before say of these seats; null where no rule needs it.</param>
    public static IReadOnlyList<SheetPlan> Sheets(Opening opening, RegisterSnapshot register, DateOnly asOf, PlannedBeside? beside = null) =>
    [
        .. register.SeatsInForce(asOf)
            .Select(s => (Seat: s, Rule: RuleOf(opening, s, register, asOf, beside ?? PlannedBeside.Nothing)))
            .Where(s => s.Rule is not null)
            .GroupBy(s => register.PlaceOf(s.Seat.Place, asOf)!.Parent ?? s.Seat.Place)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .SelectMany(g => g
                .OrderBy(s => s.Seat.Id, StringComparer.Ordinal)
                .Select(s => new PlannedSeat(s.Seat.Id, s.Seat.Place, s.Seat.Role, s.Rule!.Name))
                .Chunk(SheetRef.MostSeats)
                .Select((seats, part) => new SheetPlan(g.Key, part, seats))),
    ];

    /// <summary>The rule by which a seat owes in a cycle; null where it owes nothing in it.</summary>
    private static RoleRule? RuleOf(Opening opening, Seat seat, RegisterSnapshot register, DateOnly asOf, PlannedBeside beside)
    {
        var (edition, period) = (opening.Edition, opening.Period);
        if (beside.Covered.Contains(seat.Id) || edition.For(seat, register, asOf) is not { } rule) return null;
        if (rule.IsOf(period.Cadence, period.Kind)) return rule;
        // A place that came under another rule in the middle of that rule's period goes on by its old one until the next begins.
        if (rule.PeriodOf(period.From).From == period.From || !beside.Before.TryGetValue(seat.Id, out var name)) return null;
        return edition.For(seat.Role, name) is { } kept && kept.IsOf(period.Cadence, period.Kind)
            ? kept
            : edition.Roles.FirstOrDefault(r => r.Role == seat.Role && r.IsOf(period.Cadence, period.Kind));
    }

    /// <summary>Ids of the cycles whose plans <see cref="Sheets"/> wants to know: those of other series that run on the first day, and the one before.</summary>
    public static (IReadOnlyList<string> Beside, string? Before) Neighbours(EditionLibrary editions, Opening opening)
    {
        var (directive, period) = (opening.Edition.Directive, opening.Period);
        var series = SeriesOf(editions, directive);
        // Where every role has had the same periods all along, no seat can have been in a cycle of others.
        return editions.All.Where(e => e.Directive == directive).SelectMany(e => e.Roles).GroupBy(r => r.Role).All(g => g.DistinctBy(r => (r.Cadence, r.Period)).Count() == 1)
            ? ([], null)
            : ([.. series.Where(s => s != (period.Cadence, period.Kind)).Select(s => IdOf(directive, Period.Containing(s.Cadence, s.Kind, period.From)))],
                IdOf(directive, Period.Containing(period.Cadence, period.Kind, period.From.AddDays(-1))));
    }

    /// <summary>
    /// Seats that owe in a cycle though they were vacant, or not there, when it opened: filled while its period lasted. They come on sheets of their own.
    /// </summary>
    /// <param name="today">Local day.</param>
    public static IReadOnlyList<SheetPlan> Joining(Cycle cycle, RegisterSnapshot register, DateOnly today)
    {
        var known = cycle.Sheets.SelectMany(s => s.Seats).Select(s => s.Seat).ToHashSet(StringComparer.Ordinal);
        var parts = cycle.Sheets.GroupBy(s => s.Area, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Max(s => s.Part) + 1, StringComparer.Ordinal);
        return [.. register.SeatsInForce(today)
            .Where(s => !known.Contains(s.Id) && FilledWithin(s.Id))
            .Select(s => (Seat: s, Rule: cycle.Edition.For(s, register, today)))
            .Where(s => s.Rule?.IsOf(cycle.Cadence, cycle.PeriodKind) == true)
            .GroupBy(s => register.PlaceOf(s.Seat.Place, today)!.Parent ?? s.Seat.Place)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .SelectMany(g => g
                .OrderBy(s => s.Seat.Id, StringComparer.Ordinal)
                .Select(s => new PlannedSeat(s.Seat.Id, s.Seat.Place, s.Seat.Role, s.Rule!.Name))
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
        while (true)
        {
            var edition = editions.InForce(directive, period.From < first ? first : period.From);
            if (edition is not null && Asks(edition)) return new Opening(edition, period, kind);
            // The series ended, or has not begun: it goes on with the first period that begins under an edition that asks for it.
            if (editions.All.FirstOrDefault(e => e.Directive == directive && e.InForceFrom > period.From && Asks(e)) is not { } later) return null;
            var begins = Period.Containing(cadence, kind, later.InForceFrom);
            period = begins.From < later.InForceFrom ? begins.Next() : begins;
        }

        bool Asks(Edition edition) => edition.Roles.Any(r => r.IsOf(cadence, kind));
    }

    private static IEnumerable<(Cadence Cadence, PeriodKind Kind)> SeriesOf(EditionLibrary editions, string directive) =>
        editions.All.Where(e => e.Directive == directive).SelectMany(e => e.Roles).Select(r => (r.Cadence, r.Period)).Distinct();

    private static string SeriesOf(string directive, Cadence cadence, PeriodKind kind) => $"{directive}|{cadence}|{kind}";

    /// <summary>Id of the cycle of a directive's period.</summary>
    public static string IdOf(string directive, Period period)
    {
        var name = string.Concat(directive.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));
        return $"{name}.{period.Id}{(period.Kind == PeriodKind.Reporting ? "r" : "")}";
    }
}
