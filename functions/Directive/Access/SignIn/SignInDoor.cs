using Directives.Access.Accounts;
using Directives.Web;
using Directives.Web.Mine;
using Microsoft.AspNetCore.Http;

namespace Directives.Access.SignIn;

/// <summary>Lets a person in who has shown who they are: a new session in this browser, whatever was there before.</summary>
public sealed class SignInDoor(Installation installation, SessionGate gate)
{
    /// <summary>Where one goes on from here.</summary>
    public const string Home = MineEndpoints.Path;

    /// <summary>Begins the session, and shows where to go on; null for one who is no longer known.</summary>
    /// <param name="how">How they got in.</param>
    /// <param name="secondFactor">Whether a second factor was shown on the way.</param>
    public async Task<IResult?> OpenAsync(HttpContext context, string person, string how, bool secondFactor, CancellationToken cancel)
    {
        if (await gate.OpenAsync(person, "", secondFactor, cancel) is not { } session) return null;
        var visitor = Visitor.Of(context);
        await EndOldAsync(context, cancel);
        var id = await installation.Sessions.BeginAsync(person, how, visitor.Network, visitor.Device, secondFactor, cancel);
        await SessionCookie.BeginAsync(context, session with { Id = id });
        var more = !secondFactor && await gate.NeedsSecondFactorAsync(person, cancel);
        return Pages.SeeOther(context, more ? SecondFactorEndpoints.Path : Home);
    }

    /// <summary>The session goes on under a new id, with the second factor shown; false where it is over.</summary>
    public async Task<bool> RaiseAsync(HttpContext context, PersonSession session, CancellationToken cancel)
    {
        if (await installation.Sessions.RaiseAsync(session.Official, session.Id, cancel) is not { } id) return false;
        await SessionCookie.BeginAsync(context, session with { Id = id, SecondFactor = true });
        return true;
    }

    private async Task EndOldAsync(HttpContext context, CancellationToken cancel)
    {
        if (Session.Of(context.User) is PersonSession { Id.Length: > 0 } old)
            await installation.Sessions.EndAsync(old.Official, SessionBook.HandleOf(old.Id), old.Actor, cancel);
    }
}
