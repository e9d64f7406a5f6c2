using System.Text.Json.Serialization;
using Directives.Calendars;
using Directives.Language;
using Directives.Recommendations;
using Directives.Register;
using Directives.Web.Office;

namespace Directives.Web.Registers;

/// <summary>Who held something, from a local day to a local day (both inclusive).</summary>
/// <param name="To">Null while it lasts.</param>
/// <param name="Now">Whether they hold it on the day that is shown.</param>
public sealed record HeldSpan(PersonLink Person, DateOnly From, DateOnly? To, bool Now);

/// <summary>A seat that somebody held, from a local day to a local day (both inclusive).</summary>
public sealed record PostSpan(SeatLink Seat, DateOnly From, DateOnly? To, bool Now);

/// <summary>A duty at a place, from a local day to a local day (both inclusive).</summary>
/// <param name="Person">Who carries it.</param>
public sealed record DutySpan(Duty Duty, PlaceLink Place, PersonLink Person, DateOnly From, DateOnly? To, bool Now);

/// <summary>Who stands in, or is stood in for, from a local day to a local day (both inclusive).</summary>
public sealed record SubstituteSpan(PersonLink Person, DateOnly From, DateOnly? To, bool Now);

/// <summary>An absence, from a local day to a local day (both inclusive).</summary>
/// <param name="To">Null while its end is not known.</param>
/// <param name="Substitute">Who was named to act meanwhile; null for the standing substitute, if there is one.</param>
public sealed record AwaySpan(DateOnly From, DateOnly? To, PersonLink? Substitute, bool Now);

/// <summary>What a seat owes, or owed, in a cycle (R3).</summary>
/// <param name="From">First local day of the period.</param>
/// <param name="To">Last local day of the period.</param>
/// <param name="NotOwed">Nobody held the seat to the end, or it is no more, or another took over: it counts nowhere, whatever the state.</param>
/// <param name="Due">Local day; the first due date stays visible beside it.</param>
/// <param name="Round">1 at opening; a report sent back or an extension begins the next.</param>
/// <param name="Versions">How many versions of the report there are.</param>
/// <param name="FiledAt">When the newest came (UTC); null for none.</param>
/// <param name="Address">Path of its page, for whoever may open that.</param>
/// <param name="Report">Path of the newest report, for whoever may read it.</param>
public sealed record SeatDue(
    string Cycle, Cadence Cadence, DateOnly From, DateOnly To, SeatLink Seat, SeatState State, bool NotOwed, DateOnly Due, DateOnly FirstDue, int Round, int Versions,
    DateTimeOffset? FiledAt, string? Address, string? Report)
{
    /// <summary>The same time in the directive's zone, for people.</summary>
    [JsonIgnore]
    public DateTime? Filed { get; init; }
}

/// <summary>How a cycle ended for some seats.</summary>
/// <param name="Counts">Their own seats.</param>
/// <param name="Below">Seats of the places directly below; null where there are none.</param>
public sealed record CycleTally(string Cycle, Cadence Cadence, DateOnly From, DateOnly To, SeatCounts Counts, SeatCounts? Below);

/// <summary>A recommendation in a list, for whoever may read it.</summary>
/// <param name="Text">How it begins.</param>
public sealed record RaisedLine(string Case, CaseKind Kind, CaseStage Stage, DateOnly RaisedOn, bool Urgent, string Text);

/// <summary>What somebody owes in a recommendation, for whoever may read that.</summary>
/// <param name="Due">Local day.</param>
/// <param name="DaysLate">Calendar days past it; 0 for none.</param>
public sealed record OwedStep(string Case, PlaceLink Place, DutyKind Kind, DateOnly Due, int DaysLate, bool Urgent, string Text);

/// <summary>One act of the trail.</summary>
/// <param name="Act">Its name; it never changes.</param>
/// <param name="At">UTC.</param>
/// <param name="By">Who; null for the program itself, and for one who has left the register.</param>
/// <param name="For">For whom, where somebody acted for another.</param>
/// <param name="Why">In their words, for whoever may read them.</param>
public sealed record ActLine(string Act, DateTimeOffset At, Bilingual? By, bool BySystem, Bilingual? For, string? Why);

/// <summary>The acts on one place in one cycle.</summary>
public sealed record ActsOf(string Cycle, Cadence Cadence, DateOnly To, IReadOnlyList<ActLine> Acts)
{
    /// <summary>The same, for people.</summary>
    [JsonIgnore]
    public IReadOnlyList<History.HistoryEntry> Entries { get; init; } = [];
}
