namespace Directives.Register;

/// <summary>What committees and provinces are called, in Vietnamese and English, by the kind of their place (R1). Pure.</summary>
internal static class PlaceWords
{
    /// <summary>Name of the party committee of a place, e.g. "Huyện ủy An Lão", "Đảng ủy xã An Hưng".</summary>
    public static string Committee(Place place)
    {
        string bare = BareName(place);
        return place.Level == PlaceLevels.Commune
            ? bare == place.Name ? $"Đảng ủy {place.Name}" : $"Đảng ủy {place.Kind.ToLowerInvariant()} {bare}"
            : place.Kind switch
            {
                "Tỉnh" => $"Tỉnh ủy {bare}",
                "Thành phố" => $"Thành ủy {bare}",
                "Thị xã" => $"Thị ủy {bare}",
                "Quận" => $"Quận ủy {bare}",
                "Huyện" => $"Huyện ủy {bare}",
                _ => $"Đảng ủy {place.Name}",
            };
    }

    /// <summary>The same in English, e.g. "An Lão District Party Committee"; numbered ones "Ward 1 Party Committee".</summary>
    public static string CommitteeEn(Place place)
    {
        string bare = BareName(place);
        string? kind = place.Kind switch
        {
            "Tỉnh" => "Provincial",
            "Thành phố" => "City",
            "Thị xã" => "Town",
            "Quận" => "Urban District",
            "Huyện" => "District",
            "Xã" => "Commune",
            "Phường" => "Ward",
            "Thị trấn" => "Township",
            _ => null,
        };
        string name = kind is null ? place.Name : char.IsAsciiDigit(bare[0]) ? $"{kind} {bare}" : $"{bare} {kind}";
        return $"{name} Party Committee";
    }

    /// <summary>The name without its kind: "An Hưng" of "Xã An Hưng".</summary>
    public static string BareName(Place place) =>
        place.Kind.Length > 0 && place.Name.Length > place.Kind.Length + 1
        && place.Name.StartsWith(place.Kind + " ", StringComparison.OrdinalIgnoreCase)
            ? place.Name[(place.Kind.Length + 1)..]
            : place.Name;

    /// <summary>Words about a province, turned into those about a city where the province is one.</summary>
    public static string Of(Place province, string vietnamese) => province.Kind != "Thành phố"
        ? vietnamese
        : vietnamese.Replace("Tỉnh ủy", "Thành ủy", StringComparison.Ordinal)
            .Replace("Tỉnh đoàn", "Thành đoàn", StringComparison.Ordinal)
            .Replace(" tỉnh", " thành phố", StringComparison.Ordinal);

    /// <summary>The same for English words.</summary>
    public static string OfEn(Place province, string english) => province.Kind != "Thành phố"
        ? english
        : english.Replace("Provincial", "Municipal", StringComparison.Ordinal);
}
