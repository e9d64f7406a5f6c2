using Directives.Calendars;
using Directives.Chasing;
using Directives.Editions;
using Directives.Register;

namespace Directives.Recommendations;

/// <summary>What is to be done about a case now.</summary>
/// <param name="Ladders">Ladders that moved, began or are over, as they are to be written.</param>
/// <param name="Silent">The place's time is over: the case ends, or its answer on the spot stands.</param>
/// <param name="Next">When to look again (UTC); null once nothing is owed.</param>
public sealed record CaseAdvice(IReadOnlyList<DutyLadder> Ladders, bool Silent, DateTimeOffset? Next)
{
    /// <summary>All ladders: those that are to be written, and of others what is not among these.</summary>
    public IEnumerable<DutyLadder> With(IEnumerable<DutyLadder> others) => others.Where(o => !Ladders.Any(l => l.Duty.IsSame(o.Duty))).Concat(Ladders);
}

/// <summary>
/// The rules of chasing for a case (R5, R7, R13), pure: like those of a sheet, for whoever owes the next step, the committee included.
/// Comparisons are "not after", so that an alarm may come late, twice or early.
/// </summary>
public sealed class CaseChase(CaseRules rules, WorkCalendar calendar, Zone zone, RegisterSnapshot register)
{
    /// <summary>Name, in place of a rung's, of what tells the office that the place has not heard.</summary>
    public const string NotHeard = "not-heard";

    /// <summary>Brings the ladders to where the case stands.</summary>
    /// <param name="id">The case.</param>
    /// <param name="state">What follows from its events.</param>
    /// <param name="known">All ladders so far, by duty and round.</param>
    /// <param name="now">UTC.</param>
    public CaseAdvice Advance(string id, CaseState state, IReadOnlyCollection<DutyLadder> known, DateTimeOffset now)
    {
        var changed = new List<DutyLadder>();
        DateTimeOffset? next = null;
        var silent = false;
        if (state.SilentUntil is { } until)
        {
            next = zone.EndOfDay(until);
            silent = next <= now;
        }

        foreach (var duty in state.Duties)
        {
            var ladder = LadderOf(duty);
            var at = known.FirstOrDefault(l => l.Duty.IsSame(duty));
            // Owed again after a correction: its ladder goes on where it was left.
            var moved = at is null ? Begin(id, state, duty, ladder, now) : Climb(id, state, at with { Over = null }, ladder, now) ?? (at.Over is null ? null : at with { Over = null });
            if (moved is not null) changed.Add(moved);
            if (ladder.Reached(now) is var reached && reached + 1 < ladder.Rungs.Count) next = Earlier(next, ladder.Rungs[reached + 1].At);
        }

        foreach (var over in known.Where(l => l.Over is null && !state.Duties.Any(l.Duty.IsSame)))
            changed.Add(over with { Over = now });
        return new CaseAdvice(changed, silent, silent ? now : next);
    }

    /// <summary>The rungs of an obligation in time.</summary>
    public Ladder LadderOf(CaseDuty duty) => Ladder.Of(rules.For(duty.Kind).Ladder, duty.Due, duty.Due, calendar, zone);

    /// <summary>Whoever owes is told at once; rungs that lie before are not climbed.</summary>
    private DutyLadder Begin(string id, CaseState state, CaseDuty duty, Ladder ladder, DateTimeOffset now)
    {
        var begun = new DutyLadder(duty) { Rung = ladder.Reached(now) };
        var readers = CaseParties.Readers(duty.Party, state.Place, register, zone.DateAt(now));
        return readers.Count == 0 ? begun : begun.Telling(
            [.. readers.Select(r => NoticeOf(id, duty, "begun", NoticeKind.CaseOwed, r.Id, readers[0].Id, now)), .. ToOffice(id, state, duty, readers[0], now)], [], now);
    }

    /// <summary>That the place has not heard its answer goes to the office, too (R7).</summary>
    private IEnumerable<Notice> ToOffice(string id, CaseState state, CaseDuty duty, Official owner, DateTimeOffset now) =>
        duty.Kind == DutyKind.Answer && state.NotHeard && CaseParties.Owner(Party.Office, state.Place, register, zone.DateAt(now)) is { } office && office.Id != owner.Id
            ? [NoticeOf(id, duty, NotHeard, NoticeKind.CaseEscalation, office.Id, owner.Id, now)]
            : [];

    private DutyLadder? Climb(string id, CaseState state, DutyLadder at, Ladder ladder, DateTimeOffset now)
    {
        var handed = Hand(id, state, at, now);
        at = handed ?? at;
        var reached = ladder.Reached(now);
        if (reached <= at.Rung) return handed;
        var (day, duty) = (zone.DateAt(now), at.Duty);
        var owner = CaseParties.Owner(duty.Party, state.Place, register, day);
        var notices = new List<Notice>();
        var skipped = new List<SkippedRung>();
        var told = new HashSet<string>(StringComparer.Ordinal);

        // From the highest rung down: each reader hears of the latest that names them, the rest is recorded.
        for (var i = reached; i > at.Rung; i--)
        {
            var rung = ladder.Rungs[i].Rung;
            foreach (var audience in rung.Readers)
            {
                if (CaseParties.Resolve(audience, duty.Party, state.Place, register, day) is not { } reader) skipped.Add(new SkippedRung(rung.Name, null, SkippedRung.Vacant));
                else if (told.Add(reader.Id)) notices.Add(NoticeOf(id, duty, rung.Name, audience == Audience.Owner ? NoticeKind.CaseReminder : NoticeKind.CaseEscalation, reader.Id, owner?.Id, now));
                else skipped.Add(new SkippedRung(rung.Name, reader.Id, SkippedRung.Later));
            }
        }

        notices.Reverse();
        return (at with { Rung = reached }).Telling(notices, skipped, now);
    }

    /// <summary>A task was handed on: its clock runs on, and whoever owes it now is told at once.</summary>
    private DutyLadder? Hand(string id, CaseState state, DutyLadder at, DateTimeOffset now)
    {
        var duty = state.Duties.First(at.Duty.IsSame);
        if (duty.Party == at.Duty.Party) return null;
        at = at with { Duty = duty, Hands = at.Hands + 1 };
        var readers = CaseParties.Readers(duty.Party, state.Place, register, zone.DateAt(now));
        return readers.Count == 0 ? at : at.Telling([.. readers.Select(r => NoticeOf(id, duty, $"handed-{at.Hands}", NoticeKind.CaseOwed, r.Id, readers[0].Id, now))], [], now);
    }

    private static Notice NoticeOf(string id, CaseDuty duty, string rung, NoticeKind kind, string reader, string? owner, DateTimeOffset now) => new()
    {
        Kind = kind,
        Reader = reader,
        Cycle = "",
        Case = id,
        CaseDuty = duty.Id,
        Round = duty.Round,
        Rung = rung,
        Due = duty.Due,
        Owner = owner,
        Decided = now,
    };

    private static DateTimeOffset? Earlier(DateTimeOffset? a, DateTimeOffset b) => a is { } known && known < b ? known : b;
}
