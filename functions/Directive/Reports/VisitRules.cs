using System.Globalization;

namespace Directives.Reports;

/// <summary>What a visit's line must hold: a day of the period that has come, and where. Blank lines count for nothing.</summary>
public static class VisitRules
{
    // What a date input sends, and what people type.
    private static readonly string[] Formats = ["yyyy-MM-dd", "d/M/yyyy", "dd/MM/yyyy", "d/MM/yyyy", "dd/M/yyyy"];

    /// <summary>The date as typed; null where it is none.</summary>
    public static DateOnly? Date(string typed) =>
        DateOnly.TryParseExact(typed.Trim(), Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    /// <summary>The visits of the lines that are not blank, with what is wrong added to <paramref name="problems"/>.</summary>
    internal static IReadOnlyList<Visit> Check(
        IReadOnlyList<VisitRow> rows, DateOnly from, DateOnly to, DateOnly today, List<FieldProblem> problems)
    {
        var lines = rows.Index().Where(r => !r.Item.IsBlank).ToList();
        if (lines.Count > ReportRules.MostVisits)
        {
            problems.Add(new FieldProblem(ReportFields.Visits, "report.problem.too-many-visits", ReportRules.MostVisits, lines.Count));
            return [];
        }

        var visits = new List<Visit>(lines.Count);
        foreach (var (index, row) in lines)
        {
            var date = DateOf(index, row.Date, from, to, today, problems);
            var where = WhereOf(index, row.Where, problems);
            visits.Add(new Visit(date, where));
        }

        return visits;
    }

    private static DateOnly DateOf(
        int index, string typed, DateOnly from, DateOnly to, DateOnly today, List<FieldProblem> problems)
    {
        void Problem(string message, params object?[] more) => problems.Add(
            new FieldProblem(ReportFields.OfVisit(index, ReportFields.Date), $"report.problem.{message}", [index + 1, .. more]));

        var date = Date(typed);
        if (string.IsNullOrWhiteSpace(typed)) Problem("date-needed");
        else if (date is null) Problem("date-unreadable", Shown(typed), from.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture));
        else if (date < from || date > to) Problem("date-outside", date, from, to);
        else if (date > today) Problem("date-future", date);
        return date ?? default;
    }

    private static string WhereOf(int index, string typed, List<FieldProblem> problems)
    {
        var field = ReportFields.OfVisit(index, ReportFields.Where);
        var where = PlainText.Normalize(typed).ReplaceLineEndings(" ");
        if (where.Length == 0)
            problems.Add(new FieldProblem(field, "report.problem.where-needed", index + 1));
        else if (PlainText.FirstControl(where) is { } found)
            problems.Add(new FieldProblem(field, "report.problem.control-character", found.Name, found.Position));
        else if (where.Length > ReportRules.MostCharactersOfPlace)
            problems.Add(new FieldProblem(field, "report.problem.where-too-long", index + 1, where.Length, ReportRules.MostCharactersOfPlace));
        return where;
    }

    // A message quotes what was typed, but not all of a novel.
    private static string Shown(string typed) => typed.Length <= 40 ? typed : string.Concat(typed.AsSpan(0, 40), "…");
}
