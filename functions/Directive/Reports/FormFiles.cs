using Directives.Attachments;

namespace Directives.Reports;

/// <summary>The files of one sending of a report's form: the report's own and those of its recommendations, which count together.</summary>
/// <param name="owed">What is owed: files of recommendations that were filed before count, too.</param>
internal sealed class FormFiles(ReportOwed owed)
{
    private readonly HashSet<string> _filed = (owed.LastVersion?.Cases ?? []).Select(c => c.Row).ToHashSet(StringComparer.Ordinal);

    /// <summary>The report's own.</summary>
    public List<Attachment> Own { get; } = [];

    /// <summary>Those of recommendations that are not filed yet.</summary>
    public List<CaseFile> OfCases { get; } = [];

    /// <summary>How many there are, those of recommendations that were filed before left out.</summary>
    public int Count => Own.Count + OfCases.Count;

    private int Filed => (owed.LastVersion?.Cases ?? []).Sum(c => c.Attachments?.Count ?? 0);

    /// <summary>Those that were sent before and neither removed now nor left without their line.</summary>
    public void Keep(ReportSubmission sent)
    {
        Own.AddRange(ReportFormView.AttachmentsOf(owed).Where(f => sent.Removes != (f.Hash, null)));
        OfCases.AddRange((owed.Draft?.CaseFiles ?? []).Where(f => sent.Removes != (f.File.Hash, f.Line) && sent.Form.Cases.Any(c => c.Line == f.Line)));
    }

    /// <summary>Takes in what was chosen.</summary>
    public async Task TakeAsync(ReportSubmission sent, ChosenFiles chosen, CancellationToken cancel)
    {
        await chosen.TakeAsync(sent.Files, ReportFields.Attachments, Own, OfCases.Count + Filed, cancel);
        foreach (var (index, row) in sent.Form.Cases.Index())
        {
            // What was filed stays as it was.
            if (_filed.Contains(row.Line) || sent.FilesOf(index) is not { Count: > 0 } files) continue;
            var kept = OfCases.Where(f => f.Line == row.Line).Select(f => f.File).ToList();
            var before = kept.Count;
            await chosen.TakeAsync(files, ReportFields.OfCase(index, ReportFields.CaseFiles), kept, Count + Filed - before, cancel);
            OfCases.AddRange(kept.Skip(before).Select(f => new CaseFile(row.Line, f)));
        }
    }

    /// <summary>Adds what there is to what somebody else saved meanwhile, as far as there is room.</summary>
    public void Join(DraftSeen theirs)
    {
        var own = theirs.Attachments.UnionBy(Own, f => f.Hash).Take(AttachmentIntake.MostFiles).ToList();
        var ofCases = theirs.CaseFiles.Union(OfCases).Take(AttachmentIntake.MostFiles - own.Count).ToList();
        Own.Clear();
        Own.AddRange(own);
        OfCases.Clear();
        OfCases.AddRange(ofCases);
    }
}
