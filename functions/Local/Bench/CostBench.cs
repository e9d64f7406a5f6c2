using System.Globalization;
using System.Runtime.InteropServices;
using Directives.Dossiers;
using Directives.Local.Cost;
using Directives.Simulation;
using Directives.Tables;

namespace Directives.Local.Bench;

/// <summary>
/// Counts for the cost page: letters, table transactions, rows and processor time per obligation, by how people behave, on Azurite; filing a report over HTTP; what
/// timers ask of the tables when nothing is due. A month of the nation, in memory, is counted to hold against what the page works out.
/// </summary>
internal static class CostBench
{
    private const string Name = "cost";
    private const double ShareOfCases = 0.2;

    // Nothing is asked of these but that they do not grow; table transactions have their own bench.
    private const double MostLetters = 4;
    private const double MostRequests = 12;
    private const double MostTransactions = 50;

    /// <summary>Counts, and writes the counts for the page where a file is named.</summary>
    public static async Task<IReadOnlyList<BenchLine>> RunAsync(FileInfo? write, CancellationToken cancel)
    {
        // Before minutes of counting.
        if (write is { Directory.Exists: false }) throw new CannotStartException($"There is no folder '{write.DirectoryName}' to write '{write.Name}' to.");
        var counts = await MeasureAsync(cancel);
        if (write is not null) await File.WriteAllTextAsync(write.FullName, CostFiles.Text(counts), cancel);
        return
        [
            Line("an on-time obligation", "letters", counts.OnTime.Letters, MostLetters),
            Line("filing a report in a browser, from the letter's link to the receipt", "requests", counts.Filing.Requests, MostRequests),
            Line("the same, with every page of it", "table transactions", counts.Filing.Transactions, MostTransactions),
        ];
    }

    private static async Task<CostCounts> MeasureAsync(CancellationToken cancel)
    {
        var all = new YearOptions { Months = 1, OnTime = 1, Late = 0, Never = 0 };
        var filing = await FiledReports.CountAsync(cancel);
        var idle = await IdleLooks.CountAsync(cancel);
        await using var azurite = await Azurite.StartAsync(cancel);
        // The compiler's time is nobody's.
        await PlayedMonth.OnAsync(azurite, "warm", new YearOptions { Months = 1 }, cancel);
        var onTime = await PlayedMonth.OnAsync(azurite, "ontime", all, cancel);
        var late = await PlayedMonth.OnAsync(azurite, "late", all with { OnTime = 0, Late = 1 }, cancel);
        var never = await PlayedMonth.OnAsync(azurite, "never", all with { OnTime = 0, Never = 1 }, cancel);
        var cases = await PlayedMonth.OnAsync(azurite, "cases", all with { Recommendations = ShareOfCases }, cancel);
        var sealing = await PlayedMonth.OnAsync(azurite, "sealed", all, cancel, sealsTrail: true);
        var mixed = new YearOptions { Months = 1, From = BenchInstallation.Since };
        var nation = await PlayedMonth.InMemoryAsync(BenchInstallation.OfNation, mixed, cancel);
        var letters = await LettersBench.RunAsync(cancel);
        return new CostCounts
        {
            Read = "Counted, not typed: dotnet run --project functions/Local -c Release -- bench --only cost --write infra/cost/counts.json",
            MadeOn = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime),
            MadeWith = string.Create(
                CultureInfo.InvariantCulture, $"{RuntimeInformation.FrameworkDescription}, {Environment.ProcessorCount} processors, tables in Azurite, months of {all.From:yyyy-MM}"),
            Registers = new Dictionary<string, RegisterCounts> { ["province"] = onTime.Register, ["nation"] = nation.Register },
            OnTime = onTime.Behaviour(),
            Late = late.Behaviour(),
            Never = never.Behaviour(),
            Case = cases.Beside(onTime),
            SealingTransactions = Rounded((double)(sealing.Transactions - onTime.Transactions) / onTime.Result.Obligations),
            Filing = filing,
            LetterMilliseconds = Rounded(1000 / letters[0].Value),
            IdleTransactions = idle.Timers,
            LeaseTransactions = idle.Lease,
            LeaseSeconds = EngineRule.RenewEvery.TotalSeconds,
            NationMonth = new NationMonth(
                nation.Result.Obligations, mixed.OnTime, mixed.Late, mixed.Never, nation.Result.Letters, nation.ByTable(), nation.Commits(Table.Sheets)),
        };
    }

    /// <summary>What was counted is no more exact than this, and a file with fewer digits is easier to read.</summary>
    internal static double Rounded(double number) => Math.Round(number, number < 1 ? 4 : 2);

    private static BenchLine Line(string what, string unit, double value, double most) => BenchLine.Absolute(Name, what, unit, new Spread(value, value, value), most);
}
