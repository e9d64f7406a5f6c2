using System.Globalization;
using System.Text;
using static Directives.Local.Cost.CostPage;

namespace Directives.Local.Cost;

/// <summary>The parts of the page.</summary>
internal static class CostSections
{
    public static void Month(StringBuilder page, string title, Scenario month)
    {
        var bill = Bill.Of(month);
        var register = month.Register;
        Line(page, $"## {title}", "");
        Line(page, $"{Number(register.Seats)} seats: {Number(register.Monthly)} obligations a month on {Number(register.MonthlySheets)} sheets, {Number(register.Quarterly)} a quarter on {Number(register.QuarterlySheets)}; {Number(month.Obligations)} in an average month.", "");
        Table(page, $"item | a month | unit | {month.Prices.Currency} | share | rests on", "---|--:|---|--:|--:|---",
            bill.Lines.Select(l => $"{l.Item} | {Number(l.Quantity)} | {l.Unit} | {Money(l.Cost)} | {Share(l.Cost, bill.Total)} | {l.Basis}").Append($"**Sum** | | | **{Money(bill.Total)}** | | "));
        Line(page, "What runs, each run billed as if it were alone on its instance, which is never less than what is asked:", "");
        Table(page, "functions | follows from | runs | seconds billed", "---|---|--:|--:",
            bill.Runs.Select(r => $"{r.What} | {r.From} | {Number(r.Count)} | {Number(r.BilledSeconds)}"));
        Line(page, "What the month would cost with another setting, the one that changes most first:", "");
        Table(page, $"setting | changed | {month.Prices.Currency} then | difference", "---|---|--:|--:",
            Lever.Of(month).Select(l => $"{l.Setting} | {l.Change} | {Money(l.Total)} | {(l.Difference > 0 ? "+" : "")}{Money(l.Difference)}"));
    }

    public static void Counts(StringBuilder page, CostCounts counts)
    {
        Line(page, "## What was counted", "");
        Line(page, $"By the bench: {counts.MadeWith}. Each number is per obligation of the sample province, everybody behaving alike, from opening to closing.", "");
        (string Name, BehaviourCounts Of)[] all = [("on time", counts.OnTime), ("late", counts.Late), ("never", counts.Never)];
        Table(page, "a report that comes | played | letters | notices | table transactions | commits on sheets | bytes stored | ms of a core", "---|--:|--:|--:|--:|--:|--:|--:",
            all.Select(b => $"{b.Name} | {b.Of.Obligations} | {Number(b.Of.Letters)} | {Number(b.Of.Notices)} | {Number(b.Of.Transactions.Values.Sum())} | {Number(b.Of.SheetCommits)} | {Number(b.Of.Bytes)} | {Number(b.Of.CpuMilliseconds)}"));
        Table(page, "table transactions on | on time | late | never", "---|--:|--:|--:",
            all.SelectMany(b => b.Of.Transactions.Keys).Distinct().Order(StringComparer.Ordinal)
                .Select(t => $"{t} | {string.Join(" | ", all.Select(b => Number(b.Of.Transactions.GetValueOrDefault(t))))}"));
        var filing = counts.Filing;
        Line(page,
            $"- Sealing the trail: {Number(counts.SealingTransactions)} table transactions more per obligation.",
            $"- A recommendation, of {counts.Case.Cases} played to their end: {Number(counts.Case.Transactions)} table transactions, {Number(counts.Case.CaseCommits)} of them commits on it, {Number(counts.Case.Letters)} letters, {Number(counts.Case.Bytes)} bytes stored.",
            $"- Filing a report in a browser, from the letter's link to the receipt: {Number(filing.Requests)} requests, {Number(filing.Transactions)} table transactions, {Number(filing.CpuMilliseconds)} ms of a core, {Number(filing.Bytes)} bytes answered. The act itself is also in the table above: it is counted twice.",
            $"- A letter put into words: {Number(counts.LetterMilliseconds)} ms of a core.",
            $"- Table transactions of a timer's run that finds nothing to do (PurgeOver was not counted: it asks the task hub alone): {string.Join(", ", counts.IdleTransactions.Select(t => $"{t.Key} {Number(t.Value)}"))}; of renewing an instance's lease, each {Number(counts.LeaseSeconds)} s: {Number(counts.LeaseTransactions)}.", "");
    }

    public static void Check(StringBuilder page, CostFiles files)
    {
        var counted = files.Counts.NationMonth;
        var given = files.Assumptions;
        var month = new Scenario(files.Prices, files.Counts, given with
        {
            LateShare = given.LateShare with { Value = counted.Late },
            NeverShare = given.NeverShare with { Value = counted.Never },
        }, files.Counts.Registers["nation"]);
        List<(string What, double Reckoned, double Counted)> rows =
        [
            ("letters", counted.Obligations * month.Mix(b => b.Letters), counted.Letters),
            ("commits on sheets", counted.Obligations * month.Mix(b => b.SheetCommits), counted.SheetCommits),
            ("table transactions", counted.Obligations * (month.SheetTransactions + month.MailTransactions), counted.Transactions.Values.Sum()),
            .. counted.Transactions.Select(t => ($"… on {t.Key}", counted.Obligations * month.Mix(b => b.Transactions.GetValueOrDefault(t.Key)), t.Value)),
        ];
        Line(page, "## Held against a month of the nation", "");
        Line(page, $"What is reckoned from the sample province's counts, beside what was counted when {Number(counted.Obligations)} obligations of the nation were played in memory ({Percent(counted.OnTime)} on time, {Percent(counted.Late)} late, {Percent(counted.Never)} never, no recommendations, nothing sealed). Where less is reckoned than was counted, the nation's quantity above is too small by as much:", "");
        Table(page, "what | reckoned | counted | reckoned is", "---|--:|--:|--:",
            rows.Select(r => $"{r.What} | {Number(r.Reckoned)} | {Number(r.Counted)} | {(r.Reckoned / r.Counted).ToString("0.00", CultureInfo.InvariantCulture)} ×"));
    }

    public static void Assumed(StringBuilder page, Assumptions given)
    {
        Line(page, "## What is assumed", "");
        Line(page, "Nobody measured these; they stand in `infra/cost/assumptions.json`.", "");
        Table(page, "name | value | unit | why", "---|--:|---|---",
            given.Timers.Select(t => $"timer {t.Name} | `{t.Schedule}` | UTC | the trigger in the code, {Number(t.RunsPerMonth())} runs in an average month")
                .Concat(given.All().Select(a => $"{a.Name} | {a.Assumption.Value.ToString("0.####", CultureInfo.InvariantCulture)} | {a.Assumption.Unit} | {a.Assumption.Why}")));
        Line(page,
            "Not reckoned at all: what leaves the region beyond the free allowance, backups of the account, alerts and availability tests, the domain and its certificate, a support plan, and what starting an instance reads.", "");
    }

    public static void Prices(StringBuilder page, PriceList prices)
    {
        Line(page, "## Prices", "");
        Line(page, $"Inputs, in `infra/cost/prices.json`. *Confirmed* means read on the seller's own page or price service. A working instance is billed {Number(prices.Flex.MinimumSeconds)} s at least, then in steps of {Number(prices.Flex.StepSeconds)} s ({(prices.Flex.Confirmed ? "confirmed" : "not confirmed")}: {prices.Flex.Note})", "");
        var rows = prices.All().Select(p => $"{p.Name} | {p.Price.Amount.ToString("0.########", CultureInfo.InvariantCulture)} | {Number(p.Price.Per)} {p.Price.Unit} | {Number(p.Price.Free)} | {Yes(p.Price.Confirmed)} | <{p.Price.Source}> | {p.Price.Note}")
            .Concat(prices.MailPlans.Select(p => $"mail plan {p.Name} | {Money(p.Amount)} | a month up to {Number(p.Letters)} letters | 0 | {Yes(p.Confirmed)} | <{p.Source}> | {p.Note}"));
        Table(page, $"price | {prices.Currency} | for | free a month | confirmed | check it at | read where, and assumed", "---|--:|---|--:|---|---|---", rows);
    }

    private static string Yes(bool yes) => yes ? "yes" : "**no**";

    private static string Percent(double share) => share.ToString("0 %", CultureInfo.InvariantCulture);
}
