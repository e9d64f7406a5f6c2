using Directives.Register;

namespace Directives.Recommendations.Confidential;

/// <summary>
/// Whom a confidential matter concerns by the register of a day (R6): those named, all of a named body or place, their deputies and direct
/// superiors, and whoever substitutes for any of these, or is substituted by them. Pure. Where the register is not clear, rather one too many.
/// </summary>
public static class Concerned
{
    private const string LocalCommittee = "local-committee";
    private const string StandingCommittee = "standing-committee";

    /// <summary>Ids of the officials.</summary>
    public static IReadOnlySet<string> Of(IReadOnlyCollection<Named> named, RegisterSnapshot register, DateOnly day)
    {
        var direct = new HashSet<string>(StringComparer.Ordinal);
        foreach (var one in named) direct.UnionWith(Direct(one, register, day));
        var all = new HashSet<string>(direct, StringComparer.Ordinal);
        foreach (var official in direct)
        {
            all.UnionWith(Deputies(official, register, day));
            all.UnionWith(Superiors(official, register, day));
        }

        var substitutes = register.Content.Substitutes.Where(s => Term.Holds(s.From, s.To, day)).ToList();
        all.UnionWith([.. substitutes.SelectMany(s => all.Contains(s.For) ? [s.By] : all.Contains(s.By) ? new[] { s.For } : [])]);
        return all;
    }

    private static IEnumerable<string> Direct(Named named, RegisterSnapshot register, DateOnly day) => named.Kind switch
    {
        NamedKind.Official => register.Official(named.Id) is null ? [] : [named.Id],
        NamedKind.Body => OfBody(named.Id, register, day),
        _ => OfPlace(named.Id, register, day),
    };

    /// <summary>Its officials, its leader and clerk; a local committee stands for its place, the Standing Committee for its members.</summary>
    private static IEnumerable<string> OfBody(string id, RegisterSnapshot register, DateOnly day)
    {
        if (register.Body(id) is not { } body) return [];
        var own = People(body, register);
        if (body.Place is not { } place) return own;
        return body.Kind switch
        {
            LocalCommittee => own.Concat(OfPlace(place, register, day)),
            StandingCommittee => own.Concat(register.Content.Positions
                .Where(p => p.Place == place && p.Duty is Duty.Secretary or Duty.StandingDeputySecretary or Duty.StandingCommitteeMember && Term.Holds(p.From, p.To, day)).Select(p => p.Official)),
            _ => own,
        };
    }

    /// <summary>Whoever holds a post or carries a duty in the place or below it, and all of the bodies there.</summary>
    private static IEnumerable<string> OfPlace(string code, RegisterSnapshot register, DateOnly day)
    {
        if (register.PlaceOf(code) is null) return [];
        var within = Within(code, register, day);
        return register.Content.Seats.Where(s => within.Contains(s.Place)).Select(s => register.HolderOf(s.Id, day)?.Id).OfType<string>()
            .Concat(register.Content.Positions.Where(p => within.Contains(p.Place) && Term.Holds(p.From, p.To, day)).Select(p => p.Official))
            .Concat(register.Content.Bodies.Where(b => b.Place is { } at && within.Contains(at)).SelectMany(b => People(b, register)));
    }

    private static IEnumerable<string> People(Body body, RegisterSnapshot register) =>
        register.Members(body.Id).Select(o => o.Id).Concat(new[] { body.Leader, body.Clerk }.OfType<string>());

    private static IEnumerable<string> Deputies(string official, RegisterSnapshot register, DateOnly day)
    {
        // The bodies that somebody leads, and those of the place whose leader they are.
        var places = register.PositionsOf(official, day).Where(p => p.Duty == Duty.LocalLeader).Select(p => p.Place).ToHashSet(StringComparer.Ordinal);
        var bodies = register.Content.Bodies.Where(b => b.Leader == official || (b.Kind == LocalCommittee && b.Place is { } at && places.Contains(at)));
        var deputies = bodies.SelectMany(b => register.Members(b.Id)).Where(o => IsDeputy(o)).Select(o => o.Id);
        return register.PositionsOf(official, day).Any(p => p.Duty == Duty.Secretary)
            ? deputies.Concat(Carriers(Duty.StandingDeputySecretary, register, day))
            : deputies;
    }

    private static IEnumerable<string> Superiors(string official, RegisterSnapshot register, DateOnly day)
    {
        foreach (var position in register.PositionsOf(official, day))
        {
            if (position.Duty is Duty.StandingCommitteeMember or Duty.StandingDeputySecretary)
            {
                foreach (var secretary in Carriers(Duty.Secretary, register, day)) yield return secretary;
            }

            if (position.Duty != Duty.LocalLeader) continue;
            foreach (var above in register.Ancestors(position.Place, day).Select(p => LeadersAt(p.Code, register, day)).FirstOrDefault(l => l.Count > 0) ?? []) yield return above;
            foreach (var member in InCharge(position.Place, register, day)) yield return member;
        }

        // Whoever monitors a place answers to the one in charge above it.
        foreach (var post in register.PostsOf(official, day))
        {
            if (register.Seat(post.Seat) is { Role: SeatRole.Monitor } seat && register.InChargeAbove(seat.Place, day) is [var above, ..]) yield return above.Id;
        }

        if (register.Official(official)?.Body is { } body && register.Body(body)?.Leader is { } leader && leader != official) yield return leader;
        foreach (var led in register.BodiesOf(official).Where(b => b.Leader == official && b.Place is not null))
        {
            var leaders = led.Kind == LocalCommittee ? [] : LeadersAt(led.Place!, register, day).Where(l => l != official).ToList();
            foreach (var above in leaders) yield return above;
            if (register.Roots.Any(r => r.Code == led.Place))
            {
                foreach (var secretary in Carriers(Duty.Secretary, register, day)) yield return secretary;
            }
        }
    }

    /// <summary>The member in charge of a place, or of the nearest place above it that has one.</summary>
    private static IEnumerable<string> InCharge(string place, RegisterSnapshot register, DateOnly day)
    {
        var here = register.SeatsAt(place).Where(s => s.Role == SeatRole.InCharge).Select(s => register.HolderOf(s.Id, day)?.Id).OfType<string>().ToList();
        return here.Count > 0 ? here : register.InChargeAbove(place, day) is [var above, ..] ? [above.Id] : [];
    }

    private static List<string> LeadersAt(string place, RegisterSnapshot register, DateOnly day) =>
        [.. register.Content.Positions.Where(p => p.Duty == Duty.LocalLeader && p.Place == place && Term.Holds(p.From, p.To, day)).Select(p => p.Official)];

    private static IEnumerable<string> Carriers(Duty duty, RegisterSnapshot register, DateOnly day) =>
        register.Content.Positions.Where(p => p.Duty == duty && Term.Holds(p.From, p.To, day)).Select(p => p.Official);

    // The register has no field for it: a deputy's title says so.
    private static bool IsDeputy(Official official) =>
        official.Title.StartsWith("Phó ", StringComparison.OrdinalIgnoreCase) || official.TitleEn.Contains("Deputy", StringComparison.OrdinalIgnoreCase)
        || official.TitleEn.StartsWith("Vice", StringComparison.OrdinalIgnoreCase);

    /// <summary>A place and all below it, in the tree of the day and in the newest.</summary>
    private static HashSet<string> Within(string code, RegisterSnapshot register, DateOnly day) =>
    [
        .. register.Content.Places.Select(p => p.Code).Distinct(StringComparer.Ordinal)
            .Where(c => c == code || register.Ancestors(c, day).Any(a => a.Code == code) || register.Ancestors(c).Any(a => a.Code == code)),
    ];
}
