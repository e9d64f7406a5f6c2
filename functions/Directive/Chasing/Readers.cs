using Directives.Assistants;
using Directives.Editions;
using Directives.Register;

namespace Directives.Chasing;

/// <summary>
/// Resolves readers as rules name them to people (R13). Nobody is copied about themselves: the next one up is,
/// as where a post is vacant.
/// </summary>
public static class Readers
{
    /// <summary>The reader's id, or null where nobody up to the office can be told.</summary>
    /// <param name="audience">As the rule says.</param>
    /// <param name="place">The place of the seat that owes.</param>
    /// <param name="owner">Who holds the seat.</param>
    /// <param name="register">The register of the day.</param>
    /// <param name="day">Local day on which it is decided.</param>
    public static string? Resolve(Audience audience, string place, string owner, RegisterSnapshot register, DateOnly day)
    {
        if (audience == Audience.Owner) return owner;
        foreach (var candidate in Chain(audience, place, register, day))
        {
            if (candidate.Id != owner) return candidate.Id;
        }

        return null;
    }

    /// <summary>
    /// Who reads a rung, and as what, each once. Where the owner's body has a clerk, the owner is told from the due date on only; whoever
    /// prepares reports for the owner is told whenever the rule names the owner.
    /// </summary>
    public static IReadOnlyList<(string Reader, NoticeKind Kind)> Of(
        Rung rung, string place, string owner, Drafters drafters, RegisterSnapshot register, DateOnly day)
    {
        var readers = new List<(string Reader, NoticeKind Kind)>(rung.Readers.Count);
        foreach (var audience in rung.Readers)
        {
            if (audience != Audience.Owner)
            {
                if (Resolve(audience, place, owner, register, day) is { } above) Add(above, NoticeKind.Escalation);
                continue;
            }

            // Whoever is away hears nothing meanwhile; who stands in does.
            if (rung.Offset >= 0 || drafters.Clerk(owner) is null) Add(register.Acting(owner, place, day).Official.Id, NoticeKind.Reminder);
            foreach (var drafter in drafters.Of(owner)) Add(drafter, NoticeKind.Clerk);
        }

        return readers;

        // What goes up the line is told as that, also to one who prepares the report.
        void Add(string reader, NoticeKind kind)
        {
            var known = readers.FindIndex(r => r.Reader == reader);
            if (known < 0) readers.Add((reader, kind));
            else if (kind == NoticeKind.Escalation) readers[known] = (reader, kind);
        }
    }

    /// <summary>Who may be meant, the likeliest first.</summary>
    internal static IEnumerable<Official> Chain(Audience audience, string place, RegisterSnapshot register, DateOnly day)
    {
        if (audience == Audience.InChargeAbove)
        {
            foreach (var official in register.InChargeAbove(place, day)) yield return official;
        }

        foreach (var duty in Line(audience))
        {
            if (register.DutyHolder(duty, place, day) is { } official) yield return official;
        }
    }

    // The line upwards; the office, which can telephone, stands at its end.
    private static Duty[] Line(Audience audience) => audience switch
    {
        Audience.Office => FromOffice,
        Audience.HeadOfOrganisationCommission => FromHead,
        Audience.Secretary => FromSecretary,
        _ => FromDeputy,
    };

    private static readonly Duty[] FromSecretary = [Duty.Secretary, Duty.Office];
    private static readonly Duty[] FromDeputy = [Duty.StandingDeputySecretary, .. FromSecretary];
    private static readonly Duty[] FromHead = [Duty.HeadOfOrganisationCommission, .. FromDeputy];
    private static readonly Duty[] FromOffice = [Duty.Office, Duty.StandingDeputySecretary, Duty.Secretary];
}
