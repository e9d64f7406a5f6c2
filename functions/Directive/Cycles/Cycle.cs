using Directives.Calendars;
using Directives.Chasing;
using Directives.Editions;

namespace Directives.Cycles;

/// <summary>Where a cycle is in its life.</summary>
public enum CycleState
{
    /// <summary>Its plan is frozen; its sheets are being written.</summary>
    Opening,

    Open,

    /// <summary>Every sheet is closed; the tally stands.</summary>
    Closed,
}

/// <summary>One period of a directive (R2, R3): the rules it opened with and the seats that owe, both frozen.</summary>
public sealed record Cycle
{
    /// <summary>E.g. <c>02-QD-TU.2023-04</c>.</summary>
    public required string Id { get; init; }

    public required string Authority { get; init; }

    /// <summary>The edition the cycle opened with; editing a directive never changes what a running cycle owes.</summary>
    public required Edition Edition { get; init; }

    public required Cadence Cadence { get; init; }

    public required PeriodKind PeriodKind { get; init; }

    /// <summary>First local day of the period.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last local day of the period.</summary>
    public required DateOnly To { get; init; }

    /// <summary>The local day whose register says which seats owe.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The frozen list of sheets.</summary>
    public required IReadOnlyList<SheetPlan> Sheets { get; init; }

    /// <summary>How often seats joined after it had opened; each time brought sheets of its own.</summary>
    public int Joined { get; init; }

    public CycleState State { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>UTC; null while it runs.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>Stands once the cycle is closed.</summary>
    public Tally? Tally { get; init; }

    /// <summary>Years in which dates of this cycle fall and for which no holidays are known.</summary>
    public IReadOnlyList<int>? YearsWithoutHolidays { get; init; }

    /// <summary>What the closing owes to mailboxes.</summary>
    public IReadOnlyList<Notice>? Pending { get; init; }

    /// <summary>Seats that owe in this cycle.</summary>
    public int Seats() => Sheets.Sum(s => s.Seats.Count);

    /// <summary>The zone in which its days begin and end.</summary>
    public Zone Zone() => Calendars.Zone.Of(Edition.Zone);

    /// <summary>Its period.</summary>
    public Period Period() => new(Cadence, PeriodKind, From, To);

    /// <summary>The rules by which seats owe in it.</summary>
    public IEnumerable<RoleRule> Roles() => Edition.Roles.Where(r => r.IsOf(Cadence, PeriodKind));

    /// <summary>The sheet that holds a seat, or null. A seat stays in its area; in which part of it may change from cycle to cycle.</summary>
    public SheetRef? SheetOf(string seat) =>
        Sheets.FirstOrDefault(s => s.Seats.Any(x => x.Seat == seat)) is { } plan ? new SheetRef(Authority, Id, plan.Area, plan.Part) : null;

    /// <summary>The sheets' names.</summary>
    public IEnumerable<SheetRef> SheetRefs() => Sheets.Select(s => new SheetRef(Authority, Id, s.Area, s.Part));
}

/// <summary>The seats of one sheet, at most <see cref="SheetRef.MostSeats"/>.</summary>
/// <param name="Area">Code of the place above the seats' places.</param>
/// <param name="Part">0, 1 … where an area has more seats than one sheet holds.</param>
public sealed record SheetPlan(string Area, int Part, IReadOnlyList<PlannedSeat> Seats)
{
    /// <summary>Local day on which these seats joined a running cycle; null where they were there at its opening.</summary>
    public DateOnly? JoinedOn { get; init; }
}

/// <summary>A seat that owes.</summary>
/// <param name="Rule">Name of the rule by which it owes; null for the role's own.</param>
public readonly record struct PlannedSeat(string Seat, string Place, Register.SeatRole Role, string? Rule = null);

/// <summary>How a cycle or a sheet ended, or stands.</summary>
public sealed record Tally(int Seats, int OnTime, int Late, int Missed)
{
    public static readonly Tally Nothing = new(0, 0, 0, 0);

    /// <summary>Still open.</summary>
    public int Open => Seats - OnTime - Late - Missed;

    public static Tally operator +(Tally a, Tally b) =>
        new(a.Seats + b.Seats, a.OnTime + b.OnTime, a.Late + b.Late, a.Missed + b.Missed);
}
