using Directives.Editions;
using Directives.Simulation;

namespace Directives.WhatIf;

/// <summary>What a comparison is tried with, or why it cannot be.</summary>
public sealed record SourcedSetting(TrialSetting? Setting, Assumption? Problem);

/// <summary>Takes register, rules and past of an installation for a comparison (R2). It reads only.</summary>
public sealed class TrialSource(Installation installation)
{
    /// <summary>Months that are replayed or simulated where it is not said how many.</summary>
    public const int UsualMonths = 12;

    private readonly PastReader _past = new(installation.Dossiers, installation.Cycles);

    /// <summary>The months of a directive that can be replayed; null while none has closed.</summary>
    public Task<PastSpan?> SpanAsync(string directive, CancellationToken cancel) => _past.SpanAsync(directive, cancel);

    /// <summary>The setting.</summary>
    /// <param name="present">The editions of one directive.</param>
    /// <param name="given">Seed, and the shares for a simulated span.</param>
    /// <param name="basis">Past cycles, or a simulated span.</param>
    /// <param name="from">First local day of the first month; null for the last months that can be replayed, or to simulate from this month on.</param>
    /// <param name="months">How many; null for the usual.</param>
    public async Task<SourcedSetting> SettingAsync(
        EditionLibrary present, YearOptions given, Basis basis, DateOnly? from, int? months, CancellationToken cancel)
    {
        var today = installation.Parts.Rules.DayAt(installation.Parts.Clock.GetUtcNow());
        PastFilings? past = null;
        var options = given with { From = from ?? new DateOnly(today.Year, today.Month, 1), Months = months ?? UsualMonths };
        if (basis == Basis.Past)
        {
            if (await _past.SpanAsync(present.All[0].Directive, cancel) is not { } span) return new(null, new("whatif.problem.no-past"));
            var asked = from is null ? span.Last(Math.Max(1, months ?? UsualMonths)) : new PastSpan(from.Value, months ?? MonthsLeft(from.Value, span));
            if (asked.Months < 1 || asked.From < span.From || asked.To > span.To) return new(null, new("whatif.problem.span", span.From, span.To));
            past = await _past.ReadAsync(present.All[0].Directive, asked.From, asked.To, cancel);
            options = Shares(past, options) with { From = asked.From, Months = asked.Months };
        }

        var problems = options.Problems(present, installation.Parts.Rules.Calendar);
        if (problems.Count > 0 && past is null) return new(null, new("whatif.problem.options", string.Join(" ", problems)));
        var head = await installation.Cycles.HeadAsync(cancel);
        return new(
            new TrialSetting
            {
                Register = await installation.Registers.GetAsync(cancel),
                Assistants = await installation.Assistants.GetAsync(cancel),
                Calendar = installation.Parts.Rules.Calendar,
                Options = options,
                Past = past,
                Since = past is null ? null : head?.Head.Since,
            },
            null);
    }

    private static int MonthsLeft(DateOnly from, PastSpan span)
    {
        var months = 0;
        while (months < UsualMonths && from.AddMonths(months + 1).AddDays(-1) <= span.To) months++;
        return months;
    }

    /// <summary>Those of whom the past says nothing behave as the others did.</summary>
    private static YearOptions Shares(PastFilings past, YearOptions options)
    {
        if (past.Count == 0) return options;
        var (onTime, late) = (past.OnTime / (double)past.Count, past.Late / (double)past.Count);
        return options with { OnTime = onTime, Late = late, Never = Math.Max(0, 1 - onTime - late) };
    }
}
