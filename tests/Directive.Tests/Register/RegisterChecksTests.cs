using Directives.Register;
using static Directives.Tests.Register.Registers;

namespace Directives.Tests.Register;

public sealed class RegisterChecksTests
{
    [Fact]
    public void A_register_in_order_is_built() => Assert.Equal(5, RegisterSnapshot.Build(Small()).PlaceCount);

    [Fact]
    public void A_cycle_in_the_tree_names_the_places_in_the_circle_once()
    {
        RegisterContent content = Small();
        Place[] more = [Place("8", "9"), Place("9", "7"), Place("7", "8"), Place("6", "7")];
        content = content with { Places = [.. content.Places, .. more] };

        RegisterProblem problem = RefusedFor(content);

        Assert.Equal(RegisterProblemKind.Cycle, problem.Kind);
        Assert.Equal("Xã 7 (7) → Xã 8 (8) → Xã 9 (9) → Xã 7 (7)", problem.Args[1]);
    }

    [Fact]
    public void A_place_inside_itself_is_a_cycle() =>
        Assert.Equal(RegisterProblemKind.Cycle, RefusedFor(Small() with { Places = [.. Small().Places, Place("8", "8")] }).Kind);

    [Fact]
    public void A_cycle_that_only_a_later_version_makes_is_found()
    {
        DateOnly reform = new(2025, 7, 1);
        Place[] places =
        [
            Place("8", null) with { To = reform.AddDays(-1) }, Place("9", "8"),
            // On the day of the reform 8 would come to lie in 9, which lies in 8; later it is put right.
            Place("8", "9") with { From = reform, To = reform.AddDays(9) }, Place("8", null) with { From = reform.AddDays(10) },
        ];

        Assert.Equal(RegisterProblemKind.Cycle, RefusedFor(Small() with { Places = [.. Small().Places, .. places] }).Kind);
    }

    [Fact]
    public void A_duplicate_code_is_refused()
    {
        RegisterProblem problem = RefusedFor(Small() with { Places = [.. Small().Places, Place("112", "1")] });

        Assert.Equal((RegisterProblemKind.DuplicateCode, "112"), (problem.Kind, problem.Subject));
        Assert.Equal("register.duplicate-code", problem.MessageKey);
    }

    [Fact]
    public void A_code_may_live_on_in_another_place_after_the_first_has_ended()
    {
        DateOnly reform = new(2025, 7, 1);
        RegisterContent content = Small();
        content = content with
        {
            Places =
            [
                .. content.Places.Where(p => p.Code != "112"),
                Place("112", "1") with { Name = "Xã mới", From = reform }, Place("112", "11") with { To = reform.AddDays(-1) },
            ],
        };

        RegisterSnapshot snapshot = RegisterSnapshot.Build(content);

        Assert.Equal("Xã mới", snapshot.PlaceOf("112")!.Name);
        Assert.Equal("Xã 112", snapshot.PlaceOf("112", Today)!.Name);
        Assert.Equal(["11", "1"], snapshot.Ancestors("112", Today).Select(p => p.Code));
        Assert.Equal(["1"], snapshot.Ancestors("112", reform).Select(p => p.Code));
        Assert.Null(snapshot.PlaceOf("112", Start.AddDays(-1)));
    }

    [Fact]
    public void An_unknown_parent_is_refused() =>
        Assert.Equal(
            RegisterProblemKind.UnknownParent, RefusedFor(Small() with { Places = [.. Small().Places, Place("8", "9")] }).Kind);

    [Fact]
    public void A_seat_at_an_unknown_place_is_refused()
    {
        RegisterProblem problem = RefusedFor(Small() with { Seats = [.. Small().Seats, new Seat("s", "404", SeatRole.Monitor)] });

        Assert.Equal("'s' is at the place '404', which is not in the register.", problem.ToString());
    }

    [Fact]
    public void A_post_for_an_unknown_seat_or_official_is_refused()
    {
        Post[] posts = [new("404.monitor", "a", Start), new("112.monitor", "nobody", Start)];

        IReadOnlyList<RegisterProblem> problems = Refused(Small() with { Posts = [.. Small().Posts, .. posts] });

        Assert.Equal(
            [(RegisterProblemKind.UnknownSeat, "404.monitor"), (RegisterProblemKind.UnknownOfficial, "112.monitor")],
            problems.Select(p => (p.Kind, p.Subject)));
    }

    [Fact]
    public void A_position_at_an_unknown_place_or_of_an_unknown_official_is_refused()
    {
        Position[] positions = [new(Duty.Secretary, "404", "a", Start), new(Duty.Office, "1", "nobody", Start)];

        IReadOnlyList<RegisterProblem> problems = Refused(Small() with { Positions = positions });

        Assert.Equal([RegisterProblemKind.UnknownPlace, RegisterProblemKind.UnknownOfficial], problems.Select(p => p.Kind));
    }

    [Fact]
    public void Overlapping_posts_of_one_seat_are_refused_even_behind_a_short_one()
    {
        Post[] posts =
        [
            new("112.monitor", "a", Start, Start.AddDays(100)), new("112.monitor", "b", Start.AddDays(10), Start.AddDays(20)),
            new("112.monitor", "c", Start.AddDays(100)),
        ];

        IReadOnlyList<RegisterProblem> problems = Refused(Small() with { Posts = posts });

        Assert.Equal(2, problems.Count);
        Assert.All(problems, p => Assert.Equal(RegisterProblemKind.OverlappingPosts, p.Kind));
        Assert.Equal(["112.monitor", "a", "c", "2021-08-07"], problems[1].Args);
    }

    [Fact]
    public void A_post_that_begins_the_day_after_another_ends_is_in_order()
    {
        Post[] posts = [new("112.monitor", "a", Start, Start.AddDays(9)), new("112.monitor", "b", Start.AddDays(10))];

        RegisterSnapshot snapshot = RegisterSnapshot.Build(Small() with { Posts = posts });

        Assert.Equal("a", snapshot.HolderOf("112.monitor", Start.AddDays(9))!.Id);
        Assert.Equal("b", snapshot.HolderOf("112.monitor", Start.AddDays(10))!.Id);
    }

    [Fact]
    public void An_end_before_its_start_is_refused()
    {
        RegisterContent content = Small() with
        {
            Places = [.. Small().Places, Place("8", "1") with { To = Start.AddDays(-1) }],
            Posts = [new Post("112.monitor", "a", Start, Start.AddDays(-1))],
            Positions = [new Position(Duty.Secretary, "1", "a", Start, Start.AddDays(-1))],
        };

        Assert.Equal(3, Refused(content).Count(p => p.Kind == RegisterProblemKind.EndBeforeStart));
    }

    [Fact]
    public void An_id_used_by_a_body_and_an_official_or_by_two_seats_is_refused()
    {
        RegisterContent content = Small() with
        {
            Officials = [.. Small().Officials, Person("health")],
            Seats = [.. Small().Seats, new Seat("112.monitor", "111", SeatRole.Monitor)],
        };

        Assert.Equal(["health", "112.monitor"], Refused(content).Select(p => p.Subject));
    }
}
