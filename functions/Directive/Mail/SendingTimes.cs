using Directives.Calendars;
using Directives.Chasing;
using Directives.Editions;

namespace Directives.Mail;

/// <summary>When a notice may be sent; pure. Working hours, in the morning by default; escalations the same working day.</summary>
public static class SendingTimes
{
    /// <summary>Escalations decided within working hours are gathered so long, so that a leader gets one letter for all of them.</summary>
    public static readonly TimeSpan Gather = TimeSpan.FromMinutes(15);

    /// <summary>Earliest time (UTC) for a notice that comes into a mailbox at <paramref name="now"/> (UTC).</summary>
    /// <param name="kind">Why it came.</param>
    /// <param name="escalated">Last local day on which this reader got an escalation letter.</param>
    public static DateTimeOffset For(
        NoticeKind kind, DateTimeOffset now, DateOnly? escalated, SendingWindow hours, WorkCalendar calendar, Zone zone) => kind switch
        {
            _ when WaitingMail.Rings(kind) => now,
            NoticeKind.CaseOwed => Soon(now, hours, calendar, zone),
            _ when WaitingMail.Escalates(kind) => Escalation(now, escalated, hours, calendar, zone),
            _ => Morning(now, hours, calendar, zone),
        };

    /// <summary>The next morning of a working day, from now on.</summary>
    public static DateTimeOffset Morning(DateTimeOffset now, SendingWindow hours, WorkCalendar calendar, Zone zone)
    {
        var day = calendar.NextWorkingDay(zone.DateAt(now));
        var morning = zone.At(day, hours.From);
        return morning >= now ? morning : zone.At(calendar.NextWorkingDay(day.AddDays(1)), hours.From);
    }

    /// <summary>At once in working hours, else the next morning.</summary>
    private static DateTimeOffset Soon(DateTimeOffset now, SendingWindow hours, WorkCalendar calendar, Zone zone)
    {
        var today = zone.DateAt(now);
        return calendar.IsWorkingDay(today) && now >= zone.At(today, hours.From) && now < zone.At(today, hours.To) ? now : Morning(now, hours, calendar, zone);
    }

    private static DateTimeOffset Escalation(
        DateTimeOffset now, DateOnly? escalated, SendingWindow hours, WorkCalendar calendar, Zone zone)
    {
        var today = zone.DateAt(now);
        if (escalated == today || !calendar.IsWorkingDay(today)) return zone.At(calendar.NextWorkingDay(today.AddDays(1)), hours.From);
        var evening = zone.At(today, hours.To);
        if (now < zone.At(today, hours.From) || now >= evening) return Morning(now, hours, calendar, zone);
        var gathered = now + Gather;
        return gathered < evening ? gathered : evening;
    }
}
