using System.Globalization;
using Directives.Recommendations;
using Directives.Simulation;
using Spectre.Console;

namespace Directives.Local.Verbs;

/// <summary>A simulated year as a table for people.</summary>
internal static class YearTable
{
    public static void Write(YearOptions options, YearResult result)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumn("").AddColumn(new TableColumn("").RightAligned()).AddColumn(new TableColumn("").RightAligned());
        table.HideHeaders();
        table.Title = new TableTitle($"{options.From:yyyy-MM} to {options.To:yyyy-MM}, seed {options.Seed.ToString(CultureInfo.InvariantCulture)}");
        Row(table, "posts", result.Posts);
        Row(table, "cycles", result.Cycles);
        Row(table, "obligations", result.Obligations);
        Row(table, "  on time", result.OnTime, result.Obligations);
        Row(table, "  late", result.Late, result.Obligations);
        Row(table, "  missed", result.Missed, result.Obligations);
        table.AddEmptyRow();
        Row(table, "notices", result.Notices);
        foreach (var (rung, count) in result.Rungs) Row(table, $"  {rung}", count, result.Notices);
        Row(table, "of them escalations", result.Escalations, result.Notices);
        Row(table, "withdrawn before their letter", result.Withdrawn);
        Row(table, "rungs skipped", result.SkippedRungs);
        Row(table, "letters", result.Letters);
        Row(table, "duplicates", result.Duplicates);
        if (result.Recommendations is { } cases) Cases(table, cases);
        table.AddEmptyRow();
        table.AddRow("seconds", result.Seconds.ToString("N1", CultureInfo.InvariantCulture), "");
        table.AddRow("peak memory, MiB", result.PeakMemoryMb.ToString("N0", CultureInfo.InvariantCulture), "");
        AnsiConsole.Write(table);
    }

    private static void Cases(Table table, CaseTally cases)
    {
        table.AddEmptyRow();
        Row(table, "recommendations raised", cases.Raised);
        Row(table, "  answered on the spot", cases.AnsweredOnTheSpot, cases.Raised);
        Row(table, "  withdrawn", cases.Withdrawn, cases.Raised);
        Row(table, "  confirmed", cases.Confirmed, cases.Raised);
        Row(table, "  not settled", cases.NotSettled, cases.Raised);
        Row(table, "  unconfirmed", cases.Unconfirmed, cases.Raised);
        Row(table, "  open", cases.Open, cases.Raised);
        Row(table, "decided", cases.Decided, cases.Raised);
        Row(table, "  declined", cases.Declined, cases.Decided);
        Row(table, "assignments", cases.Assignments);
        Row(table, "answered", cases.Answered, cases.Raised);
    }

    private static void Row(Table table, string name, int count, int? of = null) => table.AddRow(
        Markup.Escape(name),
        count.ToString("N0", CultureInfo.InvariantCulture),
        of is > 0 and { } all ? (100.0 * count / all).ToString("N1", CultureInfo.InvariantCulture) + " %" : "");
}
