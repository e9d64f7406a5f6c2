using Directives.Access;
using Directives.Reports;
using Directives.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Directives.Recommendations.Confidential;

/// <summary>
/// Pages of what is confidential (R6): only for a person who has signed in with a second factor and acts for nobody else. To all others
/// a matter is as if it had never been: the very answer, after the same reads.
/// </summary>
public static class ConfidentialEndpoints
{
    /// <summary>What one may read.</summary>
    public const string Path = "/confidential";

    /// <summary>The form.</summary>
    public const string RaisePath = $"{Path}/raise";

    public static void Map(IEndpointRouteBuilder site)
    {
        site.MapGet(Path, ListAsync).Allow(May.Do(Deed.ReadConfidential));
        site.MapGet(RaisePath, FormAsync).Allow(May.Do(Deed.RaiseConfidential));
        site.MapPost(RaisePath, RaiseAsync).Allow(May.Do(Deed.RaiseConfidential)).WithMetadata(KeepsWhatWasTyped.Instance, new UploadLimit(ReportEndpoints.MostBytes));
        site.MapGet($"{Path}/{{id}}", MatterAsync).Allow(May.Do(Deed.ReadConfidential));
        site.MapGet($"{Path}/{{id}}/files/{{number:int}}", FileAsync).Allow(May.Do(Deed.ReadConfidential));
        site.MapPost($"{Path}/{{id}}/{{step}}", StepAsync).Allow(May.Do(Deed.ReadConfidential));
    }

    /// <summary>Where a matter is.</summary>
    public static string AddressOf(string id) => $"{Path}/{Uri.EscapeDataString(id)}";

    /// <summary>Where a file of a matter is; they are numbered from 1.</summary>
    public static string AddressOf(string id, int file) => $"{AddressOf(id)}/files/{file}";

    private static async Task<IResult> ListAsync(HttpContext context, Installation installation, CancellationToken cancel)
    {
        var person = Session.Admitted<PersonSession>(context);
        if (Refuses(context, person) is { } refused) return refused;
        var may = (AdmissionHandler.RolesOf(context) & May.Do(Deed.RaiseConfidential)) != 0;
        return Pages.Show<MattersPage, MattersView>(context, await new ConfidentialDesk(installation).ListAsync(person, may, cancel));
    }

    private static async Task<IResult> FormAsync(HttpContext context, Installation installation, CancellationToken cancel)
    {
        if (Refuses(context, Session.Admitted<PersonSession>(context)) is { } refused) return refused;
        var form = new RaiseForm(RaiseRequest.NewOnce(), "", "", "", "", []);
        return Pages.Show<RaisePage, RaiseView>(context, await new ConfidentialDesk(installation).FormAsync(form, false, cancel));
    }

    private static async Task<IResult> RaiseAsync(HttpContext context, Installation installation, CancellationToken cancel)
    {
        var person = Session.Admitted<PersonSession>(context);
        return Refuses(context, person) ?? await new RaiseRequest(context, installation, person).AnswerAsync(cancel);
    }

    private static async Task<IResult> MatterAsync(HttpContext context, Installation installation, string id, CancellationToken cancel) =>
        Reader(context) is { } person && await new ConfidentialDesk(installation).MatterAsync(id, person, cancel) is { } view
            ? Pages.Show<MatterPage, MatterView>(context, view with { IsNew = context.Request.Query.ContainsKey("raised") })
            : NotThere();

    private static async Task<IResult> FileAsync(HttpContext context, Installation installation, string id, int number, CancellationToken cancel)
    {
        if (Reader(context) is not { } person || await installation.Matters.FindAsync(id, person.Official, cancel) is not { } matter
            || number < 1 || number > matter.Content.Files.Count) return NotThere();
        var file = matter.Content.Files[number - 1];
        if (await installation.MatterFiles.OpenAsync(file.Hash, cancel) is not { } content) return NotThere();
        context.Response.Headers.ContentSecurityPolicy = SecurityHeaders.PolicyOfFile;
        return Results.Stream(content, file.Type, file.Name);
    }

    private static async Task<IResult> StepAsync(HttpContext context, Installation installation, string id, string step, CancellationToken cancel)
    {
        var desk = new ConfidentialDesk(installation);
        if (Reader(context) is not { } person || await desk.MatterAsync(id, person, cancel) is not { } view) return NotThere();
        var form = await context.Request.ReadFormAsync(cancel);
        var typed = MatterSteps.Fields.ToDictionary(f => f, f => form[f].FirstOrDefault() ?? "", StringComparer.Ordinal);
        var problems = new List<FieldProblem>();
        if (MatterSteps.Read(step, typed, view.Matter.Content.Raiser, desk.Today, problems) is { } happened)
        {
            var result = await installation.Matters.StepAsync(id, person.Official, happened, cancel);
            if (result is { State: null }) return NotThere();
            if (result is { Refused: null }) return Pages.SeeOther(context, AddressOf(id));
            problems.Add(MatterSteps.Problem(step, result.Refused.Value));
        }
        else if (problems.Count == 0)
        {
            return NotThere();
        }

        return Pages.Show<MatterPage, MatterView>(
            context, view with { Refused = step, Typed = typed, Problems = problems }, StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>Whoever may look at a matter at all; to all others there is none.</summary>
    private static PersonSession? Reader(HttpContext context) =>
        Session.Admitted<PersonSession>(context) is { For: null, SecondFactor: true } person ? person : null;

    /// <summary>Nothing is there for whoever acts for another; whoever lacks the second factor may show it.</summary>
    private static IResult? Refuses(HttpContext context, PersonSession person)
    {
        if (person.For is not null) return NotThere();
        if (person.SecondFactor) return null;
        ErrorPages.Refuse(context, StatusCodes.Status403Forbidden, "second-factor");
        return Results.StatusCode(StatusCodes.Status403Forbidden);
    }

    private static IResult NotThere() => Results.StatusCode(StatusCodes.Status404NotFound);
}
