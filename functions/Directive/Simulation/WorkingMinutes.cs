using System.Collections.Concurrent;
using Directives.Calendars;
using Directives.Editions;

namespace Directives.Simulation;

/// <summary>
/// The minutes in which people are at work: working days, between the hours in which letters are sent; each fifth,
/// so that what many do at about the same time is handled together, as it would be.
/// </summary>
public sealed class WorkingMinutes(WorkCalendar calendar, Zone zone, SendingWindow hours)
{
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(5);
    private readonly ConcurrentDictionary<DateOnly, (DateTimeOffset From, DateTimeOffset To)> _known = [];

    /// <summary>A working minute from a time on and before another (both UTC), or null if there is none.</summary>
    /// <param name="draw">Any number: it chooses which. The same number chooses about the same place in a shorter or longer span.</param>
    public DateTimeOffset? Pick(DateTimeOffset from, DateTimeOffset until, ulong draw)
    {
        if (until <= from) return null;
        var (first, last) = (zone.DateAt(from), zone.DateAt(until));
        ulong all = 0;
        for (var day = first; day <= last; day = day.AddDays(1)) all += Minutes(day, from, until, out _);
        if (all == 0) return null;
        var wanted = (ulong)(((UInt128)draw * all) >> 64);
        for (var day = first; ; day = day.AddDays(1))
        {
            var here = Minutes(day, from, until, out var start);
            if (wanted < here) return start + (Step * (long)wanted);
            wanted -= here;
        }
    }

    /// <summary>A minute of the first working day that still has some after a time (UTC).</summary>
    public DateTimeOffset PickSoon(DateTimeOffset from, ulong draw)
    {
        for (var day = calendar.NextWorkingDay(zone.DateAt(from)); ; day = calendar.NextWorkingDay(day.AddDays(1)))
        {
            if (Pick(from, zone.EndOfDay(day), draw) is { } minute) return minute;
        }
    }

    /// <summary>The next morning of a working day, after a time (UTC).</summary>
    public DateTimeOffset MorningAfter(DateTimeOffset time)
    {
        for (var day = calendar.NextWorkingDay(zone.DateAt(time)); ; day = calendar.NextWorkingDay(day.AddDays(1)))
        {
            if (Hours(day).From is var morning && morning > time) return morning;
        }
    }

    private ulong Minutes(DateOnly day, DateTimeOffset from, DateTimeOffset until, out DateTimeOffset start)
    {
        var (opens, closes) = Hours(day);
        start = opens > from ? opens : new DateTimeOffset((from.UtcTicks + Step.Ticks - 1) / Step.Ticks * Step.Ticks, TimeSpan.Zero);
        var end = closes < until ? closes : until;
        return end <= start ? 0 : (ulong)((end - start).Ticks / Step.Ticks);
    }

    private (DateTimeOffset From, DateTimeOffset To) Hours(DateOnly day)
    {
        if (_known.TryGetValue(day, out var known)) return known;
        known = calendar.IsWorkingDay(day) ? (zone.At(day, hours.From), zone.At(day, hours.To)) : (DateTimeOffset.MaxValue, DateTimeOffset.MinValue);
        _known[day] = known;
        return known;
    }
}
