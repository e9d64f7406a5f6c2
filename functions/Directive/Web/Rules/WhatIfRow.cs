using Directives.Language;
using Directives.WhatIf;

namespace Directives.Web.Rules;

/// <summary>An area or a person under each of the editions.</summary>
/// <param name="Name">Place or title.</param>
/// <param name="Weight">What the rows are ordered by, the most first.</param>
/// <param name="Cells">One per edition, the present one first: figures with slashes between them; null where the edition has nothing for it.</param>
public sealed record WhatIfRow(string Name, int Weight, IReadOnlyList<string?> Cells)
{
    /// <summary>Areas, those with the most reports first: reports, late, missed, median of days until something is heard of.</summary>
    public static IReadOnlyList<WhatIfRow> Areas(ComparisonResult result, Texts texts) => Rows(
        result, l => l.ByArea, a => a.Code, a => a.Name, a => a.Reports,
        a => [texts.Number(a.Reports), texts.Number(a.Late), texts.Number(a.Missed), a.DaysToHear.Median is { } median ? texts.Number((long)Math.Round(median)) : "–"]);

    /// <summary>People, those who get the most letters first: letters, reports, late, missed.</summary>
    public static IReadOnlyList<WhatIfRow> Officials(ComparisonResult result, Texts texts) => Rows(
        result, l => l.ByOfficial, o => o.Id, o => texts.Language == "en" ? o.TitleEn : o.Title, o => o.Letters,
        o => [texts.Number(o.Letters), texts.Number(o.Reports), texts.Number(o.Late), texts.Number(o.Missed)]);

    private static IReadOnlyList<WhatIfRow> Rows<T>(
        ComparisonResult result, Func<EditionLine, IReadOnlyList<T>> rows, Func<T, string> id, Func<T, string> name, Func<T, int> weight, Func<T, IEnumerable<string>> figures)
    {
        var lines = result.Editions.Select(l => rows(l).ToDictionary(id, StringComparer.Ordinal)).ToList();
        return
        [
            .. lines.SelectMany(l => l).GroupBy(r => r.Key, r => r.Value, StringComparer.Ordinal)
                .Select(g => new WhatIfRow(
                    name(g.First()), g.Max(weight), [.. lines.Select(l => l.TryGetValue(g.Key, out var row) ? string.Join(" / ", figures(row)) : null)]))
                .OrderByDescending(r => r.Weight).ThenBy(r => r.Name, StringComparer.Ordinal),
        ];
    }
}
