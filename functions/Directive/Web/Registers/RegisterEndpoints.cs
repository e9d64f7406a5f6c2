using System.Globalization;
using Directives.Access;
using Directives.Web.Api;
using Directives.Web.Cases;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Directives.Web.Registers;

/// <summary>Pages of the register, of places, seats and people, vacancies and work (R1); each with its twin below <c>/api</c>, of the same rows.</summary>
public static class RegisterEndpoints
{
    public const string Path = "/register";
    public const string Vacancies = $"{Path}/vacancies";
    public const string Workload = $"{Path}/workload";
    private const string Place = $"{Path}/places/{{code}}";
    private const string Seat = $"{Path}/seats/{{seat}}";
    private const string Person = $"{Path}/people/{{official}}";

    public static string PlaceAddress(string code) => $"{Path}/places/{Uri.EscapeDataString(code)}";

    public static string SeatAddress(string seat) => $"{Path}/seats/{Uri.EscapeDataString(seat)}";

    public static string PersonAddress(string official) => $"{Path}/people/{Uri.EscapeDataString(official)}";

    /// <summary>Path of a list of work.</summary>
    public static string WorkloadAddress(bool bodies, WorkloadSort sort, WorkloadShow show, int over, int page = 1) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Workload}?{(bodies ? $"{WorkloadQuery.ByField}={WorkloadQuery.Bodies}&" : "")}sort={sort}&show={show}{(show == WorkloadShow.Over ? $"&over={over}" : "")}{(page > 1 ? $"&page={page}" : "")}");

    /// <summary>Whether somebody of these roles may open the pages: for links that lead here from others.</summary>
    public static bool MaySee(Who roles) => (roles & May.Do(Deed.SeeRegister)) != 0;

    public static void Map(IEndpointRouteBuilder site)
    {
        var may = May.Do(Deed.SeeRegister);
        site.MapGet(Path, async (HttpContext context, [AsParameters] RegisterQuery query, [AsParameters] TreeQuery tree, [FromServices] RegisterDesk desk, CancellationToken cancel) =>
            Page<RegisterPage, RegisterView>(context, await TreeAsync(context, query, tree, desk, cancel))).Allow(may);
        site.MapGet($"/api{Path}", async (HttpContext context, [AsParameters] RegisterQuery query, [AsParameters] TreeQuery tree, [FromServices] RegisterDesk desk, CancellationToken cancel) =>
            Api(context, await TreeAsync(context, query, tree, desk, cancel))).Allow(may)
            .Describe<RegisterView>("register", "One level of the tree of places on a day, with counts of seats; and a search by code, name or title.", Refusals);

        site.MapGet(Place, async (HttpContext context, string code, [AsParameters] RegisterQuery query, [AsParameters] PlaceQuery place, [FromServices] PlaceDesk desk, CancellationToken cancel) =>
            Page<PlacePage, PlaceStory>(context, await PlaceAsync(context, code, query, place, desk, cancel))).Allow(may);
        site.MapGet($"/api{Place}", async (HttpContext context, string code, [AsParameters] RegisterQuery query, [AsParameters] PlaceQuery place, [FromServices] PlaceDesk desk, CancellationToken cancel) =>
            Api(context, await PlaceAsync(context, code, query, place, desk, cancel))).Allow(may)
            .Describe<PlaceStory>("place", "A place with its whole story.", Refusals);

        site.MapGet(Seat, async (HttpContext context, string seat, [AsParameters] RegisterQuery query, [FromServices] SeatDesk desk, CancellationToken cancel) =>
            Page<SeatPage, SeatStory>(context, await desk.ShowAsync(RegisterAsked.Of(query), CaseViewer.Of(context), seat, cancel))).Allow(may);
        site.MapGet($"/api{Seat}", async (HttpContext context, string seat, [AsParameters] RegisterQuery query, [FromServices] SeatDesk desk, CancellationToken cancel) =>
            Api(context, await desk.ShowAsync(RegisterAsked.Of(query), CaseViewer.Of(context), seat, cancel))).Allow(may)
            .Describe<SeatStory>("seat", "A seat: who held it, what it owed in each cycle, what it owes now.", Refusals);

        site.MapGet(Person, async (HttpContext context, string official, [AsParameters] RegisterQuery query, [FromServices] PersonDesk desk, CancellationToken cancel) =>
            Page<PersonStoryPage, PersonStory>(context, await desk.ShowAsync(RegisterAsked.Of(query), CaseViewer.Of(context), official, cancel))).Allow(may);
        site.MapGet($"/api{Person}", async (HttpContext context, string official, [AsParameters] RegisterQuery query, [FromServices] PersonDesk desk, CancellationToken cancel) =>
            Api(context, await desk.ShowAsync(RegisterAsked.Of(query), CaseViewer.Of(context), official, cancel))).Allow(may)
            .Describe<PersonStory>("person", "A person: posts and duties now and before, substitutes, what they owe now and how it went.", Refusals);

        site.MapGet(Vacancies, async (HttpContext context, [AsParameters] RegisterQuery query, [FromServices] VacancyDesk desk, CancellationToken cancel) =>
            Page<VacanciesPage, VacanciesView>(context, await desk.ShowAsync(RegisterAsked.Of(query), CaseViewer.Of(context), cancel))).Allow(may);
        site.MapGet($"/api{Vacancies}", async (HttpContext context, [AsParameters] RegisterQuery query, [FromServices] VacancyDesk desk, CancellationToken cancel) =>
            Api(context, await desk.ShowAsync(RegisterAsked.Of(query), CaseViewer.Of(context), cancel))).Allow(may)
            .Describe<VacanciesView>("vacancies", "Seats that nobody holds on a day, those vacant longest first.", Refusals);

        site.MapGet(Workload, async (HttpContext context, [AsParameters] RegisterQuery query, [AsParameters] WorkloadQuery work, [FromServices] WorkloadDesk desk, CancellationToken cancel) =>
            Page<WorkloadPage, WorkloadView>(context, await WorkAsync(context, query, work, desk, cancel))).Allow(may);
        site.MapGet($"/api{Workload}", async (HttpContext context, [AsParameters] RegisterQuery query, [AsParameters] WorkloadQuery work, [FromServices] WorkloadDesk desk, CancellationToken cancel) =>
            Api(context, await WorkAsync(context, query, work, desk, cancel))).Allow(may)
            .Describe<WorkloadView>("workload", "Who has how much to do now, officials or bodies.", Refusals);
    }

    private static int[] Refusals => [StatusCodes.Status403Forbidden, StatusCodes.Status404NotFound, StatusCodes.Status422UnprocessableEntity, StatusCodes.Status429TooManyRequests];

    private static ValueTask<RegisterView?> TreeAsync(HttpContext context, RegisterQuery query, TreeQuery tree, RegisterDesk desk, CancellationToken cancel) =>
        desk.ShowAsync(RegisterAsked.Of(query), CaseViewer.Of(context), tree.At ?? "", (tree.Words ?? "").Trim(), cancel);

    private static ValueTask<PlaceStory?> PlaceAsync(HttpContext context, string code, RegisterQuery query, PlaceQuery place, PlaceDesk desk, CancellationToken cancel) =>
        desk.ShowAsync(RegisterAsked.Of(query), CaseViewer.Of(context), code, place.Figures == PlaceQuery.AsItIs, cancel);

    private static async ValueTask<WorkloadView?> WorkAsync(HttpContext context, RegisterQuery query, WorkloadQuery work, WorkloadDesk desk, CancellationToken cancel)
    {
        var asked = RegisterAsked.Of(query);
        var problems = asked.Problems.ToList();
        var want = work.Read(problems);
        return await desk.ShowAsync(asked with { Problems = problems }, CaseViewer.Of(context), want, cancel);
    }

    private static IResult Page<TPage, TView>(HttpContext context, TView? view)
        where TPage : SitePage<TView>
        where TView : RegisterStory =>
        view is null ? Results.StatusCode(StatusCodes.Status404NotFound)
        : Pages.Show<TPage, TView>(context, view, view.Problems.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);

    private static IResult Api<TView>(HttpContext context, TView? view)
        where TView : RegisterStory
    {
        if (view is null) return Results.StatusCode(StatusCodes.Status404NotFound);
        if (view.Problems.Count == 0) return Results.Json(view, ApiJson.Options);
        var texts = LanguageChoice.Of(context);
        return ApiProblem.Of(StatusCodes.Status422UnprocessableEntity, texts["error.422.title"], texts["error.422.text"],
            view.Problems.GroupBy(p => p.Field).ToDictionary(g => g.Key, g => g.Select(p => p.In(texts)).ToArray()));
    }
}
