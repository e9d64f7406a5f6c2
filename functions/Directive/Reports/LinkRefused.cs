using Directives.Access;

namespace Directives.Reports;

/// <summary>The link opens nothing, or nothing any more.</summary>
/// <param name="Receipt">Number of the receipt, where the report is in.</param>
public sealed record LinkRefused(LinkRefusal Why, string? Receipt = null) : ReportLook;
