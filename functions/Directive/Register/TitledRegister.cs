namespace Directives.Register;

/// <summary>
/// Fills a register from nothing but places (R1): a seat in charge of every district and one monitoring every commune, all
/// filled; per province a Standing Committee of ten, its office, commissions and agencies; for each of the places its leader.
/// </summary>
/// <remarks>
/// All people are titles and all addresses end in <c>.example</c>. The same places give the same register. Ids begin with
/// the province's code when there are several. Provinces are the places of level <c>province</c>; where there is none, the roots.
/// Two assumptions, which the source of the directive leaves open: the 11th district of the sample, like every further one, is a
/// second one for a member beginning with the head of the Mass Mobilisation Commission; and heads and deputies of agencies are
/// given communes in the file's order, agency by agency, so that neighbours answer to different agencies.
/// </remarks>
public static class TitledRegister
{
    /// <summary>Makes the register.</summary>
    /// <param name="places">Places that make a tree, as <see cref="PlacesFile"/> reads them.</param>
    /// <param name="from">First day of all posts and positions.</param>
    /// <param name="clerks">Some agencies have clerks, as their file says; without, everybody gets their own letters.</param>
    public static RegisterContent From(IReadOnlyList<Place> places, DateOnly from, bool clerks = false)
    {
        var byCode = places.ToDictionary(p => p.Code, StringComparer.Ordinal);
        var provinces = new Dictionary<string, TitledProvince>(StringComparer.Ordinal);
        var order = new List<TitledProvince>();
        var heads = places.Where(p => p.Level == PlaceLevels.Province).ToList();
        if (heads.Count == 0)
            heads = [.. places.Where(p => p.Parent is null)];
        foreach (Place head in heads)
        {
            var province = new TitledProvince(head, several: heads.Count > 1, from, clerks);
            provinces.Add(head.Code, province);
            order.Add(province);
        }

        foreach (Place place in places)
        {
            if (place.Level is not (PlaceLevels.District or PlaceLevels.Commune))
                continue;
            // A place outside every province has no one to answer for it.
            Place? at = place;
            while (at is not null && !provinces.ContainsKey(at.Code))
                at = at.Parent is null ? null : byCode[at.Parent];
            if (at is not null)
                provinces[at.Code].Add(place);
        }

        return new RegisterContent(
            places,
            [.. order.SelectMany(p => p.Bodies)],
            [.. order.SelectMany(p => p.Officials)],
            [.. order.SelectMany(p => p.Seats)],
            [.. order.SelectMany(p => p.Posts)],
            [.. order.SelectMany(p => p.Positions)]);
    }
}
