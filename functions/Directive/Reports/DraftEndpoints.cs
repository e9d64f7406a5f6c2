using Directives.Access;
using Directives.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Directives.Reports;

/// <summary>Where the form's script keeps what is typed; files come by the form itself.</summary>
public static class DraftEndpoints
{
    /// <summary>Its path.</summary>
    public const string Path = "/report/draft";

    public static void Map(IEndpointRouteBuilder site) => site.MapPost(Path, SaveAsync).Allow(Who.LinkHolder);

    private static async Task<IResult> SaveAsync(HttpContext context, IReportPages reports, IDraftPages drafts, CancellationToken cancel)
    {
        var (holder, texts) = (Session.Admitted<LinkSession>(context), LanguageChoice.Of(context));
        var sent = ReportSubmission.Read(await context.Request.ReadFormAsync(cancel));
        var look = await reports.LookAsync(holder, cancel);
        var owed = look as ReportOwed ?? (look as ReportFiled)?.Amends;
        if (owed is null || owed.Id != sent.For || (owed.Amends is not null && owed.Amends != sent.Amends))
            return Told(sent.Seen, texts["form.draft.over"], StatusCodes.Status409Conflict);
        var saved = await drafts.SaveAsync(
            holder, new DraftSave(owed.Versions, sent.Seen, sent.Writer, sent.Form, ReportFormView.AttachmentsOf(owed), KeepFiles: true), cancel);
        return saved switch
        {
            null => Told(sent.Seen, texts["form.draft.too-large"], StatusCodes.Status413PayloadTooLarge),
            { IsMine: false } theirs => Told(sent.Seen, texts["form.draft.other", theirs.Draft.Saved, theirs.Draft.By], StatusCodes.Status409Conflict),
            var mine => Told(mine.Draft.Number, texts["form.draft.saved", mine.Draft.Saved], StatusCodes.Status200OK),
        };
    }

    private static IResult Told(int draft, string said, int status) => Results.Json(new DraftTold(draft, said), SiteJson.Options, statusCode: status);

    private sealed record DraftTold(int Draft, string Said);
}
