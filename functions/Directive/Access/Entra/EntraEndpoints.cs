using Directives.Access.SignIn;
using Directives.Language;
using Directives.Proposals;
using Directives.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Directives.Access.Entra;

/// <summary>Sign-in by the platform's word (R6). Mapped only where it is configured and the platform is there: elsewhere no header means anything.</summary>
public static class EntraEndpoints
{
    public const string Path = $"{SignInEndpoints.Path}/entra";

    /// <summary>Where the platform signs a visitor in, and comes back.</summary>
    public const string PlatformPath = $"/.auth/login/aad?post_login_redirect_uri={Path}";

    /// <summary>The office's list of those who ask.</summary>
    public const string OfficePath = "/office/sign-ins";

    public static void Map(IEndpointRouteBuilder site, EntraOptions options)
    {
        site.MapGet(Path, (HttpContext context, Installation installation, CancellationToken cancel) => ShowAsync(context, options, installation, cancel)).Allow(Who.Anyone);
        site.MapPost(Path, (HttpContext context, Installation installation, SignInDoor door, CancellationToken cancel) =>
            OpenAsync(context, options, installation, door, cancel)).Allow(Who.Anyone);
        site.MapGet(OfficePath, ListAsync).Allow(Who.Office);
        site.MapPost($"{OfficePath}/{{id}}", DecideAsync).Allow(Who.Office);
    }

    private static async Task<IResult> ShowAsync(HttpContext context, EntraOptions options, Installation installation, CancellationToken cancel)
    {
        if (Visitor(context, options) is not { } visitor) return Show(context, new EntraView(EntraState.NotYou, ""), StatusCodes.Status403Forbidden);
        var known = await installation.Entra.FindAsync(visitor, cancel);
        return Show(context, new EntraView(known switch { null => EntraState.Unknown, { Declined: true } => EntraState.Declined, { Person: null } => EntraState.Waiting, _ => EntraState.Bound }, visitor.Name));
    }

    private static async Task<IResult> OpenAsync(HttpContext context, EntraOptions options, Installation installation, SignInDoor door, CancellationToken cancel)
    {
        if (Visitor(context, options) is not { } visitor) return Show(context, new EntraView(EntraState.NotYou, ""), StatusCodes.Status403Forbidden);
        if (await installation.Entra.FindAsync(visitor, cancel) is { Person: { } person })
            return await door.OpenAsync(context, person, "entra", visitor.SecondFactor, cancel) ?? Show(context, new EntraView(EntraState.NotYou, ""), StatusCodes.Status403Forbidden);
        await installation.Entra.AskAsync(visitor, cancel);
        return Pages.SeeOther(context, Path);
    }

    private static async Task<IResult> ListAsync(HttpContext context, Installation installation, CancellationToken cancel) =>
        Pages.Show<EntraOfficePage, EntraOfficeView>(context, await ViewAsync(installation, null, cancel));

    private static async Task<IResult> DecideAsync(HttpContext context, Installation installation, string id, CancellationToken cancel)
    {
        var by = Session.Admitted<PersonSession>(context).Actor;
        var form = await context.Request.ReadFormAsync(cancel);
        if (form["do"] == "decline")
            return await installation.Entra.DeclineAsync(id, by, cancel) ? Pages.SeeOther(context, OfficePath) : Results.StatusCode(StatusCodes.Status404NotFound);
        var person = form["person"].FirstOrDefault()?.Trim() ?? "";
        // Whoever can act as one who decides with another must not be let in by one alone.
        var takesTwo = ProposalRules.TakesTwo(person, await installation.Registers.GetAsync(cancel), installation.Parts.Rules.DayAt(installation.Parts.Clock.GetUtcNow()));
        if (!takesTwo && await installation.Entra.BindAsync(id, person, by, cancel)) return Pages.SeeOther(context, OfficePath);
        var problem = takesTwo ? "signin.entra.office.takes-two" : "signin.entra.office.problem";
        return Pages.Show<EntraOfficePage, EntraOfficeView>(context, await ViewAsync(installation, (id, person, problem), cancel), StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<EntraOfficeView> ViewAsync(Installation installation, (string Id, string Person, string Problem)? refused, CancellationToken cancel)
    {
        var register = await installation.Registers.GetAsync(cancel);
        var waiting = await installation.Entra.WaitingAsync(cancel);
        var people = register.Content.Officials.OrderBy(o => o.Title, StringComparer.Ordinal).Select(o => (o.Id, o.Titles()));
        return new EntraOfficeView([.. waiting], waiting.Count == 0 ? [] : [.. people], refused);
    }

    /// <summary>The visitor the platform names, of our tenant.</summary>
    private static EntraVisitor? Visitor(HttpContext context, EntraOptions options) =>
        EntraVisitor.Read(context.Request.Headers) is { } visitor && visitor.Tenant == options.Tenant ? visitor : null;

    private static IResult Show(HttpContext context, EntraView view, int status = StatusCodes.Status200OK) => Pages.Show<EntraPage, EntraView>(context, view, status);
}

/// <summary>How a visitor of the tenant stands.</summary>
public enum EntraState
{
    /// <summary>Not of our tenant, or not signed in there.</summary>
    NotYou,

    /// <summary>Never asked.</summary>
    Unknown,

    Waiting,
    Declined,

    /// <summary>Known as a person of the register.</summary>
    Bound,
}

/// <summary>What a visitor of the tenant is shown.</summary>
public sealed record EntraView(EntraState State, string Name);

/// <summary>Who waits for the office's word.</summary>
/// <param name="People">Whom they may be.</param>
/// <param name="Refused">Whose binding was refused just now, to whom, and the name of the text that says why; null for nobody's.</param>
public sealed record EntraOfficeView(IReadOnlyList<EntraIdentity> Waiting, IReadOnlyList<(string Id, Bilingual Title)> People, (string Id, string Person, string Problem)? Refused);
