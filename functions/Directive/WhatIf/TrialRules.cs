using Directives.Assistants;
using Directives.Calendars;
using Directives.Chasing;
using Directives.Cycles;
using Directives.Editions;
using Directives.Mail;
using Directives.Posts;
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

    /// <summary>What the seats of a sheet owe when it opens, or when they join.</summary>
    public IEnumerable<Obligation> Owed(Cycle cycle, SheetPlan plan)
    {
        var dues = cycle.Roles().ToDictionary(r => r.Role, r => Deadlines.Due(r, cycle.Period(), book.Calendar));
        return plan.Seats.Select(s => new Obligation
        {
            Seat = s.Seat,
            Place = s.Place,
            Role = s.Role,
            FirstDue = dues[s.Role],
            Due = plan.JoinedOn is { } joined ? SeatLife.Due(dues[s.Role], joined, book.Calendar) : dues[s.Role],
            Holder = register.HolderOf(s.Seat, plan.JoinedOn ?? cycle.AsOf)?.Id,
            HandedOver = plan.JoinedOn,
        });
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

    /// <summary>The cycle as it opens, and with the seats that join it while it runs.</summary>
    /// <param name="since">The first local day on which anything is owed.</param>
    public Cycle CycleOf(CyclePlan.Opening opening, DateOnly since)
    {
        var asOf = opening.Period.From > since ? opening.Period.From : since;
        var cycle = new Cycle
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
        var last = LastDay(cycle);
        // The register is looked at on each of its days, and whoever was filled since joins.
        for (var day = RegisterChange.Next(register, asOf, asOf); day <= last; day = RegisterChange.Next(register, asOf, day.Value))
        {
            if (CyclePlan.Joining(cycle, register, day.Value) is { Count: > 0 } joining) cycle = cycle with { Sheets = [.. cycle.Sheets, .. joining] };
        }

        return cycle;
    }

    /// <summary>The readers of the letters that tell how a cycle ended, and when these leave (UTC); when it closes (UTC).</summary>
    /// <param name="sheets">Its sheets as they were played; null to take it that they close in time.</param>
    public (DateTimeOffset Closes, DateTimeOffset Leaves, IReadOnlyList<string> Readers) TallyOf(Cycle cycle, IReadOnlyList<TriedSheet>? sheets = null)
    {
        var closes = cycle.Zone().EndOfDay(LastDay(cycle)) + CycleKeeper.LookAfter;
        // Where successors got more time, it looks again an hour after the last of the open sheets moves.
        while (sheets?.Select(s => s.OpenAt(closes)).Max() is { } later) closes = later + CycleKeeper.LookAfter;
        return (closes, LeavesAt(NoticeKind.Tally, closes), [.. TallyNotices.Of(cycle, register, cycle.Zone().DateAt(closes), closes).Select(n => n.Reader)]);
    }

    /// <summary>Letters that tell the Organisation Commission of seats long vacant, each as its reader and its time (UTC).</summary>
    /// <param name="from">The first local day on which the register is looked at.</param>
    /// <param name="until">UTC.</param>
    public IEnumerable<(string Reader, DateTimeOffset At)> Vacancies(DateOnly from, DateTimeOffset until)
    {
        DateOnly? through = null;
        for (DateOnly? day = from; day is { } today && book.ZoneAt(until).StartOfDay(today) <= until; day = RegisterChange.Next(register, from, today))
        {
            var now = book.ZoneAt(until).StartOfDay(today);
            foreach (var vacancy in VacancyRules.Due(register, from, through, today))
            {
                if (Readers.Chain(Audience.HeadOfOrganisationCommission, vacancy.Seat.Place, register, today).FirstOrDefault() is { } reader
                    && LeavesAt(NoticeKind.Vacancy, now) is var at && at <= until) yield return (reader.Id, at);
            }

            through = today;
        }
    }
}
