namespace Directives.Reports;

/// <summary>A promise of the last report, and what became of it, as typed.</summary>
/// <param name="State"><c>done</c>, <c>under-way</c> or <c>dropped</c>; empty where nothing was chosen.</param>
public sealed record PromiseRow(string Promise, string State, string Because);
