using Directives.Calendars;
using Directives.Cycles;

namespace Directives.Web.Office;

/// <summary>A cycle in the list of cycles.</summary>
public sealed record CycleRow(string Id, string Directive, Cadence Cadence, DateOnly From, DateOnly To, CycleState State, SeatCounts Counts)
{
    /// <summary>Path of its page.</summary>
    public string Address => SeatPath.CycleAddress(Id);
}
