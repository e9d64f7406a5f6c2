using Directives.Calendars;
using Directives.Cycles;

namespace Directives.Editions;

/// <summary>The rules in force: editions and working calendar (R2).</summary>
/// <param name="editions">All editions of all directives.</param>
/// <param name="calendar">Working days.</param>
/// <param name="opensUntil">No cycle whose period begins after this local day is opened; null for no end. Simulations have one.</param>
public sealed class RuleBook(EditionLibrary editions, WorkCalendar calendar, DateOnly? opensUntil = null)
{
    public EditionLibrary Editions => editions;

    public WorkCalendar Calendar => calendar;

    /// <summary>The edition whose zone and working hours the post follows at a time (UTC).</summary>
    public Edition Current(DateTimeOffset now)
    {
        var day = DateOnly.FromDateTime(now.UtcDateTime);
        return Editions.All.Where(e => e.InForceFrom <= day).MaxBy(e => e.InForceFrom) ?? Editions.All.MinBy(e => e.InForceFrom)!;
    }

    /// <summary>The zone that the post follows at a time (UTC).</summary>
    public Zone ZoneAt(DateTimeOffset now) => Zone.Of(Current(now).Zone);

    /// <summary>The local day at a time (UTC).</summary>
    public DateOnly DayAt(DateTimeOffset now) => ZoneAt(now).DateAt(now);

    /// <summary>Whether a period is to have a cycle at all.</summary>
    public bool Opens(CyclePlan.Opening opening) => opensUntil is not { } until || opening.Period.From <= until;

    /// <summary>Years in which dates of the opening cycle fall and for which no holidays are known; null for none.</summary>
    public IReadOnlyList<int>? YearsWithoutHolidays(CyclePlan.Opening opening)
    {
        var last = opening.Edition.Roles
            .Where(r => r.Cadence == opening.Period.Cadence && r.Period == opening.Kind)
            .Select(r => Deadlines.LastDay(r, Deadlines.Due(r, opening.Period, calendar), calendar))
            .DefaultIfEmpty(opening.Period.To).Max();
        var missing = calendar.MissingYears(opening.Period.To, last);
        return missing.Count == 0 ? null : missing;
    }
}
