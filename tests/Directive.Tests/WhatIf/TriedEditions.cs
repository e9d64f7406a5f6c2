using CsCheck;
using Directives.Calendars;
using Directives.Editions;
using Directives.Register;

namespace Directives.Tests.WhatIf;

/// <summary>Editions to try: some by name, and any.</summary>
internal static class TriedEditions
{
    private static readonly Edition Sample = EditionFile.Sample;

    /// <summary>What was drawn.</summary>
    internal sealed record Drawn(EditionLibrary Editions, long Seed, double OnTime);

    /// <summary>Any cadences, kinds of period, due dates, ladders and readers; no rung before its period ends, since the postman would hold such letters.</summary>
    public static Gen<Drawn> Any { get; } =
        from inCharge in Rule(SeatRole.InCharge)
        from monitor in Rule(SeatRole.Monitor)
        from hour in Gen.Int[7, 10]
        from seed in Gen.Long
        from onTime in Gen.Double[0, 1]
        select new Drawn(
            new EditionLibrary([Sample with { Roles = [inCharge, monitor], Letters = new SendingWindow(new TimeOnly(hour, 30), new TimeOnly(16, 0)) }]), seed, onTime);

    private static Gen<RoleRule> Rule(SeatRole role) =>
        from cadence in Gen.Enum<Cadence>().Where(c => c != Cadence.Year)
        from kind in Gen.Enum<PeriodKind>()
        from due in Gen.Int[1, 12]
        from first in Gen.Int[-due, 3]
        from steps in Gen.Int[1, 6].Array[1, 6]
        from readers in Gen.Shuffle(Enum.GetValues<Audience>(), 1, 4).Array[6]
        from missed in Gen.Int[1, 8]
        let offsets = steps.Aggregate(new List<int> { first }, (all, step) => [.. all, all[^1] + step])
        select new RoleRule(
            role, cadence, kind, due, [.. offsets.Take(6).Select((o, i) => new Rung($"rung{i}", o, i == 0 ? [Audience.Owner] : readers[i]))], Math.Max(1, offsets.Take(6).Last() + missed));

    /// <summary>The edition of a name, or several.</summary>
    public static EditionLibrary Named(string name) => name switch
    {
        "sample" => EditionLibrary.Sample,
        "quarterly" => new([Monitors(r => r with { Cadence = Cadence.Quarter })]),
        "reporting" => new([Monitors(r => r with { Period = PeriodKind.Reporting, DueWorkingDays = 3 })]),
        "steep" => new([Monitors(r => r with { DueWorkingDays = 10, MissedWorkingDays = 4, Ladder = [new("first", -9, [Audience.Owner]), new("next", 1, [Audience.Owner, Audience.Office]), new("last", 2, [Audience.Secretary])] })]),
        // Everybody on the due day, and one rung to others alone.
        "everybody" => new([Monitors(r => r with { Ladder = [new("due", 0, [.. Enum.GetValues<Audience>()]), new("up", 3, [Audience.InChargeAbove, Audience.StandingDeputySecretary])] })]),
        _ => new([Sample, Monitors(r => r with { Cadence = Cadence.Quarter }) with { Id = "later", InForceFrom = new DateOnly(2023, 4, 1) }]),
    };

    /// <summary>The sample's edition with another rule for monitors.</summary>
    public static Edition Monitors(Func<RoleRule, RoleRule> change) =>
        Sample with { Roles = [.. Sample.Roles.Select(r => r.Role == SeatRole.Monitor ? change(r) : r)] };
}
