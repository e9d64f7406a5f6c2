using Directives.Calendars;
using Directives.Editions;

namespace Directives.Simulation;

/// <summary>How long a simulated year lasts; pure.</summary>
public static class YearSpan
{
    /// <summary>The last local day on which a report of any cycle counts; that cycle closes when it has ended.</summary>
    public static DateOnly LastDay(YearOptions options, EditionLibrary editions, WorkCalendar calendar) => editions.All
        .SelectMany(e => e.Roles)
        .Select(r => Deadlines.LastDay(r, Deadlines.Due(r, Period.Containing(r.Cadence, r.Period, options.To), calendar), calendar))
        .Append(options.To)
        .Max();
}
