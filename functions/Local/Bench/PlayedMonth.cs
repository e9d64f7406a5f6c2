using System.Globalization;
using Directives.Calendars;
using Directives.Cycles;
using Directives.Local.Cost;
using Directives.Register;
using Directives.Simulation;
using Directives.Tables;

namespace Directives.Local.Bench;

/// <summary>A month that was played from opening to closing, and what was counted of it.</summary>
internal sealed record PlayedMonth(
    YearResult Result, RegisterCounts Register, IReadOnlyDictionary<(Table Table, string Kind), int> Counts, IReadOnlyDictionary<Table, double> Bytes, double CpuMilliseconds)
{
    /// <summary>Table transactions, without the looks of the local alarm clock: on Azure timers look, by their schedules.</summary>
    public int Transactions => Counts.Where(c => !IsLook(c.Key)).Sum(c => c.Value);

    /// <summary>Of the sample province, on tables in Azurite.</summary>
    public static async Task<PlayedMonth> OnAsync(Azurite azurite, string name, YearOptions options, CancellationToken cancel, bool sealsTrail = false) => await PlayAsync(
        await AzureTables.OpenAsync(AzureAccount.Parse(azurite.Connection), name, cancel: cancel), SampleProvince.Load(options.From), options, sealsTrail, cancel);

    /// <summary>Of any register, in memory.</summary>
    public static Task<PlayedMonth> InMemoryAsync(RegisterContent content, YearOptions options, CancellationToken cancel) =>
        PlayAsync(new MemoryTables(), content, options, false, cancel);

    /// <summary>The same by table.</summary>
    public IReadOnlyDictionary<string, double> ByTable() => Counts.Where(c => !IsLook(c.Key)).GroupBy(c => c.Key.Table).OrderBy(g => g.Key.ToString(), StringComparer.Ordinal)
        .ToDictionary(g => g.Key.ToString(), g => (double)g.Sum(c => c.Value));

    /// <summary>Commits on a table.</summary>
    public int Commits(Table table) => Counts.GetValueOrDefault((table, "commits"));

    /// <summary>Per obligation.</summary>
    public BehaviourCounts Behaviour()
    {
        var many = (double)Result.Obligations;
        var tables = ByTable().ToDictionary(t => t.Key, t => CostBench.Rounded(t.Value / many));
        return new BehaviourCounts(
            Result.Obligations, CostBench.Rounded((Result.OnTime + Result.Late) / many), CostBench.Rounded(Result.Letters / many), CostBench.Rounded(Result.Notices / many), tables, CostBench.Rounded(Commits(Table.Sheets) / many),
            CostBench.Rounded(Stored / many), CostBench.Rounded(CpuMilliseconds / many));
    }

    /// <summary>Per recommendation: what is more than in a month without any.</summary>
    public CaseCounts Beside(PlayedMonth without)
    {
        var many = (double)Result.Recommendations!.Raised;
        return new CaseCounts(
            Result.Recommendations.Raised, CostBench.Rounded((Result.Letters - without.Result.Letters) / many), CostBench.Rounded((Transactions - without.Transactions) / many),
            CostBench.Rounded(Commits(Table.Cases) / many), CostBench.Rounded((Stored - without.Stored) / many));
    }

    private double Stored => Bytes.Where(b => b.Key != Table.Register).Sum(b => b.Value);

    private static async Task<PlayedMonth> PlayAsync(ITables rows, RegisterContent content, YearOptions options, bool sealsTrail, CancellationToken cancel)
    {
        var tables = new CountedTables(rows, Table.Cycles);
        using var year = new SimulatedYear(content, options, tables: tables, sealsTrail: sealsTrail);
        var before = Environment.CpuUsage.TotalTime;
        var result = await year.RunAsync(null, cancel);
        var cpu = (Environment.CpuUsage.TotalTime - before).TotalMilliseconds;
        var counts = tables.Counts.ToDictionary();
        var bytes = new Dictionary<Table, double>();
        foreach (var table in Enum.GetValues<Table>())
        {
            var sum = 0.0;
            await foreach (var (partition, row) in rows.ScanAsync(table, cancel)) sum += StoredBytes.Of(partition, row);
            bytes[table] = sum;
        }

        var cycles = await year.Installation.Cycles.AllAsync(cancel);
        RegisterCounts register = new(
            result.Posts, Seats(cycles, Cadence.Month), Seats(cycles, Cadence.Quarter), Sheets(cycles, Cadence.Month), Sheets(cycles, Cadence.Quarter), bytes[Table.Register]);
        return register.Monthly + register.Quarterly == result.Obligations && result.Obligations > 0
            ? new PlayedMonth(result, register, counts, bytes, cpu)
            : throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{result.Obligations} obligations: none, or not all of a monthly or quarterly cycle."));
    }

    private static int Seats(IEnumerable<Cycle> cycles, Cadence cadence) => cycles.Where(c => c.Cadence == cadence).Sum(c => c.Sheets.Sum(s => s.Seats.Count));

    private static int Sheets(IEnumerable<Cycle> cycles, Cadence cadence) => cycles.Where(c => c.Cadence == cadence).Sum(c => c.Sheets.Count);

    private static bool IsLook((Table Table, string Kind) key) => key is (Table.Due, "queries");
}
