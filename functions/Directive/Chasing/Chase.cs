using System.Collections.Concurrent;
using Directives.Assistants;
using Directives.Calendars;
using Directives.Cycles;
using Directives.Editions;
using Directives.Register;

namespace Directives.Chasing;

/// <summary>
/// The rules of chasing (R3, R13), pure: from a sheet's rows and the time, which notices are due, what is missed,
/// whether the sheet closes, and when to look again. Comparisons are "not after", so that an alarm may come late, twice or early.
/// </summary>
public sealed class Chase(Edition edition, WorkCalendar calendar, RegisterSnapshot register, AssistantSet? assistants = null)
{
    private readonly Zone _zone = Zone.Of(edition.Zone);
    private readonly ConcurrentDictionary<(SeatRole, string?, DateOnly), Ladder> _ladders = new();

    /// <summary>Who prepares reports for whom.</summary>
    public Drafters Drafters { get; } = new(register, assistants ?? AssistantSet.None);

    /// <summary>Posts whose holder has a clerk, and those whose holder has an assistant: what they add to letters at most.</summary>
    public int DraftedPosts { get; } = register.Content.Posts.Sum(p =>
        (register.ClerkOf(p.Official) is null ? 0 : 1) + (assistants?.Of(p.Official) is null ? 0 : 1));

    /// <summary>What is to be done on a sheet at <paramref name="now"/> (UTC).</summary>
    /// <param name="unreached">Seats whose owners no letter has reached, with the reason: nobody above them is told; null for none.</param>
    public Advice Advance(
        SheetRef sheet, SheetHead head, IReadOnlyList<Obligation> obligations, DateTimeOffset now, IReadOnlyDictionary<string, string>? unreached = null)
    {
        if (head.Closed) return new Advice([], false, null, "the sheet is closed");
        var steps = new List<Step>();
        var close = _zone.EndOfDay(head.LastDay);
        DateTimeOffset? next = now < close ? close : null;
        var open = 0;
        foreach (var obligation in obligations)
        {
            if (obligation.State != ObligationState.Open) continue;
            var day = _zone.DateAt(now);
            var life = SeatLife.Of(obligation, head.PeriodTo, register, calendar, day);
            // What was over before it changed hands was missed by who had it then.
            if (life.Since is { } since && LadderFor(obligation.Role, obligation.Due, obligation.Rule).Close <= _zone.StartOfDay(since)) life = new SeatVerdict(SeatFate.Same, obligation.Holder);
            var owed = life.Fate == SeatFate.HandedOver ? Taken(obligation, life, day, now) : obligation;
            var ladder = LadderFor(owed.Role, owed.Due, owed.Rule);
            var missed = ladder.Close <= now;
            if (life.Fate is SeatFate.Abolished or SeatFate.TakenOver || (missed && life.Fate == SeatFate.Vacant))
            {
                steps.Add(new Step(owed.Seat, owed.Rung, false, [], []) { NotOwed = life.Fate, TakenOverBy = life.Seat });
                continue;
            }

            var reached = ladder.Reached(now);
            if (reached > owed.Rung || missed || owed != obligation)
            {
                var step = Climb(sheet, owed, ladder, reached, missed, now);
                if (owed != obligation) step = step with { HandedOver = owed, Notices = [HandOver(sheet, owed, day, now), .. step.Notices] };
                steps.Add(unreached?.GetValueOrDefault(owed.Seat) is { } why
                    ? Unreached.SpareLeaders(step, owed.Place, why, register, day)
                    : step);
            }

            if (missed) continue;
            open++;
            next = Earlier(next, ladder.After(Math.Max(reached, owed.Rung)));
            if (register.NextChange(owed.Seat, day) is { } change) next = Earlier(next, _zone.StartOfDay(change));
        }

        var closes = open == 0 && close <= now;
        return new Advice(steps, closes, closes ? null : next, closes ? "last day over, nothing open" : $"{open} open");
    }

    /// <summary>Of advice: the obligations about which a leader is to be told, so that it must be known whether their owners were told.</summary>
    public IReadOnlyList<ReachQuestion> Asks(Advice advice, IReadOnlyList<Obligation> obligations, DateTimeOffset now)
    {
        List<ReachQuestion>? asked = null;
        foreach (var step in advice.Steps)
        {
            if (!step.Notices.Any(n => n.Kind == NoticeKind.Escalation)) continue;
            var owed = obligations.First(o => o.Seat == step.Seat);
            if (step.Notices.FirstOrDefault(n => Unreached.TellsLeader(n, owed.Place, register, _zone.DateAt(now))) is not { Owner: { } owner } leader) continue;
            (asked ??= []).Add(new ReachQuestion(leader.Cycle, owed.Seat, owed.Round, owner, Unreached.WasTelephoned(owed, owner) ? owed.Telephoned!.At : null));
        }

        return asked ?? (IReadOnlyList<ReachQuestion>)[];
    }

    /// <summary>The obligation at the start of a new round: rungs that lie before it are not climbed again.</summary>
    /// <param name="obligation">Where it stands.</param>
    /// <param name="due">Due date of the new round (local day).</param>
    /// <param name="reason">The office's words.</param>
    /// <param name="now">UTC.</param>
    public Obligation NewRound(Obligation obligation, DateOnly due, string reason, DateTimeOffset now) => obligation with
    {
        State = ObligationState.Open,
        Round = obligation.Round + 1,
        Due = due,
        Rung = LadderFor(obligation.Role, due, obligation.Rule).Reached(now),
        RoundReason = reason,
        // Whatever began the round has answered a request for more time.
        Asked = null,
    };

    /// <summary>On time until the due day has ended where the seat is (local midnight, exclusive).</summary>
    public FilingMark MarkAt(Obligation obligation, DateTimeOffset now) =>
        now < _zone.EndOfDay(obligation.Due) ? FilingMark.OnTime : FilingMark.Late;

    /// <summary>The rungs of a due date with their instants, for pages that show what happens next.</summary>
    /// <param name="due">Local day.</param>
    /// <param name="rule">Name of a rule for some areas or seats of the role; null for the role's own.</param>
    public Ladder LadderFor(SeatRole role, DateOnly due, string? rule = null)
    {
        if (_ladders.TryGetValue((role, rule, due), out var ladder)) return ladder;
        var owed = edition.For(role, rule) ?? throw new InvalidOperationException($"Edition {edition.Id} has no rule {rule} for {role}.");
        ladder = Ladder.Of(owed, due, calendar, _zone);
        _ladders[(role, rule, due)] = ladder;
        return ladder;
    }

    private static DateTimeOffset? Earlier(DateTimeOffset? a, DateTimeOffset b) => a is { } known && known < b ? known : b;

    // The first date stays what it was; a round that would end too soon for a successor begins anew.
    private Obligation Taken(Obligation owed, SeatVerdict life, DateOnly day, DateTimeOffset now) =>
        (life.Due is { } due ? NewRound(owed, due, "", now) with { RoundReason = null } : owed) with { Holder = life.Holder, HandedOver = day };

    private static Notice HandOver(SheetRef sheet, Obligation owed, DateOnly day, DateTimeOffset now) => new()
    {
        Kind = NoticeKind.HandOver,
        Reader = owed.Holder!,
        Cycle = sheet.Cycle,
        Sheet = sheet.Partition,
        Seat = owed.Seat,
        Round = owed.Round,
        Rung = $"hand-over-{day:yyyyMMdd}",
        Due = owed.Due,
        Owner = owed.Holder,
        Decided = now,
    };

    private Step Climb(SheetRef sheet, Obligation obligation, Ladder ladder, int reached, bool missed, DateTimeOffset now)
    {
        var day = _zone.DateAt(now);
        var notices = new List<Notice>();
        var skipped = new List<SkippedRung>();
        var owner = register.HolderOf(obligation.Seat, day)?.Id;
        var told = new HashSet<string>(StringComparer.Ordinal);

        // From the highest rung down: each reader hears of the latest that names them, the rest is recorded.
        for (var i = reached; i > obligation.Rung; i--)
        {
            var rung = ladder.Rungs[i].Rung;
            if (owner is null)
            {
                skipped.Add(new SkippedRung(rung.Name, null, SkippedRung.Vacant));
                continue;
            }

            foreach (var (reader, kind) in Readers.Of(rung, obligation.Place, owner, Drafters, register, day))
            {
                if (told.Add(reader)) notices.Add(NoticeOf(sheet, obligation, rung, owner, reader, kind, now));
                else skipped.Add(new SkippedRung(rung.Name, reader, SkippedRung.Later));
            }
        }

        notices.Reverse();
        return new Step(obligation.Seat, Math.Max(reached, obligation.Rung), missed, notices, skipped);
    }

    private static Notice NoticeOf(SheetRef sheet, Obligation obligation, Rung rung, string owner, string reader, NoticeKind kind, DateTimeOffset now) => new()
    {
        Kind = kind,
        Reader = reader,
        Cycle = sheet.Cycle,
        Sheet = sheet.Partition,
        Seat = obligation.Seat,
        Round = obligation.Round,
        Rung = rung.Name,
        Due = obligation.Due,
        Owner = owner,
        Decided = now,
    };
}
