using System.Collections.Frozen;
using Directives.Calendars;
using Directives.Chasing;

namespace Directives.WhatIf;

/// <summary>What became of something that was owed in a cycle that has closed.</summary>
/// <param name="Seat">The seat that owed.</param>
/// <param name="From">First local day of the period.</param>
/// <param name="To">Last local day of the period.</param>
/// <param name="Due">Due date of the last round (local day).</param>
/// <param name="Mark">How the first filing counted; null where it counts as missed.</param>
/// <param name="FiledAt">When the report came (UTC); null for never.</param>
public sealed record PastFiling(string Seat, DateOnly From, DateOnly To, DateOnly Due, FilingMark? Mark, DateTimeOffset? FiledAt);

/// <summary>Who filed how in cycles that have closed, by seat (R2). Immutable.</summary>
public sealed class PastFilings
{
    private readonly FrozenDictionary<string, PastFiling[]> _bySeat;

    public PastFilings(IEnumerable<PastFiling> filings)
    {
        _bySeat = filings.GroupBy(f => f.Seat, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.OrderBy(f => f.To).ThenBy(f => f.From).ToArray(), StringComparer.Ordinal);
        var all = _bySeat.Values.SelectMany(f => f).ToList();
        (Count, OnTime, Late) = (all.Count, all.Count(f => f.Mark == FilingMark.OnTime), all.Count(f => f.Mark == FilingMark.Late));
    }

    /// <summary>How many there are.</summary>
    public int Count { get; }

    public int OnTime { get; }

    public int Late { get; }

    /// <summary>What a seat did for the period in which a period's last day lies, so that a quarter takes after its last month; null where nothing was owed then.</summary>
    public PastFiling? Of(string seat, Period period) =>
        _bySeat.TryGetValue(seat, out var filings) ? Array.Find(filings, f => f.From <= period.To && period.To <= f.To) : null;
}
