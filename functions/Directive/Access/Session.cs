using System.Runtime.CompilerServices;
using System.Security.Claims;
using Directives.Language;
using Directives.Recommendations.Links;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;

namespace Directives.Access;

/// <summary>Who is at the other end, as the session cookie says.</summary>
/// <param name="Official">Id in the register.</param>
/// <param name="Title">Title when the session began; shown, never judged by.</param>
/// <param name="Language">The official's language, used until the reader chooses another.</param>
public abstract record Session(string Official, Bilingual Title, string Language)
{
    // A request asks several times; a principal is made anew for each.
    private static readonly ConditionalWeakTable<ClaimsPrincipal, Session> Read = [];

    /// <summary>The session of a principal; null for none, or for one that is not whole.</summary>
    public static Session? Of(ClaimsPrincipal? user)
    {
        if (user?.Identity is not { IsAuthenticated: true }) return null;
        if (Read.TryGetValue(user, out var known)) return known;
        if (From(user) is not { } session) return null;
        Read.AddOrUpdate(user, session);
        return session;
    }

    private static Session? From(ClaimsPrincipal user)
    {
        string? Claim(string type) => user.FindFirstValue(type);
        if (Claim("official") is not { } official || Claim("title") is not { } vi || Claim("title-en") is not { } en) return null;
        var title = new Bilingual(vi, en);
        var language = Claim("language") ?? "vi";
        return Claim("kind") switch
        {
            "link" when Claim("link") is { } link && Claim("sheet") is { } sheet && Claim("seat") is { } seat =>
                new LinkSession(link, sheet, seat, official, title, language) { Drafter = Claim("drafter"), Substitute = Claim("substitute") },
            "case" when Claim("link") is { } link && Claim("case") is { } about => new CaseSession(link, about, official, title, language),
            "person" => new PersonSession(official, title, language) { Id = Claim("id") ?? "", SecondFactor = Claim("second-factor") == "yes", For = Claim("for"), Opened = OpenedReport.Of(user) },
            _ => null,
        };
    }

    /// <summary>The session of somebody whom the endpoint has admitted; that of the report which a person has opened counts as a link's.</summary>
    /// <typeparam name="T">The kind of session that the endpoint asks for.</typeparam>
    /// <exception cref="InvalidOperationException">The endpoint admits others too.</exception>
    public static T Admitted<T>(HttpContext context)
        where T : Session => (typeof(T) == typeof(LinkSession) ? OpenedReport.HolderOf(context.User) : Of(context.User)) as T ?? throw new InvalidOperationException($"Whoever is admitted here has no {typeof(T).Name}.");

    /// <summary>The principal to sign in.</summary>
    public ClaimsPrincipal Principal()
    {
        Claim[] common =
        [
            new("official", Official), new("title", Title.Vi), new("title-en", Title.En), new("language", Language),
        ];
        return new ClaimsPrincipal(new ClaimsIdentity([.. common, .. Own()], CookieAuthenticationDefaults.AuthenticationScheme));
    }

    /// <summary>What only this kind of session carries.</summary>
    protected abstract IEnumerable<Claim> Own();
}
