using Directives.Register;

namespace Directives.Proposals;

/// <summary>The first administrators of a register from before there were any: two at once, and only while there is none. Pure.</summary>
public static class FirstAdministrators
{
    /// <summary>The register with both named at each of its roots from a day on; null where it has an administrator already, or will, or they are not two persons of it.</summary>
    /// <param name="day">The first local day.</param>
    public static RegisterContent? Named(RegisterContent content, string first, string second, DateOnly day)
    {
        if (first == second || new[] { first, second }.Any(id => content.Officials.All(o => o.Id != id))) return null;
        if (content.Positions.Any(p => p.Duty == Duty.Administrator && (p.To is null || p.To >= day))) return null;
        var roots = content.Places.Where(p => p.Parent is null && p.From <= day && (p.To is null || day <= p.To));
        return content with
        {
            Positions = [.. content.Positions, .. roots.SelectMany(r => new[] { first, second }.Select(id => new Position(Duty.Administrator, r.Code, id, day)))],
        };
    }
}
