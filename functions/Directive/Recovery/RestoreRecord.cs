using Directives.Dossiers;

namespace Directives.Recovery;

/// <summary>Head of the dossier in which restores are written down.</summary>
public sealed record RestoresHead : Head
{
    /// <summary>How many there were.</summary>
    public int Count { get; init; }
}

/// <summary>What a restore may have lost, for the office to look after (R13).</summary>
/// <param name="Number">1, 2, 3 …</param>
/// <param name="At">When it was put back (UTC, the installation's clock).</param>
/// <param name="TakenAt">When the backup was taken (UTC, the installation's clock): what people did after that is lost.</param>
public sealed record RestoreRecord(int Number, DateTimeOffset At, DateTimeOffset TakenAt)
{
    /// <summary>Letters that had left since the backup.</summary>
    public int Letters { get; init; }

    /// <summary>What people had done since the backup, as far as the tables that were replaced could be read.</summary>
    public int Acts { get; init; }

    /// <summary>Whether the book of outgoing post was at hand; without it, letters of that time may come again.</summary>
    public bool HadBook { get; init; }

    /// <summary>Whether the tables that were replaced could be read.</summary>
    public bool HadTables { get; init; }

    /// <summary>When the office had worked it off (UTC); null while it has not.</summary>
    public DateTimeOffset? Done { get; init; }
}

/// <summary>A letter that left after the backup, as the office is shown it.</summary>
/// <param name="Tells">What it told: kind, and the place or matter.</param>
public sealed record LostLetter(string Reader, DateTimeOffset At, IReadOnlyList<LostNotice> Tells);

/// <summary>What such a letter told.</summary>
/// <param name="Kind">Kind of the notice.</param>
/// <param name="Seat">The seat it was about; null for none.</param>
/// <param name="Words">A receipt's number.</param>
public sealed record LostNotice(Chasing.NoticeKind Kind, string? Seat, string? Words);

/// <summary>Something that a person had done after the backup and that is lost.</summary>
/// <param name="Where">The dossier.</param>
/// <param name="Act">Name of the act.</param>
/// <param name="By">Who did it: an official's id.</param>
/// <param name="For">For whom; null for nobody else.</param>
public sealed record LostAct(string Where, string Act, string By, string? For, DateTimeOffset At);
