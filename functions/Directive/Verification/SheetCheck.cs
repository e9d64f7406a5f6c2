using Directives.Chasing;
using Directives.Cycles;

namespace Directives.Verification;

/// <summary>Checks a sheet against the frozen plan of its cycle: exactly one obligation per seat, and a head that counts right.</summary>
internal static class SheetCheck
{
    /// <summary>Returns the sheet's obligations.</summary>
    public static IReadOnlyList<Obligation> Run(Walked dossier, SheetHead head, Cycle? cycle)
    {
        var obligations = dossier.All<Obligation>(SheetRef.Obligations).ToList();
        var plan = cycle?.Sheets.FirstOrDefault(s => s.Area == head.Area && s.Part == head.Part);
        dossier.Check(plan is not null, "the sheet is in no plan of a cycle");
        if (plan is not null)
        {
            var owed = obligations.Select(o => o.Seat).ToHashSet(StringComparer.Ordinal);
            foreach (var seat in plan.Seats) dossier.Check(owed.Remove(seat.Seat), $"seat '{seat.Seat}' has no obligation");
            foreach (var seat in owed) dossier.Check(false, $"seat '{seat}' has an obligation that the plan does not know");
        }

        var counted = new Tally(
            obligations.Count(o => o is not { State: ObligationState.NotOwed, Mark: null }),
            obligations.Count(o => o.Mark == FilingMark.OnTime),
            obligations.Count(o => o.Mark == FilingMark.Late),
            obligations.Count(o => o is { State: ObligationState.Missed, Mark: null }));
        dossier.Check(counted == head.Tally, $"the head counts {head.Tally}, the rows {counted}");
        foreach (var o in obligations)
        {
            dossier.Check(o.Pending is not { Count: > 0 } || (head.Owing ?? []).Contains(o.Seat), $"'{o.Seat}' owes notices that the head does not know");
            dossier.Check(!head.Closed || o.State != ObligationState.Open, $"'{o.Seat}' is open on a closed sheet");
            dossier.Check(o.State != ObligationState.Filed || o.Versions > 0, $"'{o.Seat}' is filed without a report");
            for (var version = 1; version <= o.Versions; version++)
                dossier.Check(dossier.Rows.ContainsKey(SheetRef.ReportKey(o.Seat, version)), $"report {version} of '{o.Seat}' is gone");
        }

        return obligations;
    }
}
