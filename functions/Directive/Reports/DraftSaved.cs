namespace Directives.Reports;

/// <summary>What a form is told of its saving.</summary>
/// <param name="Draft">What is kept now: its own, or that of somebody else who saved meanwhile.</param>
/// <param name="IsMine">Whether it is its own.</param>
public sealed record DraftSaved(DraftSeen Draft, bool IsMine);
