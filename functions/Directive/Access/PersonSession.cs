using System.Security.Claims;
using Directives.Language;

namespace Directives.Access;

/// <summary>A session of a person with what the register lets them do. For now only the demonstration begins one.</summary>
public sealed record PersonSession(string Official, Bilingual Title, string Language) : Session(Official, Title, Language)
{
    protected override IEnumerable<Claim> Own() => [new("kind", "person")];
}
