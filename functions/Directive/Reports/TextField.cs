namespace Directives.Reports;

/// <summary>A text field of a report.</summary>
/// <param name="Name">As in forms and JSON; its label is the text <c>report.{Name}</c>.</param>
/// <param name="Needed">The message where a visit was made and this is empty; null for a field that may be.</param>
/// <param name="Read">Reads it from the content.</param>
/// <param name="Write">The content with it written.</param>
public sealed record TextField(
    string Name, string? Needed, Func<ReportContent, string> Read, Func<ReportContent, string, ReportContent> Write);
