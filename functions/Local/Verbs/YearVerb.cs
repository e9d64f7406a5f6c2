using System.CommandLine;
using System.Globalization;
using Directives.Calendars;
using Directives.Editions;
using Directives.Register;
using Directives.Simulation;
using Spectre.Console;

namespace Directives.Local.Verbs;

/// <summary>The verb <c>year</c> (R2): plays a year for a register with given behaviour, in memory, reproducibly from a seed.</summary>
public static class YearVerb
{
    private const int Refused = 2;

    private static readonly Option<string?> Places = Text(
        "--places", "FILE", "Places to play with: a CSV file with code,name,kind,level,parent; several provinces are fine. Default: the sample province.");

    private static readonly Option<string> From = Text("--from", "yyyy-MM", "First month.", "2023-01");
    private static readonly Option<string> Months = Text("--months", "N", $"Months in which cycles open, 1 to {YearOptions.MostMonths}.", "12");

    private static readonly Option<string?> OnTime = Text(
        "--on-time", "P", "Share of obligations fulfilled by the due day, 0 to 1. Default 0.8; if only some of the three shares are given, "
        + "what is left goes to the others in proportion to their defaults.");

    private static readonly Option<string?> Late = Text("--late", "P", "Share fulfilled after the due day, before the last. Default 0.15.");
    private static readonly Option<string?> Never = Text("--never", "P", "Share never fulfilled. Default 0.05.");

    private static readonly Option<string?> Outage = Text(
        "--outage", "yyyy-MM-dd,DAYS", "All is down from this day on, for so many days: no letters, and nobody can file.");

    private static readonly Option<string?> Recommendations = Text(
        "--recommendations", "RATE", "Recommendations that a report brings on average, such as 0.2; each is played to its end. Default: none.");

    private static readonly Option<string> Seed = Text("--seed", "N", "The same seed plays the same year.", "1");
    private static readonly Option<bool> AsJson = new("--json") { Description = "Print one JSON object and nothing else." };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("year", "Plays a year: who files, who is chased, what letters leave.")
        {
            Places, From, Months, OnTime, Late, Never, Recommendations, Outage, Seed, AsJson,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var problems = new List<string>();
        var options = Options(parsed, problems);
        if (problems.Count == 0) problems.AddRange(options.Problems(EditionLibrary.Sample, HolidayFile.Vietnam));
        var content = problems.Count == 0 ? Content(parsed.GetValue(Places), options.From, problems) : null;
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
        var from = parsed.GetValue(From)!;
        if (!DateOnly.TryParseExact(from, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first))
            problems.Add($"--from: '{from}' is no month; write it as 2023-01.");
        var options = new YearOptions
        {
            From = first,
            Months = Number(Months, parsed, int.MaxValue, problems) is var months ? (int)months : 0,
            Seed = Number(Seed, parsed, long.MaxValue, problems),
            Recommendations = Share(Recommendations, parsed, problems, "write a number per report such as 0.2.") ?? 0,
            Outage = parsed.GetValue(Outage) is { } text ? OutageOf(text, problems) : null,
        };
        return options.WithShares(Share(OnTime, parsed, problems), Share(Late, parsed, problems), Share(Never, parsed, problems));
    }

    private static long Number(Option<string> option, ParseResult parsed, long most, List<string> problems)
    {
        var text = parsed.GetValue(option)!;
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && Math.Abs((decimal)number) <= most) return number;
        problems.Add($"{option.Name}: '{text}' is no whole number in range.");
        return 0;
    }

    private static double? Share(Option<string?> option, ParseResult parsed, List<string> problems, string hint = "write a share between 0 and 1 such as 0.8.")
    {
        if (parsed.GetValue(option) is not { } text) return null;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var share) && double.IsFinite(share)) return share;
        problems.Add($"{option.Name}: '{text}' is no number; {hint}");
        return null;
    }

    private static Outage? OutageOf(string text, List<string> problems)
    {
        if (text.Split(',') is [var day, var count]
            && DateOnly.TryParseExact(day.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var from)
            && int.TryParse(count, NumberStyles.Integer, CultureInfo.InvariantCulture, out var days)) return new Outage(from, days);
        problems.Add($"--outage: '{text}' is not a day and a number of days; write 2023-04-10,5.");
        return null;
    }

    private static RegisterContent? Content(string? file, DateOnly from, List<string> problems)
    {
        if (file is null) return SampleProvince.Load(from);
        try
        {
            return TitledRegister.From(PlacesFile.Read(file, from), from);
        }
        catch (RegisterRefusedException refused)
        {
            problems.Add($"--places: {file} is refused:");
            problems.Add(refused.Message);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            problems.Add($"--places: {file} cannot be read: {e.Message}");
        }

        return null;
    }

    private static Option<string?> Text(string name, string value, string description) => new(name) { HelpName = value, Description = description };

    private static Option<string> Text(string name, string value, string description, string normally) =>
        new(name) { HelpName = value, Description = description, DefaultValueFactory = _ => normally };
}
