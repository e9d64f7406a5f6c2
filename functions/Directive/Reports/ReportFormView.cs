namespace Directives.Reports;

/// <summary>The form of a report: what is owed, what was typed, and what is wrong with it.</summary>
/// <param name="Notice">Name of a text that stands above the form; null for none.</param>
public sealed record ReportFormView(
    ReportOwed Owed, ReportForm Form, IReadOnlyList<FieldProblem> Problems, string? Notice = null)
{
    /// <summary>Blank lines offered for visits.</summary>
    public const int BlankRows = 3;

    /// <summary>The form as it is first shown: empty, or with the version that was sent back.</summary>
    public static ReportFormView Fresh(ReportOwed owed) =>
        new(owed, WithBlankRows(owed.LastVersion is { } last ? ReportForm.From(last) : new ReportForm()), []);

    /// <summary>The form with more lines for visits.</summary>
    public static ReportForm WithBlankRows(ReportForm form) =>
        form with { Visits = [.. form.Visits, .. Enumerable.Repeat(VisitRow.Blank, BlankRows)] };

    /// <summary>What is wrong with a field.</summary>
    public IEnumerable<FieldProblem> Of(string field) => Problems.Where(p => p.Field == field);
}
