using Directives.Calendars;
using Directives.Editions;
using Directives.Register;
using Directives.Tests.Chasing;

namespace Directives.Tests.Editions;

/// <summary>Editions of the small province, each a change of the one before.</summary>
internal static class SmallEditions
{
    public static readonly RegisterSnapshot Register = RegisterSnapshot.Build(SmallProvince.Content());

    public static RoleRule Monitors => SmallProvince.Edition.For(SeatRole.Monitor)!;

    /// <summary>The small province's edition from another day on, with other rules.</summary>
    public static Edition From(DateOnly day, params RoleRule[] rules) =>
        SmallProvince.Edition with { Id = $"edition.{day:yyyy-MM-dd}", InForceFrom = day, Roles = rules };

    /// <summary>The same, with a rule more.</summary>
    public static Edition With(DateOnly day, params RoleRule[] more) => From(day, [.. SmallProvince.Edition.Roles, .. more]);

    /// <summary>A rule for some areas of the monitors.</summary>
    public static RoleRule Area(string name, Cadence cadence, params string[] areas) => Monitors with { Name = name, Cadence = cadence, Areas = areas };

    /// <summary>A rule for some seats of the monitors.</summary>
    public static RoleRule Seats(string name, Cadence cadence, params string[] seats) => Monitors with { Name = name, Cadence = cadence, Seats = seats };

    /// <summary>The small province's edition with the monitors owing by another cadence.</summary>
    public static Edition Monitoring(DateOnly day, Cadence cadence, PeriodKind kind = PeriodKind.Calendar) =>
        From(day, SmallProvince.Edition.For(SeatRole.InCharge)!, Monitors with { Cadence = cadence, Period = kind });

    public static EditionLibrary Library(params Edition[] later) => new([SmallProvince.Edition, .. later]);
}
