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
    private readonly TrialSetting _setting;
    private readonly TrialRules _rules;

    /// <param name="editions">What is in force when.</param>
    public Trial(TrialSetting setting, EditionLibrary editions)
    {
        _setting = setting;
        var book = new RuleBook(editions, setting.Calendar, setting.Options.To);
        var first = book.Current(new DateTimeOffset(setting.Options.From, TimeOnly.MinValue, TimeSpan.Zero));
        _rules = new TrialRules(setting.Register, setting.Assistants, book, setting.ConductIn(first));
    }

    /// <summary>Plays all cycles whose period begins in the span.</summary>
    /// <param name="cancel">Stops between sheets.</param>
    public TrialCounts Run(CancellationToken cancel = default)
    {
        var cycles = Cycles(_setting.Options.To).ToList();
        var work = cycles.SelectMany((cycle, c) => cycle.Sheets.Select((plan, p) => (Cycle: cycle, Plan: plan, C: c, P: p))).ToList();
        var sheets = cycles.Select(c => new TriedSheet[c.Sheets.Count]).ToArray();
        Parallel.ForEach(
            work,
            new ParallelOptions { MaxDegreeOfParallelism = _setting.AtOnce, CancellationToken = cancel },
            item => sheets[item.C][item.P] = SheetTrial.Play(_rules, item.Cycle, item.Plan));
        var tallies = cycles.Select((c, i) => _rules.TallyOf(c, sheets[i])).ToList();
        var letters = tallies.SelectMany(t => t.Readers.Select(r => (r, t.Leaves)));
        var end = tallies.Select(t => t.Leaves).DefaultIfEmpty().Max();
        return new TrialCounts(cycles, [.. sheets.SelectMany(s => s)], [.. letters, .. _rules.Vacancies(_setting.Begins, end)]);
    }

    /// <summary>When the reports of some seats come in the cycles after the span, one cycle after another, as long as they are asked for.</summary>
    /// <param name="wanted">The seats of which a report is still waited for; asked anew for each cycle.</param>
    /// <param name="until">No cycle is played whose period begins after this local day.</param>
    /// <param name="cancel">Stops between sheets.</param>
    internal IEnumerable<TriedReport> After(Func<IReadOnlySet<string>> wanted, DateOnly until, CancellationToken cancel)
    {
        foreach (var cycle in Cycles(until).SkipWhile(c => c.From <= _setting.Options.To))
        {
            var seats = wanted();
            if (seats.Count == 0) yield break;
            foreach (var plan in cycle.Sheets)
            {
                cancel.ThrowIfCancellationRequested();
                PlannedSeat[] some = [.. plan.Seats.Where(s => seats.Contains(s.Seat))];
                if (some.Length == 0) continue;
                foreach (var report in SheetTrial.Play(_rules, cycle, plan with { Seats = some }).Reports) yield return report;
            }
        }
    }

    private IEnumerable<Cycle> Cycles(DateOnly until) =>
        _rules.Openings(new CyclesHead { Since = _setting.Begins }, until).Select(o => _rules.CycleOf(o, _setting.Begins));
}
