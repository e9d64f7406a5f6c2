using Directives.Calendars;
using Directives.Cycles;
using Directives.Editions;
using Directives.Tests.Chasing;
using Directives.Tests.Editions;

namespace Directives.Tests.Cycles;

/// <summary>Which period of which series opens next (R2), however long ago the installation began.</summary>
public sealed class SeriesTests
{
    private static readonly DateOnly _since = new(2023, 4, 3);

    [Fact]
    public void A_series_that_begins_years_after_the_installation_is_found()
    {
        var editions = SmallEditions.Library(SmallEditions.Monitoring(new DateOnly(2031, 7, 1), Cadence.Quarter));
        Assert.Contains(Upcoming(editions), o => o is { Id: "02-QD-TU.2031-Q3", Edition.Id: "edition.2031-07-01" });
    }

    [Fact]
    public void A_series_that_ended_and_comes_back_opens_no_period_between()
    {
        var all = SmallEditions.Library([.. new[] { (2023, 7, Cadence.Quarter), (2025, 1, Cadence.Month) }
            .Select(c => SmallEditions.From(new DateOnly(c.Item1, c.Item2, 1), [.. SmallProvince.Edition.Roles.Select(r => r with { Cadence = c.Item3 })]))]);
        Assert.Equal(["02-QD-TU.2023-04", "02-QD-TU.2023-Q3"], Upcoming(all).Select(o => o.Id).Order(StringComparer.Ordinal));
        Assert.Equal("02-QD-TU.2025-01", Upcoming(all, ("02-QD/TU|Month|Calendar", new DateOnly(2023, 6, 30))).Single(o => o.Period.Cadence == Cadence.Month).Id);
        Assert.Equal([], Upcoming(all, ("02-QD/TU|Quarter|Calendar", new DateOnly(2024, 12, 31))).Where(o => o.Period.Cadence == Cadence.Quarter));
    }

    [Fact]
    public void An_edition_in_force_in_the_middle_of_a_period_counts_from_the_next()
    {
        var editions = SmallEditions.Library(SmallEditions.With(new DateOnly(2023, 4, 20)));
        Assert.Equal(("02-QD-TU.2023-04", SmallProvince.Edition.Id), Upcoming(editions).Select(o => (o.Id, o.Edition.Id)).Single());
        Assert.Equal("edition.2023-04-20", Upcoming(editions, ("02-QD/TU|Month|Calendar", new DateOnly(2023, 4, 30))).Single().Edition.Id);
    }

    private static List<CyclePlan.Opening> Upcoming(EditionLibrary editions, params (string Series, DateOnly Through)[] through) =>
        [.. CyclePlan.Upcoming(editions, new CyclesHead { Since = _since, Through = through.ToDictionary(t => t.Series, t => t.Through) })];
}
