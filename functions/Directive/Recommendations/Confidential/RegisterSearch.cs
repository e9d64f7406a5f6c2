using Directives.Language;
using Directives.Register;

namespace Directives.Recommendations.Confidential;

/// <summary>Finds officials, bodies and places by words whose marks may be missing, for the form that names them; pure.</summary>
public static class RegisterSearch
{
    /// <summary>As many as one looks at.</summary>
    public const int Most = 20;

    private const int LongestQuestion = 100;

    /// <summary>What was found; nothing for no words. Of each kind a third, places last.</summary>
    public static IReadOnlyList<Named> Find(string asked, RegisterSnapshot register, DateOnly day)
    {
        var folded = Folding.Fold(asked.Length > LongestQuestion ? asked[..LongestQuestion] : asked);
        if (folded.Length == 0) return [];
        return
        [
            .. register.Content.Officials.Where(o => Finds(o.Title) || Finds(o.TitleEn)).Select(o => new Named(NamedKind.Official, o.Id)).Take(Most / 2),
            .. register.Content.Bodies.Where(b => Finds(b.Name) || Finds(b.NameEn)).Select(b => new Named(NamedKind.Body, b.Id)).Take(Most / 4),
            .. register.Content.Places.Where(p => Finds(p.Name)).Select(p => p.Code).Distinct(StringComparer.Ordinal).Where(c => register.PlaceOf(c, day) is not null)
                .Select(c => new Named(NamedKind.Place, c)).Take(Most / 4),
        ];

        bool Finds(string text) => Folding.Finds(Folding.Fold(text), folded);
    }

    /// <summary>The name of what is named; null for what is not in the register.</summary>
    public static Bilingual? NameOf(Named named, RegisterSnapshot register) => named.Kind switch
    {
        NamedKind.Official => register.Official(named.Id)?.Titles(),
        NamedKind.Body => register.Body(named.Id) is { } body ? body.Names() : null,
        _ => register.PlaceOf(named.Id) is { } place ? new Bilingual(place.Name, place.Name) : null,
    };
}
