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

    /// <summary>The form of a report that is in and may be amended.</summary>
    public const string AmendPath = "/report?amend";

    /// <summary>Bytes of the form with the files chosen: four of the largest at once, and the text.</summary>
    public const long MostBytes = 44 * 1024 * 1024;

    public static void Map(IEndpointRouteBuilder site)
    {
        site.MapGet(Path, ShowAsync).Allow(Who.LinkHolder);
        site.MapPost(Path, SubmitAsync).Allow(Who.LinkHolder)
            .WithMetadata(KeepsWhatWasTyped.Instance, new UploadLimit(MostBytes), new RefusedAnswer(FormAnswers.EndedAsync));
        site.MapGet(Asset.FormScript.Path, Asset.FormScript.Get).Allow(Who.Anyone);
        DraftEndpoints.Map(site);
        AttachmentEndpoints.Map(site);
    }

    private static async Task<IResult> ShowAsync(HttpContext context, IReportPages reports, CancellationToken cancel)
    {
        var (holder, query) = (Session.Admitted<LinkSession>(context), context.Request.Query);
        return await reports.LookAsync(holder, cancel) switch
        {
            ReportOwed owed => FormAnswers.Form(context, Fresh(owed), StatusCodes.Status200OK),
            ReportFiled { Amends: { } amends } when query.ContainsKey("amend") => FormAnswers.Form(context, Fresh(amends), StatusCodes.Status200OK),
            ReportFiled filed => Pages.Show<ReceiptPage, ReportFiled>(context, filed),
            LinkRefused refused => LinkEndpoints.Refuse(context, refused),
            var look => throw new InvalidOperationException($"No page for {look.GetType().Name}."),
        };

        ReportFormView Fresh(ReportOwed owed) =>
            ReportFormView.Fresh(owed) with { MayFile = holder.MayFile, OpenSection = query["part"].ToString() };
    }

    private static Task<IResult> SubmitAsync(HttpContext context, IReportPages reports, IDraftPages drafts, CancellationToken cancel) =>
        new FormRequest(context, reports, drafts).AnswerAsync(cancel);
}
