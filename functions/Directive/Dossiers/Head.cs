namespace Directives.Dossiers;

/// <summary>
/// The head row of a dossier: when it next wants attention and its last act. Every act replaces it under its version,
/// so two acts on one dossier cannot overtake each other.
/// </summary>
public abstract record Head
{
    /// <summary>When the dossier next wants attention (UTC); null when only an act can give it something to do.</summary>
    public DateTimeOffset? Next { get; init; }

    /// <summary>The last act.</summary>
    public TrailTip Tip { get; init; } = TrailTip.None;
}

/// <summary>The end of a dossier's chain: number, time (UTC) and keyed hash of its last entry.</summary>
public sealed record TrailTip(long Number, DateTimeOffset At, string Hash)
{
    /// <summary>Before the first act.</summary>
    public static readonly TrailTip None = new(0, DateTimeOffset.UnixEpoch, "");
}
