using System.Globalization;

namespace Directives.Register;

/// <summary>
/// Keeps an abolished unit and another of the same name apart wherever a name is shown (R1): the abolished one's ends with the day on which it ended.
/// </summary>
internal static class PlaceNames
{
    /// <summary>The places, those whose name lives on in another unit with the day of their end behind it.</summary>
    public static IEnumerable<Place> Apart(IReadOnlyList<Place> places)
    {
        if (places.All(p => p.To is null)) return places;
        var ends = places.GroupBy(p => p.Code, StringComparer.Ordinal).Select(g => g.MaxBy(p => p.From)!).Where(p => p.To is not null)
            .ToDictionary(p => p.Code, p => p.To!.Value, StringComparer.Ordinal);
        var names = places.Where(p => !ends.ContainsKey(p.Code)).Select(p => p.Name).ToHashSet(StringComparer.Ordinal);
        var twice = places.Where(p => ends.ContainsKey(p.Code)).Select(p => (p.Code, p.Name)).Distinct().GroupBy(p => p.Name, StringComparer.Ordinal)
            .Where(g => g.Count() > 1 || names.Contains(g.Key)).Select(g => g.Key).ToHashSet(StringComparer.Ordinal);
        return places.Select(p => ends.TryGetValue(p.Code, out var end) && twice.Contains(p.Name)
            ? p with { Name = string.Create(CultureInfo.InvariantCulture, $"{p.Name} (–{end:dd/MM/yyyy})") }
            : p);
    }
}
