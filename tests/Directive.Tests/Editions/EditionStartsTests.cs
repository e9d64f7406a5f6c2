using Directives.Calendars;
using Directives.Editions;
using Directives.Proposals;
using Directives.Register;
using Directives.Tests.Chasing;

namespace Directives.Tests.Editions;

/// <summary>Nothing falls between two editions (R2): another cadence begins where a period of the old has ended and one of the new begins.</summary>
public sealed class EditionStartsTests
{
    private static readonly DateOnly _june = new(2023, 6, 1);
    private static readonly DateOnly _july = new(2023, 7, 1);

    [Fact]
    public void From_month_to_quarter_begins_with_a_quarter_and_the_refusal_names_the_day()
    {
        Assert.Empty(Problems(SmallEditions.Monitoring(_july, Cadence.Quarter)));
        var problem = Assert.Single(Problems(SmallEditions.Monitoring(_june, Cadence.Quarter)));
        Assert.Equal((6, _july), (problem.Seats, problem.Next!.Value));
        Assert.Equal((Cadence.Month, Cadence.Quarter), (problem.Before.Cadence, problem.After.Cadence));
        Assert.Equal(_july, Assert.Single(Problems(SmallEditions.Monitoring(new DateOnly(2023, 6, 15), Cadence.Quarter))).Next);
        Assert.Equal(new DateOnly(2024, 1, 1), Assert.Single(Problems(SmallEditions.Monitoring(_june, Cadence.Year))).Next);
    }

    [Fact]
    public void What_keeps_its_cadence_may_begin_on_any_day() => Assert.Empty(Problems(SmallEditions.With(new DateOnly(2023, 6, 13)) with
    {
        Roles = [.. SmallProvince.Edition.Roles.Select(r => r with { DueWorkingDays = 3 })],
    }));

    [Fact]
    public void Between_calendar_and_reporting_periods_there_is_no_such_day() =>
        Assert.Null(Assert.Single(Problems(SmallEditions.Monitoring(_july, Cadence.Month, PeriodKind.Reporting))).Next);

    [Fact]
    public void A_rule_for_an_area_or_a_seat_is_held_to_it_too()
    {
        var problem = Assert.Single(Problems(SmallEditions.With(_june, SmallEditions.Area("north", Cadence.Quarter, "11"))));
        Assert.Equal(("north", 3, _july), (problem.After.Name, problem.Seats, problem.Next!.Value));
        Assert.Equal(1, Assert.Single(Problems(SmallEditions.With(_june, SmallEditions.Seats("one", Cadence.HalfYear, "111.monitor")))).Seats);
        Assert.Empty(Problems(SmallEditions.With(_june, SmallEditions.Area("north", Cadence.Month, "11"))));
        // It ends: the quarter that began in July must be over.
        var narrowed = SmallEditions.With(_july, SmallEditions.Area("north", Cadence.Quarter, "11"));
        Assert.Equal(new DateOnly(2023, 10, 1), Assert.Single(Problems(SmallEditions.With(new DateOnly(2023, 8, 1)), narrowed)).Next);
        Assert.Empty(Problems(SmallEditions.With(new DateOnly(2023, 10, 1)), narrowed));
    }

    [Fact]
    public void An_edition_that_there_is_for_later_must_still_fit()
    {
        var later = SmallEditions.Monitoring(new DateOnly(2023, 11, 1), Cadence.Month);
        var problem = Assert.Single(Problems(SmallEditions.Monitoring(_july, Cadence.Quarter), later));
        Assert.Equal((later.Id, new DateOnly(2024, 1, 1)), (problem.Edition.Id, problem.Next!.Value));
        Assert.Empty(Problems(SmallEditions.Monitoring(_july, Cadence.Quarter), SmallEditions.Monitoring(new DateOnly(2023, 10, 1), Cadence.Month)));
    }

    [Fact]
    public void A_role_that_was_asked_nothing_for_a_while_may_begin_once_its_last_period_is_over()
    {
        var inCharge = SmallProvince.Edition.For(SeatRole.InCharge)!;
        Edition[] gone = [SmallEditions.Monitoring(_july, Cadence.Quarter), SmallEditions.From(new DateOnly(2023, 8, 1), inCharge)];
        // Another day in September will do, for the first month that begins then is October.
        Assert.Equal(new DateOnly(2023, 9, 2), Assert.Single(Problems(SmallEditions.Monitoring(new DateOnly(2023, 9, 1), Cadence.Month), gone)).Next);
        Assert.Empty(Problems(SmallEditions.Monitoring(new DateOnly(2023, 10, 1), Cadence.Month), gone));
        Assert.Empty(Problems(gone[1], gone[0]));
    }

    [Fact]
    public void What_may_not_begin_is_refused_as_a_proposal_with_its_reason()
    {
        var today = new DateOnly(2023, 4, 10);
        EditionVerdict Of(Edition edition) => EditionVerdict.Of(EditionFile.Write(edition), SmallEditions.Register, SmallEditions.Library(), today);
        Assert.Null(Of(SmallEditions.Monitoring(_july, Cadence.Quarter)).Refusal);
        Assert.Equal(ProposalRefusal.BadStart, Of(SmallEditions.Monitoring(_june, Cadence.Quarter)).Refusal);
        var unknown = Of(SmallEditions.With(_july, SmallEditions.Area("north", Cadence.Quarter, "999")));
        Assert.Equal(ProposalRefusal.UnknownInEdition, unknown.Refusal);
        Assert.Equal("$.roles[2].areas[0]", Assert.Single(unknown.Names).Path);
        Assert.Equal(ProposalRefusal.DateTooEarly, Of(SmallEditions.Monitoring(new DateOnly(2023, 4, 1), Cadence.Quarter)).Refusal);
        Assert.Equal(ProposalRefusal.AlreadySo, Of(SmallProvince.Edition).Refusal);
        Assert.Contains("inForceFrom", Of(SmallProvince.Edition with { Id = "other" }).Wrong, StringComparison.Ordinal);
    }

    private static IReadOnlyList<StartProblem> Problems(Edition candidate, params Edition[] there) =>
        EditionStarts.Problems(SmallEditions.Library(there), candidate, SmallEditions.Register);
}
