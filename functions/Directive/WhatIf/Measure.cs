using Directives.Language;

namespace Directives.WhatIf;

/// <summary>One figure of a comparison: its name, its value, and how it is written.</summary>
/// <param name="Name">Name of its text.</param>
/// <param name="Of">Its value; null where there is none.</param>
public sealed record Measure(string Name, Func<EditionLine, double?> Of)
{
    /// <summary>All of them, in the order in which they are shown.</summary>
    public static readonly IReadOnlyList<Measure> All =
    [
        new("whatif.visits", l => l.Visits),
        new("whatif.reports", l => l.Reports),
        new("whatif.letters", l => l.Letters),
        new("whatif.escalations", l => l.Escalations),
        new("whatif.late", l => l.Late),
        new("whatif.missed", l => l.Missed),
        new("whatif.median", l => l.DaysToHear.Median),
        new("whatif.max", l => l.DaysToHear.Max),
        new("whatif.unheard", l => l.DaysToHear.Unheard),
    ];

    /// <summary>The value for a reader; a dash for none.</summary>
    public string Written(EditionLine line, Texts texts) => Of(line) is { } value ? Number(value, texts) : "–";

    /// <summary>What is more or less than at present, with its share: "−1,360, −66.7 %"; null where one of them has no value.</summary>
    public string? Difference(EditionLine line, EditionLine present, Texts texts)
    {
        if (Of(line) is not { } value || Of(present) is not { } before) return null;
        var share = before > 0 ? texts["whatif.percent", Signed((value - before) / before * 100, texts)] : null;
        return value == before ? texts["whatif.equal"] : string.Join("; ", new[] { Signed(value - before, texts), share }.OfType<string>());
    }

    private static string Signed(double number, Texts texts) => (number < 0 ? "−" : "+") + Number(Math.Abs(number), texts);

    // One decimal, where there is one.
    private static string Number(double number, Texts texts)
    {
        var tenths = (long)Math.Round(number * 10, MidpointRounding.AwayFromZero);
        return tenths % 10 == 0 ? texts.Number(tenths / 10) : texts["whatif.tenths", texts.Number(tenths / 10), tenths % 10];
    }
}
