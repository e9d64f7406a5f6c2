using Directives.Register;

namespace Directives.Posts;

/// <summary>A seat that nobody holds.</summary>
/// <param name="Since">First local day on which it was vacant.</param>
/// <param name="Last">Who held it last: an official's id; null for nobody ever.</param>
public sealed record Vacancy(Seat Seat, DateOnly Since, string? Last);

/// <summary>Which seats are vacant since when, and when the Organisation Commission is told (R1); pure. Days are local.</summary>
public static class VacancyRules
{
    /// <summary>After so many days the Organisation Commission is told.</summary>
    public const int Days = 30;

    /// <summary>Seats at places in force that nobody holds on a day, the longest vacant first. They owe nothing.</summary>
    public static IReadOnlyList<Vacancy> Of(RegisterSnapshot register, DateOnly day) =>
        [.. register.VacantSeats(day).Select(s => Of(s, register, day)).OrderBy(v => v.Since).ThenBy(v => v.Seat.Id, StringComparer.Ordinal)];

    /// <summary>Those of whom the Organisation Commission is to be told on a day, and was not before another.</summary>
    /// <param name="known">Since this day vacancies are looked at: older ones count from then.</param>
    /// <param name="after">Through this day it was told of all that were due; null for never.</param>
    public static IReadOnlyList<Vacancy> Due(RegisterSnapshot register, DateOnly known, DateOnly? after, DateOnly day) =>
        [.. Of(register, day).Where(v => TellOn(v, known) <= day && (after is not { } before || TellOn(v, known) > before))];

    /// <summary>The first day after a day on which it is to be told of one; null for none.</summary>
    public static DateOnly? Next(RegisterSnapshot register, DateOnly known, DateOnly day) =>
        Of(register, day).Select(v => TellOn(v, known)).Where(d => d > day).Cast<DateOnly?>().DefaultIfEmpty(null).Min();

    /// <summary>The day on which it is to be told.</summary>
    public static DateOnly TellOn(Vacancy vacancy, DateOnly known) => (vacancy.Since > known ? vacancy.Since : known).AddDays(Days);

    private static Vacancy Of(Seat seat, RegisterSnapshot register, DateOnly day)
    {
        var last = register.PostsAt(seat.Id).Where(p => p.To < day).MaxBy(p => p.To);
        var founded = register.PlaceOf(seat.Place, day)!.From;
        var since = last?.To is { } to && to.AddDays(1) > founded ? to.AddDays(1) : founded;
        return new Vacancy(seat, since, last?.Official);
    }
}
