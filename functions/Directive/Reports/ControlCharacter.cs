namespace Directives.Reports;

/// <summary>A character that text may not hold.</summary>
/// <param name="Name">E.g. <c>U+000B</c>.</param>
/// <param name="Position">Where it stands, counted from 1.</param>
public readonly record struct ControlCharacter(string Name, int Position);
