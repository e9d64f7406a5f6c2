using System.Globalization;
using Directives.Language;
using Directives.WhatIf;
using Spectre.Console;

namespace Directives.Local.Verbs;

/// <summary>A comparison of editions as tables for people.</summary>
internal static class WhatIfTable
{
    private const int MostRows = 15;

    public static void Write(ComparisonResult result, bool details)
    {
        var present = result.Editions[0];
        var table = new Table().Border(TableBorder.Rounded).AddColumn("");
        table.Title = new TableTitle(Markup.Escape(
            $"{result.Directive}, {result.From:yyyy-MM} to {result.To:yyyy-MM}, {(result.Basis == Basis.Past ? "past cycles" : "simulated")}, seed {result.Seed.ToString(CultureInfo.InvariantCulture)}"));
        table.AddColumn(new TableColumn(Markup.Escape(present.Name)).RightAligned());
        foreach (var line in result.Editions.Skip(1)) table.AddColumn(new TableColumn(Markup.Escape(line.Name)).RightAligned());
        foreach (var measure in Measure.All)
            table.AddRow([Markup.Escape(Texts.English[measure.Name]), .. result.Editions.Select((line, i) => Markup.Escape(Cell(measure, line, i == 0 ? null : present)))]);
        AnsiConsole.Write(table);
        if (details)
        {
            Write(result, "area", l => l.ByArea.Select(a => (a.Code, a.Name, a.Reports, a.Late, a.Missed, (int?)null)));
            Write(result, "official", l => l.ByOfficial.Select(o => (o.Id, o.TitleEn, o.Reports, o.Late, o.Missed, (int?)o.Letters)));
        }

        foreach (var assumption in result.Assumptions) AnsiConsole.WriteLine("- " + assumption.In(Texts.English));
        AnsiConsole.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{result.Posts:N0} posts, {result.Seconds:0.0} s"));
    }

    private static string Cell(Measure measure, EditionLine line, EditionLine? present)
    {
        var value = measure.Written(line, Texts.English);
        return present is not null && measure.Difference(line, present, Texts.English) is { } difference ? $"{value}\n{difference}" : value;
    }

    private static void Write(
        ComparisonResult result, string what, Func<EditionLine, IEnumerable<(string Id, string Name, int Reports, int Late, int Missed, int? Letters)>> rows)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumn(what);
        foreach (var line in result.Editions) table.AddColumn(new TableColumn(Markup.Escape($"{line.Name}: reports / late / missed{(what == "official" ? " / letters" : "")}")).RightAligned());
        var byId = result.Editions.Select(l => rows(l).ToDictionary(r => r.Id, StringComparer.Ordinal)).ToList();
        var ids = byId.SelectMany(e => e.Values).GroupBy(r => r.Id, StringComparer.Ordinal)
            .OrderByDescending(g => g.Max(r => r.Letters ?? r.Reports)).ThenBy(g => g.Key, StringComparer.Ordinal).Take(MostRows);
        foreach (var id in ids)
        {
            table.AddRow(
            [
                Markup.Escape(id.First().Name),
                .. byId.Select(e => e.TryGetValue(id.Key, out var r)
                    ? string.Create(CultureInfo.InvariantCulture, $"{r.Reports:N0} / {r.Late:N0} / {r.Missed:N0}{(r.Letters is { } l ? $" / {l:N0}" : "")}")
                    : "-"),
            ]);
        }

        AnsiConsole.Write(table);
        var more = byId.SelectMany(e => e.Keys).Distinct(StringComparer.Ordinal).Count() - MostRows;
        if (more > 0) AnsiConsole.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{more:N0} more: --json has them all."));
    }
}
