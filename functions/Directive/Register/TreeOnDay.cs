namespace Directives.Register;

/// <summary>How many seats lie at a place and below it on a day (R1).</summary>
/// <param name="Places">Places below, at any depth.</param>
/// <param name="Filled">Seats that somebody holds.</param>
/// <param name="Vacant">Seats that nobody holds.</param>
public sealed record SeatFill(int Places, int Filled, int Vacant)
{
    public static readonly SeatFill None = new(0, 0, 0);

    public static SeatFill operator +(SeatFill a, SeatFill b) => new(a.Places + b.Places, a.Filled + b.Filled, a.Vacant + b.Vacant);
}

/// <summary>The tree of places as it was on a day, with counts of seats (R1). Pure; made once for a day, then each question is one look-up.</summary>
/// <remarks>A place whose place above is not in force on the day is a root: nothing in force is left out.</remarks>
public sealed class TreeOnDay
{
    private readonly Dictionary<string, List<Place>> _below = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SeatFill> _fill = new(StringComparer.Ordinal);

    private TreeOnDay(List<Place> roots) => Roots = roots;

    /// <summary>Places with none above them, by code.</summary>
    public IReadOnlyList<Place> Roots { get; }

    /// <summary>All places together.</summary>
    public SeatFill All { get; private set; } = SeatFill.None;

    /// <summary>The tree of a local day.</summary>
    public static TreeOnDay Of(RegisterSnapshot register, DateOnly day)
    {
        var inForce = register.Content.Places.Select(p => p.Code).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(code => register.PlaceOf(code, day)).OfType<Place>().ToDictionary(p => p.Code, StringComparer.Ordinal);
        var tree = new TreeOnDay([.. inForce.Values.Where(p => p.Parent is null || !inForce.ContainsKey(p.Parent))]);
        foreach (var place in inForce.Values.Where(p => p.Parent is not null && inForce.ContainsKey(p.Parent)))
        {
            if (!tree._below.TryGetValue(place.Parent!, out var siblings)) tree._below.Add(place.Parent!, siblings = []);
            siblings.Add(place);
        }

        tree.Add(register.SeatsInForce(day), new SeatFill(0, 1, 0));
        tree.Add(register.VacantSeats(day), new SeatFill(0, 0, 1));
        tree.Sum();
        return tree;
    }

    /// <summary>Places directly below, by code.</summary>
    public IReadOnlyList<Place> Below(string code) => _below.GetValueOrDefault(code) ?? [];

    /// <summary>Seats at a place and below it.</summary>
    public SeatFill Fill(string code) => _fill.GetValueOrDefault(code, SeatFill.None);

    private void Add(IReadOnlyList<Seat> seats, SeatFill each)
    {
        foreach (var seat in seats) _fill[seat.Place] = Fill(seat.Place) + each;
    }

    private void Sum()
    {
        // From the leaves up; a tree may be deeper than a stack.
        var order = new List<Place>(Roots);
        for (var i = 0; i < order.Count; i++) order.AddRange(Below(order[i].Code));
        for (var i = order.Count; i-- > 0;)
        {
            var place = order[i];
            _fill[place.Code] = Below(place.Code).Aggregate(Fill(place.Code), (all, child) => all + Fill(child.Code) + new SeatFill(1, 0, 0));
        }

        All = Roots.Aggregate(SeatFill.None, (all, root) => all + Fill(root.Code) + new SeatFill(1, 0, 0));
    }
}
