using Directives.Register;

namespace Directives.Chasing;

/// <summary>
/// No leader hears of an obligation whose owner was never told of it (R13); pure. Such a rung goes to the office instead, which telephones.
/// The rung is not made up for: once the owner is reached, the next one goes as usual.
/// </summary>
public static class Unreached
{
    /// <summary>Whether the one who owes was told by telephone in this round.</summary>
    public static bool WasTelephoned(Obligation owed, string owner) =>
        owed.Telephoned is { } told && told.Round == owed.Round && told.Reader == owner;

    /// <summary>Whether a notice tells a leader: somebody else than the one who owes and than the office.</summary>
    public static bool TellsLeader(Notice notice, string place, RegisterSnapshot register, DateOnly day) =>
        notice.Kind == NoticeKind.Escalation && !register.DutyHolders(Duty.Office, place, day).Any(o => o.Id == notice.Reader);

    /// <summary>The step with its leaders left out and, where there were any, one notice to the office in their place.</summary>
    /// <param name="step">As the ladder has it.</param>
    /// <param name="place">The place of the seat that owes.</param>
    /// <param name="why">Why the one who owes cannot be reached.</param>
    /// <param name="register">The register of the day.</param>
    /// <param name="day">Local day.</param>
    public static Step SpareLeaders(Step step, string place, string why, RegisterSnapshot register, DateOnly day)
    {
        var leaders = step.Notices.Where(n => TellsLeader(n, place, register, day)).ToList();
        if (leaders.Count == 0) return step;
        var skipped = leaders.Select(n => new SkippedRung(n.Rung, n.Reader, SkippedRung.Unreached)).ToList();
        var rungs = leaders.Select(n => n.Rung).ToHashSet(StringComparer.Ordinal);
        var rest = step.Notices.Except(leaders).Select(n => n.Kind == NoticeKind.Reminder && rungs.Contains(n.Rung) ? n with { Spared = true } : n).ToList();

        // Rungs ascend, so the last is the latest; whoever was told of an earlier one hears of this alone.
        if (Readers.Resolve(Editions.Audience.Office, place, leaders[^1].Owner!, register, day) is { } office)
        {
            skipped.AddRange(rest.Where(n => n.Reader == office && n.Rung != leaders[^1].Rung).Select(n => new SkippedRung(n.Rung, office, SkippedRung.Later)));
            rest.RemoveAll(n => n.Reader == office);
            rest.Add(leaders[^1] with { Kind = NoticeKind.Telephone, Reader = office, Words = why });
        }

        return step with { Notices = rest, Skipped = [.. step.Skipped, .. skipped] };
    }

    /// <summary>
    /// What becomes of a leader's notice that still waits when the one who owes turns out not to be reached: the leader is spared, the office told.
    /// Null where it tells no leader, or nobody but that leader could telephone.
    /// </summary>
    /// <param name="waiting">The leader's notice.</param>
    /// <param name="place">The place of the seat that owes.</param>
    /// <param name="why">Why the one who owes cannot be reached.</param>
    /// <param name="register">The register of the day.</param>
    /// <param name="day">Local day.</param>
    public static Step? HandOver(Notice waiting, string place, string why, RegisterSnapshot register, DateOnly day)
    {
        var step = SpareLeaders(new Step(waiting.Seat ?? "", 0, false, [waiting], []), place, why, register, day);
        return step.Notices is [{ Kind: NoticeKind.Telephone } asks] && asks.Reader != waiting.Reader ? step : null;
    }

    /// <summary>The obligation once the office is told in a leader's place; null where that is done already, or settled.</summary>
    /// <param name="owed">As it stands.</param>
    /// <param name="spared">The leader's notice, withdrawn.</param>
    /// <param name="register">The register of the day.</param>
    /// <param name="day">Local day.</param>
    /// <param name="now">UTC.</param>
    public static Obligation? Spare(Obligation owed, SparedLeader spared, RegisterSnapshot register, DateOnly day, DateTimeOffset now)
    {
        var notice = spared.Notice;
        if (owed.State is ObligationState.Filed or ObligationState.NotOwed || owed.Round != notice.Round) return null;
        if (Told(notice.Reader, SkippedRung.Unreached) || HandOver(notice, owed.Place, spared.Why, register, day) is not { } step) return null;
        // Two leaders may be spared of one rung: the office telephones once.
        var asks = step.Notices.Where(n => !Told(n.Reader, null)).ToList();
        var rest = (owed.Told ?? []).Where(t => !(t.Round == notice.Round && t.Rung == notice.Rung && t.Reader == notice.Reader && t.Skipped is null));
        return (owed with { Told = [.. rest] }).Telling(asks, step.Skipped, now);

        bool Told(string reader, string? skipped) =>
            owed.Told?.Any(t => t.Round == notice.Round && t.Rung == notice.Rung && t.Reader == reader && t.Skipped == skipped) == true;
    }
}
