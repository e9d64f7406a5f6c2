using Directives.Calendars;
using Directives.Chasing;
using Directives.Cycles;
using Directives.Editions;
using Directives.Simulation;

namespace Directives.WhatIf;

/// <summary>
/// Plays the cycles of some editions over a span as the running system would, without its tables (R2): who owes what, who is told, which letters leave.
/// Pure, and the same whatever plays at once. What it counts equals what <see cref="SimulatedYear"/> counts; tests hold it to that.
/// </summary>
/// <remarks>Not played: letters that come back, reports that are sent back, more time, and a run of letters that the postman stops for the office to look.</remarks>
public sealed class Trial
{
    private const string Authority = "trial";
    private readonly TrialSetting _setting;
    private readonly RuleBook _book;
    private readonly TrialRules _rules;

    /// <param name="editions">What is in force when.</param>
    public Trial(TrialSetting setting, EditionLibrary editions)
    {
        _setting = setting;
        _book = new RuleBook(editions, setting.Calendar, setting.Options.To);
        var first = _book.Current(new DateTimeOffset(setting.Options.From, TimeOnly.MinValue, TimeSpan.Zero));
        _rules = new TrialRules(setting.Register, setting.Assistants, _book, setting.ConductIn(first));
    }

    /// <summary>Plays all cycles whose period begins in the span.</summary>
    /// <param name="cancel">Stops between sheets.</param>
    public TrialCounts Run(CancellationToken cancel = default)
    {
        var cycles = Openings(_setting.Options.To).Select(CycleOf).ToList();
        var work = cycles.SelectMany((cycle, c) => cycle.Sheets.Select((plan, p) => (Cycle: cycle, Plan: plan, C: c, P: p))).ToList();
        var sheets = cycles.Select(c => new TriedSheet[c.Sheets.Count]).ToArray();
        Parallel.ForEach(
            work,
            new ParallelOptions { MaxDegreeOfParallelism = _setting.AtOnce, CancellationToken = cancel },
            item => sheets[item.C][item.P] = SheetTrial.Play(_rules, item.Cycle, item.Plan));
        return new TrialCounts(cycles, [.. sheets.SelectMany(s => s)], [.. cycles.SelectMany(Tallies)]);
    }

    /// <summary>When the reports of some seats come in the cycles after the span, one cycle after another, as long as they are asked for.</summary>
    /// <param name="wanted">The seats of which a report is still waited for; asked anew for each cycle.</param>
    /// <param name="until">No cycle is played whose period begins after this local day.</param>
    /// <param name="cancel">Stops between sheets.</param>
    internal IEnumerable<TriedReport> After(Func<IReadOnlySet<string>> wanted, DateOnly until, CancellationToken cancel)
    {
        foreach (var opening in Openings(until).Where(o => o.Period.From > _setting.Options.To))
        {
            var seats = wanted();
            if (seats.Count == 0) yield break;
            var cycle = CycleOf(opening);
            foreach (var plan in cycle.Sheets)
            {
                cancel.ThrowIfCancellationRequested();
                PlannedSeat[] some = [.. plan.Seats.Where(s => seats.Contains(s.Seat))];
                if (some.Length == 0) continue;
                foreach (var report in SheetTrial.Play(_rules, cycle, plan with { Seats = some }).Reports) yield return report;
            }
        }
    }

    /// <summary>Every cycle whose period begins until a local day, in the order in which they open.</summary>
    private IEnumerable<CyclePlan.Opening> Openings(DateOnly until)
    {
        var head = new CyclesHead { Since = _setting.Begins };
        while (CyclePlan.Upcoming(_book.Editions, head).Where(o => o.Period.From <= until)
            .OrderBy(o => o.Period.From).ThenBy(o => o.Id, StringComparer.Ordinal).FirstOrDefault() is { } next)
        {
            yield return next;
            head = head with { Through = new Dictionary<string, DateOnly>(head.Through) { [next.Series] = next.Period.To } };
        }
    }

    private Cycle CycleOf(CyclePlan.Opening opening)
    {
        var asOf = opening.Period.From > _setting.Begins ? opening.Period.From : _setting.Begins;
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
            Sheets = CyclePlan.Sheets(opening, _setting.Register, asOf),
            OpenedAt = Zone.Of(opening.Edition.Zone).StartOfDay(asOf),
        };
    }

    /// <summary>The letters that tell leaders and office how a cycle ended, each as its reader and its time (UTC).</summary>
    private IEnumerable<(string Reader, DateTimeOffset At)> Tallies(Cycle cycle)
    {
        var closed = cycle.Zone().EndOfDay(_rules.LastDay(cycle)) + CycleKeeper.LookAfter;
        return TallyNotices.Of(cycle, _setting.Register, cycle.Zone().DateAt(closed), closed)
            .Select(n => (n.Reader, _rules.LeavesAt(NoticeKind.Tally, closed)));
    }
}
