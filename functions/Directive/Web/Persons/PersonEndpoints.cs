using Directives.Access;
using Directives.Chasing;
using Directives.Mail.Deliveries;
using Directives.Reports;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Directives.Web.Persons;

/// <summary>The office's pages about people and their letters: who cannot be reached, told by telephone, letters stopped.</summary>
public static class PersonEndpoints
{
    public const string Unreached = "/office/unreached";
    public const string Silence = "silence";
    public const string Resume = "resume";

    public static void Map(IEndpointRouteBuilder site)
    {
        site.MapGet(Unreached, UnreachedAsync).Allow(Who.Office);
        site.MapPost($"{Unreached}/{{id}}", TelephonedAsync).Allow(Who.Office);
        site.MapGet("/office/people/{id}", PersonAsync).Allow(Who.Office);
        site.MapPost("/office/people/{id}/{act}", ActAsync).Allow(Who.Office);
    }

    /// <summary>Path of a person's page.</summary>
    public static string AddressOf(string official) => $"/office/people/{Uri.EscapeDataString(official)}";

    private static async Task<IResult> UnreachedAsync(HttpContext context, IPersonPages people, CancellationToken cancel)
    {
        var view = await people.UnreachedAsync(cancel);
        return Show(context, view with { Notice = Done(context, "telephoned") is { } done ? $"unreached.{done}" : null });
    }

    private static async Task<IResult> TelephonedAsync(HttpContext context, IPersonPages people, string id, CancellationToken cancel)
    {
        var form = await context.Request.ReadFormAsync(cancel);
        var typed = new TelephoneForm(id, Field(form, "about"), Field(form, "spoke-to"), Field(form, "note"));
        var (spokeTo, note) = (PlainText.Normalize(typed.SpokeTo), PlainText.Normalize(typed.Note));
        var view = await people.UnreachedAsync(cancel);
        if (view.People.FirstOrDefault(p => p.Id == id) is not { } person) return Results.StatusCode(StatusCodes.Status404NotFound);
        List<FieldProblem> problems = [.. Controls("spoke-to", spokeTo), .. Controls("note", note)];
        if (problems.Count == 0)
        {
            var about = typed.About == TelephoneForm.All ? person.Open.Select(o => o.Path.Address).ToList() : [typed.About];
            if (await people.TelephonedAsync(id, about, Session.Admitted<PersonSession>(context), spokeTo, note, cancel) is not { } refusal)
                return Pages.SeeOther(context, $"{Unreached}?done=telephoned");
            problems.Add(Problem(refusal, spokeTo));
        }

        return Show(context, view with { Refused = typed, Problems = problems }, StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> PersonAsync(HttpContext context, IPersonPages people, string id, CancellationToken cancel) =>
        await people.PersonAsync(id, cancel) is { } view
            ? Show(context, view with { Notice = Done(context, Silence, Resume) is { } done ? $"persons.{done}.done" : null })
            : Results.StatusCode(StatusCodes.Status404NotFound);

    private static async Task<IResult> ActAsync(HttpContext context, IPersonPages people, string id, string act, CancellationToken cancel)
    {
        if (act is not (Silence or Resume) || await people.PersonAsync(id, cancel) is not { } view) return Results.StatusCode(StatusCodes.Status404NotFound);
        var typed = Field(await context.Request.ReadFormAsync(cancel), "reason");
        var reason = PlainText.Normalize(typed);
        List<FieldProblem> problems = [.. Controls("reason", reason)];
        if (problems.Count == 0)
        {
            var by = Session.Admitted<PersonSession>(context);
            var refusal = act == Silence ? await people.SilenceAsync(id, by, reason, cancel) : await people.ResumeAsync(id, by, reason, cancel);
            if (refusal is null) return Pages.SeeOther(context, $"{AddressOf(id)}?done={act}");
            problems.Add(refusal == SilenceRefusal.ReasonTooLong
                ? new FieldProblem("reason", $"persons.problem.{refusal}", SilenceDesk.LongestReason)
                : new FieldProblem("reason", $"persons.problem.{refusal}"));
        }

        return Show(context, view with { Typed = typed, Problems = problems }, StatusCodes.Status422UnprocessableEntity);
    }

    private static FieldProblem Problem(TelephoneRefusal refusal, string spokeTo) => refusal switch
    {
        TelephoneRefusal.TooLong when spokeTo.Length > TelephoneDesk.LongestName => new FieldProblem("spoke-to", "unreached.problem.TooLong", TelephoneDesk.LongestName),
        TelephoneRefusal.TooLong => new FieldProblem("note", "unreached.problem.TooLong", TelephoneDesk.LongestNote),
        TelephoneRefusal.NobodyNamed => new FieldProblem("spoke-to", "unreached.problem.NobodyNamed"),
        _ => new FieldProblem("about", "unreached.problem.NothingOwed"),
    };

    private static IEnumerable<FieldProblem> Controls(string field, string text)
    {
        if (PlainText.FirstControl(text) is { } found) yield return new FieldProblem(field, "office.problem.control-character", found.Name, found.Position);
    }

    private static string Field(IFormCollection form, string name) => form[name].FirstOrDefault() ?? "";

    private static IResult Show(HttpContext context, UnreachedView view, int status = StatusCodes.Status200OK) =>
        Pages.Show<UnreachedPage, UnreachedView>(context, view, status);

    private static IResult Show(HttpContext context, PersonView view, int status = StatusCodes.Status200OK) =>
        Pages.Show<PersonPage, PersonView>(context, view, status);

    // Only what this page can have done is said, whatever the address claims.
    private static string? Done(HttpContext context, params string[] known) => known.FirstOrDefault(k => k == context.Request.Query["done"]);
}
