using Directives.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Directives.Web.Demo;

/// <summary>The demonstration: people to be, the clock, the outbox. Mapped only for a sample, and only for this machine's own browser.</summary>
public static class DemoEndpoints
{
    private const int LongestSearch = 100;

    public static void Map(IEndpointRouteBuilder site)
    {
        var demo = site.MapGroup("/demo").Allow(Who.DemoVisitor);
        demo.MapGet("", PeopleAsync);
        demo.MapPost("/be", BecomeAsync);
        demo.MapPost("/clock", MoveAsync);
        demo.MapGet("/outbox", OutboxAsync);
        demo.MapGet("/outbox/{id}", LetterAsync);
        demo.MapPost("/outbox/{id}/bounce", BounceAsync);
        demo.MapGet("/outbox/{id}/html", LetterHtmlAsync);
    }

    private static async Task<IResult> PeopleAsync(HttpContext context, IDemoPages demo, CancellationToken cancel)
    {
        var query = context.Request.Query;
        var find = query["find"].FirstOrDefault()?.Trim() ?? "";
        var view = await demo.PeopleAsync(find.Length <= LongestSearch ? find : find[..LongestSearch], cancel);
        view = view with
        {
            Moved = int.TryParse(query["letters"], out var letters) ? new DemoMoved(true, letters) : query.ContainsKey("still") ? default(DemoMoved) : null,
            Became = query.ContainsKey("be") && Session.Of(context.User) is PersonSession person ? person.Title : null,
        };
        return Pages.Show<DemoPage, DemoView>(context, view);
    }

    private static async Task<IResult> BecomeAsync(HttpContext context, IDemoPages demo, CancellationToken cancel)
    {
        var form = await context.Request.ReadFormAsync(cancel);
        if (await demo.BecomeAsync(form["official"].FirstOrDefault() ?? "", cancel) is not { } session)
            return Results.StatusCode(StatusCodes.Status404NotFound);
        await SessionCookie.BeginAsync(context, session);
        return Pages.SeeOther(context, "/demo?be");
    }

    private static async Task<IResult> MoveAsync(HttpContext context, IDemoPages demo, CancellationToken cancel)
    {
        var form = await context.Request.ReadFormAsync(cancel);
        DemoMove? move = form["by"].FirstOrDefault() switch
        {
            "day" => DemoMove.Day,
            "week" => DemoMove.Week,
            "rung" => DemoMove.Rung,
            _ => null,
        };
        if (move is not { } by) return Results.StatusCode(StatusCodes.Status400BadRequest);
        var moved = await demo.MoveAsync(by, cancel);
        return Pages.SeeOther(context, moved.Moved ? $"/demo?letters={moved.Letters}" : "/demo?still");
    }

    private static async Task<IResult> OutboxAsync(HttpContext context, IDemoPages demo, CancellationToken cancel)
    {
        var reader = context.Request.Query["reader"].FirstOrDefault();
        var page = int.TryParse(context.Request.Query["page"], out var asked) && asked > 0 ? asked : 1;
        return Pages.Show<OutboxPage, OutboxView>(context, await demo.OutboxAsync(string.IsNullOrEmpty(reader) ? null : reader, page, cancel));
    }

    private static async Task<IResult> LetterAsync(HttpContext context, IDemoPages demo, string id, CancellationToken cancel)
    {
        if (await demo.LetterAsync(id, cancel) is not { } letter) return Results.StatusCode(StatusCodes.Status404NotFound);
        context.Response.Headers[HeaderNames.ContentSecurityPolicy] = SecurityHeaders.PolicyWithFrame;
        return Pages.Show<LetterPage, LetterView>(context, letter);
    }

    private static async Task<IResult> BounceAsync(HttpContext context, IDemoPages demo, string id, CancellationToken cancel)
    {
        var form = await context.Request.ReadFormAsync(cancel);
        return await demo.BounceAsync(id, form["bounce"] == "yes", cancel)
            ? Pages.SeeOther(context, $"/demo/outbox/{Uri.EscapeDataString(id)}")
            : Results.StatusCode(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> LetterHtmlAsync(HttpContext context, IDemoPages demo, string id, CancellationToken cancel)
    {
        if ((await demo.LetterAsync(id, cancel))?.Html is not { } html) return Results.StatusCode(StatusCodes.Status404NotFound);
        context.Response.Headers[HeaderNames.ContentSecurityPolicy] = SecurityHeaders.PolicyOfLetter;
        // Its links open in the whole window, as from a mail program.
        return Results.Content(html.Replace("<head>", "<head><base target=\"_top\">", StringComparison.OrdinalIgnoreCase), "text/html; charset=utf-8");
    }
}
