using System.Globalization;
using Directives.Access.Accounts;
using Directives.Register;
using Directives.Reports;
using Directives.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Directives.Access.SignIn;

/// <summary>Sign-in by mailed link (R6): ask for a letter, then its link where it was asked for, or its code.</summary>
public static class SignInEndpoints
{
    public const string Path = "/sign-in";

    /// <summary>Where the asking browser waits for the letter, and its code is typed.</summary>
    public const string CodePath = $"{Path}/code";

    public const string AddressField = "address";
    public const string CodeField = "code";

    public static void Map(IEndpointRouteBuilder site)
    {
        site.MapGet(Path, (HttpContext context, SiteOptions options) => Ask(context, options, "", null)).Allow(Who.Anyone);
        site.MapPost(Path, AskAsync).Allow(Who.Anyone);
        site.MapGet(CodePath, WaitAsync).Allow(Who.Anyone);
        site.MapPost(CodePath, TypeAsync).Allow(Who.Anyone);
        site.MapGet($"{Path}/{{key}}", LookAsync).Allow(Who.KeyHolder);
        site.MapPost($"{Path}/{{key}}", OpenAsync).Allow(Who.KeyHolder);
    }

    /// <summary>The page that says why nothing was opened, with a way to a new letter.</summary>
    public static IResult Refuse(HttpContext context, SignInState why) =>
        Pages.Show<SignInRefusedPage, SignInState>(context, why, why switch
        {
            SignInState.Unknown => StatusCodes.Status404NotFound,
            SignInState.Elsewhere => StatusCodes.Status409Conflict,
            _ => StatusCodes.Status410Gone,
        });

    private static async Task<IResult> AskAsync(HttpContext context, SiteOptions site, Installation installation, CancellationToken cancel)
    {
        var typed = (await context.Request.ReadFormAsync(cancel))[AddressField].FirstOrDefault()?.Trim() ?? "";
        if (!RegisterTexts.IsAddress(typed)) return Ask(context, site, typed, new FieldProblem(AddressField, "signin.problem.address"));
        var asked = await installation.SignIns.AskAsync(typed, Visitor.Of(context).Network, cancel);
        if (asked.Ticket is null)
        {
            var wait = asked.Wait ?? SignInRules.Window;
            context.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            var problem = new FieldProblem(AddressField, "signin.problem.too-often", Minutes(wait));
            return Ask(context, site, typed, problem, StatusCodes.Status429TooManyRequests);
        }

        SignInTicket.Give(context, site, asked.Ticket);
        return Pages.SeeOther(context, CodePath);
    }

    private static async Task<IResult> WaitAsync(HttpContext context, SiteOptions site, Installation installation, CancellationToken cancel)
    {
        // Whoever comes here without having asked may ask.
        if (SignInTicket.Of(context, site) is not { } ticket) return Ask(context, site, "", null);
        var state = await installation.SignIns.StateAsync(ticket, cancel);
        return state == SignInState.Open ? Code(context, site, null) : Refuse(context, state);
    }

    private static async Task<IResult> TypeAsync(HttpContext context, SiteOptions site, Installation installation, SignInDoor door, CancellationToken cancel)
    {
        var typed = (await context.Request.ReadFormAsync(cancel))[CodeField].FirstOrDefault() ?? "";
        string code = new([.. typed.Where(char.IsAsciiDigit)]);
        // What cannot be a code costs no try.
        if (code.Length != SignInRules.CodeDigits) return Code(context, site, new FieldProblem(CodeField, "signin.problem.code", SignInRules.CodeDigits));
        var look = await installation.SignIns.TypeAsync(SignInTicket.Of(context, site), code, cancel);
        return look.State == SignInState.WrongCode
            ? Code(context, site, new FieldProblem(CodeField, "signin.problem.wrong", look.Left))
            : await EnterAsync(context, site, door, look, cancel);
    }

    private static async Task<IResult> LookAsync(HttpContext context, SiteOptions site, Installation installation, string key, CancellationToken cancel)
    {
        var look = await installation.SignIns.LookAsync(key, SignInTicket.Of(context, site), cancel);
        return look.State switch
        {
            SignInState.Open => Pages.Show<SignInLinkPage, SignInLook>(context, look),
            SignInState.Elsewhere => Pages.Show<SignInElsewherePage, SignInLook>(context, look),
            _ => Refuse(context, look.State),
        };
    }

    private static async Task<IResult> OpenAsync(
        HttpContext context, SiteOptions site, Installation installation, SignInDoor door, string key, CancellationToken cancel) =>
        await EnterAsync(context, site, door, await installation.SignIns.ConsumeAsync(key, SignInTicket.Of(context, site), cancel), cancel);

    private static async Task<IResult> EnterAsync(HttpContext context, SiteOptions site, SignInDoor door, SignInLook look, CancellationToken cancel)
    {
        if (look is not { State: SignInState.Open, Person: { } person }) return Refuse(context, look.State);
        SignInTicket.Take(context, site);
        return await door.OpenAsync(context, person, "mail", false, cancel) ?? Refuse(context, SignInState.Unknown);
    }

    private static IResult Ask(HttpContext context, SiteOptions site, string typed, FieldProblem? problem, int? status = null) =>
        Pages.Show<SignInPage, SignInView>(context, new SignInView(typed, problem, site.IsSample) { ByPlatform = site.Entra is not null }, status ?? Status(problem));

    private static IResult Code(HttpContext context, SiteOptions site, FieldProblem? problem) =>
        Pages.Show<SignInCodePage, SignInView>(context, new SignInView("", problem, site.IsSample), Status(problem));

    private static int Status(FieldProblem? problem) => problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;

    private static int Minutes(TimeSpan wait) => Math.Max(1, (int)Math.Ceiling(wait.TotalMinutes));
}

/// <summary>A form with one field.</summary>
/// <param name="Typed">What was typed.</param>
/// <param name="Problem">What is wrong with it; null for nothing.</param>
/// <param name="IsSample">Whether the letter is to be found in the demonstration's outbox.</param>
public sealed record SignInView(string Typed, FieldProblem? Problem, bool IsSample)
{
    /// <summary>Whether one can sign in by the platform instead.</summary>
    public bool ByPlatform { get; init; }
}
