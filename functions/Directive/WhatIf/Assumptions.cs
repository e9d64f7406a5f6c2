using System.Globalization;
using Directives.Editions;
using Directives.Language;

namespace Directives.WhatIf;

/// <summary>Something that a comparison assumes.</summary>
/// <param name="Message">Name of the text.</param>
/// <param name="Arguments">What fills its places.</param>
public sealed record Assumption(string Message, params IReadOnlyList<object?> Arguments)
{
    /// <summary>The sentence for a reader.</summary>
    public string In(Texts texts) => texts[Message, [.. Arguments]];
}

/// <summary>What a comparison of editions assumes, in sentences: figures are worth no more than these.</summary>
public static class Assumptions
{
    /// <summary>All of them.</summary>
    /// <param name="setting">What the editions are tried with.</param>
    /// <param name="tried">The present editions, and each candidate.</param>
    public static IReadOnlyList<Assumption> Of(TrialSetting setting, IReadOnlyList<EditionLibrary> tried)
    {
        var (options, past) = (setting.Options, setting.Past);
        var all = new List<Assumption>
        {
            new("whatif.assume.span", options.From, options.To),
            new("whatif.assume.throughout"),
            new("whatif.assume.visits"),
            past is null
                ? new("whatif.assume.simulated", Percent(options.OnTime), Percent(options.Late), Percent(options.Never), options.Seed.ToString(CultureInfo.InvariantCulture))
                : new("whatif.assume.past", past.Count, Percent(options.OnTime), Percent(options.Late), Percent(options.Never), options.Seed.ToString(CultureInfo.InvariantCulture)),
            new("whatif.assume.alike"),
            new("whatif.assume.letters"),
            new("whatif.assume.hearing", Hearing.MonthsAfter),
            new("whatif.assume.register"),
        };
        if (!Whole(setting, tried)) all.Add(new("whatif.assume.cut"));
        if (Unknown(setting) is { Count: > 0 } years) all.Add(new("whatif.assume.holidays", string.Join(", ", years)));
        return all;
    }

    /// <summary>Whether the span is made of whole periods of every edition that is tried.</summary>
    private static bool Whole(TrialSetting setting, IReadOnlyList<EditionLibrary> tried) => tried.SelectMany(l => l.All).SelectMany(e => e.Roles).All(r =>
        Calendars.Period.Containing(r.Cadence, r.Period, setting.Options.From).From == setting.Options.From
        && Calendars.Period.Containing(r.Cadence, r.Period, setting.Options.To).To == setting.Options.To);

    private static IReadOnlyList<int> Unknown(TrialSetting setting) => setting.Calendar.MissingYears(setting.Options.From, setting.Options.To);

    private static string Percent(double share) => (share * 100).ToString("0.#", CultureInfo.InvariantCulture);
}
