using Directives.Attachments;
using Directives.Recommendations;

namespace Directives.Reports;

/// <summary>What a recommendation's line must hold (R5), and that what was filed stays. Pure.</summary>
public static class CaseRowRules
{
    /// <summary>Recommendations in a report.</summary>
    public const int Most = 20;

    /// <summary>Characters of a recommendation, and of its answer.</summary>
    public const int MostCharacters = 4_000;

    /// <summary>Characters of the reason why it is urgent.</summary>
    public const int MostCharactersOfReason = 1_000;

    /// <summary>The kinds with their names as forms and JSON have them; a violation is none of them.</summary>
    public static readonly IReadOnlyList<(string Name, CaseKind Kind)> Kinds =
        [("difficulty", CaseKind.Difficulty), ("feedback", CaseKind.Feedback), ("proposal", CaseKind.Proposal), ("conflict", CaseKind.Conflict)];

    /// <summary>The kind of a name as typed; null where there is none.</summary>
    public static CaseKind? Find(string name) => Kinds.Where(k => k.Name == name.Trim()).Select(k => (CaseKind?)k.Kind).FirstOrDefault();

    /// <summary>Name of a kind as forms and JSON have it.</summary>
    public static string NameOf(CaseKind kind) => Kinds.First(k => k.Kind == kind).Name;

    /// <summary>The line that would have given this recommendation.</summary>
    public static CaseRow RowOf(RecommendedCase filed) => new(NameOf(filed.Kind), filed.Text, filed.Urgent ?? "", filed.Answer ?? "") { Line = filed.Row, Files = filed.Attachments ?? [] };

    /// <summary>A report's recommendations with those of the version before: none is taken back by amending, and none stands twice.</summary>
    public static ReportContent Keeping(ReportContent content, ReportContent? before)
    {
        if (before?.Cases is not { Count: > 0 } filed) return content;
        var known = filed.Select(c => c.Row).ToHashSet(StringComparer.Ordinal);
        return content with { Cases = [.. filed, .. (content.Cases ?? []).Where(c => !known.Contains(c.Row))] };
    }

    /// <summary>The recommendations of the lines that are not blank; null for none.</summary>
    internal static IReadOnlyList<RecommendedCase>? Check(IReadOnlyList<CaseRow> rows, List<FieldProblem> problems)
    {
        var lines = rows.Index().Where(r => !r.Item.IsBlank).ToList();
        if (lines.Count > Most) problems.Add(new FieldProblem(ReportFields.Cases, "report.case.problem.too-many", Most, lines.Count));
        if (lines.Count is 0 or > Most) return null;
        var cases = new List<RecommendedCase>(lines.Count);
        foreach (var (index, row) in lines)
        {
            string Text(string part, string typed, int most) => ReportRules.Text(ReportFields.OfCase(index, part), typed, most, problems);
            var text = Text(ReportFields.CaseText, row.Text, MostCharacters);
            if (text.Length == 0) problems.Add(new FieldProblem(ReportFields.OfCase(index, ReportFields.CaseText), "report.case.problem.text-needed", index + 1));
            var (urgent, answer) = (Text(ReportFields.CaseUrgent, row.Urgent, MostCharactersOfReason), Text(ReportFields.CaseAnswer, row.Answer, MostCharacters));
            var kind = Find(row.Kind);
            if (kind is null)
            {
                problems.Add(new FieldProblem(
                    ReportFields.OfCase(index, ReportFields.CaseKind), row.Kind.Trim() == "violation" ? "report.case.problem.violation" : "report.case.problem.kind-needed", index + 1));
            }

            cases.Add(new RecommendedCase(kind ?? default, text, urgent.Length > 0 ? urgent : null, answer.Length > 0 ? answer : null, row.Files.Count > 0 ? row.Files : null));
        }

        // The same words twice are one recommendation, with the files of both.
        return [.. cases.GroupBy(c => c.Row).Select(g => g.Count() == 1 ? g.First() : g.First() with { Attachments = FilesOf(g) })];
    }

    private static IReadOnlyList<Attachment>? FilesOf(IEnumerable<RecommendedCase> same) =>
        same.SelectMany(c => c.Attachments ?? []).DistinctBy(f => f.Hash).ToList() is { Count: > 0 } files ? files : null;
}
