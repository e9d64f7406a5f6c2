namespace Directives.Reports;

/// <summary>A part of the report that is filled in together and has the same readers.</summary>
/// <param name="Name">Its title is the text <c>form.section.{Name}</c>.</param>
/// <param name="Audience">Who reads it.</param>
/// <param name="Fields">Names of its fields, in the order in which they are asked.</param>
public sealed record ReportSection(string Name, Audience Audience, IReadOnlyList<string> Fields);
