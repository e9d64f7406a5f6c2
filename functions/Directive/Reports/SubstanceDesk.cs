using Directives.Access;
using Directives.Cycles;
using Directives.Dossiers;
using Directives.Tables;

namespace Directives.Reports;

/// <summary>
/// Finds the reports with which one is compared (R10): the seat's own of the last cycles, and those of its neighbours, the seats of the
/// same area, in its own cycle. Nothing it finds is kept.
/// </summary>
public sealed class SubstanceDesk(DossierStore dossiers, CycleStore cycles, ReportDesk reports)
{
    /// <summary>How many earlier cycles are looked at.</summary>
    public const int EarlierCycles = 3;

    /// <summary>What the writer is told before filing: only that a field equals an earlier or another's report, never whose.</summary>
    public async Task<IReadOnlyList<SubstanceHint>> HintsAsync(LinkSession session, ReportContent content, CancellationToken cancel = default) =>
        Substance.Hints(content, await BeforeAsync(SheetRef.Parse(session.Sheet), session.Seat, cancel));

    /// <summary>The reports to compare a seat's report with, its own first. The note of an earlier one names its cycle, that of a neighbour its seat.</summary>
    public async Task<IReadOnlyList<WrittenBefore>> BeforeAsync(SheetRef sheet, string seat, CancellationToken cancel = default)
    {
        var before = new List<WrittenBefore>();
        var cycle = await cycles.FrozenAsync(sheet.Cycle, cancel);
        foreach (var earlier in (await cycles.ListAsync(cancel))
            .Where(c => c.Cadence == cycle.Cadence && c.Edition.Directive == cycle.Edition.Directive && c.To < cycle.From)
            .OrderByDescending(c => c.To).Take(EarlierCycles))
        {
            if ((await cycles.FrozenAsync(earlier.Id, cancel)).SheetOf(seat) is { } there && await reports.NewestAsync(there, seat, cancel) is { } own)
                before.Add(new WrittenBefore(WordsFrom.Earlier, earlier.Id, own.Content));
        }

        foreach (var part in cycle.SheetRefs().Where(s => s.Area == sheet.Area))
        {
            // Versions of a seat come in their order: the last one stands.
            var newest = new Dictionary<string, Row>(StringComparer.Ordinal);
            foreach (var row in await dossiers.Tables.QueryAsync(part.Dossier.Table, part.Partition, KeyRange.Prefix("r|"), null, cancel))
                newest[Keys.Split(row.Key)[1]] = row;
            newest.Remove(seat);
            before.AddRange(newest.Select(r => new WrittenBefore(WordsFrom.Other, r.Key, Stored.Read<FiledReport>(r.Value).Content)));
        }

        return before;
    }
}
