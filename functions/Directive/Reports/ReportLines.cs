using Directives.Language;

namespace Directives.Reports;

/// <summary>A report as texts under their labels, field by field: to be compared, or read where no page is.</summary>
public static class ReportLines
{
    /// <summary>All fields in the order of the form; one without words has none.</summary>
    public static IReadOnlyList<(string Field, string Text)> Of(ReportContent content, Texts texts) =>
    [
        (ReportFields.Visits, string.Join('\n', content.Visits.Select(v => $"{texts.Date(v.Date)} – {v.Where}"))),
        (ReportFields.NoVisitBecause, content.NoVisitBecause ?? ""),
        .. ReportFields.Texts.Where(f => f.Name != "promises" && f.Name != "recommendations" && f.Name != ReportFields.Explanation).Select(f => (f.Name, f.Read(content))),
        (ReportFields.LastPromises, string.Join('\n', (content.LastPromises ?? []).Select(p => Promise(p, texts)))),
        ("promises", content.Promises),
        (ReportFields.Cases, string.Join('\n', (content.Cases ?? []).Select(c => CaseWithFiles(c, texts)))),
        ("recommendations", content.Recommendations),
        (ReportFields.Explanation, content.Explanation ?? ""),
        (ReportFields.Attachments, string.Join('\n', (content.Attachments ?? []).Select(f => f.Name))),
    ];

    /// <summary>A recommendation with its kind, why it is urgent, and what was answered on the spot.</summary>
    public static string Case(RecommendedCase one, Texts texts) => string.Join('\n', ((string?[])
    [
        $"{texts[$"case.kind.{one.Kind}"]}: {one.Text}",
        one.Urgent is { } urgent ? texts["report.case.urgent.said", urgent] : null,
        one.Answer is { } answer ? texts["report.case.answer.said", answer] : null,
    ]).OfType<string>());

    /// <summary>The same with the names of its files.</summary>
    public static string CaseWithFiles(RecommendedCase one, Texts texts) =>
        one.Attachments is { Count: > 0 } files ? $"{Case(one, texts)}\n{texts["report.case.files.said", string.Join(", ", files.Select(f => f.Name))]}" : Case(one, texts);

    /// <summary>A promise and what became of it, in one line.</summary>
    public static string Promise(LastPromise promise, Texts texts) =>
        $"{promise.Promise} – {texts[$"form.promise.{PromiseRules.NameOf(promise.State)}"]}{(promise.Because is { } because ? $": {because}" : "")}";
}
