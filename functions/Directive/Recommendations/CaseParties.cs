using Directives.Editions;
using Directives.Register;

namespace Directives.Recommendations;

/// <summary>Resolves who owes, and whom a rung names, to people of the day (R13); pure. Where nobody holds what is named, the next one up is told.</summary>
public static class CaseParties
{
    /// <summary>Who answers for what the party owes; null where nobody up to the office can be found.</summary>
    public static Official? Owner(Party party, string place, RegisterSnapshot register, DateOnly day) => party.Kind switch
    {
        PartyKind.Raiser => register.HolderOf(party.Code, day) ?? First(register.InChargeAbove(place, day)) ?? Office(place, register, day),
        PartyKind.Office => Office(place, register, day),
        PartyKind.Committee => register.DutyHolder(Duty.Recorder, place, day) ?? Office(place, register, day),
        PartyKind.Body => OfBody(party.Code, register) ?? Office(place, register, day),
        PartyKind.Desk or PartyKind.Person => throw new ArgumentException("What is confidential is chased by itself.", nameof(party)),
        _ => register.DutyHolder(Duty.LocalLeader, party.Code, day) ?? Office(place, register, day),
    };

    /// <summary>Who else gets what goes to the owner: the clerk of the body.</summary>
    public static IEnumerable<Official> Clerks(Party party, RegisterSnapshot register) =>
        party.Kind == PartyKind.Body && register.Body(party.Code) is { Clerk: { } clerk, Leader: { } leader } && clerk != leader && register.Official(clerk) is { } found ? [found] : [];

    /// <summary>All who are told that the party owes, the one who answers for it first; empty where nobody can be found.</summary>
    public static IReadOnlyList<Official> Readers(Party party, string place, RegisterSnapshot register, DateOnly day) =>
        Owner(party, place, register, day) is { } owner ? [owner, .. Clerks(party, register).Where(c => c.Id != owner.Id)] : [];

    /// <summary>The reader whom a rung names; never the owner again: then the next one up the line.</summary>
    public static Official? Resolve(Audience audience, Party party, string place, RegisterSnapshot register, DateOnly day)
    {
        var owner = Owner(party, place, register, day);
        if (audience == Audience.Owner) return owner;
        return Chasing.Readers.Chain(audience, place, register, day).FirstOrDefault(o => o.Id != owner?.Id);
    }

    private static Official? OfBody(string body, RegisterSnapshot register) =>
        register.Body(body) is not { } known ? null
        : known.Leader is { } leader && register.Official(leader) is { } first ? first
        : known.Clerk is { } clerk ? register.Official(clerk)
        : null;

    private static Official? First(IReadOnlyList<Official> officials) => officials.Count > 0 ? officials[0] : null;

    private static Official? Office(string place, RegisterSnapshot register, DateOnly day) => register.DutyHolder(Duty.Office, place, day);
}
