using CsCheck;
using Directives.Recommendations.Confidential;
using Directives.Register;
using Directives.Tests.Chasing;

namespace Directives.Tests.Recommendations.Confidential;

/// <summary>Whom a confidential matter concerns, and who reads it (R6).</summary>
public sealed class ConcernedTests
{
    private static readonly DateOnly Day = new(2023, 5, 8);
    private static readonly RegisterSnapshot Register = DeskProvince.Register();

    [Theory]
    [InlineData("Official:leader11", "boss desk3 leader11 vice11")]
    [InlineData("Official:desk2", "desk2")]
    [InlineData("Official:m112", "boss chief m112 sub")]
    [InlineData("Official:boss", "boss")]
    [InlineData("Official:leader113", "boss leader11 leader113 desk3")]
    [InlineData("Official:member", "member secretary")]
    [InlineData("Official:desk1", "desk1 proxy")]
    [InlineData("Body:health", "boss chief clerk m112 m113 secretary sub")]
    [InlineData("Body:committee-11", "aide11 boss desk3 leader11 leader113 m111 m112 m113 stand-in sub vice11 chief")]
    [InlineData("Place:113", "boss chief leader11 leader113 m113 desk3")]
    [InlineData("Place:none", "")]
    [InlineData("Official:none", "")]
    public void Concerned_are_those_named_with_their_deputies_superiors_and_substitutes(string named, string expected) =>
        Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(), Concerned.Of([Named.Parse(named)!.Value], Register, Day).Order());

    [Fact]
    public void A_named_district_concerns_all_in_it_and_below_it()
    {
        var concerned = Concerned.Of([new Named(NamedKind.Place, "11")], Register, Day);
        Assert.Superset(new HashSet<string> { "boss", "leader11", "vice11", "aide11", "leader113", "m111", "m112", "m113", "desk3" }, concerned.ToHashSet());
        Assert.DoesNotContain("m121", concerned);
        Assert.DoesNotContain("desk1", concerned);
    }

    [Fact]
    public void Whoever_follows_in_a_post_is_concerned_from_that_day_on_and_whoever_left_stays_so()
    {
        Named[] named = [new(NamedKind.Place, "111")];
        Assert.DoesNotContain("heir", Concerned.Of(named, Register, Day));
        Assert.Contains("heir", Concerned.Of(named, Register, new DateOnly(2023, 6, 1)));
        // By the day of raising and by that of looking.
        var content = DeskProvince.Content();
        var moved = RegisterSnapshot.Build(content with { Substitutes = [.. content.Substitutes.Where(s => s.By != "desk3")] });
        var leader = new[] { new Named(NamedKind.Official, DeskProvince.Leader) };
        Assert.Equal("desk1 desk2", string.Join(' ', DeskReaders.Of("m111", leader, [.. Concerned.Of(leader, Register, Day)], moved, Day).Desk));
        Assert.Equal(["desk1", "desk2", "desk3"], DeskReaders.Of("m111", leader, [], moved, Day).Desk);
    }

    [Fact]
    public void Where_nobody_of_the_desk_is_left_the_standing_deputy_secretary_reads_then_the_secretary_then_nobody()
    {
        Named[] desk = [new(NamedKind.Official, "desk1"), new(NamedKind.Official, "desk2"), new(NamedKind.Official, "desk3")];
        Assert.Equal(["deputy"], Desk(desk));
        Assert.Equal(["secretary"], DeskReaders.Of("deputy", desk, [], Register, Day).Desk);
        Assert.Empty(Desk([.. desk, new(NamedKind.Official, "deputy")]));
        Assert.Empty(Desk([new(NamedKind.Place, "1")]));

        static IReadOnlyList<string> Desk(Named[] named) => DeskReaders.Of("m111", named, [], Register, Day).Desk;
    }

    [Fact]
    public void A_raiser_of_the_desk_is_never_the_desk_of_their_own_matter() =>
        Assert.Equal(["desk2", "desk3"], DeskReaders.Of("desk1", [new Named(NamedKind.Official, "m121")], [], Register, Day).Desk);

    [Fact]
    public void No_one_concerned_ever_reads_but_the_raiser_and_nobody_else_ever_reads()
    {
        var content = DeskProvince.Content();
        var all = content.Officials.Select(o => new Named(NamedKind.Official, o.Id)).Concat(content.Bodies.Select(b => new Named(NamedKind.Body, b.Id)))
            .Concat(content.Places.Select(p => new Named(NamedKind.Place, p.Code))).ToArray();
        var people = content.Officials.Select(o => o.Id).ToArray();
        Gen.Select(One(all).List[0, 4], One(people), One(people).Array[0, 8], One(people).Array[0, 8], Gen.Int[0, 60]).Sample(
            (named, raiser, by, whom, days) =>
            {
                var substitutes = by.Zip(whom).Where(p => p.First != p.Second).Select(p => new Substitute(p.Second, p.First, SmallProvince.Start));
                var register = RegisterSnapshot.Build(content with { Substitutes = [.. substitutes] });
                var then = Concerned.Of(named, DeskProvince.Register(), Day);
                var today = Day.AddDays(days);
                var readers = DeskReaders.Of(raiser, named, then, register, today);
                var concerned = then.Concat(Concerned.Of(named, register, today)).ToHashSet();
                Assert.DoesNotContain(people, p => p != raiser && concerned.Contains(p) && readers.Has(p));
                Assert.DoesNotContain(raiser, readers.Desk);
                Assert.Superset(readers.Desk.ToHashSet(), new HashSet<string> { "desk1", "desk2", "desk3", "deputy", "secretary" });
                // Whoever substitutes for one named, or is substituted by one, is concerned.
                Assert.All(register.Content.Substitutes.Where(s => named.Contains(new Named(NamedKind.Official, s.For))), s => Assert.Contains(s.By, concerned));
                Assert.All(register.Content.Substitutes.Where(s => named.Contains(new Named(NamedKind.Official, s.By))), s => Assert.Contains(s.For, concerned));
            },
            iter: 300);
    }

    [Fact]
    public void Naming_more_never_lets_more_people_be_unconcerned()
    {
        var people = DeskProvince.Content().Officials.Select(o => new Named(NamedKind.Official, o.Id)).ToArray();
        One(people).List[0, 3].Sample(named =>
            Assert.Superset(Concerned.Of(named, Register, Day).ToHashSet(), Concerned.Of([.. named, new Named(NamedKind.Body, "health")], Register, Day).ToHashSet()), iter: 100);
    }

    private static Gen<T> One<T>(T[] of) => Gen.Int[0, of.Length - 1].Select(i => of[i]);

    [Theory]
    [InlineData("Official:a:b", "a:b")]
    [InlineData("official:a", null)]
    [InlineData("3:a", null)]
    [InlineData("", null)]
    public void What_a_form_names_is_read_strictly(string text, string? id) => Assert.Equal(id, Named.Parse(text)?.Id);
}
