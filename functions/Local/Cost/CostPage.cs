using System.Globalization;
using System.Text;

namespace Directives.Local.Cost;

/// <summary>The page on cost, generated from the three files; the same files give the same page.</summary>
public static class CostPage
{
    private static readonly (string Name, string Title)[] Registers = [("province", "One province"), ("nation", "The nation")];

    /// <summary>The page, in Markdown.</summary>
    /// <exception cref="CannotStartException">No mail plan holds the letters of a month.</exception>
    public static string Write(CostFiles files)
    {
        var page = new StringBuilder();
        Line(page, "# What it costs", "");
        Line(page, "<!-- Generated: dotnet run --project functions/Local -- cost --write infra/cost.md. A test keeps it current; do not edit. -->", "");
        Line(page, $"Counts were made on {files.Counts.MadeOn:yyyy-MM-dd} by `bench --only cost`; prices were looked up on {files.Prices.LookedUp:yyyy-MM-dd} ({files.Prices.Currency}, {files.Prices.Region}).");
        Line(page, $"**{files.Prices.Read}** Where a number is not measured, the line says so, and the assumption stands below.", "");
        var months = Registers.Select(r => (r.Title, Month: new Scenario(files.Prices, files.Counts, files.Assumptions, files.Counts.Registers[r.Name]))).ToList();
        CostSummary.Write(page, [.. months.Select(m => (m.Title, m.Month))]);
        foreach (var (title, month) in months) CostSections.Month(page, title, month);
        CostSections.Counts(page, files.Counts);
        CostSections.Check(page, files);
        CostSections.Assumed(page, files.Assumptions);
        CostSections.Prices(page, files.Prices);
        return page.ToString().TrimEnd('\n') + "\n";
    }

    /// <summary>Adds lines.</summary>
    internal static void Line(StringBuilder page, params string[] lines)
    {
        foreach (var line in lines) page.Append(line).Append('\n');
    }

    /// <summary>Adds a table, its first row the head; columns of numbers are set to the right.</summary>
    internal static void Table(StringBuilder page, string head, string align, IEnumerable<string> rows)
    {
        Line(page, $"| {head} |", $"|{align}|");
        foreach (var row in rows) Line(page, $"| {row} |");
        Line(page, "");
    }

    /// <summary>An amount of money.</summary>
    internal static string Money(double amount) => amount.ToString(Math.Abs(amount) is > 0 and < 0.005 ? "0.0000" : "0.00", CultureInfo.InvariantCulture);

    /// <summary>A quantity.</summary>
    internal static string Number(double number) => number.ToString(
        number >= 100 ? "#,0" : number >= 1 || number == 0 ? "0.##" : "0.####", CultureInfo.InvariantCulture);

    /// <summary>A share of a whole.</summary>
    internal static string Share(double part, double whole) => whole == 0 ? "0 %" : (part / whole).ToString("0.0 %", CultureInfo.InvariantCulture);
}
