using Directives.Access.Accounts;
using Directives.Reports;
using Directives.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Directives.Access.SignIn;

/// <summary>The second factor (R6): enrolled once, shown in each session that wants it.</summary>
public static class SecondFactorEndpoints
{
    public const string Path = $"{SignInEndpoints.Path}/second";

    public const string EnrolPath = $"{Path}/enrol";

    public static void Map(IEndpointRouteBuilder site)
    {
        site.MapGet(Path, ShowAsync).Allow(Who.Person);
        site.MapPost(Path, CheckAsync).Allow(Who.Person);
        site.MapPost(EnrolPath, EnrolAsync).Allow(Who.Person);
    }

    private static Task<IResult> ShowAsync(HttpContext context, Installation installation, CancellationToken cancel) =>
        PageAsync(context, installation, null, cancel);

    private static async Task<IResult> CheckAsync(HttpContext context, Installation installation, SignInDoor door, CancellationToken cancel)
    {
        var session = Session.Admitted<PersonSession>(context);
        if (session.SecondFactor) return await PageAsync(context, installation, null, cancel);
        return await installation.Factors.CheckAsync(session.Official, await TypedAsync(context, cancel), cancel) switch
        {
            FactorVerdict.Good => await door.RaiseAsync(context, session, cancel)
                ? Pages.SeeOther(context, SignInDoor.Home)
                : SignInEndpoints.Refuse(context, SignInState.Expired),
            FactorVerdict.Wrong wrong => await PageAsync(context, installation, Problem("signin.second.wrong", wrong.Left), cancel),
            FactorVerdict.Wait => await PageAsync(context, installation, Problem("signin.second.wait", (int)FactorDesk.Wait.TotalMinutes), cancel),
            _ => await PageAsync(context, installation, null, cancel),
        };
    }

    private static async Task<IResult> EnrolAsync(HttpContext context, Installation installation, SignInDoor door, CancellationToken cancel)
    {
        var session = Session.Admitted<PersonSession>(context);
        if (session.SecondFactor || await installation.Factors.HasAsync(session.Official, cancel)) return Pages.SeeOther(context, Path);
        if (await installation.Factors.EnrolAsync(session.Official, session.Id, await TypedAsync(context, cancel), cancel) is not { } recovery)
            return await PageAsync(context, installation, Problem("signin.enrol.wrong"), cancel);
        // The codes are shown now or never; a session that ended meanwhile shows its second factor next time.
        await door.RaiseAsync(context, session, cancel);
        return Pages.Show<RecoveryPage, IReadOnlyList<string>>(context, recovery);
    }

    private static async Task<IResult> PageAsync(HttpContext context, Installation installation, FieldProblem? problem, CancellationToken cancel)
    {
        var session = Session.Admitted<PersonSession>(context);
        var status = problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        var done = session.SecondFactor || session.Id.Length == 0;
        if (done || await installation.Factors.HasAsync(session.Official, cancel))
            return Pages.Show<SecondFactorPage, SecondFactorView>(context, new SecondFactorView(done, null, problem), status);
        var offer = installation.Factors.Offer(session.Official, session.Id);
        return Pages.Show<EnrolPage, SecondFactorView>(context, new SecondFactorView(false, offer, problem), status);
    }

    private static async Task<string> TypedAsync(HttpContext context, CancellationToken cancel) =>
        (await context.Request.ReadFormAsync(cancel))[SignInEndpoints.CodeField].FirstOrDefault() is { Length: <= 40 } typed ? typed : "";

    private static FieldProblem Problem(string text, params object?[] arguments) => new(SignInEndpoints.CodeField, text, arguments);
}

/// <summary>What the pages of the second factor show.</summary>
/// <param name="Done">It was shown in this session already.</param>
/// <param name="Offer">What to put into an authenticator; null where there is one.</param>
/// <param name="Problem">What is wrong with the code; null for nothing.</param>
public sealed record SecondFactorView(bool Done, FactorOffer? Offer, FieldProblem? Problem);
