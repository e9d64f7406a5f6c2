using Directives.Chasing;

namespace Directives.Reports;

/// <summary>What somebody who asks for more time sees.</summary>
/// <param name="Look">The report owed, or why there is none to ask about.</param>
/// <param name="Asked">The request that waits for the office; null for none.</param>
public sealed record ExtensionLook(ReportLook Look, ExtensionAsk? Asked = null);

/// <summary>The page that asks for more time.</summary>
/// <param name="Reason">As typed.</param>
/// <param name="Wished">As typed.</param>
/// <param name="Done">Whether the request has just been sent.</param>
public sealed record ExtensionView(
    ReportOwed Owed, ExtensionAsk? Asked, string Reason, string Wished, IReadOnlyList<FieldProblem> Problems, bool Done = false);
