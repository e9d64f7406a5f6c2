using Directives.Recommendations.Radar;

namespace Directives.Register.Import;

/// <summary>All versions of the places while a file is compared with them, by code.</summary>
internal sealed class PlaceBook
{
    private readonly DateOnly _day;
    private readonly PlaceCodes _codes;
    private readonly Dictionary<string, Place[]> _before;
    private readonly HashSet<Place> _removed = [];
    private readonly List<Place> _added = [];
    private readonly IReadOnlyList<Place> _places;
    private readonly Lazy<ILookup<string, Place>> _byName;
    private readonly Lazy<IReadOnlyDictionary<string, string>> _withZeros;

    public PlaceBook(IReadOnlyList<Place> places, DateOnly day, PlaceCodes codes)
    {
        (_places, _day, _codes) = (places, day, codes);
        _before = PlaceVersions.ByCode(places);
        _byName = new(() => InForce.SelectMany(p => new[] { Spoken(p.Name), Spoken(PlaceWords.BareName(p)) }.Distinct().Select(n => (Name: n, Place: p)))
            .ToLookup(p => p.Name, p => p.Place, StringComparer.Ordinal));
        _withZeros = new(() => PlanDraft.WithZeros(_before.Keys));
    }

    /// <summary>Whether anything differs from what was there.</summary>
    public bool IsChanged => _added.Count > 0;

    /// <summary>The places with all changes, those that stay in their order.</summary>
    public IReadOnlyList<Place> All => IsChanged ? [.. _places.Where(p => !_removed.Contains(p)), .. _added] : _places;

    public IReadOnlyDictionary<string, string> WithZeros => _withZeros.Value;

    /// <summary>The places in force on the day, or the next version of those that begin later.</summary>
    public IEnumerable<Place> InForce => _before.Keys.Select(c => Target(c, null)).OfType<Place>();

    public bool Knows(string key) => Target(key, null) is not null;

    /// <summary>The version that a row is about: that in force on the day, a later one that begins on the row's day, or else the next to come.</summary>
    public Place? Target(string key, DateOnly? from)
    {
        if (!_before.TryGetValue(key, out var versions)) return null;
        return (from > _day ? versions.FirstOrDefault(v => v.From == from) : null)
            ?? versions.LastOrDefault(v => Term.Holds(v.From, v.To, _day)) ?? versions.FirstOrDefault(v => v.From > _day);
    }

    /// <summary>Whether a version of a code began on a day.</summary>
    public bool Began(string key, DateOnly from) => _before.TryGetValue(key, out var versions) && versions.Any(v => v.From == from);

    /// <summary>The last version of a code; null for a code that never was.</summary>
    public Place? Last(string key) => _before.TryGetValue(key, out var versions) ? versions[^1] : null;

    /// <summary>The version after one; null for none.</summary>
    public Place? Next(Place place) => _before[place.Code].FirstOrDefault(v => v.From > place.From);

    public void Add(Place place) => _added.Add(place);

    /// <summary>Puts a version in the place of another, or after it if it begins later.</summary>
    public void Replace(Place before, Place after)
    {
        _removed.Add(before);
        if (after.From > before.From) _added.Add(before with { To = after.From.AddDays(-1) });
        _added.Add(after);
    }

    /// <summary>
    /// Another place that bears the name of a row at the same place above; or, where the file does not have that other any more, the bare name, or the
    /// name at another place above. The same name is never taken for the same place, nor for another: a person says which.
    /// </summary>
    public Place? Alike(ImportRow row, HashSet<string> inFile)
    {
        var (name, level, parent) = (Spoken(row["name"]), row["level"], _codes.Key(row["parent"]));
        var bare = Spoken(PlaceWords.BareName(new Place("", row["name"], row["kind"], "", null, default)));
        return _byName.Value[name].Concat(_byName.Value[bare]).FirstOrDefault(p => p.Code != _codes.Key(row.Code) && p.Level == level
            && (inFile.Contains(p.Code) ? Spoken(p.Name) == name && (p.Parent ?? "") == parent : Spoken(p.Name) == name || (p.Parent ?? "") == parent));
    }

    // Tones are put on either vowel (Hòa, Hoà), and capitals are a matter of taste; every other mark makes another name.
    private static string Spoken(string name) => string.Join(' ', Syllables.Of(name).Select(s => s.Marked));
}
