using Directives.Register;

namespace Directives.Editions;

/// <summary>What is wrong with a code or id that an edition names.</summary>
public enum NameFault
{
    /// <summary>No place of this code is in force on the edition's day.</summary>
    UnknownArea,

    /// <summary>There is no such seat, or its place is not in force on the edition's day.</summary>
    UnknownSeat,

    /// <summary>The seat is of another role than the rule.</summary>
    OtherRole,

    /// <summary>The rule is for no seat of its role: none lies there, or more specific rules take them all.</summary>
    NoSeat,
}

/// <summary>A name that does not fit the register.</summary>
/// <param name="Path">Where it stands, as a JSON path such as <c>$.roles[2].areas[0]</c>.</param>
/// <param name="Name">The code or id; of a rule without seats the rule's name.</param>
public sealed record NameProblem(string Path, NameFault Fault, string Name);

/// <summary>Whether the register knows the areas and seats that an edition names (R1, R2); pure. Opening a cycle never fails over them.</summary>
public static class EditionNames
{
    /// <summary>All that does not fit on the edition's first day; empty for nothing.</summary>
    public static IReadOnlyList<NameProblem> Problems(Edition edition, RegisterSnapshot register)
    {
        var (day, problems) = (edition.InForceFrom, new List<NameProblem>());
        for (var i = 0; i < edition.Roles.Count; i++)
        {
            var (rule, at, known) = (edition.Roles[i], $"$.roles[{i}]", problems.Count);
            for (var j = 0; j < (rule.Areas?.Count ?? 0); j++)
            {
                if (register.PlaceOf(rule.Areas![j], day) is null) problems.Add(new($"{at}.areas[{j}]", NameFault.UnknownArea, rule.Areas[j]));
            }

            for (var j = 0; j < (rule.Seats?.Count ?? 0); j++)
            {
                var seat = register.Seat(rule.Seats![j]);
                if (seat is null || register.PlaceOf(seat.Place, day) is null) problems.Add(new($"{at}.seats[{j}]", NameFault.UnknownSeat, rule.Seats[j]));
                else if (seat.Role != rule.Role) problems.Add(new($"{at}.seats[{j}]", NameFault.OtherRole, rule.Seats[j]));
            }

            if (rule.IsNarrowed() && problems.Count == known && Seats(edition, rule, register, day).Count == 0)
                problems.Add(new(at, NameFault.NoSeat, rule.Name ?? ""));
        }

        return problems;
    }

    /// <summary>The seats that owe by a rule of an edition, held or vacant, at places in force on a local day.</summary>
    public static IReadOnlyList<Seat> Seats(Edition edition, RoleRule rule, RegisterSnapshot register, DateOnly day) =>
        [.. register.Content.Seats.Where(s => s.Role == rule.Role && register.PlaceOf(s.Place, day) is not null && ReferenceEquals(edition.For(s, register, day), rule))];
}
