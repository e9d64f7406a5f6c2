using Directives.Web.Office;

namespace Directives.Reports;

/// <summary>Two versions of a report to compare.</summary>
/// <param name="Older">Null where there are not two.</param>
/// <param name="Newer">The newer of the two, or the only one; null where none is filed.</param>
public sealed record VersionsView(ReportVersions All, ReportVersion? Older, ReportVersion? Newer);
