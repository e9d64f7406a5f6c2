using Directives.Language;
using Directives.Register;

namespace Directives.Posts;

/// <summary>An official as typed into a form: by id, or by a title that only one bears.</summary>
public static class TypedOfficial
{
    /// <summary>Officials that a form offers; in a nation's register one types the id.</summary>
    public const int MostOffered = 1000;

    /// <summary>The official meant, or null where there is none, or more than one.</summary>
    public static Official? Find(string typed, RegisterSnapshot register)
    {
        var name = typed.Trim();
        if (register.Official(name) is { } known) return known;
        var bearers = register.Content.Officials.Where(o => o.Title == name || o.TitleEn == name).Take(2).ToList();
        return bearers is [var only] ? only : null;
    }

    /// <summary>Who is offered: id and title, by id.</summary>
    public static IReadOnlyList<(string Id, Bilingual Title)> Offered(RegisterSnapshot register) =>
        [.. register.Content.Officials.OrderBy(o => o.Id, StringComparer.Ordinal).Take(MostOffered).Select(o => (o.Id, o.Titles()))];
}
