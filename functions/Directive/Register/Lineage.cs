namespace Directives.Register;

/// <summary>What passed from place to place and from seat to seat by decree (R1); pure. On a day before it did, everything stands where it was.</summary>
internal sealed class Lineage
{
    private readonly ILookup<string, (string To, DateOnly On)> _places;
    private readonly ILookup<string, (string To, DateOnly On)> _seats;
    private readonly ILookup<string, (string From, DateOnly On)> _placesBefore;
    private readonly ILookup<string, (string From, DateOnly On)> _seatsBefore;

    public Lineage(RegisterContent content)
    {
        _places = content.Successions.ToLookup(s => s.From, s => (s.To, s.On), StringComparer.Ordinal);
        _seats = content.SeatSuccessions.ToLookup(s => s.From, s => (s.To, s.On), StringComparer.Ordinal);
        _placesBefore = content.Successions.ToLookup(s => s.To, s => (s.From, s.On), StringComparer.Ordinal);
        _seatsBefore = content.SeatSuccessions.ToLookup(s => s.To, s => (s.From, s.On), StringComparer.Ordinal);
    }

    public string PlaceOn(string code, DateOnly day) => On(_places, code, day);

    public string SeatOn(string seat, DateOnly day) => On(_seats, seat, day);

    /// <summary>The first day after a day on which a seat passes on; null for none.</summary>
    public DateOnly? NextOf(string seat, DateOnly day)
    {
        DateOnly? next = null;
        foreach (var (_, on) in _seats[SeatOn(seat, day)])
        {
            if (on > day && (next is null || on < next)) next = on;
        }

        return next;
    }

    public IReadOnlyList<string> PredecessorsOf(string code, DateOnly day) => Before(_placesBefore, code, day);

    public IReadOnlyList<string> PredecessorSeats(string seat, DateOnly day) => Before(_seatsBefore, seat, day);

    // Of several that take over, the one named last by then, for a decree can be corrected by another.
    private static string On(ILookup<string, (string To, DateOnly On)> next, string start, DateOnly day)
    {
        var at = start;
        while (true)
        {
            (string To, DateOnly On)? found = null;
            foreach (var one in next[at])
            {
                if (one.On <= day && (found is not { } known || one.On > known.On || (one.On == known.On && string.CompareOrdinal(one.To, known.To) < 0))) found = one;
            }

            if (found is not { } further) return at;
            at = further.To;
        }
    }

    private static List<string> Before(ILookup<string, (string From, DateOnly On)> before, string start, DateOnly day)
    {
        var all = new SortedSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([start]);
        while (open.TryPop(out var at))
        {
            foreach (var (from, on) in before[at])
            {
                if (on <= day && all.Add(from)) open.Push(from);
            }
        }

        return [.. all];
    }
}
