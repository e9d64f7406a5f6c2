using Directives.Chasing;

namespace Directives.Recommendations;

/// <summary>How far the ladder of one obligation of a case has been climbed in one round.</summary>
/// <param name="Duty">What is owed, as it was when the round began.</param>
public sealed record DutyLadder(CaseDuty Duty)
{
    /// <summary>Index of the last rung that was decided, skipped or lay before the round; −1 for none.</summary>
    public int Rung { get; init; } = -1;

    /// <summary>How often another party came to owe it.</summary>
    public int Hands { get; init; }

    /// <summary>When it was no longer owed (UTC); null while it is.</summary>
    public DateTimeOffset? Over { get; init; }

    /// <summary>What was told so far.</summary>
    public IReadOnlyList<ToldRung>? Told { get; init; }

    /// <summary>What is owed to mailboxes; delivered by insert, then cleared.</summary>
    public IReadOnlyList<Notice>? Pending { get; init; }

    /// <summary>The same, owing these notices too.</summary>
    public DutyLadder Telling(IReadOnlyList<Notice> notices, IReadOnlyList<SkippedRung> skipped, DateTimeOffset now) => this with
    {
        Pending = notices.Count > 0 ? [.. Pending ?? [], .. notices] : Pending,
        Told =
        [
            .. Told ?? [],
            .. skipped.Select(s => new ToldRung(Duty.Round, s.Rung, s.Reader, now, s.Why)),
            .. notices.Select(n => new ToldRung(n.Round, n.Rung, n.Reader, now)),
        ],
    };
}
