using Directives.Calendars;
using Directives.Language;
using Directives.Register;
using Directives.Reports;
using Directives.Web.Office;

namespace Directives.Web.Below;

/// <summary>What the monitors below somebody's places owe, by cycle, the newest first.</summary>
/// <param name="Places">Names of the places the reader is in charge of.</param>
public sealed record BelowView(IReadOnlyList<string> Places, IReadOnlyList<BelowCycle> Cycles);

/// <summary>The seats of one cycle.</summary>
public sealed record BelowCycle(Cadence Cadence, DateOnly From, DateOnly To, SeatCounts Counts, IReadOnlyList<BelowRow> Seats);

/// <summary>One monitor's report.</summary>
/// <param name="Address">Where it is read; null while there is none.</param>
public sealed record BelowRow(string? Address, string Place, Bilingual? Holder, SeatState State, DateOnly Due);

/// <summary>One report of a monitor, to read.</summary>
/// <param name="Received">When it came, in the directive's zone.</param>
public sealed record BelowReport(
    string Place, SeatRole Role, Bilingual By, Cadence Cadence, DateOnly From, DateOnly To, SeatState State, DateOnly Due, int Version, DateTime Received,
    ReportContent Content);
