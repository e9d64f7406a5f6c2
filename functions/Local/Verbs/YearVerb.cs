using System.CommandLine;
using System.Globalization;
using Directives.Calendars;
using Directives.Editions;
using Directives.Simulation;
using Spectre.Console;

namespace Directives.Local.Verbs;

/// <summary>The verb <c>year</c> (R2): plays a year for a register with given behaviour, in memory, reproducibly from a seed.</summary>
public static class YearVerb
{
    private const int Refused = 2;

    private static readonly Option<string> From = SpanArguments.Text("--from", "yyyy-MM", "First month.", "2023-01");
    private static readonly Option<string> Months = SpanArguments.Text("--months", "N", $"Months in which cycles open, 1 to {YearOptions.MostMonths}.", "12");

    private static readonly Option<string?> Outage = SpanArguments.Text(
        "--outage", "yyyy-MM-dd,DAYS", "All is down from this day on, for so many days: no letters, and nobody can file.");

    private static readonly Option<string?> Recommendations = SpanArguments.Text(
        "--recommendations", "RATE", "Recommendations that a report brings on average, such as 0.2; each is played to its end. Default: none.");

    private static readonly Option<string> Seed = SpanArguments.Text("--seed", "N", "The same seed plays the same year.", "1");
    private static readonly Option<bool> AsJson = new("--json") { Description = "Print one JSON object and nothing else." };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("year", "Plays a year: who files, who is chased, what letters leave.")
        {
            SpanArguments.Places, From, Months, SpanArguments.OnTime, SpanArguments.Late, SpanArguments.Never, Recommendations, Outage, Seed, AsJson,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var problems = new List<string>();
        var options = Options(parsed, problems);
        if (problems.Count == 0) problems.AddRange(options.Problems(EditionLibrary.Sample, HolidayFile.Vietnam));
        var content = problems.Count == 0 ? SpanArguments.Content(parsed.GetValue(SpanArguments.Places), options.From, problems) : null;
        if (content is null || problems.Count > 0)
        {
            foreach (var problem in problems) await Console.Error.WriteLineAsync(problem);
            return Refused;
        }

        try
        {
            using var year = new SimulatedYear(content, options);
            if (parsed.GetValue(AsJson)) Console.Out.WriteLine(YearJson.Of(await year.RunAsync(null, cancel)));
            else YearTable.Write(options, await WithProgressAsync(year, cancel));
            return 0;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Stopped.");
            return 130;
        }
    }

    private static Task<YearResult> WithProgressAsync(SimulatedYear year, CancellationToken cancel) => AnsiConsole.Progress()
        .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
        .StartAsync(async context =>
        {
            var task = context.AddTask("Playing");
            var result = await Task.Run(() => year.RunAsync(share => task.Value = share * task.MaxValue, cancel), cancel);
            task.Value = task.MaxValue;
            return result;
        });

    private static YearOptions Options(ParseResult parsed, List<string> problems)
    {
        var options = new YearOptions
        {
            From = SpanArguments.Month(From.Name, parsed.GetValue(From)!, problems),
            Months = (int)SpanArguments.Number(Months.Name, parsed.GetValue(Months)!, int.MaxValue, problems),
            Seed = SpanArguments.Number(Seed.Name, parsed.GetValue(Seed)!, long.MaxValue, problems),
            Recommendations = SpanArguments.Share(Recommendations, parsed, problems, "write a number per report such as 0.2.") ?? 0,
            Outage = parsed.GetValue(Outage) is { } text ? OutageOf(text, problems) : null,
        };
        return SpanArguments.WithShares(options, parsed, problems);
    }

    private static Outage? OutageOf(string text, List<string> problems)
    {
        if (text.Split(',') is [var day, var count]
            && DateOnly.TryParseExact(day.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var from)
            && int.TryParse(count, NumberStyles.Integer, CultureInfo.InvariantCulture, out var days)) return new Outage(from, days);
        problems.Add($"--outage: '{text}' is not a day and a number of days; write 2023-04-10,5.");
        return null;
    }
}
