using Directives.Web.Office;

namespace Directives.Reports;

/// <summary>All versions of a report, the newest first.</summary>
/// <param name="Place">Full name of the place.</param>
public sealed record ReportVersions(string Place, IReadOnlyList<ReportVersion> Versions);
