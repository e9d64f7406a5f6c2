using Directives.Attachments;

namespace Directives.Reports;

/// <summary>The form of a report: what is owed, what was typed, and what is wrong with it.</summary>
/// <param name="Notice">Name of a text that stands above the form; null for none.</param>
public sealed record ReportFormView(
    ReportOwed Owed, ReportForm Form, IReadOnlyList<FieldProblem> Problems, string? Notice = null)
{
    /// <summary>Blank lines offered for visits.</summary>
    public const int BlankRows = 3;

    /// <summary>Files that the report or its draft has.</summary>
    public IReadOnlyList<Attachment> Attachments { get; init; } = [];

    /// <summary>Whether files are kept with a draft; else they come with the filing alone.</summary>
    public bool KeepsFiles { get; init; } = true;

    /// <summary>Number of the draft that this form goes on from; 0 for none.</summary>
    public int Seen { get; init; }

    /// <summary>Names this form.</summary>
    public string Writer { get; init; } = ReportSubmission.NewWriter();

    /// <summary>What somebody else saved meanwhile; null for nothing.</summary>
    public DraftSeen? Theirs { get; init; }

    /// <summary>The form is filled with the draft, rather than with what was just sent.</summary>
    public bool ShowsDraft { get; init; }

    /// <summary>Whether its reader may file; an assistant only prepares.</summary>
    public bool MayFile { get; init; } = true;

    /// <summary>What its writer should know before filing: fields that equal another report (R10). It refuses nothing.</summary>
    public IReadOnlyList<SubstanceHint> Hints { get; init; } = [];

    /// <summary>Where more time can be asked for; null where that cannot.</summary>
    public string? ExtensionAddress { get; init; }

    /// <summary>The part that is open: that of the first mistake, else what was named, else the first that is empty.</summary>
    public string OpenSection { get; init; } = "";

    /// <summary>The form as it is first shown: with the draft, else with the version sent back or to be amended, else empty.</summary>
    public static ReportFormView Fresh(ReportOwed owed)
    {
        var form = owed.Draft?.Form ?? (owed.LastVersion is { } last ? ReportForm.From(last) : new ReportForm());
        if (form.LastPromises.Count == 0) form = form with { LastPromises = [.. owed.LastPromises.Select(p => new PromiseRow(p, "", ""))] };
        if (!form.Visits.Any(v => v.IsBlank)) form = WithBlankRows(form);
        form = form.With(owed.Draft?.CaseFiles ?? []);
        if (!form.Cases.Any(c => c.IsBlank)) form = WithBlankCase(form);
        return new ReportFormView(owed, form with { Cases = CaseRow.Named(form.Cases) }, [])
        {
            Attachments = AttachmentsOf(owed),
            Seen = owed.Draft?.Number ?? 0,
            ShowsDraft = owed.Draft is not null,
        };
    }

    /// <summary>The files of the draft, else of the version to go on from.</summary>
    public static IReadOnlyList<Attachment> AttachmentsOf(ReportOwed owed) => owed.Draft?.Attachments ?? owed.LastVersion?.Attachments ?? [];

    /// <summary>The form with more lines for visits.</summary>
    public static ReportForm WithBlankRows(ReportForm form) =>
        form with { Visits = [.. form.Visits, .. Enumerable.Repeat(VisitRow.Blank, BlankRows)] };

    /// <summary>The form with one more line for a recommendation.</summary>
    public static ReportForm WithBlankCase(ReportForm form) => form with { Cases = CaseRow.Named([.. form.Cases, CaseRow.Blank]) };

    /// <summary>The parts that are shown: an explanation is asked for only where there is something to explain.</summary>
    public IEnumerable<ReportSection> Sections =>
        ReportFields.Sections.Where(s => s.Name != ReportFields.Explanation || Hints.Count > 0 || IsFilled(s) || HasMistake(s));

    /// <summary>What is wrong with a field.</summary>
    public IEnumerable<FieldProblem> Of(string field) => Problems.Where(p => p.Field == field);

    /// <summary>Whether something is wrong in a part.</summary>
    public bool HasMistake(ReportSection section) => Problems.Any(p => ReportFields.SectionOf(p.Field) == section);

    /// <summary>Whether something was written in a part.</summary>
    public bool IsFilled(ReportSection section) => section.Fields.Any(f => f switch
    {
        ReportFields.Visits => Form.Visits.Any(v => !v.IsBlank),
        ReportFields.NoVisitBecause => !string.IsNullOrWhiteSpace(Form.NoVisitBecause),
        ReportFields.LastPromises => Form.LastPromises.Any(p => p.State.Length > 0),
        ReportFields.Cases => Form.Cases.Any(c => !c.IsBlank),
        ReportFields.Attachments => Attachments.Count > 0,
        _ => !string.IsNullOrWhiteSpace(Form[f]),
    });

    /// <summary>Whether a part is the one that is open.</summary>
    public bool IsOpen(ReportSection section) => section ==
        (Sections.FirstOrDefault(HasMistake)
         ?? Sections.FirstOrDefault(s => s.Name == OpenSection)
         ?? Sections.FirstOrDefault(s => !IsFilled(s))
         ?? ReportFields.Sections[0]);
}
