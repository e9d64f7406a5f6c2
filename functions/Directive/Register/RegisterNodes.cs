namespace Directives.Register;

/// <summary>A place in the index of a snapshot: its versions and what is found at it (R1).</summary>
internal sealed class PlaceNode(Place[] versions)
{
    private readonly PlaceNode?[] _parents = new PlaceNode?[versions.Length];

    /// <summary>The version begun last.</summary>
    public Place Newest => versions[^1];

    /// <summary>Places directly below, by code.</summary>
    public IReadOnlyList<Place> Children { get; set; } = [];

    /// <summary>Seats in charge of this place, by id.</summary>
    public List<SeatNode> InCharge { get; } = [];

    /// <summary>Who carried which duty here; the newest first.</summary>
    public Dictionary<Duty, Held[]> Duties { get; set; } = [];

    public Place At(DateOnly day) => versions[PlaceVersions.At(versions, day)];

    public PlaceNode? ParentAt(DateOnly day) => _parents[PlaceVersions.At(versions, day)];

    public bool InForce(DateOnly day)
    {
        Place place = At(day);
        return Term.Holds(place.From, place.To, day);
    }

    /// <summary>The day after the unit of a day ends; null if it does not, or goes on in another version.</summary>
    public DateOnly? EndsAfter(DateOnly day) => At(day).To is { } to && to < DateOnly.MaxValue ? to.AddDays(1) : null;

    public void Link(Func<string, PlaceNode> find)
    {
        for (int i = 0; i < versions.Length; i++)
            _parents[i] = versions[i].Parent is { } parent ? find(parent) : null;
    }
}

/// <summary>A seat in the index of a snapshot, with all who held it; the newest first (R1).</summary>
internal sealed class SeatNode(Seat seat, PlaceNode place, Held[] held)
{
    public Seat Seat => seat;

    public PlaceNode Place => place;

    /// <summary>Who holds or held it, the newest first.</summary>
    public IReadOnlyList<Held> Held => held;

    public Official? HolderOn(DateOnly day) => Register.Held.FirstOn(held, day);
}

/// <summary>Who held something, from a day to a day.</summary>
internal readonly record struct Held(Official Official, DateOnly From, DateOnly? To)
{
    public bool On(DateOnly day) => Term.Holds(From, To, day);

    public static Official? FirstOn(Held[] held, DateOnly day)
    {
        foreach (Held one in held)
        {
            if (one.On(day))
                return one.Official;
        }

        return null;
    }

    /// <summary>The newest first; of one day, by id: the same whatever order the tables gave.</summary>
    public static Held[] Sorted(IEnumerable<Held> held) =>
        [.. held.OrderByDescending(h => h.From).ThenBy(h => h.Official.Id, StringComparer.Ordinal)];
}
