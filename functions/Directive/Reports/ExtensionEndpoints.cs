using Directives.Access;
using Directives.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Directives.Reports;

/// <summary>More time for the session's report: asked for here, decided by the office (R10).</summary>
public static class ExtensionEndpoints
{
    /// <summary>Where it is asked for; the session says for which report.</summary>
    public const string Path = "/report/extension";

    public static void Map(IEndpointRouteBuilder site)
    {
        site.MapGet(Path, ShowAsync).Allow(Who.LinkHolder);
        site.MapPost(Path, AskAsync).Allow(Who.LinkHolder);
    }

    private static async Task<IResult> ShowAsync(HttpContext context, IExtensionPages pages, CancellationToken cancel)
    {
        var (look, asked) = await pages.LookAsync(Session.Admitted<LinkSession>(context), cancel);
        return look is ReportOwed owed
            ? Show(context, new ExtensionView(owed, asked, "", "", [], asked is not null && context.Request.Query.ContainsKey("done")))
            : Other(context, look);
    }

    private static async Task<IResult> AskAsync(HttpContext context, IExtensionPages pages, CancellationToken cancel)
    {
        var form = await context.Request.ReadFormAsync(cancel);
        var (look, asked) = await pages.LookAsync(Session.Admitted<LinkSession>(context), cancel);
        if (look is not ReportOwed owed) return Other(context, look);
        var (typed, wished) = (form["reason"].ToString(), form["wished"].ToString());
        IResult Refuse(params IReadOnlyList<FieldProblem> problems) =>
            Show(context, new ExtensionView(owed, asked, typed, wished, problems), StatusCodes.Status422UnprocessableEntity);

        // The form of another report, opened since in this browser, asks for nothing here.
        if (form["for"] != owed.Id) return Refuse(new FieldProblem("reason", "ask.problem.other", owed.Place));
        var reason = PlainText.Normalize(typed);
        if (PlainText.FirstControl(reason) is { } found)
            return Refuse(new FieldProblem("reason", "office.problem.control-character", found.Name, found.Position));
        if (VisitRules.Date(wished) is not { } date)
        {
            var day = string.IsNullOrWhiteSpace(wished)
                ? new FieldProblem("wished", "ask.problem.date-needed")
                : new FieldProblem("wished", "office.problem.due-unreadable", wished.Length <= 40 ? wished : string.Concat(wished.AsSpan(0, 40), "…"));
            return RoundRules.Words(reason) is { } words ? Refuse(Problem(words), day) : Refuse(day);
        }

        return await pages.AskAsync(Session.Admitted<LinkSession>(context), reason, date, cancel) is { } refusal
            ? Refuse(Problem(refusal))
            : Pages.SeeOther(context, $"{Path}?done");
    }

    private static FieldProblem Problem(RoundRefusal refusal)
    {
        var field = refusal is RoundRefusal.DateTooEarly or RoundRefusal.DateTooLate or RoundRefusal.NotAWorkingDay ? "wished" : "reason";
        return refusal == RoundRefusal.ReasonTooLong
            ? new FieldProblem(field, $"office.problem.{refusal}", RoundRules.LongestReason)
            : new FieldProblem(field, $"office.problem.{refusal}");
    }

    private static IResult Other(HttpContext context, ReportLook look) => look switch
    {
        LinkRefused refused => LinkEndpoints.Refuse(context, refused),
        _ => Pages.SeeOther(context, ReportEndpoints.Path),
    };

    private static IResult Show(HttpContext context, ExtensionView view, int status = StatusCodes.Status200OK) =>
        Pages.Show<ExtensionPage, ExtensionView>(context, view, status);
}
