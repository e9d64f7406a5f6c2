using Directives.Register;
using static Directives.Tests.Register.Registers;

namespace Directives.Tests.Register;

public sealed class TitledRegisterTests
{
    private static readonly RegisterContent Nation = TitledRegister.From(PlacesFile.Read(NationFile.Bytes(), Start), Start);
    private static readonly RegisterSnapshot Snapshot = RegisterSnapshot.Build(Nation);

    [Fact]
    public void The_nation_has_its_seats_all_filled()
    {
        Assert.Equal(63, Snapshot.Roots.Count);
        Assert.Equal(705, Nation.Seats.Count(s => s.Role == SeatRole.InCharge));
        Assert.Equal(10_598, Nation.Seats.Count(s => s.Role == SeatRole.Monitor));
        Assert.Equal(11_303, Snapshot.SeatsInForce(Start).Count);
        Assert.Equal(11_303, Nation.Positions.Count(p => p.Duty == Duty.LocalLeader));
    }

    [Fact]
    public void Every_province_has_its_own_people_with_ids_and_addresses_of_their_own()
    {
        Assert.Equal("07.member-01", Snapshot.DutyHolder(Duty.Secretary, Snapshot.Children("07")[0].Code, Today)!.Id);
        Assert.All(Nation.Posts, p => Assert.StartsWith(p.Official[..3], p.Seat, StringComparison.Ordinal));
        Assert.Equal(Nation.Officials.Count, Nation.Officials.Select(o => o.Address).Distinct().Count());
        Assert.All(Nation.Officials, o => Assert.EndsWith(".example", o.Address, StringComparison.Ordinal));
    }

    [Fact]
    public void When_agencies_run_out_members_of_the_party_committee_monitor_and_each_has_one_commune()
    {
        var monitors = Nation.Seats.Where(s => s.Role == SeatRole.Monitor).Select(s => Snapshot.HolderOf(s.Id, Today)!).ToList();

        Assert.Equal(monitors.Count, monitors.Distinct().Count());
        Assert.Contains(monitors, m => m.Title == "Ủy viên Ban Chấp hành Đảng bộ tỉnh (1)");
    }

    [Fact]
    public void A_province_that_is_a_city_is_called_one()
    {
        Assert.Equal("Bí thư Thành ủy", Snapshot.Official("01.member-01")!.Title);
        Assert.Equal("Secretary, Municipal Party Committee", Snapshot.Official("01.member-01")!.TitleEn);
        Assert.Equal("Bí thư Tỉnh ủy", Snapshot.Official("06.member-01")!.Title);
        Assert.DoesNotContain(
            Nation.Officials.Where(o => o.Id.StartsWith("01.", StringComparison.Ordinal)),
            o => o.Title.Contains("tỉnh", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void A_file_without_provinces_takes_its_roots_and_deeper_places_get_no_seat()
    {
        Place[] places = [Place("r", null, "region"), Place("d", "r", "district"), Place("c", "d"), Place("v", "c", "village")];

        RegisterSnapshot snapshot = RegisterSnapshot.Build(TitledRegister.From(places, Start));

        Assert.Equal(["c.monitor", "d.in-charge"], snapshot.SeatsInForce(Start).Select(s => s.Id));
        Assert.Equal("leader-c", snapshot.DutyHolder(Duty.LocalLeader, "v", Start)!.Id);
    }

    [Fact]
    public void Communes_directly_below_a_province_are_monitored_without_anyone_in_charge_above()
    {
        Place[] places = [Place("p", null, "province"), Place("c", "p")];

        RegisterSnapshot snapshot = RegisterSnapshot.Build(TitledRegister.From(places, Start));

        Assert.Equal(["c.monitor"], snapshot.SeatsInForce(Start).Select(s => s.Id));
        Assert.Empty(snapshot.InChargeAbove("c", Start));
    }

    [Fact]
    public void Posts_begin_on_the_day_that_is_asked_for() =>
        Assert.All(SampleProvince.Load(Today).Posts, p => Assert.Equal(Today, p.From));

    [Fact]
    public void A_numbered_ward_is_named_as_wards_are()
    {
        Place[] places = [Place("p", null, "province"), Place("c", "p") with { Name = "Phường 1", Kind = "Phường" }];

        Official leader = RegisterSnapshot.Build(TitledRegister.From(places, Start)).Official("leader-c")!;

        Assert.Equal(("Bí thư Đảng ủy phường 1", "Secretary, Ward 1 Party Committee"), (leader.Title, leader.TitleEn));
    }

    [Fact]
    public void Every_question_about_the_nation_has_its_answer()
    {
        int found = 0;
        foreach (Seat seat in Nation.Seats)
        {
            found += Snapshot.HolderOf(seat.Id, Today) is null ? 0 : 1;
            found += Snapshot.InChargeAbove(seat.Place, Today).Count;
            found += Snapshot.DutyHolder(Duty.Office, seat.Place, Today) is null ? 0 : 1;
        }

        Assert.Equal((2 * 11_303) + 10_598, found);
    }
}
