using Directives.Reports;

namespace Directives.Access;

/// <summary>What a key opens.</summary>
/// <param name="Session">The session to begin; null where it is refused.</param>
/// <param name="Look">The report owed, or why not.</param>
public sealed record LinkLook(LinkSession? Session, ReportLook Look);
