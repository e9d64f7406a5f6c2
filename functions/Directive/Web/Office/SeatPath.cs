using Directives.Cycles;

namespace Directives.Web.Office;

/// <summary>Names one obligation in an address.</summary>
/// <param name="Area">Code of the place above the seat's place.</param>
/// <param name="Part">Part of the area's seats.</param>
public sealed record SeatPath(string Cycle, string Area, int Part, string Seat)
{
    /// <summary>Path of the obligation's page.</summary>
    public string Address => $"{CycleAddress(Cycle)}/{Uri.EscapeDataString(Area)}/{Part}/{Uri.EscapeDataString(Seat)}";

    /// <summary>The sheet on which the obligation stands.</summary>
    public SheetRef SheetOf(string authority) => new(authority, Cycle, Area, Part);

    /// <summary>Path of a cycle's page.</summary>
    public static string CycleAddress(string cycle) => $"/office/cycles/{Uri.EscapeDataString(cycle)}";
}
