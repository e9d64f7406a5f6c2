namespace Directives.Register;

/// <summary>A code under which a place stood, from a local day to a local day (both inclusive; null without an end).</summary>
public readonly record struct FormerCode(string Code, DateOnly? From = null, DateOnly? To = null)
{
    /// <summary>Whether the place stood under the code on a local day.</summary>
    public bool Holds(DateOnly day) => (From is null || From <= day) && (To is null || day <= To);
}

/// <summary>
/// What became of places (R1): statistics follow a place through time, as it was or as it is. Pure. What a decree says of mergers and splits answers here.
/// </summary>
public interface ILineage
{
    /// <summary>The codes whose figures make up a place as it is: its own first, then those of its predecessors.</summary>
    IReadOnlyList<FormerCode> CodesOf(RegisterSnapshot register, string code);
}

/// <summary>Every place has only itself: no decree is known.</summary>
public sealed class OnlyItself : ILineage
{
    /// <inheritdoc/>
    public IReadOnlyList<FormerCode> CodesOf(RegisterSnapshot register, string code) => [new(code)];
}
