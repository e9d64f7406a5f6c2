using Directives.Editions;

namespace Directives.Recommendations;

/// <summary>Days and ladder of one kind of obligation in a case; counted in working days.</summary>
/// <param name="Days">Due so many working days after its cause.</param>
/// <param name="UrgentDays">The same where the case is urgent.</param>
/// <param name="Ladder">Rungs in ascending order of offset from the due date.</param>
public sealed record DutyRule(DutyKind Kind, int Days, int UrgentDays, IReadOnlyList<Rung> Ladder);

/// <summary>The rules of recommendations (R5, R7): data with a date, like an edition. A case keeps those it was raised under.</summary>
/// <param name="SpotDays">Working days in which a place may say that an answer on the spot is not settled.</param>
/// <param name="UndoDays">Days in which a place may take its word back.</param>
/// <param name="MostHands">With this hand-over an assignment goes to the office.</param>
/// <param name="OverDays">Working days after its due date at which an unheard confirmation ends the case as unconfirmed.</param>
public sealed record CaseRules(int SpotDays, int UndoDays, int MostHands, int OverDays, IReadOnlyList<DutyRule> Duties)
{
    /// <summary>As the regulation has it.</summary>
    public static readonly CaseRules Sample = new(10, 5, 3, 15,
    [
        new(DutyKind.Look, 2, 0, Up(Audience.Office, Audience.StandingDeputySecretary, Audience.Secretary)),
        new(DutyKind.Reply, 5, 2, Up(Audience.Owner, Audience.Office, Audience.StandingDeputySecretary)),
        new(DutyKind.Decision, 15, 5, Up(Audience.Owner, Audience.StandingDeputySecretary, Audience.Secretary)),
        new(DutyKind.Result, 15, 5, Up(Audience.Owner, Audience.Office, Audience.StandingDeputySecretary)),
        new(DutyKind.Part, 15, 5, Up(Audience.Owner, Audience.Office, Audience.StandingDeputySecretary)),
        new(DutyKind.MoreTime, 2, 1, Up(Audience.Office, Audience.StandingDeputySecretary, Audience.Secretary)),
        new(DutyKind.Placing, 2, 1, Up(Audience.Office, Audience.StandingDeputySecretary, Audience.Secretary)),
        new(DutyKind.Answer, 5, 2, Up(Audience.Owner, Audience.InChargeAbove, Audience.StandingDeputySecretary)),
        new(DutyKind.Confirmation, 5, 5, Up(Audience.Owner, Audience.Office, Audience.InChargeAbove)),
        // Nobody is chased for an objection.
        new(DutyKind.Objection, 10, 10, []),
    ]);

    /// <summary>The rule of a kind.</summary>
    /// <exception cref="InvalidOperationException">The rules lack it.</exception>
    public DutyRule For(DutyKind kind) =>
        Duties.FirstOrDefault(d => d.Kind == kind) ?? throw new InvalidOperationException($"There is no rule for {kind}.");

    // Before, on and after the day to the one who owes; then up the line.
    private static Rung[] Up(Audience owner, Audience first, Audience second) =>
    [
        new("before1", -1, [Audience.Owner]),
        new("due", 0, [Audience.Owner]),
        new("after1", 2, Distinct(Audience.Owner, owner)),
        new("after2", 5, Distinct(Audience.Owner, first)),
        new("after3", 10, Distinct(Audience.Owner, second)),
    ];

    private static Audience[] Distinct(params ReadOnlySpan<Audience> readers) => [.. new HashSet<Audience>([.. readers])];
}
