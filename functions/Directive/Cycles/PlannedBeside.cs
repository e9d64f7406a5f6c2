namespace Directives.Cycles;

/// <summary>
/// What cycles that were opened before say of the seats of one that opens (R2): so that a seat whose rule changed in the middle of a period owes
/// exactly one report for each day all the same.
/// </summary>
/// <param name="Covered">Seats that owe in a cycle of another series for the day on which this one begins.</param>
/// <param name="Before">Seats that owed in the cycle of this series just before, with the names of their rules; null is the role's own.</param>
public sealed record PlannedBeside(IReadOnlySet<string> Covered, IReadOnlyDictionary<string, string?> Before)
{
    /// <summary>No cycle was opened before.</summary>
    public static readonly PlannedBeside Nothing = Of([], null);

    /// <summary>What frozen cycles say.</summary>
    public static PlannedBeside Of(IEnumerable<Cycle> beside, Cycle? before) => new(
        beside.SelectMany(SeatsOf).Select(s => s.Seat).ToHashSet(StringComparer.Ordinal),
        (before is null ? [] : SeatsOf(before)).ToDictionary(s => s.Seat, s => s.Rule, StringComparer.Ordinal));

    private static IEnumerable<PlannedSeat> SeatsOf(Cycle cycle) => cycle.Sheets.SelectMany(s => s.Seats);
}
