using System.Runtime.CompilerServices;
using Directives.Language;
using Directives.Register;
using Directives.Web.Cases;

namespace Directives.Web.Registers;

/// <summary>Answers the register's first page: one level of the tree, and a search by code, name or title (R1).</summary>
public sealed class RegisterDesk(Installation installation)
{
    /// <summary>Places of a level on one page.</summary>
    public const int PlacesOnPage = 100;

    /// <summary>As many as one looks at.</summary>
    public const int MostFound = 30;

    private const int LongestQuestion = 100;

    // Folded once for each register.
    private readonly ConditionalWeakTable<RegisterSnapshot, IReadOnlyList<Entry>> _entries = [];

    /// <summary>The page; null where there is no such place.</summary>
    /// <param name="at">Code of the place whose level is shown; empty for the roots.</param>
    /// <param name="words">What is searched for; empty for nothing.</param>
    public async ValueTask<RegisterView?> ShowAsync(RegisterAsked asked, CaseViewer viewer, string at, string words, CancellationToken cancel)
    {
        var look = await RegisterLook.OfAsync(installation, asked, viewer, cancel);
        if (at.Length > 0 && look.Register.PlaceOf(at) is null) return null;
        var tree = look.Tree();
        words = words.Length > LongestQuestion ? words[..LongestQuestion] : words;
        // A single root is the authority itself: what lies in it is what one looks for.
        var shown = at.Length > 0 ? at : tree.Roots is [var only] ? only.Code : null;
        var found = Find(look, words);
        return new RegisterView
        {
            On = look.On,
            Today = look.Today,
            Problems = asked.Problems,
            Typed = asked.Typed,
            At = shown is null ? null : look.Place(shown),
            Above = shown is null ? [] : look.Above(shown),
            All = tree.All,
            Places = (shown is null ? tree.Roots : tree.Below(shown)).PageOf(asked.Page, PlacesOnPage).Select(look.Row),
            Asked = words,
            Found = [.. found.Take(MostFound).Select(e => EntryOf(e, look))],
            More = Math.Max(0, found.Count - MostFound),
        };
    }

    private List<Entry> Find(RegisterLook look, string words)
    {
        var folded = Folding.Fold(words);
        // A code itself comes first, then what ends with the words; the order of the register decides between equals.
        return [.. _entries.GetValue(look.Register, EntriesOf).Where(e => Folding.Finds(e.Folded, folded))
            .OrderByDescending(e => words.Equals(e.Id, StringComparison.OrdinalIgnoreCase) || words.Equals(e.Shown, StringComparison.OrdinalIgnoreCase)).ThenByDescending(e => e.Folded.EndsWith(folded, StringComparison.Ordinal))];
    }

    private static List<Entry> EntriesOf(RegisterSnapshot register) =>
    [
        .. register.Content.Places.GroupBy(p => p.Code, StringComparer.Ordinal)
            .Select(g => new Entry(g.Key, string.Join(' ', g.SelectMany(p => new[] { p.Code, p.ShownCode(), p.Name }).Select(Folding.Fold).Distinct(StringComparer.Ordinal)), false, g.First().ShownCode())),
        .. register.Content.Officials.Select(o => new Entry(o.Id, $"{Folding.Fold(o.Id)} {Folding.Fold(o.TitleEn)} {Folding.Fold(o.Title)}", true, o.Id)),
    ];

    private static FoundEntry EntryOf(Entry entry, RegisterLook look)
    {
        if (entry.IsPerson)
        {
            var official = look.Register.Official(entry.Id)!;
            return new FoundEntry(null, RegisterLook.Person(official), official.Body is { } id ? look.Register.Body(id)?.Names() : null, []);
        }

        var place = look.Place(entry.Id);
        var above = look.Above(entry.Id);
        return new FoundEntry(
            place, null, above is [.., var parent] ? new Bilingual(parent.Name, parent.Name) : null,
            [.. look.Register.Content.Places.Where(p => p.Code == entry.Id && !place.Name.StartsWith(p.Name, StringComparison.Ordinal)).Select(p => p.Name).Distinct(StringComparer.Ordinal)]);
    }

    private sealed record Entry(string Id, string Folded, bool IsPerson, string Shown);
}
