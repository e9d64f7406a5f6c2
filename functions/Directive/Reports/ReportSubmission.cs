using System.Globalization;
using Directives.Attachments;
using Microsoft.AspNetCore.Http;

namespace Directives.Reports;

/// <summary>A form of a report as the browser sends it.</summary>
/// <param name="For">The obligation that the form was shown for.</param>
/// <param name="Do">The button: <c>file</c>, <c>draft</c>, <c>attach</c>, <c>case-attach</c>, <c>remove-…</c>, <c>discard</c>, <c>rows</c>, <c>case-rows</c> or <c>lang-…</c>.</param>
/// <param name="Form">What was typed.</param>
public sealed record ReportSubmission(string For, string Do, ReportForm Form)
{
    public const string ForField = "for";
    public const string DoField = "do";
    public const string DraftField = "draft";
    public const string WriterField = "writer";
    public const string AmendsField = "amends";
    public const string HintedField = "hinted";
    public const string FilesField = "files";
    public const string DateField = "visits.date";
    public const string WhereField = "visits.where";
    public const string File = "file";
    public const string Draft = "draft";
    public const string Attach = "attach";
    public const string CaseAttach = "case-attach";
    public const string Remove = "remove-";
    public const string Discard = "discard";
    public const string Rows = "rows";
    public const string MoreCases = "case-rows";
    public const string Language = "lang-";

    private const int LongestWriter = 64;

    /// <summary>Number of the draft that the form was filled with or last saved; 0 for none.</summary>
    public int Seen { get; init; }

    /// <summary>Names the form, so that its next saving follows on.</summary>
    public string Writer { get; init; } = "";

    /// <summary>The version that it amends; null for a first filing or a new round.</summary>
    public int? Amends { get; init; }

    /// <summary>Its writer has seen the hints on its substance.</summary>
    public bool Hinted { get; init; }

    /// <summary>Files chosen for the report.</summary>
    public IReadOnlyList<IFormFile> Files { get; init; } = [];

    /// <summary>Files chosen for recommendations, by the index of their line.</summary>
    public IReadOnlyDictionary<int, IReadOnlyList<IFormFile>> CaseFiles { get; init; } = new Dictionary<int, IReadOnlyList<IFormFile>>();

    /// <summary>Whether any file was chosen.</summary>
    public bool HasFiles => Files.Count > 0 || CaseFiles.Count > 0;

    /// <summary>Whether its button keeps a draft.</summary>
    public bool SavesDraft => Do is Draft or Attach or CaseAttach || Do.StartsWith(Remove, StringComparison.Ordinal);

    /// <summary>Hash of the file to be removed, and the line of its recommendation (null for the report's own); null for none.</summary>
    public (string Hash, string? Line)? Removes =>
        !Do.StartsWith(Remove, StringComparison.Ordinal) ? null : Do[Remove.Length..].Split('-', 2) is [var hash, var line] ? (hash, line) : (Do[Remove.Length..], null);

    /// <summary>The button that removes a file.</summary>
    public static string RemovalOf(Attachment file, string? line = null) => line is null ? $"{Remove}{file.Hash}" : $"{Remove}{file.Hash}-{line}";

    /// <summary>Files chosen for the recommendation of a line.</summary>
    public IReadOnlyList<IFormFile> FilesOf(int index) => CaseFiles.GetValueOrDefault(index) ?? [];

    /// <summary>A name for a form that is shown anew.</summary>
    public static string NewWriter() => Guid.NewGuid().ToString("N");

    /// <summary>Reads it; a field that is not there is empty.</summary>
    public static ReportSubmission Read(IFormCollection form)
    {
        var dates = form[DateField];
        var places = form[WhereField];
        var rows = Math.Max(dates.Count, places.Count);
        var writer = One(form, WriterField);
        var cases = CaseRow.Named(Cases(form));
        return new ReportSubmission(One(form, ForField), One(form, DoField), new ReportForm
        {
            Visits = [.. Enumerable.Range(0, rows).Select(i => new VisitRow(dates.ElementAtOrDefault(i) ?? "", places.ElementAtOrDefault(i) ?? ""))],
            NoVisitBecause = One(form, ReportFields.NoVisitBecause),
            LastPromises = [.. Promises(form)],
            Cases = cases,
            Texts = ReportFields.Texts.ToDictionary(f => f.Name, f => One(form, f.Name)),
        })
        {
            Seen = Number(form, DraftField) ?? 0,
            Writer = writer.Length is > 0 and <= LongestWriter ? writer : NewWriter(),
            Amends = Number(form, AmendsField),
            Hinted = form.ContainsKey(HintedField),
            Files = ChosenFiles.Of(form, FilesField),
            CaseFiles = cases.Index().Select(r => (r.Index, Files: ChosenFiles.Of(form, ReportFields.OfCase(r.Index, ReportFields.CaseFiles))))
                .Where(r => r.Files.Count > 0).ToDictionary(r => r.Index, r => r.Files),
        };
    }

    private static IEnumerable<PromiseRow> Promises(IFormCollection form)
    {
        for (var i = 0; i <= PromiseRules.Most && form.ContainsKey(ReportFields.OfPromise(i, ReportFields.Promise)); i++)
        {
            yield return new PromiseRow(
                One(form, ReportFields.OfPromise(i, ReportFields.Promise)), One(form, ReportFields.OfPromise(i, ReportFields.State)),
                One(form, ReportFields.OfPromise(i, ReportFields.Because)));
        }
    }

    private static IEnumerable<CaseRow> Cases(IFormCollection form)
    {
        string Part(int index, string part) => One(form, ReportFields.OfCase(index, part));
        // One more than is allowed, so that it is refused and not dropped; blank lines do not count.
        for (var i = 0; i < 10 * CaseRowRules.Most && form.ContainsKey(ReportFields.OfCase(i, ReportFields.CaseText)); i++)
        {
            yield return new CaseRow(
                Part(i, ReportFields.CaseKind), Part(i, ReportFields.CaseText), Part(i, ReportFields.CaseUrgent), Part(i, ReportFields.CaseAnswer))
            { Line = Part(i, ReportFields.CaseLine) };
        }
    }

    private static int? Number(IFormCollection form, string name) =>
        int.TryParse(One(form, name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string One(IFormCollection form, string name) => form[name].FirstOrDefault() ?? "";
}
