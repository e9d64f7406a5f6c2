namespace Directives.Alarms;

/// <summary>When an alarm wakes, by what was asked; pure.</summary>
public static class AlarmPace
{
    /// <summary>So much after the asked time: clocks of two machines differ, and one that wakes too early wakes twice.</summary>
    public static readonly TimeSpan After = TimeSpan.FromSeconds(3);

    /// <summary>At most one look in this time, however often it rings.</summary>
    public static readonly TimeSpan Apart = TimeSpan.FromSeconds(30);

    /// <summary>After what failed for good, or was too much for every retry; the tables still say what is due.</summary>
    public static readonly TimeSpan AfterFailure = TimeSpan.FromMinutes(10);

    /// <summary>The earliest moment of the next look (UTC).</summary>
    /// <param name="looked">When the last look began (UTC).</param>
    public static DateTime Earliest(DateTime looked) => looked + Apart;

    /// <summary>When to look by itself (UTC).</summary>
    /// <param name="looked">When the last look began (UTC).</param>
    /// <param name="wanted">What the dossier asked for (UTC).</param>
    public static DateTime LookAt(DateTime looked, DateTimeOffset wanted)
    {
        var at = wanted.UtcDateTime + After;
        return at > Earliest(looked) ? at : Earliest(looked);
    }
}
