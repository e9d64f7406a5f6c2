using Directives.Chasing;

namespace Directives.Tests.Chasing;

/// <summary>The ladder by example (R3): when each rung is climbed, when a seat is missed, when a sheet closes.</summary>
public sealed class AdvanceTests
{
    private static readonly TimeSpan Tick = TimeSpan.FromTicks(1);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void A_rung_is_climbed_at_the_start_of_its_day_and_not_a_tick_before(int rung)
    {
        var bench = new ChaseBench(ChaseBench.Owes("112") with { Rung = rung - 1 });
        var before = bench.Look(ChaseBench.At(rung) - Tick);
        Assert.False(before.Changes);
        Assert.Equal(ChaseBench.At(rung), before.Next);

        var now = bench.Wake(ChaseBench.At(rung));
        Assert.All(bench.Told, n => Assert.Equal(SmallProvince.Rungs[rung], n.Rung));
        Assert.Contains(bench.Told, n => n is { Reader: "m112", Kind: NoticeKind.Reminder, Round: 1 } && n.Due == SmallProvince.Due);
        Assert.Equal(rung, bench.Rows[0].Rung);
        Assert.Equal(rung == 5 ? ChaseBench.At(7) : ChaseBench.At(rung + 1), now.Next);
        Assert.Empty(bench.Skipped);
    }

    [Fact]
    public void A_seat_is_missed_when_its_last_day_has_ended_and_not_a_tick_before()
    {
        var bench = new ChaseBench(ChaseBench.Owes("112") with { Rung = 5 });
        Assert.False(bench.Look(ChaseBench.At(7) - Tick).Changes);
        Assert.Equal(ChaseBench.At(7), bench.Look(ChaseBench.At(7) - Tick).Next);

        var advice = bench.Wake(ChaseBench.At(7));
        Assert.True(advice.Closes);
        Assert.Null(advice.Next);
        Assert.Equal(ObligationState.Missed, bench.Rows[0].State);
        Assert.Empty(bench.Told);
    }

    [Fact]
    public void A_sheet_on_which_everybody_has_reported_stays_open_until_its_last_day_has_ended()
    {
        var bench = new ChaseBench(ChaseBench.Owes("112") with { State = ObligationState.Filed });
        var advice = bench.Look(ChaseBench.At(7) - Tick);
        Assert.False(advice.Changes);
        Assert.Equal(ChaseBench.At(7), advice.Next);
        Assert.True(bench.Look(ChaseBench.At(7)).Closes);
    }

    [Fact]
    public void An_extension_keeps_the_sheet_open_until_its_own_last_day_while_the_others_are_missed()
    {
        var bench = new ChaseBench(ChaseBench.Owes("111"), ChaseBench.Owes("112"));
        bench.Rows[0] = bench.Chase.NewRound(bench.Rows[0], new DateOnly(2023, 6, 1), "flood", ChaseBench.At(1));
        var advice = bench.Wake(ChaseBench.At(7));
        Assert.False(advice.Closes);
        Assert.Equal([ObligationState.Open, ObligationState.Missed], bench.Rows.Select(o => o.State));

        // 1 June and 15 working days is the 22nd.
        var end = SmallProvince.Zone.EndOfDay(new DateOnly(2023, 6, 22));
        Assert.False(bench.Wake(end - Tick).Closes);
        Assert.True(bench.Wake(end).Closes);
        Assert.Equal(ObligationState.Missed, bench.Rows[0].State);
        Assert.False(bench.Look(end.AddYears(1)).Changes);
    }

    [Fact]
    public void Closing_goes_by_the_date_even_if_the_alarm_comes_a_year_late()
    {
        var bench = new ChaseBench(ChaseBench.Owes("111"), ChaseBench.Owes("112"));
        var advice = bench.Wake(ChaseBench.At(7).AddYears(1));
        Assert.True(advice.Closes);
        Assert.All(bench.Rows, o => Assert.Equal(ObligationState.Missed, o.State));
        Assert.Equal(
            ["boss after2", "deputy after3", "head after3", "m111 after3"],
            bench.Told.Where(n => n.Seat == "111.monitor").Select(n => $"{n.Reader} {n.Rung}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void After_an_outage_each_reader_gets_the_latest_missed_rung_that_names_them_and_the_rest_is_recorded()
    {
        var bench = new ChaseBench(ChaseBench.Owes("112") with { Rung = 0 });
        bench.Wake(ChaseBench.At(4).AddHours(10));
        Assert.Equal(["boss after2", "m112 after2"], bench.Told.Select(n => $"{n.Reader} {n.Rung}").Order());
        Assert.Equal(["after1 m112", "before1 m112", "due m112"], bench.Skipped.Select(s => $"{s.Rung} {s.Reader}").Order());
        Assert.All(bench.Skipped, s => Assert.Equal(SkippedRung.Later, s.Why));
        Assert.Equal(4, bench.Rows[0].Rung);
        Assert.False(bench.Look(ChaseBench.At(4).AddHours(10)).Changes);
    }

    [Fact]
    public void Nobody_is_told_of_a_vacant_seat_but_its_rungs_are_recorded_and_in_the_end_nothing_was_owed()
    {
        var bench = new ChaseBench(ChaseBench.Owes("12"));
        bench.Wake(ChaseBench.At(4));
        Assert.Empty(bench.Told);
        Assert.Equal(["after1", "after2", "before1", "before2", "due"], bench.Skipped.Select(s => s.Rung).Order());
        Assert.All(bench.Skipped, s => Assert.Equal((null, SkippedRung.Vacant), (s.Reader, s.Why)));
        bench.Wake(ChaseBench.At(7));
        Assert.Equal(ObligationState.NotOwed, bench.Rows[0].State);
    }

    [Fact]
    public void A_report_that_is_in_stops_the_ladder()
    {
        var bench = new ChaseBench(ChaseBench.Owes("112") with { State = ObligationState.Filed, Mark = FilingMark.OnTime, Rung = 1 });
        for (var rung = 2; rung <= 5; rung++) Assert.False(bench.Look(ChaseBench.At(rung)).Changes);
    }

    [Fact]
    public void A_round_begun_in_the_middle_of_its_ladder_does_not_climb_the_rungs_that_lie_before_it()
    {
        // Due on 18 May, begun on the 15th: before2 (11 May) lies before.
        var begun = ChaseBench.At(3).AddDays(3);
        var bench = new ChaseBench(ChaseBench.Owes("112") with { State = ObligationState.Filed, Mark = FilingMark.OnTime, Rung = 1, Versions = 1 });
        bench.Rows[0] = bench.Chase.NewRound(bench.Rows[0], new DateOnly(2023, 5, 18), "nobody was met", begun);
        Assert.Equal((2, 0, ObligationState.Open), (bench.Rows[0].Round, bench.Rows[0].Rung, bench.Rows[0].State));
        Assert.Equal((FilingMark.OnTime, "nobody was met"), (bench.Rows[0].Mark, bench.Rows[0].RoundReason));

        Assert.False(bench.Look(begun).Changes);
        Assert.Equal(SmallProvince.Zone.StartOfDay(new DateOnly(2023, 5, 17)), bench.Look(begun).Next);
        bench.Wake(SmallProvince.Zone.StartOfDay(new DateOnly(2023, 5, 17)));
        Assert.Equal(["m112 before1"], bench.Told.Select(n => $"{n.Reader} {n.Rung}"));
        Assert.Equal((2, new DateOnly(2023, 5, 18)), (bench.Told[0].Round, bench.Told[0].Due));
    }

    [Fact]
    public void A_clock_behind_the_one_that_climbed_a_rung_finds_nothing_to_do_until_the_next_rung()
    {
        var bench = new ChaseBench(ChaseBench.Owes("112") with { Rung = 2 });
        var advice = bench.Look(ChaseBench.At(2) - TimeSpan.FromMinutes(3));
        Assert.False(advice.Changes);
        Assert.Equal(ChaseBench.At(3), advice.Next);
    }
}
