namespace Directives.Register;

/// <summary>Who is away, and who acts meanwhile (R1); pure. Substitutes of substitutes are followed three steps, then the office acts.</summary>
internal sealed class Absences(RegisterContent content)
{
    /// <summary>Steps from one substitute to the next.</summary>
    public const int MostSteps = 3;

    private readonly ILookup<string, Absence> _away = content.Absences.ToLookup(a => a.Official, StringComparer.Ordinal);
    private readonly ILookup<string, Substitute> _standing = content.Substitutes.ToLookup(s => s.For, StringComparer.Ordinal);

    public Absence? Of(string official, DateOnly day) => _away[official].FirstOrDefault(a => Term.Holds(a.From, a.To, day));

    /// <summary>Who acts, and why. Without a substitute it stays with the absent themselves: their letters wait for them.</summary>
    /// <param name="office">Who reads the office's post; asked only where the chain ends in nobody who is there.</param>
    public (string Id, ActingWhy Why) Acting(string official, DateOnly day, Func<string?> office)
    {
        var at = official;
        var met = new HashSet<string>(StringComparer.Ordinal) { official };
        for (var step = 0; Of(at, day) is { } absence; step++)
        {
            if (Next(absence, day) is not { } next)
                return at == official ? (official, ActingWhy.Themselves) : Office();
            if (step == MostSteps || !met.Add(next)) return Office();
            at = next;
        }

        return (at, at == official ? ActingWhy.Themselves : ActingWhy.Substitute);

        (string, ActingWhy) Office() => office() is { } desk ? (desk, ActingWhy.Office) : (official, ActingWhy.Themselves);
    }

    /// <summary>Whether an official acts for another who is away.</summary>
    public bool StandsInFor(string official, string other, DateOnly day) =>
        official != other && Of(other, day) is not null && Acting(other, day, () => null) is var (id, why) && why == ActingWhy.Substitute && id == official;

    /// <summary>For whom an official acts while they are away.</summary>
    public IEnumerable<string> StoodInBy(string official, DateOnly day) =>
        content.Absences.Count == 0 ? [] : _away.Select(a => a.Key).Where(other => StandsInFor(official, other, day));

    // Whoever was named for this absence goes before who stands in always.
    private string? Next(Absence absence, DateOnly day) =>
        absence.Substitute ?? _standing[absence.Official].Where(s => Term.Holds(s.From, s.To, day)).Select(s => s.By).Order(StringComparer.Ordinal).FirstOrDefault();
}
