using Directives.Chasing;
using Directives.Cycles;

namespace Directives.WhatIf;

/// <summary>What a trial counted; the names are those of <see cref="Simulation.YearResult"/>.</summary>
public sealed class TrialCounts
{
    internal TrialCounts(IReadOnlyList<Cycle> cycles, IReadOnlyList<TriedSheet> sheets, IReadOnlyList<(string Reader, DateTimeOffset At)> tallies)
    {
        (Cycles, Sheets) = (cycles.Count, sheets);
        // A reader gets one letter for all that is sealed at a time, whatever sheets it comes from.
        LettersOf = sheets.SelectMany(s => s.Letters).Concat(tallies).Distinct().CountBy(l => l.Reader, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        Rungs = sheets.SelectMany(s => s.Rungs).GroupBy(r => r.Key, r => r.Value, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Sum(), StringComparer.Ordinal);
        Reports = [.. sheets.SelectMany(s => s.Reports).Where(r => r.IsOwed)];
    }

    /// <summary>How many cycles opened.</summary>
    public int Cycles { get; }

    /// <summary>The sheets that were played.</summary>
    public IReadOnlyList<TriedSheet> Sheets { get; }

    /// <summary>Everything that was owed to the end, and how it ended.</summary>
    public IReadOnlyList<TriedReport> Reports { get; }

    /// <summary>Letters by reader (an official's id).</summary>
    public IReadOnlyDictionary<string, int> LettersOf { get; }

    /// <summary>Notices of rungs by rung.</summary>
    public IReadOnlyDictionary<string, int> Rungs { get; }

    public int Obligations => Reports.Count;

    public int OnTime => Reports.Count(r => r.Mark == FilingMark.OnTime);

    public int Late => Reports.Count(r => r.Mark == FilingMark.Late);

    public int Missed => Reports.Count(r => r.Mark is null);

    public int Notices => Rungs.Values.Sum();

    public int Letters => LettersOf.Values.Sum();

    public int Escalations => Sheets.Sum(s => s.Reports.Sum(r => r.Escalations));

    /// <summary>Notices that were settled before their letter was sealed.</summary>
    public int Withdrawn => Sheets.Sum(s => s.Withdrawn);

    /// <summary>Rungs that a reader was not told.</summary>
    public int SkippedRungs => Sheets.Sum(s => s.Skipped);
}
