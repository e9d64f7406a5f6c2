using Directives.Calendars;
using Directives.Register;

namespace Directives.Editions;

/// <summary>The rules of a directive from a day on (R2). A cycle keeps the edition it opened with.</summary>
/// <param name="Directive">Number of the directive, e.g. <c>02-QD/TU</c>.</param>
/// <param name="Id">Unique and fit for a file name, e.g. <c>02-QD-TU.2021-04-29</c>.</param>
/// <param name="InForceFrom">First local day on which a period that begins uses these rules.</param>
/// <param name="Zone">IANA time zone in which days begin and end.</param>
/// <param name="Letters">When letters are sent.</param>
/// <param name="Roles">One rule per role.</param>
public sealed record Edition(
    string Directive, string Id, DateOnly InForceFrom, string Zone, SendingWindow Letters, IReadOnlyList<RoleRule> Roles)
{
    /// <summary>The rule for a role, or null where this directive asks nothing of it.</summary>
    public RoleRule? For(SeatRole role) => Roles.FirstOrDefault(r => r.Role == role);
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
    SeatRole Role, Cadence Cadence, PeriodKind Period, int DueWorkingDays, IReadOnlyList<Rung> Ladder, int MissedWorkingDays);

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
