using Directives.Register;
using static Directives.Tests.Register.Registers;

namespace Directives.Tests.Register;

public sealed class SampleProvinceTests
{
    private static readonly RegisterContent Content = SampleProvince.Load();
    private static readonly RegisterSnapshot Snapshot = RegisterSnapshot.Build(Content);

    private static IEnumerable<string> HoldersOf(SeatRole role) =>
        Content.Seats.Where(s => s.Role == role).Select(s => Snapshot.HolderOf(s.Id, Today)!.Id);

    [Fact]
    public void It_has_the_places_of_the_source_and_every_seat_filled()
    {
        Assert.Equal((1, 11, 159), (CountAt("province"), CountAt("district"), CountAt("commune")));
        Assert.Equal(170, Snapshot.SeatsInForce(SampleProvince.Start).Count);
        Assert.Empty(Snapshot.VacantSeats(SampleProvince.Start));
        Assert.Empty(Snapshot.SeatsInForce(SampleProvince.Start.AddDays(-1)));
        Assert.Equal("Xã An Hưng", Snapshot.PlaceOf("21610")!.Name);
    }

    [Fact]
    public void Ten_members_are_in_charge_of_eleven_districts_one_of_two()
    {
        IReadOnlyList<Official> members = Snapshot.DutyHolders(Duty.StandingCommitteeMember, "21610", Today);

        Assert.Equal(10, members.Count);
        Assert.Equal(members.Select(m => m.Id), HoldersOf(SeatRole.InCharge).Distinct().Order(StringComparer.Ordinal));
        Official withTwo = Assert.Single(members, m => Snapshot.PostsOf(m.Id, Today).Count == 2);
        Assert.Equal("Trưởng Ban Dân vận Tỉnh ủy", withTwo.Title);
        Assert.Equal(["547.in-charge", "551.in-charge"], Snapshot.PostsOf(withTwo.Id, Today).Select(p => p.Seat));
    }

    [Fact]
    public void A_hundred_and_fifty_nine_heads_and_deputies_monitor_a_commune_each()
    {
        List<string> monitors = [.. HoldersOf(SeatRole.Monitor)];

        Assert.Equal(159, monitors.Distinct().Count());
        Assert.Equal(159, monitors.Select(m => Snapshot.Official(m)!.Title).Distinct().Count());
        Assert.Equal(159, monitors.Select(m => Snapshot.Official(m)!.TitleEn).Distinct().Count());
        Assert.All(monitors, m => Assert.Equal("agency", Snapshot.Body(Snapshot.Official(m)!.Body!)!.Kind));
        Assert.DoesNotContain(monitors, m => m.StartsWith("delegate", StringComparison.Ordinal));
    }

    [Fact]
    public void Within_a_district_no_two_communes_are_monitored_from_one_agency() =>
        Assert.All(Content.Places.Where(p => p.Level == "district"), d =>
        {
            var agencies = Snapshot.Children(d.Code).Select(c => Snapshot.HolderOf(c.Code + ".monitor", Today)!.Body).ToList();
            Assert.Equal(agencies.Count, agencies.Distinct().Count());
        });

    [Theory]
    [InlineData("542", "Bí thư Huyện ủy An Lão", "Secretary, An Lão District Party Committee")]
    [InlineData("540", "Bí thư Thành ủy Quy Nhơn", "Secretary, Quy Nhơn City Party Committee")]
    [InlineData("543", "Bí thư Thị ủy Hoài Nhơn", "Secretary, Hoài Nhơn Town Party Committee")]
    [InlineData("21610", "Bí thư Đảng ủy xã An Hưng", "Secretary, An Hưng Commune Party Committee")]
    [InlineData("21550", "Bí thư Đảng ủy phường Nhơn Bình", "Secretary, Nhơn Bình Ward Party Committee")]
    [InlineData("21609", "Bí thư Đảng ủy thị trấn An Lão", "Secretary, An Lão Township Party Committee")]
    public void Every_place_has_its_leader_by_title(string code, string title, string titleEn)
    {
        Official leader = Snapshot.DutyHolder(Duty.LocalLeader, code, Today)!;

        Assert.Equal((title, titleEn, "leader-" + code), (leader.Title, leader.TitleEn, leader.Id));
    }

    [Fact]
    public void A_hundred_and_seventy_local_leaders_are_at_their_own_places()
    {
        List<Position> leaders = [.. Content.Positions.Where(p => p.Duty == Duty.LocalLeader)];

        Assert.Equal(170, leaders.Select(l => l.Place).Distinct().Count());
        Assert.Equal(170, leaders.Select(l => l.Official).Distinct().Count());
        Assert.Equal(170, Content.Bodies.Count(b => b.Kind == "local-committee"));
    }

    [Fact]
    public void The_duties_that_rules_name_are_filled_and_the_office_has_its_own_address()
    {
        Assert.Equal("Bí thư Tỉnh ủy", Snapshot.DutyHolder(Duty.Secretary, "21610", Today)!.Title);
        Assert.Equal("Phó Bí thư Thường trực Tỉnh ủy", Snapshot.DutyHolder(Duty.StandingDeputySecretary, "21610", Today)!.Title);
        Assert.Equal("Trưởng Ban Tổ chức Tỉnh ủy", Snapshot.DutyHolder(Duty.HeadOfOrganisationCommission, "21610", Today)!.Title);
        Official office = Snapshot.DutyHolder(Duty.Office, "21610", Today)!;
        Assert.Equal(("Văn phòng Tỉnh ủy", "office-desk@binh-dinh.example"), (office.Title, office.Address));
        Assert.Empty(Snapshot.PostsOf(office.Id, Today));
    }

    [Fact]
    public void Those_whom_rules_copy_are_in_charge_themselves() =>
        Assert.All(
            [Duty.HeadOfOrganisationCommission, Duty.StandingDeputySecretary],
            duty => Assert.NotEmpty(Snapshot.PostsOf(Snapshot.DutyHolder(duty, "52", Today)!.Id, Today)));

    [Fact]
    public void All_people_are_titles_with_example_addresses_of_their_own()
    {
        string[] titles =
        [
            "Bí thư", "Phó", "Trưởng", "Chánh", "Chủ nhiệm", "Chủ tịch", "Giám đốc", "Chỉ huy trưởng", "Cục trưởng",
            "Chi cục trưởng", "Viện trưởng", "Hiệu trưởng", "Tổng Biên tập", "Văn phòng Tỉnh ủy", "Thư ký ghi biên bản", "Quản trị viên", "Kiểm tra viên", "Cán bộ tiếp nhận",
        ];
        Assert.All(Content.Officials, o => Assert.Contains(titles, t => o.Title.StartsWith(t, StringComparison.Ordinal)));
        Assert.All(Content.Officials, o => Assert.EndsWith("@binh-dinh.example", o.Address, StringComparison.Ordinal));
        Assert.All(Content.Officials, o => Assert.DoesNotContain("Tỉnh", o.TitleEn, StringComparison.Ordinal));
        Assert.Equal(Content.Officials.Count, Content.Officials.Select(o => o.Address).Distinct().Count());
    }

    [Fact]
    public void All_ids_are_unique_and_have_no_province_before_them()
    {
        List<string> ids =
            [.. Content.Officials.Select(o => o.Id), .. Content.Bodies.Select(b => b.Id), .. Content.Seats.Select(s => s.Id)];

        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(
            ["member-03", "health-head", "leader-21610", "21610.monitor", "542.in-charge"],
            (string id) => Assert.Contains(id, ids));
    }

    [Fact]
    public void With_clerks_four_departments_have_one_and_all_else_is_the_same()
    {
        RegisterContent clerked = SampleProvince.WithClerks();

        Assert.Equal(
            ["education", "health", "labour", "science"], clerked.Bodies.Where(b => b.Clerk is not null).Select(b => b.Id).Order(StringComparer.Ordinal));
        Assert.Equal("Văn thư Sở Y tế", RegisterSnapshot.Build(clerked).ClerkOf("health-head")!.Title);
        Assert.Equal(Content.Bodies, clerked.Bodies.Select(b => b with { Clerk = null }));
        Assert.Equal(Content.Posts, clerked.Posts);
        Assert.Equal(Content.Officials, clerked.Officials.Where(o => !o.Id.EndsWith("-clerk", StringComparison.Ordinal)));
        Assert.Equal(4, clerked.Officials.Count - Content.Officials.Count);
    }

    [Fact]
    public void It_is_the_same_every_time()
    {
        RegisterContent again = SampleProvince.Load();

        Assert.Equal(Content.Officials, again.Officials);
        Assert.Equal(Content.Posts, again.Posts);
        Assert.Equal(Content.Positions, again.Positions);
    }

    private static int CountAt(string level) => Content.Places.Count(p => p.Level == level);
}
