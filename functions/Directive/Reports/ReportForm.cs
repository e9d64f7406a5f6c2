using System.Globalization;

namespace Directives.Reports;

/// <summary>A report as typed (R4): raw text, kept exactly when it is refused.</summary>
public sealed record ReportForm
{
    public IReadOnlyList<VisitRow> Visits { get; init; } = [];

    public string NoVisitBecause { get; init; } = "";

    /// <summary>The promises of the last report, and what became of each.</summary>
    public IReadOnlyList<PromiseRow> LastPromises { get; init; } = [];

    /// <summary>Recommendations.</summary>
    public IReadOnlyList<CaseRow> Cases { get; init; } = [];

    /// <summary>The other fields by name; one that is not there is empty.</summary>
    public IReadOnlyDictionary<string, string> Texts { get; init; } = new Dictionary<string, string>();

    /// <summary>A text field as typed.</summary>
    public string this[string field] => Texts.GetValueOrDefault(field, "");

    /// <summary>The form with the files of its recommendations.</summary>
    public ReportForm With(IReadOnlyCollection<CaseFile> files) =>
        this with { Cases = [.. Cases.Select(r => r with { Files = [.. files.Where(f => f.Line == r.Line).Select(f => f.File)] })] };

    /// <summary>The form that would have given this content.</summary>
    public static ReportForm From(ReportContent content) => new()
    {
        Visits = [.. content.Visits.Select(v => new VisitRow(v.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), v.Where))],
        NoVisitBecause = content.NoVisitBecause ?? "",
        LastPromises = [.. (content.LastPromises ?? []).Select(p => new PromiseRow(p.Promise, PromiseRules.NameOf(p.State), p.Because ?? ""))],
        Cases = [.. (content.Cases ?? []).Select(CaseRowRules.RowOf)],
        Texts = ReportFields.Texts.ToDictionary(f => f.Name, f => f.Read(content)),
    };
}
