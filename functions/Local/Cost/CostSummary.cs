using System.Text;
using static Directives.Local.Cost.CostPage;

namespace Directives.Local.Cost;

/// <summary>The top of the page: the sums, and which setting dominates.</summary>
internal static class CostSummary
{
    public static void Write(StringBuilder page, IReadOnlyList<(string Title, Scenario Month)> months)
    {
        Table(page, "an average month of | seats | obligations | letters | executions | GB-s | table transactions | costs | most of it | the setting that changes most", "---|--:|--:|--:|--:|--:|--:|--:|---|---", months.Select(Row));
        foreach (var (title, month) in months)
        {
            var top = Lever.Of(month)[0];
            var most = Bill.Of(month).Lines.MaxBy(l => l.Cost)!;
            var total = Bill.Of(month).Total;
            Line(page, $"- **{title}: the setting that dominates is *{top.Setting}*.** Changed ({top.Change}), the month costs {Money(top.Total)} and no longer {Money(total)}. The largest item is *{most.Item}*, {Share(most.Cost, total)} of the sum.");
        }

        Line(page, "");
    }

    private static string Row((string Title, Scenario Month) month)
    {
        var bill = Bill.Of(month.Month);
        var most = bill.Lines.MaxBy(l => l.Cost)!;
        var top = Lever.Of(month.Month)[0];
        double Sum(string item) => bill.Lines.Where(l => l.Item.StartsWith(item, StringComparison.Ordinal)).Sum(l => l.Quantity);
        string[] cells =
        [
            month.Title.ToLowerInvariant(), Number(month.Month.Register.Seats), Number(month.Month.Obligations), Number(month.Month.Letters), Number(bill.Runs.Sum(r => r.Count)),
            Number(Sum("Functions: memory") + Sum("Functions: always ready, working")), Number(Sum("Table transactions")), $"{Money(bill.Total)} {month.Month.Prices.Currency}",
            $"{most.Item}: {Share(most.Cost, bill.Total)}", $"{top.Setting} ({top.Change})",
        ];
        return string.Join(" | ", cells);
    }
}
