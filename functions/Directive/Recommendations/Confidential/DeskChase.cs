using Directives.Calendars;
using Directives.Chasing;
using Directives.Mail;

namespace Directives.Recommendations.Confidential;

/// <summary>
/// Chases what a confidential matter owes (R6, R7); pure. As for any case, but nobody outside its readers is ever told: each rung goes to those who
/// owe. Rungs are climbed in working hours only, so that no notice ever waits and none is in a forecast.
/// </summary>
/// <param name="readersOf">Ids of those who owe what a party owes, by the register of the day.</param>
/// <param name="nameFor">The matter's name to a reader.</param>
public sealed class DeskChase(
    CaseRules rules, WorkCalendar calendar, Zone zone, PostHours hours, Func<Party, IReadOnlyList<string>> readersOf, Func<string, string> nameFor)
{
    /// <summary>Brings the ladders to where the matter stands.</summary>
    /// <param name="now">UTC.</param>
    public CaseAdvice Advance(CaseState state, IReadOnlyCollection<DutyLadder> known, DateTimeOffset now)
    {
        var changed = new List<DutyLadder>();
        DateTimeOffset? next = state.SilentUntil is { } until ? zone.EndOfDay(until) : null;
        var silent = next <= now;
        foreach (var duty in state.Duties)
        {
            var ladder = Ladder.Of(rules.For(duty.Kind).Ladder, duty.Due, null, calendar, zone);
            var reached = ladder.Reached(now);
            var at = known.FirstOrDefault(l => l.Duty.IsSame(duty));
            if (at is null)
            {
                changed.Add(Tell(new DutyLadder(duty) { Rung = reached }, "begun", now));
            }
            else if (reached > at.Rung)
            {
                if (hours.Open(now)) changed.Add(Tell(at with { Rung = reached, Over = null }, ladder.Rungs[reached].Rung.Name, now));
                else next = Earlier(next, hours.Opens(now));
            }
            else if (at.Over is not null)
            {
                changed.Add(at with { Over = null });
            }

            if (reached + 1 < ladder.Rungs.Count) next = Earlier(next, hours.Opens(ladder.Rungs[reached + 1].At));
        }

        foreach (var over in known.Where(l => l.Over is null && !state.Duties.Any(l.Duty.IsSame))) changed.Add(over with { Over = now });
        return new CaseAdvice(changed, silent, silent ? now : next);
    }

    private DutyLadder Tell(DutyLadder at, string rung, DateTimeOffset now) => at.Telling(
        [
            .. readersOf(at.Duty.Party).Select(reader => new Notice
            {
                Kind = NoticeKind.CaseOwed,
                Reader = reader,
                Cycle = "",
                Case = nameFor(reader),
                CaseDuty = at.Duty.Id,
                Round = at.Duty.Round,
                Rung = rung,
                Due = at.Duty.Due,
                Owner = reader,
                Decided = now,
            }),
        ],
        [],
        now);

    private static DateTimeOffset Earlier(DateTimeOffset? a, DateTimeOffset b) => a is { } known && known < b ? known : b;
}
