using System.Security.Claims;
using Directives.Access;
using Directives.Dossiers;
using Directives.Language;

namespace Directives.Recommendations.Links;

/// <summary>A session that a personal link opened: one recommendation, for one person, and nothing else.</summary>
/// <param name="Link">Hash of the link's key; the link's row is read again at each use.</param>
/// <param name="Case">Id of the case.</param>
public sealed record CaseSession(string Link, string Case, string Official, Bilingual Title, string Language) : Session(Official, Title, Language)
{
    /// <summary>Who acts.</summary>
    public Actor Actor => new(Official);

    protected override IEnumerable<Claim> Own() =>
        [new(ClaimTypes.NameIdentifier, Tables.Keys.Join("case", Case, Official)), new("kind", "case"), new("link", Link), new("case", Case)];
}
