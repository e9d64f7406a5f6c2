using Directives.Calendars;
using Directives.Editions;
using Directives.Simulation;

namespace Directives.WhatIf;

/// <summary>People who behave by shares and a seed, exactly as in the played year: the first letter makes them plan when they file.</summary>
/// <param name="options">Shares and seed.</param>
/// <param name="calendar">Working days.</param>
/// <param name="edition">In whose working hours people file.</param>
public sealed class DrawnConduct(YearOptions options, WorkCalendar calendar, Edition edition) : IConduct
{
    private readonly FilingTimes _times = new(options, calendar, edition);

    /// <inheritdoc/>
    public DateTimeOffset? OfOwnAccord(TriedDuty duty, DateTimeOffset opens) => null;

    /// <inheritdoc/>
    public DateTimeOffset? OnceHeard(TriedDuty duty, DateTimeOffset heard) =>
        _times.Of(FilingTimes.DrawnFor(duty.Directive, duty.Period), duty.Seat, duty.Due, duty.LastDay, heard);
}
