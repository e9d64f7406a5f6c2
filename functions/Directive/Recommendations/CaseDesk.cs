using Directives.Calendars;
using Directives.Dossiers;
using Directives.Editions;
using Directives.Register;
using Directives.Tables;

namespace Directives.Recommendations;

/// <summary>What became of a step.</summary>
/// <param name="Refused">Why it was not taken; null where it was.</param>
/// <param name="State">Where the case stands; null where there is none.</param>
public sealed record CaseResult(CaseRefusal? Refused, CaseState? State);

/// <summary>Takes steps on cases (R5, R7, R11): each is one act on one dossier. Who may is judged by whoever calls, on the case as it stands when it is written.</summary>
public sealed class CaseDesk(CaseStore cases, CaseWriter writer, RegisterStore registers, RuleBook rules, TimeProvider clock)
{
    private const int Tries = 50;

    /// <summary>Raises a recommendation. Raised already under this id is the same as done.</summary>
    /// <param name="id">Says nothing, and is the same when the raising is repeated.</param>
    /// <param name="raised">What was raised; number and time are set here.</param>
    /// <exception cref="ArgumentException">It is confidential: that goes another way (R6).</exception>
    public async Task RaiseAsync(string id, Actor by, Raised raised, CancellationToken cancel = default)
    {
        if (raised.Confidential || raised.Kind == CaseKind.Violation) throw new ArgumentException("What is confidential stands with the confidential desk only.", nameof(raised));
        var now = clock.GetUtcNow();
        var first = raised with { Number = 1, At = now, By = by.Id, For = by.For };
        var head = new CaseHead { Case = id, Events = 1, Stage = CaseStage.Look, Rules = CaseRules.Sample, Zone = rules.Current(now).Zone };
        try
        {
            await writer.WriteAsync(cases.Ref(id), null, head, [first], [], new Act("case-raised", by), first, now, cancel);
        }
        catch (RowExistsException)
        {
            // Raised before; the answer was lost.
        }
    }

    /// <summary>Takes a step.</summary>
    /// <param name="make">The step from the case as it stands; null where whoever acts may not take it (any more): then there is no such case for them.</param>
    public async Task<CaseResult> StepAsync(string id, Actor by, Func<OpenCase, CaseEvent?> make, string? why = null, CancellationToken cancel = default)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await cases.FindAsync(id, cancel) is not { } open || make(open) is not { } step) return new CaseResult(null, null);
            var now = clock.GetUtcNow();
            step = step with { Number = open.Events.Count + 1, At = now, By = by.Id, For = by.For };
            var guard = new CaseGuard(rules.Calendar, await registers.GetAsync(cancel), Zone.Of(open.Held.Head.Zone).DateAt(now));
            if (guard.Refuses(open.State, step) is { } refused) return new CaseResult(refused, open.State);
            try
            {
                var act = new Act(CaseWriter.NameOf(step), by, why);
                return new CaseResult(null, await writer.WriteAsync(open.Ref, open.Held, open.Held.Head, [.. open.Events, step], open.Ladders, act, step, now, cancel));
            }
            catch (VersionRaceException) when (attempt < Tries)
            {
                // A person's act that loses a race is judged again.
            }
        }
    }
}
