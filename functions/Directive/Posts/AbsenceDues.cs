using Directives.Chasing;
using Directives.Cycles;
using Directives.Editions;
using Directives.Register;

namespace Directives.Posts;

/// <summary>A report that falls due while somebody is away.</summary>
/// <param name="Due">Local day.</param>
public sealed record DueInAbsence(string Seat, string Place, DateOnly Due);

/// <summary>Finds what falls due while somebody is away (R1), in cycles that run and in those that come.</summary>
public sealed class AbsenceDues(Installation installation)
{
    /// <summary>What falls due from a day to a day, by date; without an end, in the next three months.</summary>
    public async Task<IReadOnlyList<DueInAbsence>> OfAsync(Absence absence, CancellationToken cancel)
    {
        var register = await installation.Registers.GetAsync(cancel);
        var to = absence.To ?? absence.From.AddMonths(3);
        var seats = register.Content.Posts.Where(p => p.Official == absence.Official && p.From <= to && (p.To is null || p.To >= absence.From))
            .Select(p => register.Seat(p.Seat)!).DistinctBy(s => s.Id).ToList();
        var dues = new List<DueInAbsence>();
        if (await installation.Cycles.HeadAsync(cancel) is not { } running) return dues;
        foreach (var active in running.Head.Active)
        {
            var cycle = await installation.Cycles.FindAsync(active.Id, cancel);
            foreach (var seat in seats)
            {
                if (cycle?.SheetOf(seat.Id) is { } sheet && await installation.Reports.OwedAsync(sheet, seat.Id, cancel) is { State: ObligationState.Open } owed)
                    Add(seat, owed.Due);
            }
        }

        foreach (var opening in CyclePlan.Upcoming(installation.Parts.Rules.Editions, running.Head))
        {
            foreach (var seat in seats.Where(s => opening.Edition.For(s, register, opening.Period.From)?.IsOf(opening.Period.Cadence, opening.Kind) == true))
            {
                var rule = opening.Edition.For(seat, register, opening.Period.From)!;
                for (var period = opening.Period; period.From <= to; period = period.Next()) Add(seat, Deadlines.Due(rule, period, installation.Parts.Rules.Calendar));
            }
        }

        return [.. dues.Distinct().OrderBy(d => d.Due).ThenBy(d => d.Seat, StringComparer.Ordinal)];

        void Add(Seat seat, DateOnly due)
        {
            if (due >= absence.From && due <= to) dues.Add(new DueInAbsence(seat.Id, register.PlaceOf(seat.Place)?.Name ?? seat.Place, due));
        }
    }
}
