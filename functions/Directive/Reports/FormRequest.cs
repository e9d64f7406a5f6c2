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
    private FormFiles _files = null!;
    private int _taken;

    public async Task<IResult> AnswerAsync(CancellationToken cancel)
    {
        var sent = ReportSubmission.Read(await context.Request.ReadFormAsync(cancel));
        var look = await reports.LookAsync(_holder, cancel);
        if (look is LinkRefused refused) return FormAnswers.Typed(context, sent, refused);
        if (Owed(look, sent) is not { } owed) return Elsewhere(look, sent);
        _files = new FormFiles(owed);
        _files.Keep(sent);
        var view = new ReportFormView(owed, sent.Form, []) { Seen = sent.Seen, Writer = sent.Writer, MayFile = _holder.MayFile, OpenSection = PartOf(sent) };
        if (FormTokens.MustOnlyShow(context))
            return Show(view with { Notice = sent.Do == ReportSubmission.File ? "report.send-again" : "form.send-again.draft" }, 422);
        if (sent.Do == ReportSubmission.File && !_holder.MayFile) return Show(view with { Notice = "link.DraftOnly.text" }, StatusCodes.Status403Forbidden);
        if (sent.Do == ReportSubmission.Discard) return await DiscardAsync(view, sent, cancel);

        var kept = _files.Count;
        await _files.TakeAsync(sent, new ChosenFiles(drafts.TakeAsync, _problems), cancel);
        _taken = _files.Count - kept;
        if (sent.SavesDraft || _taken > 0)
        {
            if (await SaveAsync(view, sent, cancel) is not { } saved) return Show(view with { Notice = "form.draft.too-large" }, 422);
            if (!saved.IsMine) return Show(view with { Theirs = saved.Draft, Seen = saved.Draft.Number }, StatusCodes.Status409Conflict);
            view = view with { Seen = saved.Draft.Number };
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
            && content.Says(filed.Content.WithoutFiles());
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
        var verdict = ReportRules.Check(sent.Form.With(_files.OfCases), owed.From, owed.To, owed.Today);
        _problems.InsertRange(0, verdict.Problems);
        if (_problems.Count > 0 || verdict.Content is not { } content) return Show(view, StatusCodes.Status422UnprocessableEntity);
        // Filing ends the draft: what somebody else wrote meanwhile is shown before.
        if (Theirs(view, sent) is { } theirs) return Show(view with { Theirs = theirs, Seen = theirs.Number }, StatusCodes.Status409Conflict);
        // Advice, once; it refuses nothing.
        if (!sent.Hinted && await drafts.HintsAsync(_holder, content, cancel) is { Count: > 0 } hints)
            return Show(view with { Hints = hints, OpenSection = ReportFields.Explanation }, StatusCodes.Status200OK);
        if (_files.Own.Count > 0) content = content with { Attachments = [.. _files.Own] };
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

    private async Task<DraftSaved?> SaveAsync(ReportFormView view, ReportSubmission sent, CancellationToken cancel)
    {
        var versions = view.Owed.Versions;
        var kept = await drafts.SaveAsync(_holder, new(versions, sent.Seen, sent.Writer, sent.Form, [.. _files.Own]) { CaseFiles = [.. _files.OfCases] }, cancel);
        if (kept is not { IsMine: false, Draft: { } theirs } || _taken == 0) return kept;

        // The text is theirs; the files that came now are kept beside it, for a browser does not send them again.
        _files.Join(theirs);
        var joined = await drafts.SaveAsync(
            _holder, new(versions, theirs.Number, theirs.Writer, theirs.Form, [.. _files.Own]) { CaseFiles = [.. _files.OfCases] }, cancel);
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
        FormAnswers.Form(context, view with { Form = view.Form.With(_files.OfCases), Problems = [.. _problems], Attachments = [.. _files.Own] }, status);

    private static string PartOf(ReportSubmission sent) =>
        sent.Do == ReportSubmission.Rows ? "visits"
        : sent.Do is ReportSubmission.MoreCases or ReportSubmission.CaseAttach || sent.Removes is { Line: not null } ? "recommendations"
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
