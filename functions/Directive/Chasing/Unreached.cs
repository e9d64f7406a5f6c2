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
        var rest = step.Notices.Except(leaders).ToList();

        // Rungs ascend, so the last is the latest; whoever was told of an earlier one hears of this alone.
        if (Readers.Resolve(Editions.Audience.Office, place, leaders[^1].Owner!, register, day) is { } office)
        {
            skipped.AddRange(rest.Where(n => n.Reader == office && n.Rung != leaders[^1].Rung).Select(n => new SkippedRung(n.Rung, office, SkippedRung.Later)));
            rest.RemoveAll(n => n.Reader == office);
            rest.Add(leaders[^1] with { Kind = NoticeKind.Telephone, Reader = office, Words = why });
        }

        return step with { Notices = rest, Skipped = [.. step.Skipped, .. skipped] };
    }
}
