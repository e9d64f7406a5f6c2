using System.Diagnostics;
using Directives.Editions;

namespace Directives.WhatIf;

/// <summary>Tries editions beside the present ones (R2): the same places, people, days and luck under different rules. Pure but for the time it says it took.</summary>
public static class Comparison
{
    /// <summary>Most candidates of one comparison.</summary>
    public const int MostCandidates = 4;

    /// <summary>Tries the editions as they are, then each candidate as if it were in force for the whole span.</summary>
    /// <param name="present">All editions of the directive; they follow on each other as they come into force.</param>
    /// <param name="candidates">Editions of the same directive, with the names to call them by.</param>
    /// <param name="progress">Told after each edition how many are done.</param>
    /// <param name="cancel">Stops between sheets.</param>
    public static ComparisonResult Run(
        TrialSetting setting, EditionLibrary present, IReadOnlyList<(string Name, Edition Edition)> candidates, Action<int>? progress = null, CancellationToken cancel = default)
    {
        var watch = Stopwatch.StartNew();
        var difficulties = Hearing.Arising(setting, [.. present.All, .. candidates.Select(c => c.Edition)]);
        var lines = new List<EditionLine>();
        Add(NameOf(present, setting), present);
        foreach (var (name, edition) in candidates) Add(name, Throughout(edition, setting.Options.From));
        return new ComparisonResult
        {
            Directive = present.All[0].Directive,
            From = setting.Options.From,
            To = setting.Options.To,
            Months = setting.Options.Months,
            Seed = setting.Options.Seed,
            Basis = setting.Past is null ? Basis.Simulated : Basis.Past,
            Posts = setting.Register.SeatsInForce(setting.Begins).Count,
            Editions = lines,
            Assumptions = WhatIf.Assumptions.Of(setting, [present, .. candidates.Select(c => Throughout(c.Edition, setting.Options.From))]),
            Seconds = Math.Round(watch.Elapsed.TotalSeconds, 2),
        };

        void Add(string name, EditionLibrary editions)
        {
            var trial = new Trial(setting, editions);
            var counts = trial.Run(cancel);
            lines.Add(EditionLine.Of(name, setting, counts, difficulties, Hearing.Days(difficulties, setting, trial, counts, cancel)));
            progress?.Invoke(lines.Count);
        }
    }

    /// <summary>The editions that are in force in the span: "A → B".</summary>
    private static string NameOf(EditionLibrary present, TrialSetting setting)
    {
        var first = present.InForce(present.All[0].Directive, setting.Options.From) ?? present.All[0];
        return string.Join(" → ", present.All.Where(e => e == first || (e.InForceFrom > setting.Options.From && e.InForceFrom <= setting.Options.To)).Select(e => e.Id));
    }

    private static EditionLibrary Throughout(Edition edition, DateOnly from) => new([edition.InForceFrom > from ? edition with { InForceFrom = from } : edition]);
}
