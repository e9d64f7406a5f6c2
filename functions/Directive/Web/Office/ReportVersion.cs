using Directives.Reports;

namespace Directives.Web.Office;

/// <summary>A version of a report, to read.</summary>
public sealed record ReportVersion(int Number, ReportReceipt Receipt, ReportContent Content);
