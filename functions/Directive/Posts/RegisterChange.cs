using Directives.Register;

namespace Directives.Posts;

/// <summary>What a change of the register means to those who rest on it (R1); pure.</summary>
public static class RegisterChange
{
    /// <summary>Ids of the seats of which somebody else may have to answer now, or that exist no longer, or only now.</summary>
    public static IReadOnlySet<string> Seats(RegisterContent before, RegisterContent after)
    {
        var (was, now) = (Faces(before), Faces(after));
        return was.Keys.Union(now.Keys, StringComparer.Ordinal).Where(seat => was.GetValueOrDefault(seat) != now.GetValueOrDefault(seat)).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Absences that were entered, with somebody to act meanwhile; those that are over already are left out.</summary>
    /// <param name="today">Local day.</param>
    public static IReadOnlyList<Absence> Absences(RegisterContent before, RegisterContent after, DateOnly today) =>
        [.. after.Absences.Except(before.Absences).Where(a => a.To is null || a.To >= today).OrderBy(a => a.Official, StringComparer.Ordinal)];

    /// <summary>The first day after a day on which a post begins or has ended, a place comes into force, or the Organisation Commission is to be told of a vacancy; null for none.</summary>
    /// <remarks>What else is dated, the sheets look for themselves.</remarks>
    /// <param name="known">Since this day vacancies are looked at.</param>
    public static DateOnly? Next(RegisterSnapshot register, DateOnly known, DateOnly day) => register.Content.Posts.Select(p => p.From)
        .Concat(register.Content.Posts.Select(p => p.To).OfType<DateOnly>().Where(d => d < DateOnly.MaxValue).Select(d => d.AddDays(1)))
        .Concat(register.Content.Places.Select(p => p.From)).Where(d => d > day).Cast<DateOnly?>()
        .Append(VacancyRules.Next(register, known, day)).Min();

    private static Dictionary<string, string> Faces(RegisterContent content)
    {
        var posts = content.Posts.ToLookup(p => p.Seat, StringComparer.Ordinal);
        var passes = content.SeatSuccessions.ToLookup(s => s.From, StringComparer.Ordinal);
        var places = content.Places.ToLookup(p => p.Code, StringComparer.Ordinal);
        return content.Seats.ToDictionary(
            s => s.Id,
            s => string.Join(';', [
                .. posts[s.Id].Select(p => $"{p.From:O}{p.To:O}{p.Official}").Order(StringComparer.Ordinal),
                .. passes[s.Id].Select(p => $"{p.On:O}{p.To}").Order(StringComparer.Ordinal),
                .. places[s.Place].Select(p => $"{p.From:O}{p.To:O}").Order(StringComparer.Ordinal),
            ]),
            StringComparer.Ordinal);
    }
}
