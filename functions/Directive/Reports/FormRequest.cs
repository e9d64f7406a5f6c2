using Directives.Access;
using Directives.Attachments;
using Directives.Web;
using Microsoft.AspNetCore.Http;

namespace Directives.Reports;

/// <summary>One sending of the form: files taken in, draft kept, report filed; whatever is refused, nothing typed is lost.</summary>
internal sealed class FormRequest(HttpContext context, IReportPages reports, IDraftPages drafts)
{
    private readonly LinkSession _holder = Session.Admitted<LinkSession>(context);
    private readonly List<FieldProblem> _problems = [];
    private readonly List<Attachment> _files = [];
    private int _taken;

    public async Task<IResult> AnswerAsync(CancellationToken cancel)
    {
        var sent = ReportSubmission.Read(await context.Request.ReadFormAsync(cancel));
        var look = await reports.LookAsync(_holder, cancel);
        if (look is LinkRefused refused) return FormAnswers.Typed(context, sent, refused);
        if (Owed(look, sent) is not { } owed) return Elsewhere(look, sent);
        _files.AddRange(ReportFormView.AttachmentsOf(owed).Where(f => f.Hash != sent.Removes));
        var view = new ReportFormView(owed, sent.Form, []) { Seen = sent.Seen, Writer = sent.Writer, MayFile = _holder.MayFile, OpenSection = PartOf(sent) };
        if (FormTokens.MustOnlyShow(context))
            return Show(view with { Notice = sent.Do == ReportSubmission.File ? "report.send-again" : "form.send-again.draft" }, 422);
        if (sent.Do == ReportSubmission.File && !_holder.MayFile) return Show(view with { Notice = "link.DraftOnly.text" }, StatusCodes.Status403Forbidden);
        if (sent.Do == ReportSubmission.Discard) return await DiscardAsync(view, sent, cancel);

        await TakeAsync(sent, cancel);
        if (sent.SavesDraft || _taken > 0)
        {
            if (await SaveAsync(view, sent, cancel) is not { } kept) return Show(view with { Notice = "form.draft.too-large" }, 422);
            if (!kept.IsMine) return Show(view with { Theirs = kept.Draft, Seen = kept.Draft.Number }, StatusCodes.Status409Conflict);
            view = view with { Seen = kept.Draft.Number };
        }

        return sent.Do == ReportSubmission.File ? await FileAsync(view, sent, cancel)
            : _problems.Count > 0 ? Show(view, 422)
            : sent.SavesDraft ? Pages.SeeOther(context, Address(owed, PartOf(sent)))
            : Show(view with { Form = Changed(sent) }, 200);
    }

    /// <summary>What the form is for; null where it is for something else, or for nothing any more.</summary>
    private static ReportOwed? Owed(ReportLook look, ReportSubmission sent) => look switch
    {
        ReportOwed owed when owed.Id == sent.For => owed,
        ReportFiled { Amends: { } amends } when amends.Id == sent.For && amends.Amends == sent.Amends => amends,
        _ => null,
    };

    private IResult Elsewhere(ReportLook look, ReportSubmission sent)
    {
        if (look is ReportOwed other)
            return FormAnswers.Typed(context, sent, "report.other.title", t => t["report.other.text", other.Place], StatusCodes.Status409Conflict);
        // The second press of the button shows the receipt; other words are shown again.
        var filed = (ReportFiled)look;
        var same = ReportRules.Check(sent.Form, filed.From, filed.To, DateOnly.FromDateTime(filed.Receipt.Received)).Content is { } content
            && content.Says(filed.Content with { Attachments = null });
        return same ? Pages.SeeOther(context, ReportEndpoints.Path)
            : FormAnswers.Typed(context, sent, "form.over.title", t => t["form.over.text", filed.Receipt.Number], StatusCodes.Status409Conflict);
    }

    private async Task<IResult> DiscardAsync(ReportFormView view, ReportSubmission sent, CancellationToken cancel)
    {
        if (Theirs(view, sent) is { } theirs) return Show(view with { Theirs = theirs, Seen = theirs.Number }, StatusCodes.Status409Conflict);
        await drafts.DiscardAsync(_holder, cancel);
        return Pages.SeeOther(context, Address(view.Owed, ""));
    }

    private async Task<IResult> FileAsync(ReportFormView view, ReportSubmission sent, CancellationToken cancel)
    {
        var owed = view.Owed;
        var verdict = ReportRules.Check(sent.Form, owed.From, owed.To, owed.Today);
        _problems.InsertRange(0, verdict.Problems);
        if (_problems.Count > 0 || verdict.Content is not { } content) return Show(view, StatusCodes.Status422UnprocessableEntity);
        // Filing ends the draft: what somebody else wrote meanwhile is shown before.
        if (Theirs(view, sent) is { } theirs) return Show(view with { Theirs = theirs, Seen = theirs.Number }, StatusCodes.Status409Conflict);
        // Advice, once; it refuses nothing.
        if (!sent.Hinted && await drafts.HintsAsync(_holder, content, cancel) is { Count: > 0 } hints)
            return Show(view with { Hints = hints, OpenSection = ReportFields.Explanation }, StatusCodes.Status200OK);
        if (_files.Count > 0) content = content with { Attachments = [.. _files] };
        return await reports.FileAsync(_holder with { Use = LinkUse.Of(context) }, content, owed.Amends, cancel) switch
        {
            ReportFiled => Pages.SeeOther(context, ReportEndpoints.Path),
            LinkRefused refused => FormAnswers.Typed(context, sent, refused),
            var look => throw new InvalidOperationException($"No page for {look.GetType().Name}."),
        };
    }

    /// <summary>What somebody else saved since this form was filled; null for nothing.</summary>
    private static DraftSeen? Theirs(ReportFormView view, ReportSubmission sent) =>
        view.Owed.Draft is { } draft && draft.Number != sent.Seen && draft.Writer != sent.Writer ? draft : null;

    private async Task TakeAsync(ReportSubmission sent, CancellationToken cancel)
    {
        foreach (var file in sent.Files)
        {
            try
            {
                if (_files.Count >= AttachmentIntake.MostFiles) throw new FileRefusedException(FileProblem.TooMany);
                using var content = file.OpenReadStream();
                var taken = await drafts.TakeAsync(file.FileName, content, cancel);
                if (_files.Any(f => f.Hash == taken.Hash)) continue;
                _files.Add(taken);
                _taken++;
            }
            catch (FileRefusedException refused)
            {
                _problems.Add(new FieldProblem(
                    ReportFields.Attachments, $"form.file.problem.{refused.Why}", FileNames.Shown(file.FileName), AttachmentIntake.MostFiles));
            }
        }
    }

    private async Task<DraftSaved?> SaveAsync(ReportFormView view, ReportSubmission sent, CancellationToken cancel)
    {
        var versions = view.Owed.Versions;
        var kept = await drafts.SaveAsync(_holder, new(versions, sent.Seen, sent.Writer, sent.Form, [.. _files]), cancel);
        if (kept is not { IsMine: false, Draft: { } theirs } || _taken == 0) return kept;

        // The text is theirs; the files that came now are kept beside it, for a browser does not send them again.
        var both = theirs.Attachments.UnionBy(_files, f => f.Hash).Take(AttachmentIntake.MostFiles).ToList();
        var joined = await drafts.SaveAsync(_holder, new(versions, theirs.Number, theirs.Writer, theirs.Form, both), cancel);
        _files.Clear();
        _files.AddRange(both);
        return joined is null ? kept : joined with { IsMine = false };
    }

    // A button that changes the form, not the report: more lines, or the language.
    private ReportForm Changed(ReportSubmission sent)
    {
        if (sent.Do == ReportSubmission.Rows) return ReportFormView.WithBlankRows(sent.Form);
        if (sent.Do == ReportSubmission.MoreCases) return ReportFormView.WithBlankCase(sent.Form);
        if (sent.Do.StartsWith(ReportSubmission.Language, StringComparison.Ordinal)
            && LanguageChoice.Known(sent.Do[ReportSubmission.Language.Length..]) is { } texts)
            LanguageChoice.Choose(context, texts);
        return sent.Form;
    }

    private IResult Show(ReportFormView view, int status) =>
        FormAnswers.Form(context, view with { Problems = [.. _problems], Attachments = [.. _files] }, status);

    private static string PartOf(ReportSubmission sent) =>
        sent.Do == ReportSubmission.Rows ? "visits"
        : sent.Do == ReportSubmission.MoreCases ? "recommendations"
        : sent.Do == ReportSubmission.Attach || sent.Removes is not null ? "attachments"
        : "";

    private static string Address(ReportOwed owed, string part) =>
        (owed.Amends, part) switch
        {
            (null, "") => ReportEndpoints.Path,
            (null, _) => $"{ReportEndpoints.Path}?part={part}",
            (_, "") => ReportEndpoints.AmendPath,
            _ => $"{ReportEndpoints.AmendPath}&part={part}",
        };
}
