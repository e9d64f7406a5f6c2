namespace Directives.Dossiers;

/// <summary>Another engine serves these tables; the message says who, until when, and what to do.</summary>
public sealed class EngineHeldException(EngineHold held)
    : Exception(
        $"These tables are served by another engine: '{held.Engine}' ({held.Owner}), at least until {held.Until.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC. "
        + "Stop that one first; if it has crashed, try again after that time.")
{
    /// <summary>Who has them.</summary>
    public EngineHold Held { get; } = held;
}
