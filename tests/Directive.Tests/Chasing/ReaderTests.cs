using Directives.Chasing;
using Directives.Register;

namespace Directives.Tests.Chasing;

/// <summary>Who reads which rung (R13): nobody about themselves, and past every vacancy the next one up.</summary>
public sealed class ReaderTests
{
    private static readonly RegisterContent Full = SmallProvince.Content();

    [Theory]
    [InlineData("112", 0, "m112 reminder")]
    [InlineData("112", 1, "m112 reminder")]
    [InlineData("112", 2, "m112 reminder")]
    [InlineData("112", 3, "m112 reminder")]
    [InlineData("112", 4, "boss escalation, m112 reminder")]
    [InlineData("112", 5, "deputy escalation, head escalation, m112 reminder")]
    [InlineData("11", 3, "boss reminder")]
    [InlineData("11", 4, "boss reminder, office escalation")]
    [InlineData("11", 5, "boss reminder, deputy escalation")]
    public void Every_rung_has_its_readers(string place, int rung, string readers) => Assert.Equal(readers, ToldAt(Full, place, rung));

    [Fact]
    public void Where_nobody_is_in_charge_above_the_standing_deputy_secretary_reads() =>
        Assert.Equal("deputy escalation, m122 reminder", ToldAt(Full, "122", 4));

    [Fact]
    public void Somebody_in_charge_of_the_province_is_next_where_the_district_has_nobody()
    {
        var content = Full with
        {
            Seats = [.. Full.Seats, new Seat("1.in-charge", "1", SeatRole.InCharge)],
            Posts = [.. Full.Posts, new Post("1.in-charge", "secretary", SmallProvince.Start)],
        };
        Assert.Equal("m122 reminder, secretary escalation", ToldAt(content, "122", 4));
    }

    [Fact]
    public void The_head_of_the_organisation_commission_who_monitors_is_not_copied_about_himself() =>
        Assert.Equal("deputy escalation, head reminder", ToldAt(Holding("112.monitor", "head"), "112", 5));

    [Fact]
    public void The_standing_deputy_secretary_in_charge_of_a_district_is_read_about_by_the_secretary() =>
        Assert.Equal("deputy reminder, secretary escalation", ToldAt(Holding(SmallProvince.Boss, "deputy"), "11", 5));

    [Fact]
    public void The_office_in_charge_of_a_district_is_read_about_by_the_standing_deputy_secretary() =>
        Assert.Equal("deputy escalation, office reminder", ToldAt(Holding(SmallProvince.Boss, "office"), "11", 4));

    [Fact]
    public void A_monitor_who_is_in_charge_of_his_own_district_is_read_about_by_the_next_one_up() =>
        Assert.Equal("boss reminder, deputy escalation", ToldAt(Holding("112.monitor", "boss"), "112", 4));

    [Fact]
    public void One_who_holds_every_office_above_is_told_and_nobody_else_is()
    {
        var content = Full with { Positions = [.. Full.Positions.Select(p => p with { Official = "boss" })] };
        Assert.Equal("boss reminder", ToldAt(content, "11", 4));
        Assert.Equal("boss reminder", ToldAt(content, "11", 5));
    }

    [Theory]
    [InlineData("112", 5, Duty.HeadOfOrganisationCommission, "deputy escalation, m112 reminder")]
    [InlineData("112", 5, Duty.StandingDeputySecretary, "head escalation, m112 reminder, secretary escalation")]
    [InlineData("122", 4, Duty.StandingDeputySecretary, "m122 reminder, secretary escalation")]
    [InlineData("11", 4, Duty.Office, "boss reminder, deputy escalation")]
    [InlineData("11", 5, Duty.StandingDeputySecretary, "boss reminder, secretary escalation")]
    public void A_vacancy_up_the_line_is_passed_over(string place, int rung, Duty vacant, string readers) =>
        Assert.Equal(readers, ToldAt(Full with { Positions = [.. Full.Positions.Where(p => p.Duty != vacant)] }, place, rung));

    [Fact]
    public void Whoever_holds_the_seat_on_the_day_is_told()
    {
        var handed = new Post("112.monitor", "m111", SmallProvince.Days[3]);
        var content = Full with
        {
            Posts = [.. Full.Posts.Select(p => p.Seat == handed.Seat ? p with { To = SmallProvince.Days[3].AddDays(-1) } : p), handed],
        };
        Assert.Equal("m112 reminder", ToldAt(content, "112", 2));
        // Handed over that day: a new round began, and its ladder is climbed anew.
        var bench = new ChaseBench(content, ChaseBench.Owes("112") with { Rung = 2 });
        bench.Wake(ChaseBench.At(3));
        Assert.Equal(["m111 HandOver"], bench.Told.Select(n => $"{n.Reader} {n.Kind}"));
        bench.Wake(ChaseBench.At(7));
        Assert.Contains(bench.Told, n => n is { Reader: "m111", Kind: NoticeKind.Reminder, Round: 2 });
        Assert.DoesNotContain(bench.Told, n => n.Reader == "m112");
    }

    private static RegisterContent Holding(string seat, string official) =>
        Full with { Posts = [.. Full.Posts.Select(p => p.Seat == seat ? p with { Official = official } : p)] };

    private static string ToldAt(RegisterContent content, string place, int rung)
    {
        var bench = new ChaseBench(content, ChaseBench.Owes(place) with { Rung = rung - 1 });
        bench.Wake(ChaseBench.At(rung));
        Assert.All(bench.Told, n => Assert.Equal(n.Kind == NoticeKind.Reminder, n.Reader == n.Owner));
        return string.Join(", ", bench.Told.Select(n => $"{n.Reader} {(n.Kind == NoticeKind.Reminder ? "reminder" : "escalation")}").Order(StringComparer.Ordinal));
    }
}
