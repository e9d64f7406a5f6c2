namespace Directives.Register.Import;

/// <summary>
/// Files call places by their official codes. One that lives on in another unit names two places here, of which the register keeps the younger apart
/// by a code of its own: in a file it is the one in force.
/// </summary>
internal sealed class PlaceCodes
{
    private readonly Dictionary<string, string> _keys;
    private readonly Dictionary<string, string> _shown;

    public PlaceCodes(IReadOnlyList<Place> places, DateOnly day)
    {
        var apart = places.Where(p => p.OfficialCode is not null && (p.To is null || p.To >= day)).OrderBy(p => p.From).ToList();
        _keys = apart.GroupBy(p => p.OfficialCode!, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Last().Code, StringComparer.Ordinal);
        _shown = _keys.ToDictionary(k => k.Value, k => k.Key, StringComparer.Ordinal);
    }

    /// <summary>What the register calls the place with this code.</summary>
    public string Key(string code) => _keys.GetValueOrDefault(code, code);

    /// <summary>What a file calls it.</summary>
    public string Shown(string key) => _shown.GetValueOrDefault(key, key);
}
