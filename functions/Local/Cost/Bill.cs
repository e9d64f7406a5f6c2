namespace Directives.Local.Cost;

/// <summary>What an average month costs, by item; pure.</summary>
public sealed record Bill(IReadOnlyList<BillLine> Lines, IReadOnlyList<FunctionRuns> Runs)
{
    private const string Measured = "measured";
    private const double BytesInGb = 1e9;
    private const double MonthsStored = 12;

    /// <summary>The month's sum, in the list's currency.</summary>
    public double Total => Lines.Sum(l => l.Cost);

    /// <summary>The bill of a month.</summary>
    /// <exception cref="CannotStartException">No mail plan holds its letters.</exception>
    public static Bill Of(Scenario month)
    {
        var runs = FunctionRuns.Of(month);
        List<BillLine> lines = [.. Functions(month, runs), .. StorageUse.Of(month), .. Beside(month, runs)];
        return new Bill(lines, runs);
    }

    private static IEnumerable<BillLine> Functions(Scenario month, IReadOnlyList<FunctionRuns> runs)
    {
        var (prices, given) = (month.Prices, month.Assumptions);
        var ready = given.AlwaysReadyInstances.Value;
        // Instances that are always ready take the requests; those have no free grant.
        var onDemand = runs.Where(r => ready == 0 || !r.Http).ToList();
        var count = onDemand.Sum(r => r.Count);
        var gbSeconds = Gb(onDemand);
        yield return new("Functions: executions", count, "executions", prices.Executions.Of(count), "counts × schedules and assumed replays");
        yield return new("Functions: memory while working", gbSeconds, "GB-s", prices.GbSeconds.Of(gbSeconds), "the same, billed by the second");
        if (ready == 0) yield break;
        var atReady = runs.Where(r => r.Http).ToList();
        var kept = prices.Flex.GbSeconds(given.HoursInMonth.Value * 3600 * ready, given.InstanceMegabytes.Value);
        yield return new("Functions: always ready, kept", kept, "GB-s", prices.AlwaysReadyBaseline.OfAll(kept), "setting");
        yield return new("Functions: always ready, working", Gb(atReady), "GB-s", prices.AlwaysReadyGbSeconds.OfAll(Gb(atReady)), "counts");
        yield return new("Functions: always ready, executions", atReady.Sum(r => r.Count), "executions", prices.AlwaysReadyExecutions.OfAll(atReady.Sum(r => r.Count)), "counts");

        double Gb(IEnumerable<FunctionRuns> some) => prices.Flex.GbSeconds(some.Sum(r => r.BilledSeconds), given.InstanceMegabytes.Value);
    }

    private static IEnumerable<BillLine> Beside(Scenario month, IReadOnlyList<FunctionRuns> runs)
    {
        var (prices, given) = (month.Prices, month.Assumptions);
        var own = StorageUse.OwnTransactions(month);
        var records = ((runs.Sum(r => r.Count) * given.RecordsPerExecution.Value) + own) * given.TelemetryShare.Value;
        var metrics = given.MetricsPerMinute.Value * given.HoursInMonth.Value * 60;
        var logs = (records + metrics) * given.RecordBytes.Value / BytesInGb;
        yield return new("Logs and traces", logs, "GB", prices.LogGb.Of(logs), "assumed size of a record");
        var vault = given.VaultOperationsPerDay.Value * given.HoursInMonth.Value / 24;
        yield return new("Vault", vault, "operations", prices.VaultOperations.Of(vault), "assumed");
        if (month.OwnMailServer) yield break;
        var plan = MailPlan.For(prices.MailPlans, month.Letters);
        yield return new($"Mail plan ({plan.Name})", month.Letters, "letters", plan.Amount, Measured);
    }

    /// <summary>GB of rows after a year of such months.</summary>
    internal static double StoredGb(Scenario month) =>
        ((MonthsStored * ((month.Obligations * month.Mix(b => b.Bytes)) + (month.Cases * month.Counts.Case.Bytes))) + month.Register.Bytes) / BytesInGb;

    /// <summary>GB of files after a year of such months.</summary>
    internal static double FilesGb(Scenario month) => MonthsStored * month.Reports * month.Assumptions.FilesPerReport.Value * month.Assumptions.MegabytesPerFile.Value / 1000;
}
