using System.CommandLine;
using Directives.Editions;
using Directives.Language;
using Directives.Local.Data;
using Directives.Register;
using Directives.Simulation;
using Directives.WhatIf;

namespace Directives.Local.Verbs;

/// <summary>The verb <c>what-if</c> (R2): tries editions beside the present ones, over a simulated year or the past cycles of a folder; changes nothing.</summary>
internal static class WhatIfVerb
{
    private const int Refused = 2;

    private static readonly Option<string[]> Editions = new("--edition")
    {
        HelpName = "FILE",
        Description = $"An edition to try, as a file like those of rules/editions; several times, up to {Comparison.MostCandidates}.",
        Required = true,
    };

    private static readonly Option<DirectoryInfo?> Data = new("--data")
    {
        HelpName = "DIR",
        Description = "Folder of an installation: its register and rules are taken, and its closed cycles replayed; with a share given, a year is simulated there. It is only read.",
    };

    private static readonly Option<string?> From = SpanArguments.Text(
        "--from", "yyyy-MM", "First month. Default 2023-01; with --data the last year that can be replayed, or this month to simulate.");

    private static readonly Option<string?> Months = SpanArguments.Text("--months", "N", $"Months in which cycles open, 1 to {YearOptions.MostMonths}. Default 12.");
    private static readonly Option<string> Seed = SpanArguments.Text("--seed", "N", "The same seed plays the same days and people, whatever the edition.", "1");
    private static readonly Option<bool> Details = new("--details") { Description = "Also print tables by area and by official." };
    private static readonly Option<bool> AsJson = new("--json") { Description = "Print one JSON object and nothing else." };

    public static Command Create()
    {
        var command = new Command("what-if", "Compares editions: visits, reports, letters, late cases, days until a difficulty is heard of.")
        {
            Editions, SpanArguments.Places, Data, From, Months, SpanArguments.OnTime, SpanArguments.Late, SpanArguments.Never, Seed, Details, AsJson,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var problems = new List<string>();
        var candidates = Read(parsed.GetRequiredValue(Editions), problems);
        var asked = await AskedAsync(parsed, candidates, problems, cancel);
        if (asked is not { } question || problems.Count > 0)
        {
            foreach (var problem in problems) await Console.Error.WriteLineAsync(problem);
            return Refused;
        }

        try
        {
            var json = parsed.GetValue(AsJson);
            foreach (var note in question.Judged.Notes) await Console.Error.WriteLineAsync(note.In(Texts.English));
            var result = await Task.Run(() => Comparison.Run(question.Setting, question.Judged.Present!, question.Judged.Tried, cancel: cancel), cancel);
            if (json) Console.Out.WriteLine(ComparisonJson.Of(result, question.Judged.Notes, Texts.English));
            else WhatIfTable.Write(result, parsed.GetValue(Details));
            return 0;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Stopped.");
            return 130;
        }
    }

    private static List<Candidate> Read(string[] files, List<string> problems)
    {
        var candidates = new List<Candidate>();
        foreach (var file in files)
        {
            try
            {
                candidates.Add(new Candidate(file, EditionFile.Load(file)));
            }
            catch (RulesFileException refused)
            {
                problems.AddRange(refused.Problems.Select(p => $"{file}: {p.Path}: {p.Reason}"));
            }
            catch (Exception e) when (e is ArgumentException or NotSupportedException)
            {
                problems.Add($"{file}: $: The file cannot be read: {e.Message}");
            }
        }

        return candidates;
    }

    private sealed record Question(TrialSetting Setting, JudgedCandidates Judged);

    private static async Task<Question?> AskedAsync(ParseResult parsed, List<Candidate> candidates, List<string> problems, CancellationToken cancel)
    {
        var given = SpanArguments.WithShares(new YearOptions(), parsed, problems) with
        {
            Seed = SpanArguments.Number(Seed.Name, parsed.GetValue(Seed)!, long.MaxValue, problems),
        };
        var from = parsed.GetValue(From) is { } month ? SpanArguments.Month(From.Name, month, problems) : (DateOnly?)null;
        var months = parsed.GetValue(Months) is { } number ? (int)SpanArguments.Number(Months.Name, number, int.MaxValue, problems) : (int?)null;
        if (parsed.GetValue(Data) is { } folder)
        {
            if (parsed.GetValue(SpanArguments.Places) is not null) problems.Add("--places: with --data the folder's own register is taken; leave one of them out.");
            return problems.Count > 0 ? null : await InFolderAsync(folder, parsed, candidates, given, from, months, problems, cancel);
        }

        var options = given with { From = from ?? given.From, Months = months ?? given.Months };
        var judged = Judge(candidates, EditionLibrary.Sample, problems);
        if (problems.Count == 0) problems.AddRange(options.Problems(judged.Present!, Calendars.HolidayFile.Vietnam));
        return problems.Count == 0 && SpanArguments.Content(parsed.GetValue(SpanArguments.Places), options.From, problems) is { } content
            ? new Question(new TrialSetting { Register = RegisterSnapshot.Build(content), Calendar = Calendars.HolidayFile.Vietnam, Options = options }, judged)
            : null;
    }

    private static async Task<Question?> InFolderAsync(
        DirectoryInfo folder, ParseResult parsed, List<Candidate> candidates, YearOptions given, DateOnly? from, int? months, List<string> problems, CancellationToken cancel)
    {
        await using var local = await LocalInstallation.ReadAsync(DataFolder.Existing(folder), cancel);
        var installation = local.Installation;
        await installation.Changes.LoadEditionsAsync(cancel);
        var judged = Judge(candidates, installation.Parts.Rules.Editions, problems);
        if (problems.Count > 0) return null;
        var simulates = new[] { SpanArguments.OnTime, SpanArguments.Late, SpanArguments.Never }.Any(o => parsed.GetValue(o) is not null);
        var asked = await new TrialSource(installation).SettingAsync(judged.Present!, given, simulates ? Basis.Simulated : Basis.Past, from, months, cancel);
        if (asked.Problem is { } problem) problems.Add(problem.In(Texts.English));
        return asked.Setting is { } setting ? new Question(setting, judged) : null;
    }

    private static JudgedCandidates Judge(List<Candidate> candidates, EditionLibrary editions, List<string> problems)
    {
        var judged = Candidates.Judge(candidates, editions);
        // A file that was refused is none, and that is said already.
        if (problems.Count == 0) problems.AddRange(judged.Problems.Select(p => p.In(Texts.English)));
        return judged;
    }
}
