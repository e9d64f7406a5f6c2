using Directives.Access;
using Directives.Dossiers;
using Directives.Recommendations.Links;
using Microsoft.AspNetCore.Http;

namespace Directives.Web.Cases;

/// <summary>Who looks at a case, or acts on it. The one place where a session becomes that.</summary>
/// <param name="Whom">In whose right: an official's id.</param>
/// <param name="Actor">Who acts, and for whom.</param>
/// <param name="Roles">The roles that count.</param>
/// <param name="OnlyCase">The one case to which the session is limited; null for none.</param>
public sealed record CaseViewer(string Whom, Actor Actor, Who Roles, string? OnlyCase = null)
{
    /// <summary>The viewer of a request that was admitted.</summary>
    public static CaseViewer Of(HttpContext context)
    {
        if (Session.Of(context.User) is CaseSession link) return new CaseViewer(link.Official, link.Actor, Who.Nobody, link.Case);
        var person = Session.Admitted<PersonSession>(context);
        return new CaseViewer(person.Whom, person.Actor, AdmissionHandler.RolesOf(context));
    }

    /// <summary>Whether the session reaches a case; what the viewer is in it is judged on the case itself.</summary>
    public bool Reaches(string id) => OnlyCase is null || OnlyCase == id;
}
