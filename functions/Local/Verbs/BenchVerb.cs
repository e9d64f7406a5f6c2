using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Directives.Local.Bench;
using Spectre.Console;

namespace Directives.Local.Verbs;

/// <summary><c>bench</c>: ratios against baselines of equal durability in the same run. Exit code 1 if a target is missed.</summary>
public static class BenchVerb
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private const string Cost = "cost";

    private static readonly Benchmark[] All =
    [
        new("start", "the start of the program", StartBench.RunAsync),
        new("opening", "opening cycles of 11,303 posts", OpeningBench.RunAsync),
        new("submissions", "reports over HTTP", SubmissionBench.RunAsync),
        new("due", "finding what is due", DueBench.RunAsync),
        new("overview", "the office's overview", OverviewBench.RunAsync),
        new("access", "who asks, and what they may", AccessBench.RunAsync),
        new("register", "reading and asking the register of a nation", RegisterBench.RunAsync),
        new("import", "an import of a nation's places", ImportBench.RunAsync),
        new("letters", "letters put into words", LettersBench.RunAsync),
        new("radar", "like recommendations among 100,000", RadarBench.RunAsync),
        new("cases", "recommendations: pages and radar among 100,000", CasesBench.RunAsync),
        new("what-if", "editions tried beside the present one", WhatIfBench.RunAsync),
        new("year", "a year of 11,303 posts", YearBench.RunAsync),
        new("transactions", "table transactions on Azurite", TransactionsBench.RunAsync),
        new(Cost, "counts for the cost page, on Azurite", cancel => CostBench.RunAsync(null, cancel)),
    ];

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var only = new Option<string?>("--only") { HelpName = "NAME", Description = "Run one of them: " + string.Join(", ", All.Select(b => b.Name)) + "." };
        only.AcceptOnlyFromAmong([.. All.Select(b => b.Name)]);
        var year = new Option<bool>("--year") { Description = "Also play a year of 11,303 posts, which takes a minute or more." };
        var json = new Option<bool>("--json") { Description = "Print one JSON object and nothing else." };
        var write = new Option<FileInfo?>("--write") { HelpName = "FILE", Description = "With --only cost: write what was counted there, as the cost page reads it." };
        var verb = new Command("bench", "Measures against baselines of equal durability; exit code 1 if a target is missed.") { only, year, json, write };
        verb.Validators.Add(call =>
        {
            if (call.GetValue(write) is not null && call.GetValue(only) != Cost) call.AddError("--write goes with --only cost.");
        });
        verb.SetAction((call, cancel) => RunAsync(call.GetValue(only), call.GetValue(year), call.GetValue(json), call.GetValue(write), cancel));
        return verb;
    }

    private static async Task<int> RunAsync(string? only, bool year, bool json, FileInfo? write, CancellationToken cancel)
    {
        var lines = new List<BenchLine>();
        foreach (var benchmark in All.Where(b => only is null ? (year || b.Name != "year") && b.Name is not ("transactions" or Cost) : b.Name == only))
        {
            if (!json) AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"Measuring {benchmark.Says} …");
            lines.AddRange(benchmark.Name == Cost ? await CostBench.RunAsync(write, cancel) : await benchmark.Run(cancel));
        }

        if (json) Console.Out.WriteLine(JsonSerializer.Serialize(new { Passed = lines.TrueForAll(l => l.Passed), Lines = lines }, Json));
        else Write(lines);
        return lines.TrueForAll(l => l.Passed) ? 0 : 1;
    }

    private static void Write(List<BenchLine> lines)
    {
        var table = new Table().Border(TableBorder.Rounded);
        foreach (var column in new[] { "what", "unit", "min / median / max", "baseline", "value", "target", "" }) table.AddColumn(column);
        foreach (var line in lines)
        {
            table.AddRow(
                Markup.Escape(line.What),
                Markup.Escape(line.Unit),
                line.Ours.ToString(),
                line.Baseline?.ToString() ?? "",
                line.Value.ToString("0.##", CultureInfo.InvariantCulture) + (line.Baseline is null ? "" : " ×"),
                (line.AtMost ? "≤ " : "≥ ") + line.Target.ToString("0.##", CultureInfo.InvariantCulture) + (line.Baseline is null ? "" : " ×"),
                line.Passed ? "[green]pass[/]" : "[red]FAIL[/]");
        }

        AnsiConsole.Write(table);
    }
}
