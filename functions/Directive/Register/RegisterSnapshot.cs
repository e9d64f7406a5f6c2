namespace Directives.Register;

/// <summary>The register as it stands, indexed for the rules (R1). Immutable; safe to share between threads.</summary>
/// <remarks>
/// Lists come in the order of codes and ids, whatever order the content had. Where a day is asked for, the tree is that of
/// the day; otherwise it is that of the newest version of every place. Unknown codes and ids find nothing; they are no error.
/// </remarks>
public sealed partial class RegisterSnapshot
{
    private readonly Dictionary<string, PlaceNode> _places;
    private readonly Dictionary<string, Body> _bodies;
    private readonly Dictionary<string, Official> _officials;
    private readonly Dictionary<string, SeatNode> _seats;
    private readonly SeatNode[] _seatOrder;
    private readonly Dictionary<string, Post[]> _postsOf;
    private readonly ILookup<string, Position> _positionsOf;
    private readonly Dictionary<string, Body[]> _bodiesOf;
    private readonly Dictionary<string, Official[]> _membersOf;
    private readonly Dictionary<string, Seat[]> _seatsAt;
    private readonly ILookup<string, Substitute> _substitutions;
    private readonly Lineage _lineage;
    private readonly Absences _absences;

    private RegisterSnapshot(RegisterContent content)
    {
        Content = content;
        _bodies = content.Bodies.ToDictionary(b => b.Id, StringComparer.Ordinal);
        _officials = content.Officials.ToDictionary(o => o.Id, StringComparer.Ordinal);
        _postsOf = content.Posts.GroupBy(p => p.Official, StringComparer.Ordinal).ToDictionary(
            g => g.Key,
            g => g.OrderBy(p => p.Seat, StringComparer.Ordinal).ThenBy(p => p.From).ToArray(),
            StringComparer.Ordinal);

        _positionsOf = content.Positions.ToLookup(p => p.Official, StringComparer.Ordinal);
        _bodiesOf = content.Bodies
            .SelectMany(b => new[] { b.Leader, b.Clerk }.OfType<string>().Distinct(StringComparer.Ordinal).Select(who => (Who: who, Body: b)))
            .GroupBy(x => x.Who, x => x.Body, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.OrderBy(b => b.Id, StringComparer.Ordinal).ToArray(), StringComparer.Ordinal);
        _membersOf = content.Officials.Where(o => o.Body is not null).GroupBy(o => o.Body!, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.OrderBy(o => o.Id, StringComparer.Ordinal).ToArray(), StringComparer.Ordinal);
        _seatsAt = content.Seats.GroupBy(s => s.Place, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.OrderBy(s => s.Role).ThenBy(s => s.Id, StringComparer.Ordinal).ToArray(), StringComparer.Ordinal);
        _substitutions = content.Substitutes.ToLookup(s => s.By, StringComparer.Ordinal);
        _lineage = new Lineage(content);
        _absences = new Absences(content);
        _places = PlaceVersions.ByCode(PlaceNames.Apart(content.Places))
            .ToDictionary(p => p.Key, p => new PlaceNode(p.Value), StringComparer.Ordinal);
        Roots = LinkTree();
        foreach (IGrouping<string, Position> at in content.Positions.GroupBy(p => p.Place, StringComparer.Ordinal))
        {
            _places[at.Key].Duties = at.GroupBy(p => p.Duty).ToDictionary(
                g => g.Key, g => Held.Sorted(g.Select(p => new Held(_officials[p.Official], p.From, p.To))));
        }

        ILookup<string, Post> posts = content.Posts.ToLookup(p => p.Seat, StringComparer.Ordinal);
        _seatOrder = [.. content.Seats.OrderBy(s => s.Id, StringComparer.Ordinal).Select(s => new SeatNode(
            s, _places[s.Place], Held.Sorted(posts[s.Id].Select(p => new Held(_officials[p.Official], p.From, p.To)))))];
        _seats = _seatOrder.ToDictionary(s => s.Seat.Id, StringComparer.Ordinal);
        foreach (SeatNode seat in _seatOrder.Where(s => s.Seat.Role == SeatRole.InCharge))
            seat.Place.InCharge.Add(seat);
    }

    /// <summary>What the snapshot was built from.</summary>
    public RegisterContent Content { get; }

    /// <summary>Places with none above them, by code.</summary>
    public IReadOnlyList<Place> Roots { get; }

    /// <summary>How many codes have a place, in force or not.</summary>
    public int PlaceCount => _places.Count;

    public int BodyCount => _bodies.Count;

    public int OfficialCount => _officials.Count;

    public int SeatCount => _seatOrder.Length;

    /// <summary>Checks and indexes a register.</summary>
    /// <exception cref="RegisterRefusedException">Something is wrong with it; the exception holds all that is.</exception>
    public static RegisterSnapshot Build(RegisterContent content)
    {
        IReadOnlyList<RegisterProblem> problems = RegisterChecks.Of(content);
        return problems.Count == 0 ? new RegisterSnapshot(content) : throw new RegisterRefusedException(problems);
    }

    private List<Place> LinkTree()
    {
        var roots = new List<Place>();
        var children = new Dictionary<PlaceNode, List<Place>>();
        foreach (PlaceNode node in _places.Values.OrderBy(n => n.Newest.Code, StringComparer.Ordinal))
        {
            node.Link(code => _places[code]);
            if (node.ParentAt(DateOnly.MaxValue) is not { } parent)
                roots.Add(node.Newest);
            else if (children.TryGetValue(parent, out List<Place>? siblings))
                siblings.Add(node.Newest);
            else
                children.Add(parent, [node.Newest]);
        }

        foreach ((PlaceNode parent, List<Place> below) in children)
            parent.Children = below;
        return roots;
    }
}
