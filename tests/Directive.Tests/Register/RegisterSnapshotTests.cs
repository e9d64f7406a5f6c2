using Directives.Register;
using static Directives.Tests.Register.Registers;

namespace Directives.Tests.Register;

public sealed class RegisterSnapshotTests
{
    private static readonly RegisterSnapshot Snapshot = RegisterSnapshot.Build(Small());

    private static IEnumerable<string> Ids(IEnumerable<Official> officials) => officials.Select(o => o.Id);

    [Fact]
    public void In_charge_above_is_strictly_above_and_the_nearest_first()
    {
        Assert.Equal(["b", "a"], Ids(Snapshot.InChargeAbove("111", Today)));
        Assert.Equal(["c", "b", "a"], Ids(Snapshot.InChargeAbove("1111", Today)));
        Assert.Empty(Snapshot.InChargeAbove("1", Today));
    }

    [Fact]
    public void A_vacant_seat_above_is_passed_over_until_it_is_filled()
    {
        Post[] posts = [new("1.in-charge", "a", Start), new("11.in-charge", "b", Today), new("111.monitor", "c", Start)];
        RegisterSnapshot snapshot = RegisterSnapshot.Build(Small() with { Posts = posts });

        Assert.Equal(["a"], Ids(snapshot.InChargeAbove("111", Today.AddDays(-1))));
        Assert.Equal(["b", "a"], Ids(snapshot.InChargeAbove("111", Today)));
    }

    [Fact]
    public void Who_is_in_charge_of_two_places_above_is_named_once_at_the_nearer()
    {
        Post[] posts = [new("1.in-charge", "a", Start), new("11.in-charge", "b", Start), new("111.in-charge", "a", Start)];

        Assert.Equal(["a", "b"], Ids(RegisterSnapshot.Build(Small() with { Posts = posts }).InChargeAbove("1111", Today)));
    }

    [Fact]
    public void Who_is_in_charge_above_may_also_monitor_below()
    {
        Assert.Equal(["11.in-charge", "111.monitor"], Snapshot.PostsOf("b", Today).Select(p => p.Seat));
        Assert.Same(Snapshot.HolderOf("111.monitor", Today), Snapshot.InChargeAbove("111", Today)[0]);
    }

    [Fact]
    public void A_duty_is_found_at_the_nearest_place_at_or_above_that_has_it_filled()
    {
        Assert.Equal("c", Snapshot.DutyHolder(Duty.LocalLeader, "1111", Today)!.Id);
        Assert.Equal("b", Snapshot.DutyHolder(Duty.LocalLeader, "112", Today)!.Id);
        Assert.Equal("c", Snapshot.DutyHolder(Duty.Office, "1111", Today)!.Id);
        Assert.Equal("a", Snapshot.DutyHolder(Duty.Secretary, "1", Today)!.Id);
        Assert.Null(Snapshot.DutyHolder(Duty.Secretary, "1", Start.AddDays(-1)));
        Assert.Null(Snapshot.DutyHolder(Duty.StandingDeputySecretary, "111", Today));
    }

    [Fact]
    public void Of_several_with_one_duty_the_newest_appointed_is_the_holder_and_all_are_holders()
    {
        Position[] positions =
        [
            new(Duty.Office, "1", "a", Start), new(Duty.Office, "1", "c", Start.AddDays(9)),
            new(Duty.Office, "1", "b", Start.AddDays(9)),
        ];
        RegisterSnapshot snapshot = RegisterSnapshot.Build(Small() with { Positions = positions });

        Assert.Equal("b", snapshot.DutyHolder(Duty.Office, "111", Today)!.Id);
        Assert.Equal(["a", "b", "c"], Ids(snapshot.DutyHolders(Duty.Office, "111", Today)));
        Assert.Equal(["a"], Ids(snapshot.DutyHolders(Duty.Office, "111", Start)));
    }

    [Fact]
    public void Seats_are_in_force_or_vacant_and_neither_at_a_place_that_has_ended()
    {
        RegisterContent content = Small();
        DateOnly last = Today;
        content = content with { Places = [.. content.Places.Select(p => p.Code == "111" ? p with { To = last } : p)] };
        RegisterSnapshot snapshot = RegisterSnapshot.Build(content);

        Assert.Equal(
            ["1.in-charge", "11.in-charge", "111.in-charge", "111.monitor"], snapshot.SeatsInForce(last).Select(s => s.Id));
        Assert.Equal(["112.monitor"], snapshot.VacantSeats(last).Select(s => s.Id));
        Assert.Equal(["1.in-charge", "11.in-charge"], snapshot.SeatsInForce(last.AddDays(1)).Select(s => s.Id));
        Assert.Equal(["112.monitor"], snapshot.VacantSeats(last.AddDays(1)).Select(s => s.Id));
    }

    [Fact]
    public void A_post_counts_on_its_first_and_its_last_day()
    {
        Post[] posts = [new("112.monitor", "a", Start, Today)];
        RegisterSnapshot snapshot = RegisterSnapshot.Build(Small() with { Posts = posts });

        Assert.Null(snapshot.HolderOf("112.monitor", Start.AddDays(-1)));
        Assert.Equal("a", snapshot.HolderOf("112.monitor", Start)!.Id);
        Assert.Equal("a", snapshot.HolderOf("112.monitor", Today)!.Id);
        Assert.Null(snapshot.HolderOf("112.monitor", Today.AddDays(1)));
        Assert.Empty(snapshot.PostsOf("a", Today.AddDays(1)));
    }

    [Fact]
    public void Unknown_codes_and_ids_find_nothing()
    {
        Assert.Null(Snapshot.PlaceOf("404"));
        Assert.Null(Snapshot.PlaceOf("404", Today));
        Assert.Null(Snapshot.Seat("404"));
        Assert.Null(Snapshot.Official("404"));
        Assert.Null(Snapshot.Body("404"));
        Assert.Null(Snapshot.HolderOf("404", Today));
        Assert.Null(Snapshot.DutyHolder(Duty.Office, "404", Today));
        Assert.Empty(Snapshot.Children("404"));
        Assert.Empty(Snapshot.Ancestors("404"));
        Assert.Empty(Snapshot.InChargeAbove("404", Today));
        Assert.Empty(Snapshot.DutyHolders(Duty.Office, "404", Today));
        Assert.Empty(Snapshot.PostsOf("404", Today));
    }

    [Fact]
    public void What_is_known_is_found_and_counted()
    {
        Assert.Equal("Sở Y tế", Snapshot.Body("health")!.Name);
        Assert.Equal("Chức danh a", Snapshot.Official("a")!.Title);
        Assert.Equal("111", Snapshot.Seat("111.monitor")!.Place);
        Assert.Equal(["111", "112"], Snapshot.Children("11").Select(p => p.Code));
        Assert.Equal((5, 1, 3, 5), (Snapshot.PlaceCount, Snapshot.BodyCount, Snapshot.OfficialCount, Snapshot.SeatCount));
    }
}
