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

    /// <summary>Who answers for a seat on a day: who holds it, or the seat to which it had passed by then; null while that is vacant.</summary>
    public Official? HolderOf(string seatId, DateOnly day) => _seats.GetValueOrDefault(_lineage.SeatOn(seatId, day))?.HolderOn(day);

    /// <summary>The seat to which a seat had passed by a day; itself if to none.</summary>
    public string SeatOn(string seatId, DateOnly day) => _lineage.SeatOn(seatId, day);

    /// <summary>The place to which the duties of a place had passed by a day; itself if to none.</summary>
    public string PlaceOn(string code, DateOnly day) => _lineage.PlaceOn(code, day);

    /// <summary>Codes of the places that had passed on to this one by a day, all the way back, by code.</summary>
    public IReadOnlyList<string> PredecessorsOf(string code, DateOnly day) => _lineage.PredecessorsOf(code, day);

    /// <summary>Seats that had passed on to this one by a day, all the way back, by id.</summary>
    public IReadOnlyList<string> PredecessorSeats(string seatId, DateOnly day) => _lineage.PredecessorSeats(seatId, day);

    /// <summary>Whether a seat is at a place in force on a day.</summary>
    public bool SeatExists(string seatId, DateOnly day) => _seats.TryGetValue(seatId, out SeatNode? seat) && seat.Place.InForce(day);

    /// <summary>All who hold or held a seat, the newest first.</summary>
    public IReadOnlyList<Post> PostsAt(string seatId) => _seats.TryGetValue(seatId, out SeatNode? seat)
        ? [.. seat.Held.Select(h => new Post(seatId, h.Official.Id, h.From, h.To))]
        : [];

    /// <summary>Who acts for an official on a day: they themselves, or while they are away whoever stands in.</summary>
    /// <param name="place">A code: while nobody can be found in three steps, the office of that place acts.</param>
    public ActingFor Acting(string officialId, string place, DateOnly day)
    {
        var (id, why) = _absences.Acting(officialId, day, () => DutyHolder(Duty.Office, place, day)?.Id);
        return new ActingFor(_officials[id], why);
    }

    /// <summary>The absence of an official on a day; null while they are there.</summary>
    public Absence? AbsenceOf(string officialId, DateOnly day) => _absences.Of(officialId, day);

    /// <summary>The first day after a day on which somebody else answers for a seat, begins or ends an absence for it, or it passes on; null for none.</summary>
    public DateOnly? NextChange(string seatId, DateOnly day)
    {
        DateOnly? next = _lineage.NextOf(seatId, day);
        if (!_seats.TryGetValue(_lineage.SeatOn(seatId, day), out SeatNode? seat)) return next;
        foreach (Held held in seat.Held)
        {
            next = Earlier(next, held.From, day);
            if (held.To is { } to && to < DateOnly.MaxValue) next = Earlier(next, to.AddDays(1), day);
        }

        return Earlier(next, seat.Place.EndsAfter(day), day);
    }

    private static DateOnly? Earlier(DateOnly? known, DateOnly? other, DateOnly after) =>
        other is not { } one || one <= after ? known : known is { } before && before < one ? before : one;

    /// <summary>Posts an official holds on a day, by seat; he may hold several.</summary>
    public IReadOnlyList<Post> PostsOf(string officialId, DateOnly day) => _postsOf.TryGetValue(officialId, out Post[]? posts)
        ? [.. posts.Where(p => Term.Holds(p.From, p.To, day))]
        : [];

    /// <summary>Duties an official carries on a day.</summary>
    public IEnumerable<Position> PositionsOf(string officialId, DateOnly day) => _positionsOf[officialId].Where(p => Term.Holds(p.From, p.To, day));

    /// <summary>For whom an official is the standing substitute on a day, or stands in while they are away, by id.</summary>
    public IReadOnlyList<Official> SubstituteFor(string officialId, DateOnly day) =>
    [
        .. _substitutions[officialId].Where(s => Term.Holds(s.From, s.To, day)).Select(s => s.For)
            .Concat(_absences.StoodInBy(officialId, day)).Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal).Select(id => _officials[id]),
    ];

    /// <summary>Whether an official may act for another on a day.</summary>
    public bool MayActFor(string officialId, string other, DateOnly day) =>
        _substitutions[officialId].Any(s => s.For == other && Term.Holds(s.From, s.To, day)) || _absences.StandsInFor(officialId, other, day);

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
        for (PlaceNode? node = _places.GetValueOrDefault(_lineage.PlaceOn(placeCode, day)); node is not null; node = node.ParentAt(day))
        {
            if (node.Duties.TryGetValue(duty, out Held[]? held) && Held.FirstOn(held, day) is { } official)
                return official;
        }

        return null;
    }

    /// <summary>All who carry a duty at the nearest place at or above that has it filled, by id.</summary>
    public IReadOnlyList<Official> DutyHolders(Duty duty, string placeCode, DateOnly day)
    {
        for (PlaceNode? node = _places.GetValueOrDefault(_lineage.PlaceOn(placeCode, day)); node is not null; node = node.ParentAt(day))
        {
            if (node.Duties.TryGetValue(duty, out Held[]? held) && held.Any(h => h.On(day)))
            {
                return [.. held.Where(h => h.On(day)).Select(h => h.Official).Distinct()
                    .OrderBy(o => o.Id, StringComparer.Ordinal)];
            }
        }

        return [];
    }

    private PlaceNode? Above(string code, DateOnly day) => _places.GetValueOrDefault(_lineage.PlaceOn(code, day))?.ParentAt(day);
}
