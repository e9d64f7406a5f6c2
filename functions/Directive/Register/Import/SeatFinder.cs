using Directives.Language;

namespace Directives.Register.Import;

/// <summary>Finds the seat that a row of posts is about, by its id or by its place and role; one that a known place does not have yet is made.</summary>
internal sealed class SeatFinder
{
    private readonly PlanDraft _draft;
    private readonly Dictionary<string, Seat> _seats;
    private readonly ILookup<(string Place, SeatRole Role), Seat> _at;
    private readonly HashSet<string> _places;
    private readonly List<Seat> _made = [];

    public SeatFinder(PlanDraft draft)
    {
        _draft = draft;
        _seats = draft.Content.Seats.ToDictionary(s => s.Id, StringComparer.Ordinal);
        _at = draft.Content.Seats.ToLookup(s => (s.Place, s.Role));
        _places = draft.Content.Places.Where(p => p.To is null || p.To >= draft.Day).Select(p => p.Code).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Seats that were made.</summary>
    public IReadOnlyList<Seat> Made => _made;

    /// <summary>The seat of a row; null where there is none, which is then said.</summary>
    public Seat? Of(ImportRow row)
    {
        if (row["seat"].Length > 0) return ById(row);
        if (row["place"].Length == 0)
        {
            _draft.Wrong(row, "import.wrong.no-seat", "seat", "place", "role");
            return null;
        }

        if (Role(row["role"]) is not { } role)
        {
            _draft.Wrong(row, "import.wrong.role", RegisterProblem.Printable(row["role"]));
            return null;
        }

        var place = _draft.Codes.Key(row["place"]);
        if (!_places.Contains(place))
        {
            _draft.Wrong(row, RegisterProblemKind.UnknownPlace, Name(role), row["place"]);
            return null;
        }

        var there = _at[(place, role)].ToList();
        if (there.Count > 1)
        {
            _draft.Ambiguous(row, new ImportWords("import.ambiguous.seats", row["place"], string.Join(", ", there.Select(s => s.Id))));
            return null;
        }

        return there.Count == 1 ? there[0] : Make(new Seat($"{place}.{Name(role)}", place, role));
    }

    /// <summary>How a role stands in files.</summary>
    public static string Name(SeatRole role) => role == SeatRole.InCharge ? "in-charge" : "monitor";

    private Seat? ById(ImportRow row)
    {
        var id = row["seat"];
        if (_seats.TryGetValue(id, out var seat) || Unmade(id) is { } known && (seat = Make(known)) is not null)
        {
            if ((row["place"].Length == 0 || _draft.Codes.Key(row["place"]) == seat.Place) && (row["role"].Length == 0 || Role(row["role"]) == seat.Role)) return seat;
            _draft.Wrong(row, "import.wrong.other-seat", id, _draft.Codes.Shown(seat.Place), Name(seat.Role));
            return null;
        }

        _draft.Wrong(row, RegisterProblemKind.UnknownSeat, id, row["official"]);
        return null;
    }

    // By the pattern that all seats have: the place, a dot, the role.
    private Seat? Unmade(string id) => id.LastIndexOf('.') is > 0 and var dot && Role(id[(dot + 1)..]) is { } role && _places.Contains(id[..dot]) && !_at[(id[..dot], role)].Any()
        ? new Seat(id, id[..dot], role)
        : null;

    private Seat Make(Seat seat)
    {
        if (_seats.TryAdd(seat.Id, seat)) _made.Add(seat);
        return _seats[seat.Id];
    }

    private static SeatRole? Role(string text) => Folding.Fold(text) switch
    {
        "in charge" or "phu trach" => SeatRole.InCharge,
        "monitor" or "theo doi" => SeatRole.Monitor,
        _ => null,
    };
}
