using Directives.Dossiers;

namespace Directives.Cycles;

/// <summary>Head of a sheet.</summary>
public sealed record SheetHead : Head
{
    public required string Cycle { get; init; }

    public required string Area { get; init; }

    public required int Part { get; init; }

    /// <summary>Last local day on which a late report counts, as the period has it; extensions may keep the sheet open longer.</summary>
    public required DateOnly LastDay { get; init; }

    /// <summary>Last local day of the period; null on sheets from before it was written down.</summary>
    public DateOnly? PeriodTo { get; init; }

    /// <summary>How the seats stand.</summary>
    public required Tally Tally { get; init; }

    /// <summary>Closed by date; reports that still come are kept, the tally stays.</summary>
    public bool Closed { get; init; }

    /// <summary>Seats whose obligations owe notices to mailboxes; null for none.</summary>
    public IReadOnlyList<string>? Owing { get; init; }

    /// <summary>No ladder of the sheet moves before this (UTC); null where it has to be worked out anew.</summary>
    public DateTimeOffset? Ladder { get; init; }

    /// <summary>The same, owing a seat's notices now.</summary>
    public SheetHead Owes(string seat, DateTimeOffset now) => this with { Next = now, Owing = [.. (Owing ?? []).Where(s => s != seat), seat] };

    /// <summary>Notices decided so far.</summary>
    public int Notices { get; init; }

    /// <summary>Rungs recorded as skipped so far, one per reader.</summary>
    public int Skipped { get; init; }
}
