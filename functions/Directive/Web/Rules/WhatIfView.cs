using System.Globalization;
using Directives.Editions;
using Directives.Language;
using Directives.Reports;
using Directives.Web.Office;
using Directives.WhatIf;

namespace Directives.Web.Rules;

/// <summary>The page that tries editions: what was typed, and what came of it.</summary>
public sealed record WhatIfView
{
    public required WhatIfForm Form { get; init; }

    /// <summary>Numbers of all directives.</summary>
    public required IReadOnlyList<string> Directives { get; init; }

    /// <summary>The edition in force, from which candidates are made.</summary>
    public required Edition Present { get; init; }

    /// <summary>The months that can be replayed; null while none has closed.</summary>
    public required PastSpan? Span { get; init; }

    /// <summary>The comparison; null where none was made.</summary>
    public ComparisonResult? Result { get; init; }

    /// <summary>The candidates, in the order of the comparison.</summary>
    public IReadOnlyList<WhatIfCandidate> Candidates { get; init; } = [];

    /// <summary>What one should know of the candidates.</summary>
    public IReadOnlyList<CandidateRemark> Notes { get; init; } = [];

    public IReadOnlyList<FieldProblem> Problems { get; init; } = [];

    /// <summary>What the reader of editions says of texts, in its own words.</summary>
    public IReadOnlyList<string> Wrong { get; init; } = [];

    /// <summary>What is wrong with a field.</summary>
    public IEnumerable<FieldProblem> Of(string field) => Problems.Where(p => p.Field == field);

    /// <summary>The measures that the chart shows.</summary>
    public static IReadOnlyList<Measure> Charted { get; } = [.. Measure.All.Where(m => m.Name is not ("whatif.reports" or "whatif.unheard"))];

    /// <summary>Address of the chart: it says all that the chart shows.</summary>
    public string ChartAddress() => $"{WhatIfEndpoints.ChartPath}?" + string.Join('&', Result!.Editions.Select(l =>
        "of=" + string.Join(',', Charted.Select(m => m.Of(l)?.ToString("0.#", CultureInfo.InvariantCulture) ?? ""))));

    /// <summary>The chart that an address asks for; null where it asks for none.</summary>
    public static string? Chart(IReadOnlyList<string?> lines, Texts texts, ChartSize size)
    {
        if (lines.Count is < 1 or > Comparison.MostCandidates + 1) return null;
        var values = lines.Select(l => (l ?? "").Split(',').Select(Value).ToList()).ToList();
        if (values.Any(v => v.Count != Charted.Count)) return null;
        var measures = Charted.Select((m, i) => (texts[$"{m.Name}.short"], (IReadOnlyList<double?>)[.. values.Select(v => v[i])])).ToList();
        return OfficeCharts.Compared(measures, [texts["whatif.present"], .. Enumerable.Range(0, lines.Count - 1).Select(i => ((char)('A' + i)).ToString())], texts, size);
    }

    private static double? Value(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value is >= 0 and < 1e9 ? value : null;
}

/// <summary>A candidate of a comparison.</summary>
/// <param name="Name">A, B …</param>
/// <param name="Text">The edition as text.</param>
public sealed record WhatIfCandidate(string Name, Edition Edition, string Text)
{
    /// <summary>What it asks for, per role.</summary>
    public static IEnumerable<string> Says(Edition edition, Texts texts) => edition.Roles.Select(r =>
        texts["whatif.says", texts[$"role.{r.Role}"], texts[$"whatif.cadence.{r.Cadence}"], r.DueWorkingDays]);
}
