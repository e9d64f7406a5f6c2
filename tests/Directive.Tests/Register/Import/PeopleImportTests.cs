using Directives.Language;
using Directives.Register;
using Directives.Register.Import;
using Directives.Tests.Persons;

namespace Directives.Tests.Register.Import;

/// <summary>What files of bodies and officials would change.</summary>
public sealed class PeopleImportTests
{
    private static readonly RegisterContent Roled = RoledProvince.Content();

    [Fact]
    public void Fields_that_differ_are_told_from_what_to_what_and_columns_that_are_not_there_change_nothing()
    {
        var plan = Plans.Plan(ImportKind.Officials, "id;title;title_en;address", "a;Chức danh a;Title a;a@place.example", "b;Chánh Văn phòng;Chief;b@new.example", "c;Chức danh c;Title c;c@place.example");
        Assert.Equal("title: Chức danh b → Chánh Văn phòng; English title: Title b → Chief; mail address: b@place.example → b@new.example", plan.Changed.Single().Why.In(Texts.English));
        Assert.Equal((3, "b"), (plan.Changed[0].Row, plan.Changed[0].Code));
        Assert.Equal("b@new.example", plan.After!.Officials.Single(o => o.Id == "b").Address);
    }

    [Fact]
    public void Nobody_leaves_who_still_owes()
    {
        var lines = Plans.Lines(ImportKind.Officials, Roled).Where(l => !l.StartsWith("m112,", StringComparison.Ordinal) && !l.StartsWith("nobody,", StringComparison.Ordinal)).ToArray();
        var plan = Plans.Plan(Roled, ImportKind.Officials, lines);
        Assert.Equal([(null, "m112", "import.wrong.official-owes")], plan.Wrong.Told());
        Assert.Equal("Title m112", Roled.Officials.Single(o => o.Id == "m112").TitleEn);
        Assert.Contains("holds the seat 112.monitor; has sub as standing substitute", plan.Wrong[0].Why.In(Texts.English), StringComparison.Ordinal);
        Assert.Equal(["m112"], plan.Gone.Select(g => g.Code));
        Assert.Null(plan.After);
    }

    [Fact]
    public void Who_owes_nothing_leaves_the_body_and_stays_by_name()
    {
        var content = Roled with { Officials = [.. Roled.Officials.Select(o => o.Id == "nobody" ? o with { Body = "other" } : o)] };
        var lines = Plans.Lines(ImportKind.Officials, content).Where(l => !l.StartsWith("nobody,", StringComparison.Ordinal)).ToArray();
        var plan = Plans.Plan(content, ImportKind.Officials, lines);
        Assert.Equal([(null, "nobody", "import.gone.official")], plan.Gone.Told());
        Assert.Null(plan.After!.Officials.Single(o => o.Id == "nobody").Body);
        Assert.True(Plans.Plan(plan.After, ImportKind.Officials, lines) is { IsClean: true, Changes: false, Gone.Count: 0 });
    }

    [Theory]
    [InlineData("admin1", false, false)]
    [InlineData("desk1", false, false)]
    // Stands in for an administrator.
    [InlineData("proxy", false, false)]
    [InlineData("m112", false, true)]
    [InlineData("admin1", true, true)]
    public void On_a_page_nobody_alone_moves_the_letters_of_somebody_whose_duty_takes_two(string official, bool trusted, bool may)
    {
        var lines = Plans.Lines(ImportKind.Officials, Roled).Select(l => l.Replace($",{official}@place.example,", ",elsewhere@place.example,", StringComparison.Ordinal)).ToArray();
        var plan = Plans.Plan(Roled, ImportKind.Officials, trusted, lines);
        Assert.Equal(may ? [official] : [], plan.Changed.Select(c => c.Code));
        Assert.Equal(may ? [] : [(official, "import.wrong.takes-two")], plan.Wrong.Select(w => (w.Code, w.Why.Key)));
    }

    [Fact]
    public void Wrong_officials_are_told_with_their_lines()
    {
        var plan = Plans.Plan(
            ImportKind.Officials, "id,title,title_en,body,address,language", "a,Chức danh a,Title a,,a@place.example,vi", "b,Chức danh b,Title b,none,b@place.example,vi",
            "c,Chức danh c,Title c,,nowhere,vi", "d,D,D,,d@place.example,fr", "health,E,E,,e@place.example,vi", ",F,F,,f@place.example,vi", "a,Chức danh a,Title a,,a@place.example,vi", "g,,,,g@place.example,");
        Assert.Equal(
            [
                (3, "b", "register.unknown-body"), (4, "c", "register.bad-address"), (5, "d", "register.bad-language"), (6, "health", "register.duplicate-id"),
                (7, "", "register.empty-id"), (8, "a", "register.duplicate-id"), (9, "g", "register.empty-text"), (9, "g", "register.empty-text"),
            ],
            plan.Wrong.Told());
    }

    [Fact]
    public void An_official_under_another_id_is_ambiguous()
    {
        var content = Registers.Small() with { Officials = [.. Registers.Small().Officials, Registers.Person("old")] };
        var lines = Plans.Lines(ImportKind.Officials, content).Select(l => l.Replace("old,", "new,", StringComparison.Ordinal)).ToArray();
        Assert.Equal([(5, "new", "import.ambiguous.id")], Plans.Plan(content, ImportKind.Officials, lines).Ambiguous.Told());
    }

    [Fact]
    public void Bodies_are_matched_by_id_and_never_removed()
    {
        var plan = Plans.Plan(Roled, ImportKind.Bodies, "id,name,name_en,kind,place,leader,clerk", "health,Sở Y tế,Health,agency,1,chief,clerk", "new,Sở Mới,New,agency,1,,", "bad,Sở,Dept,agency,99,,", "bad2,Sở,Dept,agency,1,nobodyatall,");
        Assert.Equal([("health", "import.changed")], plan.Changed.Select(c => (c.Code, c.Why.Key)));
        Assert.Equal(["new"], plan.New.Select(c => c.Code));
        Assert.Equal([(null, "other", "import.gone.body")], plan.Gone.Told());
        Assert.Equal([(4, "bad", "register.unknown-place"), (5, "bad2", "import.wrong.leader")], plan.Wrong.Told());
    }

    [Fact]
    public void A_body_under_another_id_is_ambiguous() => Assert.Equal(
        [(3, "justice", "import.ambiguous.id")],
        Plans.Plan(Roled, ImportKind.Bodies, "id,name,name_en,kind", "health,Sở Y tế,Department of Health,agency", "justice,Sở Tư pháp,Department of Justice,agency").Ambiguous.Told());
}
