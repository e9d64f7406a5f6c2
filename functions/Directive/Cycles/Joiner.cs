using Directives.Dossiers;
using Directives.Editions;
using Directives.Register;

namespace Directives.Cycles;

/// <summary>Lets seats that were filled, or founded, while a period lasts join its cycle (R1, R2): who joins in one act, then their sheets, each inserted whole.</summary>
internal sealed class Joiner(DossierStore dossiers, CycleStore cycles, RegisterStore registers, RuleBook rules)
{
    // An import may fill a nation's seats; the trail names as many as one can read.
    private const int MostNamed = 100;

    /// <summary>The first cycle that seats are to join, with their sheets; null where nobody is.</summary>
    /// <param name="now">UTC.</param>
    public async ValueTask<(Cycle Cycle, IReadOnlyList<SheetPlan> Sheets)?> FindAsync(CyclesHead head, DateTimeOffset now, CancellationToken cancel)
    {
        if (head.Active.All(a => a.State != CycleState.Open)) return null;
        var register = await registers.GetAsync(cancel);
        foreach (var active in head.Active.Where(a => a.State == CycleState.Open))
        {
            var cycle = await FindAsync(active.Id, cancel);
            if (cycle.State == CycleState.Open && CyclePlan.Joining(cycle, register, cycle.Zone().DateAt(now)) is { Count: > 0 } sheets) return (cycle, sheets);
        }

        return null;
    }

    /// <summary>Writes down who joins; their sheets are owed then.</summary>
    /// <param name="now">UTC.</param>
    public async Task BeginAsync(Held<CyclesHead> held, Cycle cycle, IReadOnlyList<SheetPlan> sheets, DateTimeOffset now, CancellationToken cancel)
    {
        var act = new Act("seats-joined", Actor.System, "filled while the period lasts");
        CycleStore.Join(act, cycle, sheets);
        foreach (var seat in sheets.SelectMany(s => s.Seats).Take(MostNamed)) act.Note(seat.Seat, null, cycle.Id);
        var head = held.Head with { Next = now, Active = [.. held.Head.Active.Select(a => a.Id == cycle.Id ? a with { Joining = true } : a)] };
        await dossiers.CommitAsync(cycles.Dossier, held, head, act, cancel);
    }

    /// <summary>Writes the sheets of all that joined a cycle; those that are there stand.</summary>
    public async Task FinishAsync(string id, CancellationToken cancel)
    {
        var cycle = await FindAsync(id, cancel);
        await new SheetOpener(dossiers, rules, await registers.GetAsync(cancel)).OpenAsync(cycle, [.. cycle.Sheets.Where(s => s.JoinedOn is not null)], cancel);
    }

    private async ValueTask<Cycle> FindAsync(string id, CancellationToken cancel) =>
        await cycles.FindAsync(id, cancel) ?? throw new InvalidDataException($"There is no cycle '{id}'.");
}
