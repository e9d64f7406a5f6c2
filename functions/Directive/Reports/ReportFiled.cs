using Directives.Calendars;

namespace Directives.Reports;

/// <summary>A report that is in: its receipt and what was filed.</summary>
/// <param name="Place">Full name of the place.</param>
/// <param name="From">First day of the period.</param>
/// <param name="To">Last day of the period.</param>
public sealed record ReportFiled(
    ReportReceipt Receipt, string Place, Cadence Cadence, DateOnly From, DateOnly To, ReportContent Content) : ReportLook;
