namespace Directives.Register;

/// <content>The questions rules ask: each costs at most the depth of the tree, lists of seats the number of seats.</content>
public sealed partial class RegisterSnapshot
{
    /// <summary>The newest version of the place with this code.</summary>
    public Place? PlaceOf(string code) => _places.GetValueOrDefault(code)?.Newest;

    /// <summary>The place with this code in force on a day.</summary>
    public Place? PlaceOf(string code, DateOnly day) =>
        _places.TryGetValue(code, out PlaceNode? node) && node.InForce(day) ? node.At(day) : null;

    public Official? Official(string id) => _officials.GetValueOrDefault(id);

    public Body? Body(string id) => _bodies.GetValueOrDefault(id);

    /// <summary>The clerk of an official's body; null where it has none, or where the official is the clerk.</summary>
    public Official? ClerkOf(string officialId) =>
        Official(officialId)?.Body is { } body && Body(body)?.Clerk is { } clerk && clerk != officialId ? Official(clerk) : null;

    public Seat? Seat(string id) => _seats.GetValueOrDefault(id)?.Seat;

    /// <summary>Places directly below, by code.</summary>
    public IReadOnlyList<Place> Children(string code) => _places.GetValueOrDefault(code)?.Children ?? [];

    /// <summary>Codes of these places and of all below them.</summary>
    public IReadOnlySet<string> WithBelow(IEnumerable<string> codes)
    {
        var places = new HashSet<string>(StringComparer.Ordinal);
        var next = new Queue<string>(codes);
        while (next.TryDequeue(out var place))
        {
            if (!places.Add(place)) continue;
            foreach (var below in Children(place)) next.Enqueue(below.Code);
        }

        return places;
    }

    /// <summary>Places strictly above, the nearest first.</summary>
    public IReadOnlyList<Place> Ancestors(string code) => Ancestors(code, DateOnly.MaxValue);

    /// <summary>Places strictly above in the tree of a day, the nearest first.</summary>
    public IReadOnlyList<Place> Ancestors(string code, DateOnly day)
    {
        var above = new List<Place>(4);
        for (PlaceNode? node = Above(code, day); node is not null; node = node.ParentAt(day))
            above.Add(node.At(day));
        return above;
    }

    /// <summary>Seats somebody holds on the day, at places in force: those that owe something.</summary>
    public IReadOnlyList<Seat> SeatsInForce(DateOnly day) =>
        [.. _seatOrder.Where(s => s.Place.InForce(day) && s.HolderOn(day) is not null).Select(s => s.Seat)];

    /// <summary>Seats nobody holds on the day, at places in force: what the office has to fill.</summary>
    public IReadOnlyList<Seat> VacantSeats(DateOnly day) =>
        [.. _seatOrder.Where(s => s.Place.InForce(day) && s.HolderOn(day) is null).Select(s => s.Seat)];

    /// <summary>Who holds a seat on a day; null while it is vacant.</summary>
    public Official? HolderOf(string seatId, DateOnly day) => _seats.GetValueOrDefault(seatId)?.HolderOn(day);

    /// <summary>Posts an official holds on a day, by seat; he may hold several.</summary>
    public IReadOnlyList<Post> PostsOf(string officialId, DateOnly day) => _postsOf.TryGetValue(officialId, out Post[]? posts)
        ? [.. posts.Where(p => Term.Holds(p.From, p.To, day))]
        : [];

    /// <summary>Duties an official carries on a day.</summary>
    public IEnumerable<Position> PositionsOf(string officialId, DateOnly day) => _positionsOf[officialId].Where(p => Term.Holds(p.From, p.To, day));

    /// <summary>For whom an official is the standing substitute on a day, by id.</summary>
    public IReadOnlyList<Official> SubstituteFor(string officialId, DateOnly day) =>
    [
        .. _substitutions[officialId].Where(s => Term.Holds(s.From, s.To, day)).Select(s => s.For).Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal).Select(id => _officials[id]),
    ];

    /// <summary>Whether an official may act for another on a day.</summary>
    public bool MayActFor(string officialId, string other, DateOnly day) =>
        _substitutions[officialId].Any(s => s.For == other && Term.Holds(s.From, s.To, day));

    /// <summary>Bodies that an official leads, or whose clerk they are, by id.</summary>
    public IReadOnlyList<Body> BodiesOf(string officialId) => _bodiesOf.TryGetValue(officialId, out Body[]? bodies) ? bodies : [];

    /// <summary>Officials of a body, by id.</summary>
    public IReadOnlyList<Official> Members(string bodyId) => _membersOf.TryGetValue(bodyId, out Official[]? members) ? members : [];

    /// <summary>Seats at a place, those in charge first.</summary>
    public IReadOnlyList<Seat> SeatsAt(string placeCode) => _seatsAt.TryGetValue(placeCode, out Seat[]? seats) ? seats : [];

    /// <summary>Who is in charge of the places strictly above, the nearest first, each once; vacant seats are skipped.</summary>
    public IReadOnlyList<Official> InChargeAbove(string placeCode, DateOnly day)
    {
        var officials = new List<Official>(2);
        for (PlaceNode? node = Above(placeCode, day); node is not null; node = node.ParentAt(day))
        {
            foreach (SeatNode seat in node.InCharge)
            {
                if (seat.HolderOn(day) is { } official && !officials.Contains(official))
                    officials.Add(official);
            }
        }

        return officials;
    }

    /// <summary>Who carries a duty at the nearest place at or above that has it filled; of several, the newest.</summary>
    public Official? DutyHolder(Duty duty, string placeCode, DateOnly day)
    {
        for (PlaceNode? node = _places.GetValueOrDefault(placeCode); node is not null; node = node.ParentAt(day))
        {
            if (node.Duties.TryGetValue(duty, out Held[]? held) && Held.FirstOn(held, day) is { } official)
                return official;
        }

        return null;
    }

    /// <summary>All who carry a duty at the nearest place at or above that has it filled, by id.</summary>
    public IReadOnlyList<Official> DutyHolders(Duty duty, string placeCode, DateOnly day)
    {
        for (PlaceNode? node = _places.GetValueOrDefault(placeCode); node is not null; node = node.ParentAt(day))
        {
            if (node.Duties.TryGetValue(duty, out Held[]? held) && held.Any(h => h.On(day)))
            {
                return [.. held.Where(h => h.On(day)).Select(h => h.Official).Distinct()
                    .OrderBy(o => o.Id, StringComparer.Ordinal)];
            }
        }

        return [];
    }

    private PlaceNode? Above(string code, DateOnly day) => _places.GetValueOrDefault(code)?.ParentAt(day);
}
