namespace Directives.Local.Cost;

/// <summary>How often a kind of function runs in a month, and how long.</summary>
/// <param name="What">The functions.</param>
/// <param name="From">What the number follows from.</param>
/// <param name="Count">Runs.</param>
/// <param name="BilledSeconds">Seconds billed for all of them, were each alone on its instance.</param>
/// <param name="Http">Whether requests start them.</param>
public sealed record FunctionRuns(string What, string From, double Count, double BilledSeconds, bool Http = false)
{
    /// <summary>All functions of a month.</summary>
    public static IReadOnlyList<FunctionRuns> Of(Scenario month)
    {
        var (flex, given, counts) = (month.Prices.Flex, month.Assumptions, month.Counts);
        var runs = new List<FunctionRuns>();
        foreach (var timer in given.Timers)
        {
            var (count, idle) = (timer.RunsPerMonth(), month.Seconds(0, counts.IdleTransactions[timer.Name]));
            // Work comes in few of a timer's runs, and makes those longer.
            runs.Add(new(timer.Name, $"schedule `{timer.Schedule}`", count, (count * flex.Seconds(idle)) + WorkOf(timer.Name, month)));
        }

        var opening = month.Cycles + (2 * month.CadenceFactor * (Batches(month.Register.MonthlySheets) + (Batches(month.Register.QuarterlySheets) / 3))) + month.Cycles;
        runs.Add(Even(month, "WakeSheet", "commits on sheets", month.SheetRounds,
            month.Seconds(month.Mix(b => b.CpuMilliseconds) * month.Obligations, month.SheetTransactions * month.Obligations)));
        runs.Add(Even(month, "WakeCase", "commits on recommendations", month.CaseRounds, month.Seconds(0, counts.Case.Transactions * month.Cases)));
        var looks = month.Cycles * given.LooksPerCycle.Value;
        runs.Add(Even(month, "CountSheets, OpenSheets, SayOpened, SetChases, LookAtCycle", "sheets of the cycles that open", opening + looks, 0));
        var rounds = month.SheetRounds + month.CaseRounds + looks;
        runs.Add(Even(month, "Chase, Escalation, VisitCycle", "each look, times what an orchestrator runs for it", rounds * given.OrchestratorRunsPerRound.Value, 0));

        var filing = counts.Filing;
        var asked = month.Reports * (filing.Requests + given.DraftSavesPerReport.Value);
        runs.Add(Even(month, "Web, SubmitReport", "reports, times the requests of filing one", asked,
            asked * month.Seconds(filing.CpuMilliseconds, filing.Transactions) / filing.Requests) with
        { Http = true });
        var others = (month.Letters * given.EventRequestsPerLetter.Value) + (month.Register.Seats * given.OtherRequestsPerSeat.Value);
        runs.Add(Even(month, "MailEvents, other pages", "letters and seats", others, others * month.Seconds(filing.CpuMilliseconds, filing.Transactions) / filing.Requests) with { Http = true });
        return runs;

        double Batches(int sheets) => Math.Ceiling(sheets / given.SheetsPerActivity.Value);
    }

    private static FunctionRuns Even(Scenario month, string what, string from, double count, double seconds) =>
        new(what, from, count, count == 0 ? 0 : count * month.Prices.Flex.Seconds(seconds / count));

    private static double WorkOf(string timer, Scenario month) => timer switch
    {
        "Postman" => month.Seconds(month.Letters * month.Counts.LetterMilliseconds, month.MailTransactions * month.Obligations),
        "SealTrail" => month.Seconds(0, month.Counts.SealingTransactions * month.Obligations),
        _ => 0,
    };
}
