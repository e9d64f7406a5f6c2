using Directives.Calendars;
using Directives.Register;

namespace Directives.Editions;

/// <summary>The rules of a directive from a day on (R2). A cycle keeps the edition it opened with.</summary>
/// <param name="Directive">Number of the directive, e.g. <c>02-QD/TU</c>.</param>
/// <param name="Id">Unique and fit for a file name, e.g. <c>02-QD-TU.2021-04-29</c>.</param>
/// <param name="InForceFrom">First local day on which a period that begins uses these rules.</param>
/// <param name="Zone">IANA time zone in which days begin and end.</param>
/// <param name="Letters">When letters are sent.</param>
/// <param name="Roles">One rule per role, and rules for some areas or seats of a role besides it.</param>
public sealed record Edition(
    string Directive, string Id, DateOnly InForceFrom, string Zone, SendingWindow Letters, IReadOnlyList<RoleRule> Roles)
{
    /// <summary>The rule of a role with a name; without one the role's own, or null where this directive asks nothing of it.</summary>
    public RoleRule? For(SeatRole role, string? rule = null) => Roles.FirstOrDefault(r => r.Role == role && r.Name == rule);

    /// <summary>The rule for a seat, the most specific first: one that names it, one of the nearest area at or above its place, the role's own.</summary>
    /// <param name="day">The local day whose tree of places says what lies above.</param>
    public RoleRule? For(Seat seat, RegisterSnapshot register, DateOnly day)
    {
        var narrowed = Roles.Where(r => r.Role == seat.Role && r.IsNarrowed()).ToList();
        if (narrowed.Count == 0) return For(seat.Role);
        if (narrowed.FirstOrDefault(r => r.Seats?.Contains(seat.Id) == true) is { } named) return named;
        foreach (var place in register.Ancestors(seat.Place, day).Select(p => p.Code).Prepend(seat.Place))
        {
            if (narrowed.FirstOrDefault(r => r.Areas?.Contains(place) == true) is { } near) return near;
        }

        return For(seat.Role);
    }
}

/// <summary>Working hours in which letters leave, local time: reminders at <paramref name="From"/>, escalations until <paramref name="To"/>.</summary>
public sealed record SendingWindow(TimeOnly From, TimeOnly To);

/// <summary>What a role owes (R2, R3).</summary>
/// <param name="Role">The role of the seat.</param>
/// <param name="Cadence">How often.</param>
/// <param name="Period">How periods are cut.</param>
/// <param name="DueWorkingDays">The report is due so many working days after the period's last day.</param>
/// <param name="Ladder">Rungs in ascending order of offset.</param>
/// <param name="MissedWorkingDays">An obligation still open when the day this many working days after the due date has ended is missed.</param>
public sealed record RoleRule(
    SeatRole Role, Cadence Cadence, PeriodKind Period, int DueWorkingDays, IReadOnlyList<Rung> Ladder, int MissedWorkingDays)
{
    /// <summary>Name of a rule for some areas or seats, unique in its edition; null for the role's own rule.</summary>
    public string? Name { get; init; }

    /// <summary>Codes of the places at or below which it counts; null for none.</summary>
    public IReadOnlyList<string>? Areas { get; init; }

    /// <summary>Ids of the seats for which it counts; null for none.</summary>
    public IReadOnlyList<string>? Seats { get; init; }

    /// <summary>Whether it is for some areas or seats only.</summary>
    public bool IsNarrowed() => Areas is not null || Seats is not null;

    /// <summary>Whether it owes by these periods.</summary>
    public bool IsOf(Cadence cadence, PeriodKind period) => Cadence == cadence && Period == period;

    /// <summary>The period of this rule in which a local day lies.</summary>
    public Period PeriodOf(DateOnly day) => Calendars.Period.Containing(Cadence, Period, day);
}

/// <summary>One step of the ladder.</summary>
/// <param name="Name">E.g. <c>before2</c>; unique in its ladder.</param>
/// <param name="Offset">Working days from the due date; negative is before.</param>
/// <param name="Readers">Who gets the notice. Anyone but <see cref="Audience.Owner"/> makes it an escalation for that reader.</param>
public sealed record Rung(string Name, int Offset, IReadOnlyList<Audience> Readers);

/// <summary>Readers as the rules name them; they are resolved to people when a notice is decided.</summary>
public enum Audience
{
    /// <summary>Who holds the seat.</summary>
    Owner,

    /// <summary>The nearest post in charge above the place.</summary>
    InChargeAbove,

    Office,
    HeadOfOrganisationCommission,
    StandingDeputySecretary,
    Secretary,
}
