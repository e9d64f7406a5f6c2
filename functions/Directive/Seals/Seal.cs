namespace Directives.Seals;

/// <summary>Binds the ends of chains as they stood: what was sealed cannot be cut off or written anew unnoticed.</summary>
/// <param name="Number">1, 2, 3 … without gaps, through all months.</param>
/// <param name="At">UTC.</param>
/// <param name="Heads">Dossiers whose chains grew since their last seal.</param>
/// <param name="Before">Hash of the seal before; empty for the first.</param>
/// <param name="Hash">Keyed hash over all else.</param>
/// <param name="Turn">Whether it is among the first under a new key: only these bind what was made under an older one. Null otherwise.</param>
public sealed record Seal(long Number, DateTimeOffset At, IReadOnlyList<SealedHead> Heads, string Before, string Hash, bool? Turn = null);

/// <summary>The end of one chain: the dossier as <see cref="Dossiers.DossierId"/> writes it, number and hash of its last entry.</summary>
public sealed record SealedHead(string Dossier, long Number, string Hash);

/// <summary>The last seal of a month, so that the next one need not look for it.</summary>
public sealed record SealTip(long Number, DateTimeOffset At, string Hash)
{
    /// <summary>Before the first seal.</summary>
    public static readonly SealTip None = new(0, DateTimeOffset.UnixEpoch, "");
}
