using Directives.Simulation;
using Directives.WhatIf;

namespace Directives.Tests.WhatIf;

/// <summary>All counts of a played year or a trial in one line, so that a difference shows with its neighbours.</summary>
internal static class TrialCountsText
{
    public static string Of(YearResult r) => Line(
        r.Cycles, r.Obligations, r.OnTime, r.Late, r.Missed, r.Notices, r.Escalations, r.Withdrawn, r.SkippedRungs, r.Letters, r.Rungs);

    public static string Of(TrialCounts r) => Line(
        r.Cycles, r.Obligations, r.OnTime, r.Late, r.Missed, r.Notices, r.Escalations, r.Withdrawn, r.SkippedRungs, r.Letters, r.Rungs);

    private static string Line(
        int cycles, int obligations, int onTime, int late, int missed, int notices, int escalations, int withdrawn, int skipped, int letters, IReadOnlyDictionary<string, int> rungs) =>
        $"cycles {cycles}, obligations {obligations}, on time {onTime}, late {late}, missed {missed}, notices {notices}, escalations {escalations}, withdrawn {withdrawn}, "
        + $"skipped {skipped}, letters {letters}: {string.Join(' ', rungs.Where(r => r.Value > 0).OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => $"{r.Key} {r.Value}"))}";
}
