namespace Directives.Dossiers;

/// <summary>Which engine may serve a set of tables: one on one machine, or the workers of one Functions app together, never both.</summary>
public static class EngineRule
{
    /// <summary>The engine on one machine.</summary>
    public const string Local = "local";

    /// <summary>The Functions app; its workers serve together.</summary>
    public const string Azure = "azure";

    /// <summary>How long a hold lasts that is not renewed.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);

    /// <summary>How often whoever serves renews it.</summary>
    public static readonly TimeSpan RenewEvery = TimeSpan.FromSeconds(20);

    /// <summary>Whether an engine may serve although the tables were last held so.</summary>
    /// <param name="held">The last hold, or null if there was none.</param>
    /// <param name="now">UTC, by the machine's clock.</param>
    public static bool May(EngineHold? held, string engine, string owner, DateTimeOffset now) =>
        held is null || held.Until <= now || (held.Engine == engine && (Shares(engine) || held.Owner == owner));

    /// <summary>Whether several of this kind serve together.</summary>
    public static bool Shares(string engine) => engine == Azure;
}
