using Directives.Calendars;
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
            var rule = rules.Editions.InForce(before.Edition.Directive, day)?.For(role);
            if (rule is null) return null;
            var period = Period.Containing(rule.Cadence, rule.Period, day);
            first = period.From;
            if (await cycles.FindFrozenAsync(CyclePlan.IdOf(before.Edition.Directive, period), cancel) is not { } cycle)
            {
                gaps++;
                continue;
            }

            gaps = 0;
            if (cycle.SheetOf(seat) is { } sheet && await reports.NewestAsync(sheet, seat, cancel) is { } report) return report;
        }

        return null;
    }
}
