namespace Directives.Reports;

/// <summary>What was read from JSON.</summary>
/// <param name="Form">The fields that could be read.</param>
/// <param name="Amends">The version that it is to replace; null for a first filing.</param>
/// <param name="Problems">Properties that are unknown, doubled or of the wrong type.</param>
public sealed record ReportJsonReading(ReportForm Form, IReadOnlyList<FieldProblem> Problems, int? Amends = null);
