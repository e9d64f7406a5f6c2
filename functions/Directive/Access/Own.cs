using Directives.Assistants;
using Directives.Register;

namespace Directives.Access;

/// <summary>What is somebody's own on a day, from the register: what the words of <see cref="Rows"/> mean. Pure.</summary>
/// <param name="register">The register.</param>
/// <param name="assistants">Who assists whom.</param>
/// <param name="whom">In whose right is asked: an official, or a named assistant.</param>
/// <param name="day">The local day.</param>
public sealed class Own(RegisterSnapshot register, AssistantSet assistants, string whom, DateOnly day)
{
    /// <summary>Seats held.</summary>
    public IReadOnlyList<Seat> Seats => [.. register.PostsOf(whom, day).Select(p => register.Seat(p.Seat)).OfType<Seat>()];

    /// <summary>Codes of the places that are led.</summary>
    public IReadOnlyList<string> Places =>
        [.. register.PositionsOf(whom, day).Where(p => p.Duty == Duty.LocalLeader).Select(p => p.Place).Distinct(StringComparer.Ordinal)];

    /// <summary>Codes of the places in whose charge somebody is.</summary>
    public IReadOnlyList<string> PlacesInCharge =>
        [.. Seats.Where(s => s.Role == SeatRole.InCharge).Select(s => s.Place).Distinct(StringComparer.Ordinal)];

    /// <summary>Bodies that are led, or served as their clerk.</summary>
    public IReadOnlyList<Body> Bodies => register.BodiesOf(whom);

    /// <summary>Ids of the officials for whom reports are prepared: as the clerk of their body, or named by them.</summary>
    public IReadOnlyList<string> PreparedFor =>
    [
        .. Bodies.Where(b => b.Clerk == whom).SelectMany(b => register.Members(b.Id)).Select(o => o.Id).Where(o => o != whom),
        .. assistants.Find(whom) is { } assistant ? new[] { assistant.Of } : [],
    ];

    /// <summary>The places in charge and all below them: a seat of a place below stands on the sheet of the place above it.</summary>
    public IReadOnlySet<string> AreasBelow() => register.WithBelow(PlacesInCharge);

    /// <summary>Whether a seat is among these rows.</summary>
    public bool Has(Rows rows, Seat seat) => rows switch
    {
        Rows.Every => true,
        Rows.OwnPosts => Seats.Contains(seat),
        Rows.OwnPlace => Places.Contains(seat.Place, StringComparer.Ordinal),
        Rows.OfThosePreparedFor => register.HolderOf(seat.Id, day) is { } holder && PreparedFor.Contains(holder.Id, StringComparer.Ordinal),
        Rows.OwnBody => register.HolderOf(seat.Id, day)?.Body is { } body && Bodies.Any(b => b.Id == body),
        Rows.BelowOwnPlaces => seat.Role == SeatRole.Monitor && register.Ancestors(seat.Place, day).Any(p => PlacesInCharge.Contains(p.Code, StringComparer.Ordinal)),
        _ => false,
    };
}
