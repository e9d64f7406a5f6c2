using Directives.Language;

namespace Directives.Web.Demo;

/// <summary>Somebody to be.</summary>
/// <param name="Id">The official's id.</param>
/// <param name="Places">Names of the places they answer for.</param>
/// <param name="Letters">Letters they have got.</param>
public sealed record DemoPerson(string Id, Bilingual Title, DemoGroup Group, IReadOnlyList<string> Places, int Letters);
