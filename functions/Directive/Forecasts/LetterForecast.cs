using Directives.Assistants;
using Directives.Chasing;
using Directives.Cycles;
using Directives.Editions;
using Directives.Register;
using Directives.WhatIf;

namespace Directives.Forecasts;

/// <summary>A cycle that runs, with what the seats of interest owe in it as it stands now.</summary>
public sealed record RunningCycle(Cycle Cycle, IReadOnlyList<Obligation> Owed);

/// <summary>
/// Every letter that a person would get from now on if nobody acted (R3, R13); pure. By the rules of the running system: its ladders, readers and sending times.
/// Letters about recommendations are not among them.
/// </summary>
public sealed class LetterForecast(RegisterSnapshot register, AssistantSet assistants, RuleBook rules)
{
    private readonly TrialRules _rules = new(register, assistants, rules, NobodyActs.Instance);
    private readonly Drafters _drafters = new(register, assistants);

    /// <summary>
    /// The seats about which a person may get letters, on whatever day: their own, those they prepare for, those below the places they answer for, and those of
    /// people who are away some time.
    /// </summary>
    public IReadOnlySet<string> SeatsOf(string official)
    {
        var content = register.Content;
        var away = content.Absences.Select(a => a.Official).ToHashSet(StringComparer.Ordinal);
        var own = content.Posts.Where(p => p.Official == official || away.Contains(p.Official) || _drafters.Prepares(official, p.Official)).Select(p => p.Seat);
        var above = register.WithBelow(
            content.Positions.Where(p => p.Official == official).Select(p => p.Place)
                .Concat(content.Posts.Where(p => p.Official == official).Select(p => register.Seat(p.Seat)).OfType<Seat>().Where(s => s.Role == SeatRole.InCharge).Select(s => s.Place)));
        return own.Concat(content.Seats.Where(s => above.Contains(s.Place)).Select(s => s.Id))
            .SelectMany(s => register.PredecessorSeats(s, DateOnly.MaxValue).Append(s)).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The letters, by time.</summary>
    /// <param name="official">Whose: an official's or assistant's id.</param>
    /// <param name="running">Cycles that run.</param>
    /// <param name="head">How far cycles were opened.</param>
    /// <param name="now">UTC.</param>
    /// <param name="until">The last local day.</param>
    public IReadOnlyList<ForecastLetter> Of(string official, IReadOnlyList<RunningCycle> running, CyclesHead head, DateTimeOffset now, DateOnly until)
    {
        var items = new List<(DateTimeOffset At, ForecastItem Item)>();
        var seats = SeatsOf(official);
        foreach (var (cycle, owed) in running)
        {
            // Rungs stand at the beginning of days: what was decided today may still wait for its letter.
            var begins = cycle.Zone().StartOfDay(cycle.Zone().DateAt(now));
            var chase = _rules.ChaseOf(cycle.Edition);
            Listen(cycle, "", owed.Select(o => o with { Rung = Math.Min(o.Rung, chase.LadderFor(o.Role, o.Due).Reached(begins.AddTicks(-1))) }), begins);
            AddTally(cycle, now);
        }

        foreach (var cycle in _rules.Openings(head, until).Where(rules.Opens).Select(o => _rules.CycleOf(o, head.Since)))
        {
            foreach (var sheet in cycle.Sheets)
            {
                var some = sheet with { Seats = [.. sheet.Seats.Where(s => seats.Contains(s.Seat))] };
                if (some.Seats.Count == 0) continue;
                Listen(cycle, sheet.Area, _rules.Owed(cycle, some), sheet.JoinedOn is { } joined ? cycle.Zone().StartOfDay(joined) : cycle.OpenedAt);
            }

            AddTally(cycle, now);
        }

        return [.. items.Where(i => i.At >= now && _rules.DayAt(i.At) <= until).GroupBy(i => i.At).OrderBy(g => g.Key)
            .Select(g => new ForecastLetter(g.Key, [.. g.Select(i => i.Item).OrderBy(i => i.Place, StringComparer.Ordinal).ThenBy(i => i.Offset)]))];

        void Listen(Cycle cycle, string area, IEnumerable<Obligation> owed, DateTimeOffset from)
        {
            var known = owed.ToDictionary(o => o.Seat, StringComparer.Ordinal);
            SheetTrial.Listen(_rules, cycle, new SheetPlan(area, 0, []), known.Values, from, (notice, at) =>
            {
                if (notice.Reader == official) items.Add((at, ItemOf(cycle, known[notice.Seat!], notice)));
            });
        }

        void AddTally(Cycle cycle, DateTimeOffset from)
        {
            var (closes, leaves, readers) = _rules.TallyOf(cycle);
            if (closes < from || !readers.Contains(official)) return;
            items.Add((leaves, new ForecastItem(NoticeKind.Tally, cycle.Edition.Directive, null, 0, null, null, null, cycle.Cadence, cycle.To, null)));
        }
    }

    private static ForecastItem ItemOf(Cycle cycle, Obligation owed, Notice notice) => new(
        notice.Kind, cycle.Edition.Directive, notice.Rung, cycle.Edition.For(owed.Role)?.Ladder.FirstOrDefault(r => r.Name == notice.Rung)?.Offset ?? 0,
        owed.Place, owed.Role, notice.Owner, cycle.Cadence, cycle.To, notice.Due);

    private sealed class NobodyActs : IConduct
    {
        public static readonly NobodyActs Instance = new();

        public DateTimeOffset? OfOwnAccord(TriedDuty duty, DateTimeOffset opens) => null;

        public DateTimeOffset? OnceHeard(TriedDuty duty, DateTimeOffset heard) => null;
    }
}
