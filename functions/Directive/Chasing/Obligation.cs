using Directives.Editions;
using Directives.Register;

namespace Directives.Chasing;

/// <summary>Where an obligation stands. Overdue is never stored: it is computed from the due date.</summary>
public enum ObligationState
{
    Open,

    /// <summary>A report is in.</summary>
    Filed,

    /// <summary>Nothing came until the last day.</summary>
    Missed,

    /// <summary>Nobody held the seat to the end, or the seat is no more, or another took over: it counts nowhere.</summary>
    NotOwed,
}

/// <summary>How the first filing came; it stands whatever follows.</summary>
public enum FilingMark
{
    OnTime,
    Late,
}

/// <summary>What a seat owes in a cycle, and how far its ladder has been climbed (R3). It belongs to the seat, not to a person.</summary>
public sealed record Obligation
{
    public required string Seat { get; init; }

    public required string Place { get; init; }

    public required SeatRole Role { get; init; }

    /// <summary>Name of the rule by which it is owed, as the cycle froze it; null for the role's own.</summary>
    public string? Rule { get; init; }

    public ObligationState State { get; init; }

    /// <summary>1 at opening; a report sent back or an extension begins the next.</summary>
    public int Round { get; init; } = 1;

    /// <summary>The due date at opening (local day).</summary>
    public required DateOnly FirstDue { get; init; }

    /// <summary>The due date of this round (local day, until its end).</summary>
    public required DateOnly Due { get; init; }

    /// <summary>Index of the last rung of this round that was decided, skipped or lay before the round; −1 for none.</summary>
    public int Rung { get; init; } = -1;

    /// <summary>Who answered for the seat when it was last looked at: an official's id; null where that was not written down.</summary>
    public string? Holder { get; init; }

    /// <summary>Since when (local day) the present holder has it, where it was handed over while it was open.</summary>
    public DateOnly? HandedOver { get; init; }

    /// <summary>The seat that owes a report in its stead; null for none.</summary>
    public string? TakenOverBy { get; init; }

    /// <summary>Set by the first filing.</summary>
    public FilingMark? Mark { get; init; }

    /// <summary>Number of versions of the report.</summary>
    public int Versions { get; init; }

    /// <summary>When the last version came (UTC).</summary>
    public DateTimeOffset? FiledAt { get; init; }

    /// <summary>Number of the last receipt.</summary>
    public string? Receipt { get; init; }

    /// <summary>A report came after the sheet had closed: kept, but the tally stays missed.</summary>
    public bool AfterClosing { get; init; }

    /// <summary>Links with a lower number are revoked.</summary>
    public int Link { get; init; } = 1;

    /// <summary>Why the current round began: the office's words.</summary>
    public string? RoundReason { get; init; }

    /// <summary>Told by telephone to one whom no letter reaches; it counts for that round and person.</summary>
    public Telephoned? Telephoned { get; init; }

    /// <summary>The version of the report that the office has marked as read; 0 for none (R10).</summary>
    public int ReadVersion { get; init; }

    /// <summary>When the office first marked that version as read (UTC).</summary>
    public DateTimeOffset? ReadAt { get; init; }

    /// <summary>Who of the office read it.</summary>
    public string? ReadBy { get; init; }

    /// <summary>The last request for more time; it waits only while nothing is filed, see <see cref="Waiting"/>.</summary>
    public ExtensionAsk? Asked { get; init; }

    /// <summary>What was told about it so far.</summary>
    public IReadOnlyList<ToldRung>? Told { get; init; }

    /// <summary>What this obligation owes to mailboxes; delivered by insert, then cleared.</summary>
    public IReadOnlyList<Notice>? Pending { get; init; }

    /// <summary>The version of the report whose recommendations are still to be raised; they are raised, then it is cleared.</summary>
    public int? Raising { get; init; }

    /// <summary>The rule by which it is owed, in the edition that its cycle froze.</summary>
    public RoleRule? RuleIn(Edition edition) => edition.For(Role, Rule);

    /// <summary>The request for more time on which the office owes a word, or null.</summary>
    public ExtensionAsk? Waiting() => State == ObligationState.Open ? Asked : null;

    /// <summary>The same, owing these notices too and remembering what was decided at <paramref name="now"/> (UTC).</summary>
    public Obligation Telling(IReadOnlyList<Notice> notices, IReadOnlyList<SkippedRung> skipped, DateTimeOffset now)
    {
        if (notices.Count == 0 && skipped.Count == 0) return this;
        return this with
        {
            Pending = notices.Count > 0 ? [.. Pending ?? [], .. notices] : Pending,
            Told =
            [
                .. Told ?? [],
                .. skipped.Select(s => new ToldRung(Round, s.Rung, s.Reader, now, s.Why)),
                .. notices.Select(n => new ToldRung(n.Round, n.Rung, n.Reader, now)),
            ],
        };
    }
}
