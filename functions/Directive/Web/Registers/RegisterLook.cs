using System.Runtime.CompilerServices;
using Directives.Access;
using Directives.Register;
using Directives.Web.Cases;

namespace Directives.Web.Registers;

/// <summary>One look at the register: as it was on a day, by somebody.</summary>
/// <param name="Today">Local day.</param>
/// <param name="Viewer">Who looks: what they may see besides the register is judged by their roles.</param>
public sealed record RegisterLook(RegisterSnapshot Register, RegisterAsked Asked, DateOnly Today, CaseViewer Viewer)
{
    // Trees of a few days, made once for each register.
    private const int MostDays = 8;
    private static readonly ConditionalWeakTable<RegisterSnapshot, Dictionary<DateOnly, TreeOnDay>> Trees = [];

    /// <summary>The day whose register is shown.</summary>
    public DateOnly On => Asked.On ?? Today;

    /// <summary>The look of now.</summary>
    public static async ValueTask<RegisterLook> OfAsync(Installation installation, RegisterAsked asked, CaseViewer viewer, CancellationToken cancel) => new(
        await installation.Registers.GetAsync(cancel), asked, installation.Parts.Rules.DayAt(installation.Parts.Clock.GetUtcNow()), viewer);

    /// <summary>The tree of the day.</summary>
    public TreeOnDay Tree()
    {
        var days = Trees.GetOrCreateValue(Register);
        lock (days)
        {
            if (days.TryGetValue(On, out var known)) return known;
            if (days.Count >= MostDays) days.Clear();
            return days[On] = TreeOnDay.Of(Register, On);
        }
    }

    /// <summary>Whether the viewer has any of these roles.</summary>
    public bool Has(Who roles) => (Viewer.Roles & roles) != 0;

    /// <summary>A place by its name on the day; of one that was not in force then, its newest.</summary>
    public PlaceLink Place(string code) => (Register.PlaceOf(code, On) ?? Register.PlaceOf(code)) is { } place ? PlaceLink.Of(place) : new(code, code, code);

    /// <summary>Places above, the highest first.</summary>
    public IReadOnlyList<PlaceLink> Above(string code) => [.. Register.Ancestors(code, On).Reverse().Select(PlaceLink.Of)];

    public PersonLink? Person(string? id) => id is null ? null : Person(Register.Official(id));

    public static PersonLink? Person(Official? official) => official is null ? null : new PersonLink(official.Id, official.Titles());

    public SeatLink Seat(Seat seat) => new(seat.Id, Place(seat.Place), seat.Role);

    /// <summary>A place in a list.</summary>
    public PlaceRow Row(Place place) => new(
        PlaceLink.Of(place), place.Kind, place.Level, Tree().Fill(place.Code),
        [.. Register.SeatsAt(place.Code).Select(s => new SeatHeld(s.Id, s.Role, Person(Register.HolderOf(s.Id, On))))]);

    /// <summary>All who held a seat, the newest first.</summary>
    public IReadOnlyList<HeldSpan> Held(string seat) =>
    [
        .. Register.PostsAt(seat).Select(p => new HeldSpan(Person(p.Official)!, p.From, p.To, Term.Holds(p.From, p.To, On))),
    ];

    /// <summary>Duties, those of the day first, then the newest.</summary>
    public IReadOnlyList<DutySpan> Duties(IEnumerable<Position> positions) =>
    [
        .. positions.Select(p => new DutySpan(p.Duty, Place(p.Place), Person(p.Official)!, p.From, p.To, Term.Holds(p.From, p.To, On)))
            .OrderByDescending(d => d.Now).ThenBy(d => d.Now ? d.Duty : default).ThenByDescending(d => d.From).ThenBy(d => d.Person.Id, StringComparer.Ordinal),
    ];
}
