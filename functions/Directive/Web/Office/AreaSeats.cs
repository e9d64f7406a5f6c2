namespace Directives.Web.Office;

/// <summary>All seats of one area, in the order of their places.</summary>
public sealed record AreaSeats(AreaRow Area, IReadOnlyList<SeatRow> Seats);
