using System.Collections.Concurrent;
using Directives.Calendars;
using Directives.Chasing;
using Directives.Cycles;
using Directives.Editions;
using Directives.Mail;
using Directives.Register;
using Directives.Reports;

namespace Directives.Simulation;

/// <summary>
/// The officials of a simulated year (R3, R4): the first letter that brings somebody a link makes them plan when they file, by their
/// <see cref="Behaviour"/>; nobody can file while all is down.
/// </summary>
/// <param name="reported">Told of each report: cycle, seat and official.</param>
public sealed class People(YearOptions options, RegisterSnapshot register, CycleStore cycles, WorkCalendar calendar, Edition edition,
    Func<string, string, string, CancellationToken, Task>? reported = null)
{
    private readonly FilingTimes _times = new(options, calendar, edition);
    private readonly Zone _zone = Zone.Of(edition.Zone);
    private readonly ConcurrentQueue<LetterDraft> _letters = new();
    private readonly HashSet<(string Cycle, string Seat)> _heard = [];
    private readonly PriorityQueue<Filing, (DateTimeOffset At, string Cycle, string Seat)> _plans = new(new ByTime());

    /// <summary>When all is down (UTC), or null.</summary>
    public (DateTimeOffset From, DateTimeOffset Until)? Down { get; } = options.Outage is { } outage
        ? (Zone.Of(edition.Zone).StartOfDay(outage.From), Zone.Of(edition.Zone).StartOfDay(outage.Over))
        : null;

    /// <summary>When the next report is filed (UTC), or null.</summary>
    public DateTimeOffset? Next => _plans.TryPeek(out _, out var first) ? first.At : null;

    /// <summary>Whether somebody still means to file for a cycle.</summary>
    public bool Plans(string cycle) => _plans.UnorderedItems.Any(p => p.Priority.Cycle == cycle);

    /// <summary>A letter comes; several may at the same time.</summary>
    public void Receive(LetterDraft letter) => _letters.Enqueue(letter);

    /// <summary>Reads the letters that came, and plans.</summary>
    public async Task ReadAsync(CancellationToken cancel)
    {
        while (_letters.TryDequeue(out var letter))
        {
            foreach (var item in letter.Notices)
            {
                if (item is not { LinkKey: not null, Obligation: { } owed, Notice: { Sheet: { } sheet } notice }) continue;

                // The texts that are kept are those of register and cycle: many notices name the same.
                var cycle = await cycles.FrozenAsync(notice.Cycle, cancel);
                var seat = register.Seat(owed.Seat)?.Id ?? owed.Seat;
                if (_heard.Add((cycle.Id, seat)) && PlanOf(cycle, owed, letter.At) is { } at)
                    _plans.Enqueue(new Filing(SheetRef.Parse(sheet), seat, notice.Owner ?? letter.Reader.Id), (at, cycle.Id, seat));
            }
        }
    }

    /// <summary>Files what is planned up to a time (UTC), in an order that does not depend on who heard first.</summary>
    public async Task FileAsync(ReportDesk desk, DateTimeOffset now, CancellationToken cancel)
    {
        while (_plans.TryPeek(out var filing, out var first) && first.At <= now)
        {
            _plans.Dequeue();
            await desk.FileAsync(filing.Sheet, filing.Seat, new(filing.Official), SampleReport.Of(register, filing.Seat, _zone.DateAt(now)), cancel: cancel);
            if (reported is not null) await reported(filing.Sheet.Cycle, filing.Seat, filing.Official, cancel);
        }
    }

    private DateTimeOffset? PlanOf(Cycle cycle, Obligation owed, DateTimeOffset heard)
    {
        if (owed.RuleIn(cycle.Edition) is not { } rule) return null;
        var drawn = FilingTimes.DrawnFor(cycle.Edition.Directive, cycle.Period());
        var at = _times.Of(drawn, owed.Seat, owed.Due, Deadlines.LastDay(rule, owed.Due, calendar), heard);
        return Down is { } down && at >= down.From && at < down.Until ? _times.Instead(drawn, owed.Seat, down.Until) : at;
    }

    private sealed record Filing(SheetRef Sheet, string Seat, string Official);

    private sealed class ByTime : IComparer<(DateTimeOffset At, string Cycle, string Seat)>
    {
        public int Compare((DateTimeOffset At, string Cycle, string Seat) x, (DateTimeOffset At, string Cycle, string Seat) y) =>
            x.At.CompareTo(y.At) is var time and not 0 ? time
            : string.CompareOrdinal(x.Cycle, y.Cycle) is var cycle and not 0 ? cycle
            : string.CompareOrdinal(x.Seat, y.Seat);
    }
}
