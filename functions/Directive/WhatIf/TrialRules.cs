using Directives.Assistants;
using Directives.Calendars;
using Directives.Chasing;
using Directives.Cycles;
using Directives.Editions;
using Directives.Mail;
using Directives.Register;

namespace Directives.WhatIf;

/// <summary>
/// The rules by which a trial is played: those of the running system (<see cref="Chase"/>, <see cref="Readers"/>, <see cref="Deadlines"/>,
/// <see cref="SendingTimes"/>, <see cref="Sealing"/>), asked without tables.
/// </summary>
/// <param name="register">Who holds what from when to when.</param>
/// <param name="assistants">Who prepares reports for whom.</param>
/// <param name="book">Editions and working days.</param>
/// <param name="conduct">What people do.</param>
internal sealed class TrialRules(RegisterSnapshot register, AssistantSet assistants, RuleBook book, IConduct conduct)
{
    private readonly Dictionary<Edition, Chase> _chases = [];
    private readonly Lock _guard = new();

    public RegisterSnapshot Register => register;

    public IConduct Conduct => conduct;

    public WorkCalendar Calendar => book.Calendar;

    public Chase ChaseOf(Edition edition)
    {
        lock (_guard)
        {
            if (!_chases.TryGetValue(edition, out var chase)) _chases[edition] = chase = new Chase(edition, book.Calendar, register, assistants);
            return chase;
        }
    }

    /// <summary>When a notice that is decided now leaves (all UTC). Rungs stand at the beginning of days, so that no reader has had an escalation that day.</summary>
    public DateTimeOffset LeavesAt(NoticeKind kind, DateTimeOffset now)
    {
        var edition = book.Current(now);
        return SendingTimes.For(kind, now, null, edition.Letters, book.Calendar, Zone.Of(edition.Zone));
    }

    /// <summary>The local day of the post at a time (UTC).</summary>
    public DateOnly DayAt(DateTimeOffset now) => book.DayAt(now);

    /// <summary>What the seats of a sheet owe when it opens.</summary>
    public IEnumerable<Obligation> Owed(Cycle cycle, SheetPlan plan)
    {
        var dues = cycle.Roles().ToDictionary(r => r.Role, r => Deadlines.Due(r, cycle.Period(), book.Calendar));
        return plan.Seats.Select(s => new Obligation { Seat = s.Seat, Place = s.Place, Role = s.Role, FirstDue = dues[s.Role], Due = dues[s.Role] });
    }

    /// <summary>The last local day on which any report of a cycle counts.</summary>
    public DateOnly LastDay(Cycle cycle) => cycle.Roles()
        .Select(r => Deadlines.LastDay(r, Deadlines.Due(r, cycle.Period(), book.Calendar), book.Calendar)).DefaultIfEmpty(cycle.To).Max();
}
