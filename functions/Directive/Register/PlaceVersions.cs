namespace Directives.Register;

/// <summary>All versions of the places of one code, the earliest first: a code may live on in another unit (R1).</summary>
/// <remarks>On a day the version that began last counts, and before all of them the first: always exactly one.</remarks>
internal static class PlaceVersions
{
    /// <summary>The index of the version that counts on a day.</summary>
    public static int At(Place[] versions, DateOnly day)
    {
        int index = versions.Length - 1;
        while (index > 0 && versions[index].From > day)
            index--;
        return index;
    }

    /// <summary>The places by code, each code's versions by their first day.</summary>
    public static Dictionary<string, Place[]> ByCode(IEnumerable<Place> places)
    {
        var byCode = new Dictionary<string, Place[]>(StringComparer.Ordinal);
        foreach (Place place in places)
        {
            byCode[place.Code] = byCode.TryGetValue(place.Code, out Place[]? others)
                ? [.. others.Append(place).OrderBy(p => p.From)]
                : [place];
        }

        return byCode;
    }
}
