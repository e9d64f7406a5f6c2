using System.Diagnostics;
using System.Text;
using Directives.Calendars;
using Directives.Editions;
using Directives.Register;
using Directives.Simulation;
using Directives.WhatIf;

namespace Directives.Local.Bench;

/// <summary>Editions tried: four beside the present one for a province against its year played once, and for 11,303 posts in seconds.</summary>
internal static class WhatIfBench
{
    private const int Repetitions = 3;
    private const double MostOfAYear = 0.5;
    private const double MostSeconds = 60;

    public static async Task<IReadOnlyList<BenchLine>> RunAsync(CancellationToken cancel)
    {
        var options = new YearOptions();
        var sample = SampleProvince.Load(options.From);
        var (tried, played) = (new List<double>(), new List<double>());
        for (var i = 0; i < Repetitions; i++)
        {
            using var year = new SimulatedYear(sample, options);
            var watch = Stopwatch.StartNew();
            await year.RunAsync(null, cancel);
            played.Add(watch.Elapsed.TotalSeconds);
            tried.Add(Compare(sample, options, cancel));
        }

        var nation = TitledRegister.From(PlacesFile.Read(Encoding.UTF8.GetBytes(SyntheticNation.Csv()), options.From), options.From);
        var seconds = Compare(nation, options, cancel);
        return
        [
            BenchLine.Ratio("what-if", "a year of 170 posts, four candidates and the present / played once", "s", Spread.Of(tried), Spread.Of(played), MostOfAYear, true),
            BenchLine.Absolute("what-if", "a year of 11,303 posts, four candidates and the present", "s", new Spread(seconds, seconds, seconds), MostSeconds),
        ];
    }

    private static double Compare(RegisterContent content, YearOptions options, CancellationToken cancel)
    {
        var setting = new TrialSetting { Register = RegisterSnapshot.Build(content), Calendar = HolidayFile.Vietnam, Options = options };
        return Comparison.Run(setting, EditionLibrary.Sample, [.. Candidates()], null, cancel).Seconds;
    }

    private static IEnumerable<(string, Edition)> Candidates()
    {
        yield return ("quarter", Monitors(r => r with { Cadence = Cadence.Quarter }));
        yield return ("half-year", Monitors(r => r with { Cadence = Cadence.HalfYear }));
        yield return ("reporting months", Monitors(r => r with { Period = PeriodKind.Reporting }));
        yield return ("due later", Monitors(r => r with { DueWorkingDays = 10 }));
    }

    private static Edition Monitors(Func<RoleRule, RoleRule> change) =>
        EditionFile.Sample with { Roles = [.. EditionFile.Sample.Roles.Select(r => r.Role == SeatRole.Monitor ? change(r) : r)] };
}
