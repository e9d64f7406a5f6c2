using Directives.Calendars;
using Directives.Editions;

namespace Directives.Mail;

/// <summary>When the postman works: in the working hours of working days, but for what goes at once.</summary>
public sealed class PostHours(RuleBook rules)
{
    /// <summary>Whether it is within working hours (UTC).</summary>
    public bool Open(DateTimeOffset now)
    {
        var edition = rules.Current(now);
        var zone = Zone.Of(edition.Zone);
        var (day, time) = (zone.DateAt(now), zone.TimeAt(now));
        return rules.Calendar.IsWorkingDay(day) && time >= edition.Letters.From && time < edition.Letters.To;
    }

    /// <summary>Now, if it is within working hours, else the next morning (UTC).</summary>
    public DateTimeOffset Opens(DateTimeOffset now)
    {
        var edition = rules.Current(now);
        return Open(now) ? now : SendingTimes.Morning(now, edition.Letters, rules.Calendar, Zone.Of(edition.Zone));
    }

    /// <summary>When a mailbox next wants attention (UTC): what the office must hear first, then the letter under way, then what goes at once, then the earliest window.</summary>
    public DateTimeOffset? NextOf(MailboxHead head, DateTimeOffset now) => head switch
    {
        { Spared: not null } => now,
        { UnderWay.Next: { } again } => again,
        { UnderWay.LeaseUntil: { } until } => until,
        { UnderWay: not null } => now,
        { Window: { } window, Bell: false } when window <= now => Opens(now),
        _ => head.Window,
    };
}
