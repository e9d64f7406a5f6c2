using Directives.Language;
using Directives.Register;

namespace Directives.Web.Office;

/// <summary>What a search found.</summary>
/// <param name="Asked">As typed.</param>
/// <param name="Found">At most as many as one looks at.</param>
/// <param name="More">How many are not listed.</param>
public sealed record SearchView(string Asked, IReadOnlyList<FoundRow> Found, int More);

/// <summary>A place or an official that was found.</summary>
/// <param name="Name">Name of the place, or title.</param>
/// <param name="Under">What it belongs to; null for nothing.</param>
/// <param name="Seats">Its seats, or those the official holds.</param>
public sealed record FoundRow(Bilingual Name, Bilingual? Under, IReadOnlyList<FoundSeat> Seats);

/// <summary>A seat that was found, with what it owes in cycles that run or have just closed.</summary>
/// <param name="Owed">Addresses by cycle.</param>
public sealed record FoundSeat(string Place, SeatRole Role, Bilingual? Holder, IReadOnlyList<(CycleRow Cycle, string Address)> Owed);
