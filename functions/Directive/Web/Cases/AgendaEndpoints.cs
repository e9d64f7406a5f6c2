using Directives.Access;
using Directives.Recommendations.Agenda;
using Directives.Reports;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Directives.Web.Cases;

/// <summary>The agenda of the Standing Committee, its meetings, and its decisions (R7).</summary>
public static class AgendaEndpoints
{
    /// <summary>Where the agenda is.</summary>
    public const string Path = "/agenda";

    public const string CaseField = "case";
    public const string HowField = "how";
    public const string MetField = "met";
    public const string Meeting = "meeting";
    public const string Circulation = "circulation";
    public const string DayField = "day";
    public const string RemoveField = "remove";

    public static void Map(IEndpointRouteBuilder site)
    {
        site.MapGet(Path, ShowAsync).Allow(May.Do(Deed.ReadAgenda));
        site.MapPost($"{Path}/meetings", MeetAsync).Allow(May.Do(Deed.SetMeetings));
        site.MapGet($"{Path}/decide", FormAsync).Allow(May.Do(Deed.RecordDecision));
        site.MapPost($"{Path}/decide", DecideAsync).Allow(May.Do(Deed.RecordDecision)).WithMetadata(KeepsWhatWasTyped.Instance);
        site.MapGet($"{Path}/decisions/{{number:int}}", DecisionAsync).Allow(May.Do(Deed.ReadAgenda));
    }

    private static async Task<IResult> ShowAsync(HttpContext context, [FromServices] AgendaDesk desk, CancellationToken cancel) =>
        Pages.Show<AgendaPage, AgendaView>(context, await ViewAsync(context, desk, cancel) with
        {
            Notice = context.Request.Query["done"].ToString() is ("choose" or "met" or "removed") and var done ? $"agenda.done.{done}" : null,
        });

    private static async Task<AgendaView> ViewAsync(HttpContext context, AgendaDesk desk, CancellationToken cancel)
    {
        var roles = AdmissionHandler.RolesOf(context);
        var view = await desk.ShowAsync(context.Request.Query.ContainsKey("more") ? AgendaDesk.Many : AgendaDesk.Few, cancel);
        return view with { MayDecide = roles.HasFlag(Who.Recorder), MaySetMeetings = (roles & May.Do(Deed.SetMeetings)) != 0 };
    }

    private static async Task<IResult> MeetAsync(HttpContext context, [FromServices] AgendaDesk desk, [FromServices] Installation installation, CancellationToken cancel)
    {
        var form = await context.Request.ReadFormAsync(cancel);
        var by = Session.Admitted<PersonSession>(context).Actor;
        var (typed, removes) = (form[DayField].ToString(), form[RemoveField].ToString());
        var day = VisitRules.Date(removes.Length > 0 ? removes : typed);
        var refused = day is not { } known ? null
            : removes.Length > 0 ? await installation.Meetings.RemoveAsync(known, by, cancel)
            : await installation.Meetings.AddAsync(known, by, cancel);
        if (day is not null && refused is null) return Pages.SeeOther(context, $"{Path}?done={(removes.Length > 0 ? "removed" : "met")}");
        var problem = new FieldProblem(DayField, day is null ? "agenda.problem.day" : $"agenda.problem.{refused}");
        return Pages.Show<AgendaPage, AgendaView>(
            context, await ViewAsync(context, desk, cancel) with { Typed = typed, Problems = [problem] }, StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> FormAsync(HttpContext context, [FromServices] AgendaDesk desk, CancellationToken cancel)
    {
        var chosen = Chosen(context.Request.Query[CaseField]);
        if (chosen.Count == 0) return Pages.SeeOther(context, $"{Path}?done=choose");
        return await desk.FormAsync(chosen, DecisionForm.Fresh(), null, null, cancel) is { } view
            ? Pages.Show<DecidePage, DecideView>(context, view)
            : Results.StatusCode(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> DecideAsync(HttpContext context, [FromServices] AgendaDesk desk, [FromServices] Installation installation, CancellationToken cancel)
    {
        var sent = await context.Request.ReadFormAsync(cancel);
        var (form, how, met) = (DecisionForm.Read(sent), sent[HowField].ToString(), sent[MetField].ToString());
        var chosen = Chosen(sent[CaseField]);
        if (chosen.Count == 0) return Pages.SeeOther(context, $"{Path}?done=choose");
        if (await desk.FormAsync(chosen, form, how, met, cancel) is not { } view) return Results.StatusCode(StatusCodes.Status404NotFound);
        if (FormTokens.MustOnlyShow(context)) return Again(new FieldProblem(DecideButton, "agenda.problem.again"));
        if (sent[DecisionForm.DoField] == DecisionForm.MoreRows)
            return Pages.Show<DecidePage, DecideView>(context, view with { Form = form.WithBlankRow() });
        var problems = new List<FieldProblem>();
        var meeting = MeetingOf(how, met, desk.Today, problems);
        if (form.Make(problems) is not { } step || problems.Count > 0) return Again([.. problems]);
        var result = await installation.Decisions.DecideAsync(new DecisionDraft(step, meeting, chosen), Session.Admitted<PersonSession>(context).Actor, cancel);
        return result.Refused is { } refused ? Again(form.Problem(refused)) : Pages.SeeOther(context, $"{Path}/decisions/{result.Number}");

        IResult Again(params FieldProblem[] found) =>
            Pages.Show<DecidePage, DecideView>(context, view with { Problems = found }, StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>Id of the button that decides.</summary>
    public const string DecideButton = "do-decide";

    private static async Task<IResult> DecisionAsync(HttpContext context, [FromServices] AgendaDesk desk, int number, CancellationToken cancel) =>
        await desk.DecisionAsync(number, cancel) is { } view
            ? Pages.Show<DecisionPage, DecisionView>(context, view)
            : Results.StatusCode(StatusCodes.Status404NotFound);

    /// <summary>The day of the meeting; null where it was by circulation, or where something is wrong.</summary>
    private static DateOnly? MeetingOf(string how, string met, DateOnly today, List<FieldProblem> problems)
    {
        if (how == Circulation) return null;
        var day = VisitRules.Date(met);
        if (how != Meeting) problems.Add(new FieldProblem(HowField, "agenda.problem.how"));
        else if (day is null) problems.Add(new FieldProblem(MetField, "agenda.problem.day"));
        else if (day > today) problems.Add(new FieldProblem(MetField, "agenda.problem.met-later"));
        return day;
    }

    private static List<string> Chosen(Microsoft.Extensions.Primitives.StringValues ids) =>
        [.. ids.OfType<string>().Where(i => i.Length > 0).Distinct(StringComparer.Ordinal)];
}
