using System.Text.Json.Serialization;
using Directives.Register;

namespace Directives.Web.Registers;

/// <summary>A place with its whole story (R1, R7, R12).</summary>
public sealed record PlaceStory : RegisterStory
{
    public required PlaceLink Place { get; init; }

    public required string Kind { get; init; }

    public required string Level { get; init; }

    /// <summary>Whether it is in force on the day; if not, what is shown is its newest version.</summary>
    public required bool InForce { get; init; }

    /// <summary>Places above it on the day, the highest first.</summary>
    public required IReadOnlyList<PlaceLink> Above { get; init; }

    /// <summary>All that the code has stood for, the newest first: names, kinds, places above; also of another unit that had it before.</summary>
    public required IReadOnlyList<PlaceVersion> Versions { get; init; }

    /// <summary>Places that passed on to it by decree, directly.</summary>
    public required IReadOnlyList<PlacePassing> TookOver { get; init; }

    /// <summary>Places to which it passed on by decree.</summary>
    public required IReadOnlyList<PlacePassing> PassedTo { get; init; }

    /// <summary>Codes whose figures make up the place as it is: its own, and those of its predecessors.</summary>
    public required IReadOnlyList<string> Codes { get; init; }

    /// <summary>Places below, and seats at it and below, on the day.</summary>
    public required SeatFill Fill { get; init; }

    /// <summary>Places directly below on the day; at most as many as one looks at.</summary>
    public required IReadOnlyList<PlaceRow> Below { get; init; }

    /// <summary>Its seats with all who held them.</summary>
    public required IReadOnlyList<SeatOfPlace> Seats { get; init; }

    /// <summary>Who carries and carried which duty here, those of the day first.</summary>
    public required IReadOnlyList<DutySpan> Duties { get; init; }

    /// <summary>Bodies that belong to it.</summary>
    public required IReadOnlyList<BodyOfPlace> Bodies { get; init; }

    /// <summary>What its seats owe in the cycles that run.</summary>
    public required IReadOnlyList<SeatDue> Running { get; init; }

    /// <summary>Whether the tallies are those of the place as it is, with its predecessors; else as it was, of its own code alone.</summary>
    public required bool AsItIs { get; init; }

    /// <summary>How the cycles that closed ended for it, the newest first.</summary>
    public required IReadOnlyList<CycleTally> Tallies { get; init; }

    /// <summary>Recommendations about it that the reader may see, the latest first; null for one who sees none anywhere.</summary>
    public required IReadOnlyList<RaisedLine>? Cases { get; init; }

    /// <summary>What was done with what its seats owe, the newest cycle first; of each what the reader may read.</summary>
    public required IReadOnlyList<ActsOf> Acts { get; init; }
}

/// <summary>A place that took over or was taken over.</summary>
/// <param name="On">First local day on which it counts.</param>
/// <param name="Decree">Number of the decree.</param>
public sealed record PlacePassing(PlaceLink Place, DateOnly On, string Decree);

/// <summary>The same of a seat.</summary>
public sealed record SeatPassing(SeatLink Seat, DateOnly On, string Decree);

/// <summary>One version of a place.</summary>
/// <param name="Parent">The place above in that time; null for a root.</param>
/// <param name="From">First local day.</param>
/// <param name="To">Last local day; null while it lasts.</param>
public sealed record PlaceVersion(string Name, string Kind, string Level, PlaceLink? Parent, DateOnly From, DateOnly? To);

/// <summary>A seat of a place.</summary>
/// <param name="Holder">Who holds it on the day; null while it is vacant.</param>
/// <param name="Held">All who held it, the newest first.</param>
public sealed record SeatOfPlace(SeatLink Seat, PersonLink? Holder, IReadOnlyList<HeldSpan> Held);

/// <summary>A body of a place.</summary>
/// <param name="Kind">local-committee, agency …</param>
/// <param name="Leader">Null where none is named.</param>
public sealed record BodyOfPlace(BodyLink Body, string Kind, PersonLink? Leader);

/// <summary>A seat with its whole story (R1, R3).</summary>
public sealed record SeatStory : RegisterStory
{
    public required SeatLink Seat { get; init; }

    /// <summary>Places above its place, the highest first.</summary>
    public required IReadOnlyList<PlaceLink> Above { get; init; }

    /// <summary>Who holds it on the day; null while it is vacant.</summary>
    public required PersonLink? Holder { get; init; }

    /// <summary>Since when it has been vacant on the day; null while somebody holds it.</summary>
    public required DateOnly? VacantSince { get; init; }

    /// <summary>Seats that passed on to it by decree.</summary>
    public required IReadOnlyList<SeatPassing> TookOver { get; init; }

    /// <summary>Seats to which it passed on by decree.</summary>
    public required IReadOnlyList<SeatPassing> PassedTo { get; init; }

    /// <summary>All who held it, hold it and will, the newest first.</summary>
    public required IReadOnlyList<HeldSpan> Held { get; init; }

    /// <summary>Whether the viewer may appoint, end and hand over.</summary>
    [JsonIgnore]
    public bool MayChange { get; init; }

    /// <summary>What it owes and owed, the newest cycle first.</summary>
    public required IReadOnlyList<SeatDue> Owed { get; init; }

    /// <summary>The same, counted.</summary>
    public required Office.SeatCounts Counts { get; init; }
}

/// <summary>A person with their whole story (R1, R12).</summary>
public sealed record PersonStory : RegisterStory
{
    public required PersonLink Person { get; init; }

    public required BodyLink? Body { get; init; }

    /// <summary><c>vi</c> or <c>en</c>: the language of their letters.</summary>
    public required string Language { get; init; }

    /// <summary>Where letters go, for the office and administrators only; null for others.</summary>
    public required string? Mail { get; init; }

    /// <summary>Posts of the day first, then the newest.</summary>
    public required IReadOnlyList<PostSpan> Posts { get; init; }

    /// <summary>Duties of the day first, then the newest.</summary>
    public required IReadOnlyList<DutySpan> Duties { get; init; }

    /// <summary>Bodies that they lead, or whose clerk they are.</summary>
    public required IReadOnlyList<BodyLink> Leads { get; init; }

    /// <summary>Who stands in for them.</summary>
    public required IReadOnlyList<SubstituteSpan> StoodInBy { get; init; }

    /// <summary>For whom they stand in.</summary>
    public required IReadOnlyList<SubstituteSpan> StandsInFor { get; init; }

    /// <summary>When they are away, the newest first; why is not told.</summary>
    public required IReadOnlyList<AwaySpan> Away { get; init; }

    /// <summary>What the seats that they hold today owe in the cycles that run.</summary>
    public required IReadOnlyList<SeatDue> Running { get; init; }

    /// <summary>How the cycles that closed ended for the seats for which they answered then, the newest first.</summary>
    public required IReadOnlyList<CycleTally> Tallies { get; init; }

    /// <summary>What they owe in recommendations that the reader may see, the earliest first; null for a reader who sees none anywhere.</summary>
    public required IReadOnlyList<OwedStep>? Cases { get; init; }

    /// <summary>Path of the office's page of their letters; null for who may not open it.</summary>
    public required string? Letters { get; init; }

    /// <summary>Path of the administrators' page of them; null for who may not open it.</summary>
    public required string? Administration { get; init; }
}
