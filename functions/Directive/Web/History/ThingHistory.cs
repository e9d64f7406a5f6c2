using Directives.Calendars;
using Directives.Register;

namespace Directives.Web.History;

/// <summary>The history of one obligation, for those whose it is.</summary>
/// <param name="Back">Path of the page that led here.</param>
public sealed record ThingHistory(string Place, SeatRole Role, Cadence Cadence, DateOnly From, DateOnly To, IReadOnlyList<HistoryEntry> Entries, string Back);
