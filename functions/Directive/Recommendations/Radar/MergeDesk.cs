using Directives.Dossiers;
using Directives.Language;

namespace Directives.Recommendations.Radar;

/// <summary>A case that waits for another's decision which will never come: the other is over, or went another way.</summary>
public sealed record Stranded(OpenCase Case, OpenCase? Other);

/// <summary>Merges like recommendations, a person's act that can be undone: the merged one gets the other's decision, its raiser an own answer.</summary>
public sealed class MergeDesk(CaseStore cases, CaseDesk desk, CaseList list, TimeProvider clock)
{
    private const int LongestChain = 100;

    /// <summary>Merges a case into another. Null where one of them does not exist.</summary>
    /// <param name="id">The case that will wait.</param>
    /// <param name="into">The case whose decision it gets.</param>
    public async Task<CaseResult?> MergeAsync(string id, string into, Actor by, CancellationToken cancel = default)
    {
        if (await cases.FindAsync(id, cancel) is not { } one || await cases.FindAsync(into, cancel) is null) return null;
        var (chain, last) = await ChainAsync(into, cancel);
        if (CaseGuard.RefusesMerge(id, chain) is { } circle) return new CaseResult(circle, one.State);
        if (!Waits(last)) return new CaseResult(last?.State.End is null ? CaseRefusal.NotNow : CaseRefusal.Ended, one.State);
        var result = await desk.StepAsync(id, by, _ => new Merged { Into = into }, cancel: cancel);
        if (result is not { Refused: null, State: not null }) return result;

        // Each case is a dossier of its own: whoever was as fast, the other way round or on the other case, is seen only now.
        (chain, last) = await ChainAsync(into, cancel);
        var refused = CaseGuard.RefusesMerge(id, chain) ?? (Waits(last) ? null : CaseRefusal.NotNow);
        if (refused is null || await cases.FindAsync(id, cancel) is not { State.Stage: CaseStage.Merged }) return result;
        var undone = await UndoAsync(id, by, Texts.Vietnamese[$"radar.undone.{(refused == CaseRefusal.MergeInCircle ? "circle" : "over")}"], cancel);
        return new CaseResult(refused, undone.State);
    }

    /// <summary>Undoes a merging; the case stands where it stood.</summary>
    public Task<CaseResult> UndoAsync(string id, Actor by, string reason, CancellationToken cancel = default) =>
        desk.StepAsync(id, by, _ => new Unmerged { Reason = reason }, reason, cancel);

    /// <summary>Ids of the cases that wait for the decision of one.</summary>
    public async Task<IReadOnlyList<string>> WaitingForAsync(string into, CancellationToken cancel = default)
    {
        var waiting = new List<string>();
        foreach (var merge in await list.MergesAsync(into, cancel))
        {
            if (await cases.FindAsync(merge.Id, cancel) is { State: { Stage: CaseStage.Merged } state } && state.MergedInto == into) waiting.Add(merge.Id);
        }

        return waiting;
    }

    /// <summary>Cases that wait for a decision which will never come. Strikes what waits no more.</summary>
    public async Task<IReadOnlyList<Stranded>> StrandedAsync(CancellationToken cancel = default)
    {
        var stranded = new List<Stranded>();
        foreach (var merge in await list.MergesAsync(null, cancel))
        {
            if (await cases.FindAsync(merge.Id, cancel) is not { } one) continue;
            if (one.State.Stage != CaseStage.Merged || one.State.MergedInto != merge.Into)
            {
                // A merging may be on its way just now.
                if (one.Held.Head.Tip.At + OwedCases.Settled < clock.GetUtcNow()) await list.StrikeMergeAsync(merge, cancel);
                continue;
            }

            var (chain, last) = await ChainAsync(merge.Into, cancel);
            if (!Waits(last) || chain.Contains(merge.Id)) stranded.Add(new Stranded(one, await cases.FindAsync(merge.Into, cancel)));
        }

        return stranded;
    }

    /// <summary>A case, the one it is merged into, and so on; and the last of them.</summary>
    public async Task<(IReadOnlyList<string> Chain, OpenCase? Last)> ChainAsync(string id, CancellationToken cancel = default)
    {
        var chain = new List<string>();
        OpenCase? last = null;
        for (string? at = id; at is not null && chain.Count < LongestChain && !chain.Contains(at);)
        {
            chain.Add(at);
            last = await cases.FindAsync(at, cancel) ?? last;
            at = last is { State: { Stage: CaseStage.Merged } state } && last.Ref.Id == at ? state.MergedInto : null;
        }

        return (chain, last);
    }

    // The committee's decision is still to come.
    private static bool Waits(OpenCase? last) => last?.State.Stage is CaseStage.Look or CaseStage.Asked or CaseStage.Decision;
}
