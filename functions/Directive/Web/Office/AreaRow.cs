namespace Directives.Web.Office;

/// <summary>An area in the grid.</summary>
/// <param name="Code">Code of the place.</param>
/// <param name="Name">Its full name.</param>
public sealed record AreaRow(string Code, string Name, SeatCounts Counts);
