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
    private const string Authority = "trial";
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

    /// <summary>Every cycle that opens after those that have, and whose period begins until a local day, in the order in which they open.</summary>
    public IEnumerable<CyclePlan.Opening> Openings(CyclesHead head, DateOnly until)
    {
        while (CyclePlan.Upcoming(book.Editions, head).Where(o => o.Period.From <= until)
            .OrderBy(o => o.Period.From).ThenBy(o => o.Id, StringComparer.Ordinal).FirstOrDefault() is { } next)
        {
            yield return next;
            head = head with { Through = new Dictionary<string, DateOnly>(head.Through) { [next.Series] = next.Period.To } };
        }
    }

    /// <summary>The cycle as it opens.</summary>
    /// <param name="since">The first local day on which anything is owed.</param>
    public Cycle CycleOf(CyclePlan.Opening opening, DateOnly since)
    {
        var asOf = opening.Period.From > since ? opening.Period.From : since;
        return new Cycle
        {
            Id = opening.Id,
            Authority = Authority,
            Edition = opening.Edition,
            Cadence = opening.Period.Cadence,
            PeriodKind = opening.Kind,
            From = opening.Period.From,
            To = opening.Period.To,
            AsOf = asOf,
            Sheets = CyclePlan.Sheets(opening, register, asOf),
            OpenedAt = Zone.Of(opening.Edition.Zone).StartOfDay(asOf),
        };
    }

    /// <summary>The readers of the letters that tell how a cycle ended, and when these leave (UTC); when it closes (UTC).</summary>
    public (DateTimeOffset Closes, DateTimeOffset Leaves, IReadOnlyList<string> Readers) TallyOf(Cycle cycle)
    {
        var closes = cycle.Zone().EndOfDay(LastDay(cycle)) + CycleKeeper.LookAfter;
        return (closes, LeavesAt(NoticeKind.Tally, closes), [.. TallyNotices.Of(cycle, register, cycle.Zone().DateAt(closes), closes).Select(n => n.Reader)]);
    }
}
