namespace Directives.Alarms;

/// <summary>Where an alarm stands.</summary>
public enum AlarmState
{
    Missing,

    /// <summary>It waits, or is about to.</summary>
    Set,

    /// <summary>It came to an end, whatever that was.</summary>
    Over,
}

/// <summary>The port to the engine that keeps alarms (design, idea 3). It may lose, double, delay or hasten whatever it is given.</summary>
public interface IAlarmClock
{
    /// <summary>Where an alarm stands.</summary>
    Task<AlarmState> StateAsync(AlarmName alarm, CancellationToken cancel);

    /// <summary>Sets an alarm that is missing or over. May throw anything where it is set already: look again.</summary>
    Task SetAsync(AlarmName alarm, CancellationToken cancel);

    /// <summary>Tells an alarm that what it is about was changed.</summary>
    Task RingAsync(AlarmName alarm, CancellationToken cancel);
}
