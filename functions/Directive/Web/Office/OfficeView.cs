using Directives.Language;

namespace Directives.Web.Office;

/// <summary>What the office sees first (R3, R10, R13): what it owes itself, the running cycle at a glance, who is late, and the cycles.</summary>
public sealed record OfficeView
{
    /// <summary>The newest cycles; at most as many as one looks at.</summary>
    public required IReadOnlyList<CycleRow> Cycles { get; init; }

    /// <summary>Cycles that are not listed.</summary>
    public int MoreCycles { get; init; }

    /// <summary>Letters that wait for the office; null for none.</summary>
    public HeldLetters? Held { get; init; }

    public OfficeQueue Queue { get; init; } = OfficeQueue.Nothing;

    /// <summary>The cycle that is being collected; null while none runs.</summary>
    public CycleGlance? Now { get; init; }

    /// <summary>Who is overdue in any cycle, the longest first; at most as many as one looks at.</summary>
    public IReadOnlyList<LateRow> Late { get; init; } = [];

    /// <summary>How many are overdue in all.</summary>
    public int Overdue { get; init; }

    /// <summary>Duties that fewer carry than must.</summary>
    public IReadOnlyList<Proposals.MissingDuty> Missing { get; init; } = [];

    /// <summary>Name of a text on what was just done; null for none.</summary>
    public string? Notice { get; init; }
}

/// <summary>What the office owes today.</summary>
/// <param name="Unread">Reports it has not marked as read.</param>
/// <param name="ToRead">The first of them.</param>
/// <param name="Asked">Requests for more time to decide.</param>
/// <param name="Asks">The first of them.</param>
public sealed record OfficeQueue(int Unread, IReadOnlyList<QueueRow> ToRead, int Asked, IReadOnlyList<QueueRow> Asks)
{
    public static readonly OfficeQueue Nothing = new(0, [], 0, []);

    /// <summary>People whom letters do not reach and who have not been telephoned about all they owe.</summary>
    public int Unreached { get; init; }

    /// <summary>Restores that it has not worked off.</summary>
    public int Restores { get; init; }

    /// <summary>Letters that did not leave.</summary>
    public int Failed { get; init; }

    /// <summary>Whether nothing waits.</summary>
    public bool IsEmpty => Unread + Asked + Unreached + Failed + Restores == 0;
}

/// <summary>One thing that waits for the office.</summary>
/// <param name="Address">Where it is done.</param>
/// <param name="Place">Full name of the place.</param>
/// <param name="At">Since when, in the directive's zone.</param>
/// <param name="Wished">The date asked for; null where none is.</param>
public sealed record QueueRow(string Address, string Place, Bilingual? Holder, DateTime At, DateOnly? Wished = null, string? Words = null);

/// <summary>Who is late, in the list over all cycles.</summary>
public sealed record LateRow(CycleRow Cycle, SeatRow Seat);

/// <summary>A cycle at a glance.</summary>
/// <param name="Areas">Areas, those with the most overdue first; at most as many as one looks at.</param>
/// <param name="MoreAreas">Areas that are not listed.</param>
/// <param name="Days">How the reports came, beside the cycle before; null where nothing came yet.</param>
public sealed record CycleGlance(CycleRow Cycle, IReadOnlyList<RoleDue> Dues, IReadOnlyList<AreaRow> Areas, int MoreAreas, ReportDays Days);
