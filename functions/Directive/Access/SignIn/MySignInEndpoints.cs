using Directives.Access.Accounts;
using Directives.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Directives.Access.SignIn;

/// <summary>A person's own sessions (R6): where they are signed in, and out of each, or all.</summary>
public static class MySignInEndpoints
{
    public const string Path = "/me/sign-in";

    public const string EndPath = $"{Path}/end";

    public const string EndAllPath = $"{Path}/end-all";

    public const string SessionField = "session";

    public static void Map(IEndpointRouteBuilder site)
    {
        site.MapGet(Path, ShowAsync).Allow(Who.Person);
        site.MapPost(EndPath, EndAsync).Allow(Who.Person);
        site.MapPost(EndAllPath, EndAllAsync).Allow(Who.Person);
    }

    private static async Task<IResult> ShowAsync(HttpContext context, Installation installation, SessionGate gate, CancellationToken cancel)
    {
        var session = Session.Admitted<PersonSession>(context);
        var zone = installation.Parts.Rules.ZoneAt(installation.Parts.Clock.GetUtcNow());
        var live = session.Id.Length == 0 ? [] : await installation.Sessions.ListAsync(session.Official, await gate.IdleAsync(session.Official, cancel), cancel);
        var own = SessionBook.HandleOf(session.Id);
        return Pages.Show<MySignInPage, MySignInView>(context, new MySignInView(
            [.. live.Select(s => new SessionLine(s.Row.Handle, s.Row.Handle == own, s.Row.Device, s.Row.Network, zone.LocalAt(s.Row.Begun), zone.LocalAt(s.Seen)))],
            session.Id.Length > 0 && await installation.Factors.HasAsync(session.Official, cancel)));
    }

    private static async Task<IResult> EndAsync(HttpContext context, Installation installation, CancellationToken cancel)
    {
        var session = Session.Admitted<PersonSession>(context);
        // Looked for among the person's own sessions only.
        var handle = (await context.Request.ReadFormAsync(cancel))[SessionField].FirstOrDefault() ?? "";
        if (session.Id.Length > 0 && handle.Length is > 0 and < 40) await installation.Sessions.EndAsync(session.Official, handle, session.Actor, cancel);
        return Pages.SeeOther(context, Path);
    }

    private static async Task<IResult> EndAllAsync(HttpContext context, Installation installation, CancellationToken cancel)
    {
        var session = Session.Admitted<PersonSession>(context);
        if (session.Id.Length > 0) await installation.Sessions.EndAllAsync(session.Official, session.Actor, cancel: cancel);
        await SessionCookie.EndAsync(context);
        return Pages.SeeOther(context, "/?left");
    }
}

/// <summary>A person's sessions.</summary>
/// <param name="HasFactor">Whether they have a second factor.</param>
public sealed record MySignInView(IReadOnlyList<SessionLine> Sessions, bool HasFactor);

/// <summary>One session.</summary>
/// <param name="IsThis">Whether it is the one that asks.</param>
/// <param name="Begun">Local.</param>
/// <param name="Seen">Local.</param>
public sealed record SessionLine(string Handle, bool IsThis, string Device, string Network, DateTime Begun, DateTime Seen);
