using Directives.Cycles;
using Directives.Editions;
using Directives.Register;

namespace Directives.Reports;

/// <summary>
/// Finds the report before: the newest version that a seat filed in an earlier cycle. Nothing is scanned: the rules in force the day
/// before a cycle began name the cycle before it, its frozen plan the sheet, and the rest are reads of single rows.
/// </summary>
public sealed class LastReports(CycleStore cycles, ReportDesk reports, RuleBook rules)
{
    /// <summary>Cycles looked at: a year of months.</summary>
    public const int MostCycles = 12;

    // Periods without a cycle in a row: before the installation began there are no more.
    private const int MostGaps = 2;

    /// <summary>The report, or null where the seat filed none in the last cycles.</summary>
    /// <param name="before">The cycle before which it was filed.</param>
    public async ValueTask<FiledReport?> FindAsync(Cycle before, string seat, SeatRole role, CancellationToken cancel = default)
    {
        var (first, gaps) = (before.From, 0);
        for (var i = 0; i < MostCycles && gaps < MostGaps; i++)
        {
            var day = first.AddDays(-1);
            var periods = rules.Editions.InForce(before.Edition.Directive, day)?.Roles.Where(r => r.Role == role)
                .Select(r => r.PeriodOf(day)).Distinct().OrderByDescending(p => p.From).ToList();
            if (periods is null or []) return null;
            gaps++;
            first = periods[0].From;
            foreach (var period in periods)
            {
                // Where areas or seats owe by other periods, the frozen plans say in which cycle this seat was.
                if (await cycles.FindFrozenAsync(CyclePlan.IdOf(before.Edition.Directive, period), cancel) is not { } cycle) continue;
                gaps = 0;
                if (cycle.SheetOf(seat) is not { } sheet) continue;
                first = period.From;
                if (await reports.NewestAsync(sheet, seat, cancel) is { } report) return report;
                break;
            }
        }

        return null;
    }
}
