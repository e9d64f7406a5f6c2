using System.Globalization;
using Directives.Register;
using Directives.Simulation;
using Directives.Tables;

namespace Directives.Local.Bench;

/// <summary>
/// Table transactions, which Azure bills, of a month of the sample province on Azurite: for each obligation fulfilled on time, each chased to the end, and each
/// case. Looks of the local alarm clock at the due index are told apart: on Azure others wake the chases, and the clock's looks do not grow with what is owed.
/// </summary>
internal static class TransactionsBench
{
    private const double MostOnTime = 20;

    // Nothing is asked of these but that they do not grow.
    private const double MostChased = 50;
    private const double MostOfCase = 200;
    private const double MostSealing = 6;

    public static async Task<IReadOnlyList<BenchLine>> RunAsync(CancellationToken cancel)
    {
        await using var azurite = await Azurite.StartAsync(cancel);
        var allOnTime = new YearOptions { Months = 1, OnTime = 1, Late = 0, Never = 0 };
        var onTime = await PlayAsync(azurite, "ontime", allOnTime, cancel);
        var never = await PlayAsync(azurite, "never", new YearOptions { Months = 1, OnTime = 0, Late = 0, Never = 1 }, cancel);
        var cases = await PlayAsync(azurite, "cases", allOnTime with { Recommendations = 0.2 }, cancel);
        var kept = await PlayAsync(azurite, "sealed", allOnTime, cancel, sealsTrail: true);
        var many = cases.Result.Recommendations!.Raised;
        return
        [
            Line("an on-time obligation, from opening to closing", onTime, null, onTime.Result.Obligations, MostOnTime),
            Line("an obligation that is never fulfilled, chased to the end", never, null, never.Result.Obligations, MostChased),
            Line("a case, from raised to its end", cases, onTime, many, MostOfCase),
            Line("what the hourly sealing of the trail and the daily look for old content add to an on-time obligation", kept, onTime, onTime.Result.Obligations, MostSealing),
        ];
    }

    private static async Task<Played> PlayAsync(Azurite azurite, string name, YearOptions options, CancellationToken cancel, bool sealsTrail = false)
    {
        var tables = new CountedTables(await AzureTables.OpenAsync(AzureAccount.Parse(azurite.Connection), name, cancel: cancel), Table.Cycles);
        using var year = new SimulatedYear(SampleProvince.Load(options.From), options, tables: tables, sealsTrail: sealsTrail);
        var result = await year.RunAsync(null, cancel);
        return new Played(result, tables.Counts);
    }

    private static BenchLine Line(string what, Played played, Played? without, int many, double most)
    {
        var own = played.Counts.Keys.Union(without?.Counts.Keys ?? []).Where(key => !IsLook(key))
            .Select(key => (Key: key, Each: (double)(Of(played, key) - Of(without, key)) / many)).OrderByDescending(count => count.Each).ToList();
        var looks = (double)(played.Counts.Where(c => IsLook(c.Key)).Sum(c => c.Value) - (without?.Counts.Where(c => IsLook(c.Key)).Sum(c => c.Value) ?? 0)) / many;
        var parts = string.Join(", ", own.Where(count => count.Each >= 0.1).Select(count => string.Create(CultureInfo.InvariantCulture, $"{count.Key.Table} {count.Key.Kind} {count.Each:0.0}")));
        var sum = own.Sum(count => count.Each);
        return BenchLine.Absolute(
            "transactions", string.Create(CultureInfo.InvariantCulture, $"{what} ({many} of them): {parts}; beside them {looks:0.0} looks of the alarm clock"), "table transactions",
            new Spread(sum, sum, sum), most);
    }

    private static bool IsLook((Table Table, string Kind) key) => key is (Table.Due, "queries");

    private static int Of(Played? played, (Table, string) key) => played?.Counts.GetValueOrDefault(key) ?? 0;

    private sealed record Played(YearResult Result, IReadOnlyDictionary<(Table Table, string Kind), int> Counts);
}
