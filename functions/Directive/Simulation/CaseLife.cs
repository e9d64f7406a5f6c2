using System.Globalization;
using Directives.Calendars;
using Directives.Dossiers;
using Directives.Recommendations;
using Directives.Register;

namespace Directives.Simulation;

/// <summary>
/// What becomes of recommendations in a simulated year (R5, R7): reports bring them, and whoever owes the next step takes it by their
/// <see cref="Behaviour"/>, late or never as with reports. It follows from the seed and the case alone.
/// </summary>
internal sealed class CaseLife(YearOptions options, Installation year, RegisterSnapshot register, WorkingMinutes minutes, Zone zone)
{
    private const int HowMany = 11;
    private const int WhatIsDone = 12;
    private const int When = 13;

    private readonly Behaviour _behaviour = new(options);
    private readonly CaseSteps _steps = new(register, year.Parts.Rules.Calendar);
    private readonly HashSet<(string Case, string Duty, int Round)> _planned = [];
    private readonly HashSet<string> _all = new(StringComparer.Ordinal);
    private readonly PriorityQueue<(string Case, string Duty, int Round), (DateTimeOffset At, string Case, string Duty)> _plans = new(Comparer<(DateTimeOffset At, string Case, string Duty)>.Create(
        (x, y) => x.At.CompareTo(y.At) is var time and not 0 ? time
            : string.CompareOrdinal(x.Case, y.Case) is var id and not 0 ? id : string.CompareOrdinal(x.Duty, y.Duty)));

    /// <summary>When the next step is taken (UTC), or null.</summary>
    public DateTimeOffset? Next => _plans.TryPeek(out _, out var first) ? first.At : null;

    /// <summary>A report came: it may bring recommendations.</summary>
    public async Task ReportedAsync(string cycle, string seat, string official, CancellationToken cancel)
    {
        var count = (int)options.Recommendations + (Share(cycle, seat, HowMany) < options.Recommendations % 1 ? 1 : 0);
        for (var i = 0; i < count; i++)
        {
            var id = _behaviour.Draw(cycle, string.Create(CultureInfo.InvariantCulture, $"{seat}/{i}"), HowMany).ToString("x16", CultureInfo.InvariantCulture);
            if (!_all.Add(id) || register.Seat(seat) is not { } held) continue;
            await year.CaseDesk.RaiseAsync(id, new Actor(official), CaseSteps.Raise(held, Share(id, "raised", WhatIsDone)), cancel);
            await PlanAsync(id, cancel);
        }
    }

    /// <summary>Takes the steps that are planned up to a time (UTC).</summary>
    public async Task ActAsync(DateTimeOffset now, CancellationToken cancel)
    {
        while (_plans.TryPeek(out var plan, out var first) && first.At <= now)
        {
            _plans.Dequeue();
            if (await year.Cases.FindAsync(plan.Case, cancel) is not { } open
                || open.State.Duties.FirstOrDefault(d => d.Id == plan.Duty && d.Round == plan.Round) is not { } duty) continue;
            if (_steps.Of(plan.Case, open.State, duty, Share(plan.Case, $"{duty.Id}/{duty.Round}", WhatIsDone), zone.DateAt(now)) is not { } step) continue;
            var result = await year.CaseDesk.StepAsync(plan.Case, new Actor(step.By), _ => step.Event, cancel: cancel);
            if (result.Refused is { } refused) throw new InvalidOperationException($"In the simulated year {step.Event.GetType().Name} was refused: {refused}.");
            await PlanAsync(plan.Case, cancel);
        }
    }

    /// <summary>All cases, each by its end.</summary>
    public async Task<CaseTally> TallyAsync(CancellationToken cancel)
    {
        var states = new List<CaseState>(_all.Count);
        foreach (var id in _all) states.Add((await year.Cases.FindAsync(id, cancel))!.State);
        return CaseTally.Of(states);
    }

    private async Task PlanAsync(string id, CancellationToken cancel)
    {
        if (await year.Cases.FindAsync(id, cancel) is not { } open) return;
        foreach (var duty in open.State.Duties.Where(d => _planned.Add((id, d.Id, d.Round))))
        {
            if (AtOf(id, duty) is { } at) _plans.Enqueue((id, duty.Id, duty.Round), (at, id, duty.Id));
        }
    }

    private DateTimeOffset? AtOf(string id, CaseDuty duty)
    {
        var about = $"{duty.Id}/{duty.Round}";
        var conduct = duty.Kind == DutyKind.Objection ? Conduct.OnTime : _behaviour.Of(id, about);
        if (conduct == Conduct.Never) return null;
        var now = year.Parts.Clock.GetUtcNow();
        var due = zone.EndOfDay(duty.Due);
        var late = zone.EndOfDay(year.Parts.Rules.Calendar.AddWorkingDays(duty.Due, LateDays));
        var (from, until) = conduct == Conduct.OnTime ? (now.AddMinutes(1), due) : (now > due ? now.AddMinutes(1) : due, late);
        var draw = _behaviour.Draw(id, about, When);
        return minutes.Pick(from, until, draw) ?? minutes.PickSoon(from, draw);
    }

    // Late, and still within every ladder.
    private const int LateDays = 8;

    private double Share(string cycle, string seat, int purpose) => (_behaviour.Draw(cycle, seat, purpose) >> 11) * (1.0 / (1UL << 53));
}
