namespace Directives.Chasing;

/// <summary>What <see cref="Chase.Advance"/> says is to be done on a sheet.</summary>
/// <param name="Steps">One per obligation that moves.</param>
/// <param name="Closes">Whether the sheet closes now.</param>
/// <param name="Next">When to look again (UTC); null once closed.</param>
/// <param name="Reason">Why, in words.</param>
public sealed record Advice(IReadOnlyList<Step> Steps, bool Closes, DateTimeOffset? Next, string Reason)
{
    /// <summary>Whether there is anything to write.</summary>
    public bool Changes => Closes || Steps.Count > 0;
}

/// <summary>One obligation's move: the rung it stands on now, whether it is missed, who is told, who is not and why.</summary>
public sealed record Step(string Seat, int Rung, bool Missed, IReadOnlyList<Notice> Notices, IReadOnlyList<SkippedRung> Skipped)
{
    /// <summary>The obligation before it climbs, where it has changed hands; null where it has not.</summary>
    public Obligation? HandedOver { get; init; }

    /// <summary>Why nothing is owed any more; null where it is.</summary>
    public SeatFate? NotOwed { get; init; }

    /// <summary>The seat that took over; null for none.</summary>
    public string? TakenOverBy { get; init; }
}
