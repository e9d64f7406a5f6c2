using Directives.Language;
using Directives.Register;
using Directives.Register.Import;

namespace Directives.Tests.Register.Import;

/// <summary>What a places file would change.</summary>
public sealed class PlacesImportTests
{
    private const string Header = "code,name,kind,level,parent";
    private static readonly string[] Same = [Header, "1,Xã 1,Xã,province,", "11,Xã 11,Xã,district,1", "111,Xã 111,Xã,commune,11", "112,Xã 112,Xã,commune,11", "1111,Xã 1111,Xã,village,111"];

    [Fact]
    public void The_same_file_changes_nothing()
    {
        var plan = Plans.Plan(ImportKind.Places, Same);
        Assert.True(plan is { IsClean: true, Changes: false });
        Assert.Empty(plan.New.Concat(plan.Changed).Concat(plan.Gone));
    }

    [Fact]
    public void A_changed_place_gets_a_new_version_and_its_past_stays()
    {
        var plan = Plans.Plan(ImportKind.Places, [.. Same[..3], "111,Phường 111,Phường,commune,11", .. Same[4..]]);
        Assert.Equal([(4, "111", "import.place.changed")], plan.Changed.Told());
        Assert.Equal("tên: Xã 111 → Phường 111; loại: Xã → Phường (từ ngày 07/04/2023; trước đó giữ nguyên)", plan.Changed[0].Why.In(Texts.Vietnamese));
        Assert.Equal(
            [("Xã 111", Registers.Start, Plans.Day.AddDays(-1)), ("Phường 111", Plans.Day, (DateOnly?)null)],
            plan.After!.Places.Where(p => p.Code == "111").OrderBy(p => p.From).Select(p => (p.Name, p.From, p.To)));
    }

    [Fact]
    public void A_version_that_began_this_very_day_is_corrected()
    {
        var before = Plans.Plan(ImportKind.Places, [.. Same, "113,Xã Hoà An,Xã,commune,11"]).After!;
        var plan = Plans.Plan(before, ImportKind.Places, [.. Same, "113,Xã Hòa Yên,Xã,commune,11"]);
        Assert.Equal([(7, "113", "import.place.corrected")], plan.Changed.Told());
        Assert.Equal(["Xã Hòa Yên"], plan.After!.Places.Where(p => p.Code == "113").Select(p => p.Name));
    }

    [Fact]
    public void A_day_in_the_file_says_from_when()
    {
        string[] file = [Header + ",from,to", .. Same[1..3].Select(l => l + ",,"), "111,Xã Mới,Xã,commune,11,2023-07-01,", "112,Xã 112,Xã,commune,11,29/4/2021,", "1111,Xã 1111,Xã,village,111,,", "113,Xã 113,Xã,commune,11,2023-06-01,2024-05-31"];
        var plan = Plans.Plan(ImportKind.Places, file);
        Assert.Equal(new DateOnly(2023, 6, 30), plan.After!.Places.Single(p => p.Name == "Xã 111").To);
        Assert.Equal((new DateOnly(2023, 6, 1), new DateOnly(2024, 5, 31)), plan.After.Places.Where(p => p.Code == "113").Select(p => (p.From, p.To!.Value)).Single());
        // Asked again, the change to come is known.
        var again = Plans.Plan(plan.After, ImportKind.Places, file);
        Assert.True(again is { IsClean: true, Changes: false }, string.Join('\n', again.Wrong.Concat(again.Changed)));
        // An earlier change would run into it.
        Assert.Equal([(4, "111", "import.wrong.place-next")], Plans.Plan(plan.After, ImportKind.Places, [.. Same[..3], "111,Xã Khác,Xã,commune,11", .. Same[4..]]).Wrong.Told());
    }

    [Theory]
    [InlineData("113,Xã 111,Xã,commune,11")]
    [InlineData("113,xã 111,Xã,commune,11")]
    [InlineData("113,Phường 112,Phường,commune,11")]
    public void A_name_is_never_taken_for_a_place(string row)
    {
        // 112 is not in the file any more, so its bare name under the same place is a hint, too.
        var plan = Plans.Plan(ImportKind.Places, [.. Same[..4], row, Same[5]]);
        Assert.Equal([(5, "113", "import.ambiguous.place")], plan.Ambiguous.Told());
        Assert.Null(plan.After);
        Assert.Contains("decree", plan.Ambiguous[0].Why.In(Texts.English), StringComparison.Ordinal);
    }

    [Fact]
    public void Tones_on_either_vowel_make_the_same_name_and_other_marks_another()
    {
        var before = Plans.Plan(ImportKind.Places, [.. Same, "113,Xã Hoà An,Xã,commune,11"]).After!;
        Assert.Single(Plans.Plan(before, ImportKind.Places, [.. Same, "113,Xã Hoà An,Xã,commune,11", "114,Xã Hòa An,Xã,commune,11"]).Ambiguous);
        Assert.Equal([(8, "114", "import.place.new")], Plans.Plan(before, ImportKind.Places, [.. Same, "113,Xã Hoà An,Xã,commune,11", "114,Xã Hoa An,Xã,commune,11"]).New.Told());
        Assert.Empty(Plans.Plan(before, ImportKind.Places, [.. Same, "113,Xã Hoà An,Xã,commune,11", "114,Xã Hoà An,Xã,commune,1"]).Ambiguous);
    }

    [Fact]
    public void A_place_that_takes_the_name_of_another_is_ambiguous_too() => Assert.Equal(
        [(4, "111", "import.ambiguous.place")], Plans.Plan(ImportKind.Places, [.. Same[..3], "111,Xã 112,Xã,commune,11", "112,Xã Khác,Xã,commune,11", Same[5]]).Ambiguous.Told());

    [Fact]
    public void What_the_file_leaves_out_ends_only_where_nothing_hangs_on_it()
    {
        // 112 has a seat that nobody ever held; 111 has posts, a duty and a village.
        var plan = Plans.Plan(ImportKind.Places, [.. Same[..3], "113,Xã 113,Xã,commune,11"]);
        Assert.Equal([(null, "111", "import.gone.place-stays"), (null, "1111", "import.gone.place-stays"), (null, "112", "import.gone.place-ends")], plan.Gone.Told());
        Assert.True(plan.IsClean);
        Assert.Equal(["112"], plan.After!.Places.Where(p => p.To == Plans.Day.AddDays(-1)).Select(p => p.Code));
        // Once more, it is gone no more.
        Assert.Equal(["111", "1111"], Plans.Plan(plan.After, ImportKind.Places, [.. Same[..3], "113,Xã 113,Xã,commune,11"]).Gone.Select(g => g.Code));
    }

    [Fact]
    public void An_end_in_the_file_takes_a_decree_where_somebody_answers_for_the_place()
    {
        string[] rows = [Header + ",to", .. Same[1..].Select(l => l + (l.StartsWith("111,", StringComparison.Ordinal) || l.StartsWith("112,", StringComparison.Ordinal) ? ",2023-12-31" : ","))];
        var plan = Plans.Plan(ImportKind.Places, rows);
        Assert.Equal([(4, "111", "import.wrong.place-end")], plan.Wrong.Told());
        Assert.Equal([(5, "112", "import.place.ends")], plan.Changed.Told());
        Assert.Null(plan.After);
    }

    [Fact]
    public void A_code_that_ended_lives_on_only_from_a_day_that_is_said()
    {
        var before = Registers.Small();
        before = before with { Places = [.. before.Places, Registers.Place("119", "11") with { To = new(2022, 12, 31) }] };
        Assert.Equal([(7, "119", "import.ambiguous.ended")], Plans.Plan(before, ImportKind.Places, [.. Same, "119,Xã Mới,Xã,commune,11"]).Ambiguous.Told());
        var plan = Plans.Plan(before, ImportKind.Places, [Header + ",from", .. Same[1..].Select(l => l + ","), "119,Xã Mới,Xã,commune,11,2023-05-01"]);
        Assert.Equal([(7, "119", "import.place.lives-on")], plan.New.Told());
        Assert.Equal(["Xã 119", "Xã Mới"], plan.After!.Places.Where(p => p.Code == "119").Select(p => p.Name));
    }

    [Fact]
    public void Every_wrong_row_is_told_with_its_line_and_the_others_are_not_to_blame()
    {
        var plan = Plans.Plan(
            ImportKind.Places, [Header + ",from,to", .. Same[1..].Select(l => l + ",,"),
            ",Xã Không Mã,Xã,commune,11,,", "113,,Xã,commune,11,,", "114,Xã 114,Xã,commune,99,,", "112,Xã 112,Xã,commune,11,,",
            "115,Xã 115,Xã,commune,11,2023-02-31,", "116,Xã 116,Xã,commune,11,2023-05-01,2023-04-01", "1151,Thôn,Thôn,village,115,,", "117,Xã 117,Xã,commune,117,,", "118,\"Xã 118,Xã,commune,11,,"]);
        Assert.Equal(
            [
                (7, "", "register.empty-code"), (8, "113", "register.empty-text"), (9, "114", "register.unknown-parent"), (10, "112", "register.duplicate-code"),
                (11, "115", "import.cell.no-day"), (12, "116", "register.end-before-start"), (14, "117", "register.cycle"), (15, "118", "register.unclosed-quote"),
            ],
            plan.Wrong.Told());
        Assert.Contains("“2023-02-31” is no day of the calendar", plan.Wrong[4].Why.In(Texts.English), StringComparison.Ordinal);
        Assert.Equal([(13, "1151", "import.place.new")], plan.New.Told());
        Assert.Null(plan.After);
    }

    [Fact]
    public void Zeros_that_a_spreadsheet_dropped_are_asked_for_and_not_guessed()
    {
        var before = Registers.Small();
        before = before with { Places = [.. before.Places, Registers.Place("00101", "11")] };
        var plan = Plans.Plan(before, ImportKind.Places, [.. Same, "101,Xã 00101,Xã,commune,11"]);
        Assert.Equal([(7, "101", "import.wrong.zeros")], plan.Wrong.Told());
        Assert.Contains("00101", plan.Wrong[0].Why.In(Texts.English), StringComparison.Ordinal);
    }

    [Fact]
    public void A_day_before_the_place_became_what_it_is_is_refused_unless_an_older_file_names_it()
    {
        string[] Dated(string name, string from) => [Header + ",from", .. Same[1..3].Select(l => l + ","), $"111,{name},Xã,commune,11,{from}", .. Same[4..].Select(l => l + ",")];
        var before = Plans.Plan(ImportKind.Places, Dated("Xã Mới", "2021-04-29")).After!;
        Assert.True(Plans.Plan(before, ImportKind.Places, Dated("Xã Mới", "2021-04-29")) is { IsClean: true, Changes: false });
        Assert.Equal([(4, "111", "import.place.corrected")], Plans.Plan(before, ImportKind.Places, Dated("Xã Khác", "2021-04-29")).Changed.Told());
        Assert.Equal([(4, "111", "import.wrong.place-past")], Plans.Plan(before, ImportKind.Places, Dated("Xã Khác", "2020-01-01")).Wrong.Told());
    }

    [Fact]
    public void An_official_code_that_lives_on_is_that_of_the_unit_in_force()
    {
        var small = Registers.Small();
        var old = Registers.Place("120", "11") with { To = new(2022, 12, 31) };
        var young = new Place("120~2", "Xã Trẻ", "Xã", "commune", "11", new(2023, 1, 1)) { OfficialCode = "120" };
        var before = small with { Places = [.. small.Places, old, young, new("1201", "Thôn", "Thôn", "village", "120~2", new(2023, 1, 1))], Seats = [.. small.Seats, new Seat("120~2.monitor", "120~2", SeatRole.Monitor)] };
        foreach (var kind in (ImportKind[])[ImportKind.Places, ImportKind.Posts]) Assert.True(Plans.Plan(before, kind, [.. Plans.Lines(kind, before)]) is { IsClean: true, Changes: false, Gone.Count: 0 });
        Assert.Contains("120,Xã Trẻ,Xã,commune,11,2023-01-01,", Plans.Lines(ImportKind.Places, before));
        var plan = Plans.Plan(before, ImportKind.Places, [.. Same, "120,Phường Trẻ,Phường,commune,11", "1201,Thôn,Thôn,village,120", "1202,Thôn Hai,Thôn,village,120"]);
        Assert.Equal([(7, "120", "import.place.changed")], plan.Changed.Told());
        Assert.Equal(("Phường Trẻ", "120"), plan.After!.Places.Where(p => p.Code == "120~2" && p.To is null).Select(p => (p.Name, p.OfficialCode)).Single());
        Assert.Equal("120~2", plan.After.Places.Single(p => p.Code == "1202").Parent);
        Assert.Equal(old, plan.After.Places.Single(p => p.Code == "120"));
        Assert.Equal("120~2.monitor", Plans.Plan(before, ImportKind.Posts, "place,role,official", "120,monitor,a").New.Single().Code);
    }

    [Fact]
    public void A_first_register_comes_from_nothing()
    {
        var plan = Plans.Plan(new RegisterContent([], [], [], [], [], []), ImportKind.Places, Same);
        Assert.Equal(5, plan.New.Count);
        Assert.Equal(5, RegisterSnapshot.Build(plan.After!).PlaceCount);
    }
}
