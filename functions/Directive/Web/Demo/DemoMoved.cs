namespace Directives.Web.Demo;

/// <summary>What a move of the clock did.</summary>
/// <param name="Moved">Whether it moved at all; there may be no rung ahead.</param>
/// <param name="Letters">Letters that left.</param>
public readonly record struct DemoMoved(bool Moved, int Letters);
