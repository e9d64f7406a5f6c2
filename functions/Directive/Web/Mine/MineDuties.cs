using Directives.Chasing;
using Directives.Cycles;
using Directives.Register;
using Directives.Web.Office;

namespace Directives.Web.Mine;

/// <summary>What seats owe in the cycles that run and in those that closed last.</summary>
internal sealed class MineDuties(Installation installation)
{
    private const int MostClosed = 3;

    /// <summary>What these seats owe, what is owed first, then the newest.</summary>
    public async ValueTask<IReadOnlyList<MineDuty>> OfAsync(IReadOnlyCollection<string> seats, RegisterSnapshot register, CancellationToken cancel)
    {
        if (seats.Count == 0) return [];
        var wanted = seats.ToHashSet(StringComparer.Ordinal);
        var all = await installation.Cycles.ListAsync(cancel);
        var closed = all.Where(c => c.State == CycleState.Closed).GroupBy(c => (c.Edition.Directive, c.Cadence)).SelectMany(g => g.OrderByDescending(c => c.To).Take(MostClosed));
        var duties = new List<MineDuty>();
        foreach (var row in all.Where(c => c.State != CycleState.Closed).Concat(closed))
        {
            var cycle = await installation.Cycles.FrozenAsync(row.Id, cancel);
            var view = new SeatViews(installation, cycle, register);
            foreach (var plan in cycle.Sheets)
            {
                foreach (var seat in plan.Seats.Where(s => wanted.Contains(s.Seat)))
                {
                    var sheet = new SheetRef(cycle.Authority, cycle.Id, plan.Area, plan.Part);
                    if (await installation.Dossiers.RowAsync<Obligation>(sheet.Dossier, SheetRef.ObligationKey(seat.Seat), cancel) is { } owed)
                        duties.Add(Of(cycle, sheet, owed, view, register));
                }
            }
        }

        return [.. duties.OrderBy(d => !d.IsOwed).ThenBy(d => d.IsOwed ? d.Due : DateOnly.MinValue).ThenByDescending(d => d.Until).ThenBy(d => d.Path.Seat, StringComparer.Ordinal)];
    }

    private static MineDuty Of(Cycle cycle, SheetRef sheet, Obligation owed, SeatViews view, RegisterSnapshot register) => new(
        new SeatPath(cycle.Id, sheet.Area, sheet.Part, owed.Seat),
        register.PlaceOf(owed.Place)?.Name ?? owed.Place,
        owed.Role,
        view.HolderOf(owed)?.Titles(),
        cycle.Cadence,
        cycle.To,
        owed.Due,
        view.StateOf(owed),
        owed.Versions,
        owed.FiledAt is { } at ? view.Local(at) : null,
        owed.Waiting()?.Wished,
        owed is { State: ObligationState.Open, Round: > 1 } ? owed.RoundReason : null);
}
