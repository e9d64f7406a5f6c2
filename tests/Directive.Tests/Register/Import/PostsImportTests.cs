using Directives.Language;
using Directives.Register;
using Directives.Register.Import;

namespace Directives.Tests.Register.Import;

/// <summary>What a file of posts would change: the seats of 1, 11 and 111 are filled, 112's monitor is vacant.</summary>
public sealed class PostsImportTests
{
    private const string Header = "seat,official,from,to";

    [Fact]
    public void A_vacant_seat_is_filled_by_its_id_or_by_place_and_role()
    {
        var plan = Plans.Plan(ImportKind.Posts, Header, "112.monitor,a,,");
        Assert.Equal([(2, "112.monitor", "import.post.new")], plan.New.Told());
        Assert.Equal(new Post("112.monitor", "a", Plans.Day), plan.After!.Posts.Single(p => p.Seat == "112.monitor"));
        foreach (var role in (string[])["monitor", "Theo dõi", "MONITOR"])
            Assert.Equal(["112.monitor"], Plans.Plan(ImportKind.Posts, "place;role;official;from", $"112;{role};a;1/5/2023").New.Select(n => n.Code));
    }

    [Fact]
    public void A_seat_that_a_known_place_does_not_have_yet_is_made()
    {
        var plan = Plans.Plan(ImportKind.Posts, "place,role,official", "112,in-charge,a", "1111,monitor,b");
        Assert.Equal(["1111.monitor", "112.in-charge"], plan.After!.Seats.Where(s => Registers.Small().Seats.All(o => o.Id != s.Id)).Select(s => s.Id).Order());
        Assert.Equal(SeatRole.InCharge, plan.After.Seats.Single(s => s.Id == "112.in-charge").Role);
    }

    [Fact]
    public void A_new_post_on_a_held_seat_is_a_hand_over_and_the_past_stays()
    {
        var plan = Plans.Plan(ImportKind.Posts, Header, "111.monitor,a,2023-05-02,");
        Assert.Equal([(2, "111.monitor", "import.post.handed-over")], plan.Changed.Told());
        Assert.Equal("Chức danh b (b) bàn giao cho Chức danh a (a) từ ngày 02/05/2023", plan.Changed[0].Why.In(Texts.Vietnamese));
        Assert.Equal(
            [new Post("111.monitor", "b", Registers.Start, new(2023, 5, 1)), new Post("111.monitor", "a", new(2023, 5, 2))],
            plan.After!.Posts.Where(p => p.Seat == "111.monitor").OrderBy(p => p.From));
        // Said in two rows it is the same.
        var both = Plans.Plan(ImportKind.Posts, Header, "111.monitor,b,2021-04-29,2023-05-01", "111.monitor,a,2023-05-02,");
        Assert.Equal(plan.After.Posts.OrderBy(p => (p.Seat, p.From)), both.After!.Posts.OrderBy(p => (p.Seat, p.From)));
    }

    [Fact]
    public void A_post_that_the_file_leaves_out_goes_on_and_is_told()
    {
        var plan = Plans.Plan(ImportKind.Posts, Header, "1.in-charge,a,,", "112.monitor,,,");
        Assert.Equal(["11.in-charge", "111.in-charge", "111.monitor"], plan.Gone.Select(g => g.Code));
        Assert.True(plan is { IsClean: true, Changes: false });
    }

    [Fact]
    public void Posts_that_overlap_end_before_they_start_or_rewrite_the_past_are_wrong()
    {
        Assert.Equal([(3, "111.monitor", "register.overlapping-posts")], Plans.Plan(ImportKind.Posts, Header, "111.monitor,b,2021-04-29,", "111.monitor,a,2023-05-02,").Wrong.Told());
        Assert.Equal([(3, "112.monitor", "register.overlapping-posts")], Plans.Plan(ImportKind.Posts, Header, "112.monitor,a,2023-05-01,2023-06-30", "112.monitor,b,2023-06-01,").Wrong.Told());
        Assert.Equal([(2, "112.monitor", "register.end-before-start")], Plans.Plan(ImportKind.Posts, Header, "112.monitor,a,2023-05-01,2023-04-30").Wrong.Told());
        Assert.Equal([(2, "111.monitor", "import.wrong.post-past")], Plans.Plan(ImportKind.Posts, Header, "111.monitor,a,2021-04-29,").Wrong.Told());
        Assert.Equal([(2, "111.monitor", "import.wrong.no-official")], Plans.Plan(ImportKind.Posts, Header, "111.monitor,,,").Wrong.Told());
        Assert.Equal([(2, "111.monitor", "import.ambiguous.post")], Plans.Plan(ImportKind.Posts, Header, "111.monitor,b,2023-05-02,").Ambiguous.Told());
        Assert.Equal([(2, "111.monitor", "import.wrong.post-early")], Plans.Plan(ImportKind.Posts, Header, "111.monitor,a,2023-02-01,").Wrong.Told());
        Assert.Equal([(2, "111.monitor", "import.wrong.post-early")], Plans.Plan(ImportKind.Posts, Header, "111.monitor,b,2021-04-29,2023-02-01").Wrong.Told());
        var over = Registers.Small() with { Posts = [.. Registers.Small().Posts, new Post("112.monitor", "a", Registers.Start, new(2022, 12, 31))] };
        Assert.Equal([(2, "112.monitor", "import.wrong.post-over")], Plans.Plan(over, ImportKind.Posts, Header, "112.monitor,a,2021-04-29,").Wrong.Told());
        // The vacancy in between may be filled.
        Assert.Equal([(2, "112.monitor", "import.post.new")], Plans.Plan(over, ImportKind.Posts, Header, "112.monitor,a,2023-01-01,").New.Told());
    }

    [Fact]
    public void Unknown_codes_are_told_with_their_lines()
    {
        var plan = Plans.Plan(ImportKind.Posts, "seat,place,role,official,from,to", "999.monitor,,,a,,", "112.monitor,,,z,,", ",112,boss,a,,", ",99,monitor,a,,", ",,,a,,", "111.monitor,112,monitor,a,,", "112.monitor,,,a,30/02/2023,");
        Assert.Equal(
            [
                (2, "999.monitor", "register.unknown-seat"), (3, "112.monitor", "register.unknown-official"), (4, "112", "import.wrong.role"), (5, "99", "register.unknown-place"),
                (6, "", "import.wrong.no-seat"), (7, "111.monitor", "import.wrong.other-seat"), (8, "112.monitor", "import.cell.no-day"),
            ],
            plan.Wrong.Told());
        Assert.Null(plan.After);
    }

    [Fact]
    public void Where_several_seats_have_a_role_the_row_names_one()
    {
        var content = Registers.Small() with { Seats = [.. Registers.Small().Seats, new Seat("112.second", "112", SeatRole.Monitor)] };
        Assert.Equal([(2, "112", "import.ambiguous.seats")], Plans.Plan(content, ImportKind.Posts, "place,role,official", "112,monitor,a").Ambiguous.Told());
    }

    [Fact]
    public void A_post_is_ended_and_its_end_taken_back()
    {
        var ended = Plans.Plan(ImportKind.Posts, Header, "111.monitor,b,2021-04-29,2023-12-31");
        Assert.Equal([(2, "111.monitor", "import.post.ends")], ended.Changed.Told());
        var open = Plans.Plan(ended.After!, ImportKind.Posts, Header, "111.monitor,b,2021-04-29,");
        Assert.Equal([(2, "111.monitor", "import.post.goes-on")], open.Changed.Told());
        Assert.Null(open.After!.Posts.Single(p => p.Seat == "111.monitor").To);
    }
}
