namespace Directives.Web.Office;

/// <summary>What the office sees first: what it owes itself, and the cycles, newest first.</summary>
/// <param name="Held">Letters that wait for the office; null for none.</param>
/// <param name="Notice">Name of a text on what was just done; null for none.</param>
public sealed record OfficeView(IReadOnlyList<CycleRow> Cycles, HeldLetters? Held, string? Notice = null);
