using Directives.Calendars;
using Directives.Editions;

namespace Directives.Chasing;

/// <summary>A rung with the local day it stands on and the instant (UTC) at which that day begins.</summary>
public readonly record struct DatedRung(Rung Rung, DateOnly Day, DateTimeOffset At);

/// <summary>The ladder of one due date: its rungs in time, and when an open obligation is missed.</summary>
/// <param name="Rungs">Ascending.</param>
/// <param name="LastDay">Last local day on which a late report counts.</param>
/// <param name="Close">The end of that day (UTC).</param>
public sealed record Ladder(IReadOnlyList<DatedRung> Rungs, DateOnly LastDay, DateTimeOffset Close)
{
    /// <summary>The ladder of a rule for a due date.</summary>
    public static Ladder Of(RoleRule rule, DateOnly due, WorkCalendar calendar, Zone zone)
    {
        var days = Deadlines.RungDays(rule, due, calendar);
        var rungs = new DatedRung[days.Count];
        for (var i = 0; i < rungs.Length; i++) rungs[i] = new DatedRung(rule.Ladder[i], days[i], zone.StartOfDay(days[i]));
        var last = Deadlines.LastDay(rule, due, calendar);
        return new Ladder(rungs, last, zone.EndOfDay(last));
    }

    /// <summary>The ladder of rungs around a due date; its last day is that of the last rung unless one is given.</summary>
    public static Ladder Of(IReadOnlyList<Rung> rungs, DateOnly due, DateOnly? lastDay, WorkCalendar calendar, Zone zone)
    {
        var dated = new DatedRung[rungs.Count];
        for (var i = 0; i < dated.Length; i++)
        {
            var day = calendar.AddWorkingDays(due, rungs[i].Offset);
            dated[i] = new DatedRung(rungs[i], day, zone.StartOfDay(day));
        }

        var last = lastDay ?? dated[^1].Day;
        return new Ladder(dated, last, zone.EndOfDay(last));
    }

    /// <summary>Index of the highest rung not after <paramref name="now"/>; −1 before the first.</summary>
    public int Reached(DateTimeOffset now)
    {
        var i = Rungs.Count - 1;
        while (i >= 0 && Rungs[i].At > now) i--;
        return i;
    }

    /// <summary>The instant after rung <paramref name="reached"/> at which something happens: the next rung, or the close.</summary>
    public DateTimeOffset After(int reached) => reached + 1 < Rungs.Count ? Rungs[reached + 1].At : Close;
}
