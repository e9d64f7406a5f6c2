using Directives.Access;
using Directives.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Directives.Reports;

/// <summary>The report of the session's obligation: its form, and once it is in, its receipt (R3, R4).</summary>
public static class ReportEndpoints
{
    /// <summary>Where the report is; it names nothing, for the session says which.</summary>
    public const string Path = "/report";

    public static void Map(IEndpointRouteBuilder site)
    {
        site.MapGet(Path, ShowAsync).Allow(Who.LinkHolder);
        site.MapPost(Path, SubmitAsync).Allow(Who.LinkHolder).WithMetadata(KeepsWhatWasTyped.Instance);
    }

    private static async Task<IResult> ShowAsync(HttpContext context, IReportPages reports, CancellationToken cancel) =>
        Show(context, await reports.LookAsync(Holder(context), cancel));

    private static async Task<IResult> SubmitAsync(HttpContext context, IReportPages reports, CancellationToken cancel)
    {
        var holder = Holder(context);
        var sent = ReportSubmission.Read(await context.Request.ReadFormAsync(cancel));
        var look = await reports.LookAsync(holder, cancel);
        if (look is ReportOwed other && other.Id != sent.For) return ShowOther(context, other, sent.Form);
        if (look is not ReportOwed owed) return look is ReportFiled ? Pages.SeeOther(context, Path) : Show(context, look);
        if (FormTokens.MustOnlyShow(context)) return ShowForm(context, new(owed, sent.Form, [], "report.send-again"), 422);
        if (sent.Do != ReportSubmission.File) return ShowForm(context, new(owed, Changed(context, sent), []), 200);

        if (!holder.MayFile) return LinkEndpoints.Refuse(context, new LinkRefused(LinkRefusal.DraftOnly));
        var verdict = ReportRules.Check(sent.Form, owed.From, owed.To, owed.Today);
        if (verdict.Content is not { } content)
            return ShowForm(context, new(owed, sent.Form, verdict.Problems), StatusCodes.Status422UnprocessableEntity);
        var filed = await reports.FileAsync(holder, content, cancel);
        return filed is ReportFiled ? Pages.SeeOther(context, Path) : Show(context, filed);
    }

    // A button that changes the form, not the report: more lines, or the language.
    private static ReportForm Changed(HttpContext context, ReportSubmission sent)
    {
        if (sent.Do == ReportSubmission.Rows) return ReportFormView.WithBlankRows(sent.Form);
        if (sent.Do.StartsWith(ReportSubmission.Language, StringComparison.Ordinal)
            && LanguageChoice.Known(sent.Do[ReportSubmission.Language.Length..]) is { } texts)
            LanguageChoice.Choose(context, texts);
        return sent.Form;
    }

    private static IResult Show(HttpContext context, ReportLook look) => look switch
    {
        ReportOwed owed => ShowForm(context, ReportFormView.Fresh(owed), StatusCodes.Status200OK),
        ReportFiled filed => Pages.Show<ReceiptPage, ReportFiled>(context, filed),
        LinkRefused refused => LinkEndpoints.Refuse(context, refused),
        _ => throw new InvalidOperationException($"No page for {look.GetType().Name}."),
    };

    private static IResult ShowForm(HttpContext context, ReportFormView view, int status) =>
        Pages.Show<ReportPage, ReportFormView>(context, view, status);

    private static IResult ShowOther(HttpContext context, ReportOwed other, ReportForm typed) =>
        Pages.Show<OtherReportPage, ReportFormView>(context, new(other, typed, []), StatusCodes.Status409Conflict);

    private static LinkSession Holder(HttpContext context) =>
        Session.Of(context.User) as LinkSession ?? throw new InvalidOperationException("Only link holders are admitted here.");
}
