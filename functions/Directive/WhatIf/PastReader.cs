using System.Collections.Concurrent;
using Directives.Chasing;
using Directives.Cycles;
using Directives.Dossiers;

namespace Directives.WhatIf;

/// <summary>Whole months whose cycles have closed.</summary>
/// <param name="From">First local day.</param>
/// <param name="Months">How many.</param>
public readonly record struct PastSpan(DateOnly From, int Months)
{
    /// <summary>Last local day.</summary>
    public DateOnly To => From.AddMonths(Months).AddDays(-1);

    /// <summary>The last of them, at most so many.</summary>
    public PastSpan Last(int most) => Months <= most ? this : new PastSpan(From.AddMonths(Months - most), most);
}

/// <summary>Reads from the tables who filed how in cycles that have closed (R2). It reads only.</summary>
public sealed class PastReader(DossierStore dossiers, CycleStore cycles)
{
    private const int AtOnce = 8;

    /// <summary>The months of a directive that can be replayed; null while none has closed.</summary>
    public async Task<PastSpan?> SpanAsync(string directive, CancellationToken cancel = default) =>
        SpanOf([.. (await cycles.ListAsync(cancel)).Where(c => c.Edition.Directive == directive)]);

    /// <summary>What became of all that was owed in the closed cycles of a directive that touch a span of local days.</summary>
    public async Task<PastFilings> ReadAsync(string directive, DateOnly from, DateOnly to, CancellationToken cancel = default)
    {
        var filings = new ConcurrentBag<PastFiling>();
        foreach (var row in await cycles.ListAsync(cancel))
        {
            if (row.Edition.Directive != directive || row.State != CycleState.Closed || row.From > to || row.To < from) continue;
            var cycle = await cycles.FrozenAsync(row.Id, cancel);
            await Parallel.ForEachAsync(cycle.SheetRefs(), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel }, async (sheet, stop) =>
            {
                foreach (var owed in await dossiers.RowsAsync<Obligation>(sheet.Dossier, SheetRef.Obligations, stop))
                    filings.Add(new PastFiling(owed.Seat, cycle.From, cycle.To, owed.Due, owed.Mark, owed.FiledAt));
            });
        }

        return new PastFilings(filings);
    }

    /// <summary>Of a directive's cycles: from the first that has closed up to where one is still open; where a long one is open all the while, up to the last that has closed.</summary>
    public static PastSpan? SpanOf(IReadOnlyList<Cycle> all)
    {
        var closed = all.Where(c => c.State == CycleState.Closed).ToList();
        if (closed.Count == 0) return null;
        var first = closed.Min(c => c.From);
        var open = all.Where(c => c.State != CycleState.Closed).ToList();
        if (Until(open.Select(c => c.From.AddDays(-1)).Append(closed.Max(c => c.To)).Min()) is { } whole) return whole;
        var ends = closed.Select(c => c.To).Where(to => open.All(o => o.To > to)).ToList();
        return ends.Count == 0 ? null : Until(ends.Max());

        PastSpan? Until(DateOnly to)
        {
            var months = 0;
            while (first.AddMonths(months + 1).AddDays(-1) <= to) months++;
            return months == 0 ? null : new PastSpan(first, months);
        }
    }
}
