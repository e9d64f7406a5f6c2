using Directives.Calendars;

namespace Directives.Reports;

/// <summary>A report that is in: its receipt and what was filed.</summary>
/// <param name="Place">Full name of the place.</param>
/// <param name="From">First day of the period.</param>
/// <param name="To">Last day of the period.</param>
/// <param name="Version">Number of the version.</param>
/// <param name="Amends">The form that amends it; null where it may not be amended any more.</param>
public sealed record ReportFiled(
    ReportReceipt Receipt, string Place, Cadence Cadence, DateOnly From, DateOnly To, ReportContent Content, int Version = 1,
    ReportOwed? Amends = null) : ReportLook;
