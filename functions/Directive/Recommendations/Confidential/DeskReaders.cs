using Directives.Register;

namespace Directives.Recommendations.Confidential;

/// <summary>
/// Who reads a confidential matter (R6): its raiser, and of the confidential desk whom it does not concern; where none of these is left the
/// standing deputy secretary, then the secretary. Pure. A raiser never is the desk of their own matter.
/// </summary>
/// <param name="Raiser">An official's id.</param>
/// <param name="Desk">Ids of those who take the desk's steps; empty where nobody is left.</param>
public sealed record DeskReaders(string Raiser, IReadOnlyList<string> Desk)
{
    /// <summary>Whether an official reads it.</summary>
    public bool Has(string official) => official == Raiser || Desk.Contains(official, StringComparer.Ordinal);

    /// <summary>The readers of a day.</summary>
    /// <param name="concerned">Whom it concerned on the day on which it was raised; whom it concerns today is added here.</param>
    /// <param name="today">Local day.</param>
    public static DeskReaders Of(string raiser, IReadOnlyCollection<Named> named, IReadOnlyCollection<string> concerned, RegisterSnapshot register, DateOnly today)
    {
        var not = Concerned.Of(named, register, today).Concat(concerned).Append(raiser).ToHashSet(StringComparer.Ordinal);
        foreach (var duty in (Duty[])[Duty.ConfidentialDesk, Duty.StandingDeputySecretary, Duty.Secretary])
        {
            var left = Holders(register, duty, today).Where(o => !not.Contains(o)).ToList();
            if (left.Count > 0) return new DeskReaders(raiser, left);
        }

        return new DeskReaders(raiser, []);
    }

    /// <summary>Who carries a duty for the whole authority, by id.</summary>
    public static IReadOnlyList<string> Holders(RegisterSnapshot register, Duty duty, DateOnly day) =>
        [.. register.Roots.SelectMany(r => register.DutyHolders(duty, r.Code, day)).Select(o => o.Id).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
