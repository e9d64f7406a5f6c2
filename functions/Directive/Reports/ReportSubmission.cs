using Microsoft.AspNetCore.Http;

namespace Directives.Reports;

/// <summary>A form of a report as the browser sends it.</summary>
/// <param name="For">The obligation that the form was shown for.</param>
/// <param name="Do">The button: <c>file</c>, <c>rows</c> or <c>lang-…</c>.</param>
/// <param name="Form">What was typed.</param>
public sealed record ReportSubmission(string For, string Do, ReportForm Form)
{
    public const string ForField = "for";
    public const string DoField = "do";
    public const string DateField = "visits.date";
    public const string WhereField = "visits.where";
    public const string File = "file";
    public const string Rows = "rows";
    public const string Language = "lang-";

    /// <summary>Reads it; a field that is not there is empty.</summary>
    public static ReportSubmission Read(IFormCollection form)
    {
        var dates = form[DateField];
        var places = form[WhereField];
        var rows = Math.Max(dates.Count, places.Count);
        return new ReportSubmission(One(form, ForField), One(form, DoField), new ReportForm
        {
            Visits = [.. Enumerable.Range(0, rows).Select(i => new VisitRow(dates.ElementAtOrDefault(i) ?? "", places.ElementAtOrDefault(i) ?? ""))],
            NoVisitBecause = One(form, ReportFields.NoVisitBecause),
            Texts = ReportFields.Texts.ToDictionary(f => f.Name, f => One(form, f.Name)),
        });
    }

    private static string One(IFormCollection form, string name) => form[name].FirstOrDefault() ?? "";
}
