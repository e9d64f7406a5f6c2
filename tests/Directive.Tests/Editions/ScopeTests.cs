using System.Text;
using Directives.Calendars;
using Directives.Chasing;
using Directives.Cycles;
using Directives.Editions;
using Directives.Register;
using Directives.Tables;
using Directives.Tests.Chasing;

namespace Directives.Tests.Editions;

/// <summary>Rules for some areas or seats beside a role's own (R2): the most specific counts.</summary>
public sealed class ScopeTests
{
    private static readonly DateOnly _day = new(2023, 7, 1);

    [Fact]
    public void The_most_specific_rule_counts_for_a_seat()
    {
        var edition = SmallEditions.With(
            _day,
            SmallEditions.Area("province", Cadence.Year, "1"), SmallEditions.Area("district", Cadence.Quarter, "11"), SmallEditions.Seats("seat", Cadence.HalfYear, "111.monitor"));
        Assert.Equal(
            [("111.monitor", "seat"), ("112.monitor", "district"), ("113.monitor", "district"), ("121.monitor", "province"), ("122.monitor", "province"), ("123.monitor", "province")],
            Names(edition, SmallEditions.Register, _day).Where(n => n.Seat.EndsWith("monitor", StringComparison.Ordinal)));
        Assert.Equal([("11.in-charge", null), ("12.in-charge", null)], Names(edition, SmallEditions.Register, _day).Where(n => n.Seat.EndsWith("charge", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_rule_for_a_commune_counts_at_the_place_itself() =>
        Assert.Equal(
            ["122.monitor"],
            Names(SmallEditions.With(_day, SmallEditions.Area("one", Cadence.Quarter, "122")), SmallEditions.Register, _day).Where(n => n.Rule == "one").Select(n => n.Seat));

    [Fact]
    public void What_lies_above_is_told_by_the_tree_of_the_day()
    {
        var moved = RegisterSnapshot.Build(Moved(new DateOnly(2023, 6, 1)));
        var edition = SmallEditions.With(_day, SmallEditions.Area("district", Cadence.Quarter, "11"));
        Assert.Contains(("111.monitor", "district"), Names(edition, moved, new DateOnly(2023, 5, 31)));
        Assert.Contains(("111.monitor", null), Names(edition, moved, new DateOnly(2023, 6, 1)));
    }

    [Fact]
    public void An_edition_with_such_rules_is_written_and_read_back_and_others_are_written_as_before()
    {
        var edition = SmallEditions.With(_day, SmallEditions.Area("district", Cadence.Quarter, "11", "12"), SmallEditions.Seats("seat", Cadence.HalfYear, "111.monitor"));
        var text = EditionFile.Write(edition);
        Assert.Equal(text, EditionFile.Write(EditionFile.Parse(text, "back")));
        Assert.Equivalent(edition, EditionFile.Parse(text, "back"), strict: true);
        Assert.Contains("\"name\": \"district\"", text, StringComparison.Ordinal);

        foreach (var before in new[] { EditionFile.Write(EditionFile.Sample), Encoding.UTF8.GetString(Stored.Bytes(EditionFile.Sample)) })
        {
            Assert.DoesNotContain("areas", before, StringComparison.Ordinal);
            Assert.DoesNotContain("seats", before, StringComparison.Ordinal);
            Assert.EndsWith("\"missedWorkingDays\":15}]}", before.Replace(" ", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Rows_from_before_there_were_such_rules_read_and_write_as_they_did()
    {
        const string Seat = """{"seat":"112.monitor","place":"112","role":"monitor"}""";
        var seat = Stored.Read<PlannedSeat>(Encoding.UTF8.GetBytes(Seat));
        Assert.Equal(new PlannedSeat("112.monitor", "112", SeatRole.Monitor), seat);
        Assert.Equal(Seat, Encoding.UTF8.GetString(Stored.Bytes(seat)));
        var owed = new Obligation { Seat = "112.monitor", Place = "112", Role = SeatRole.Monitor, FirstDue = _day, Due = _day };
        Assert.DoesNotContain("rule", Encoding.UTF8.GetString(Stored.Bytes(owed)), StringComparison.Ordinal);
        Assert.Equal("one", Stored.Read<Obligation>(Stored.Bytes(owed with { Rule = "one" })).Rule);
    }

    [Theory]
    [InlineData("name", "", "$.roles[2].name", "needs a name")]
    [InlineData("name", "\"name\": \"North\"", "$.roles[2].name", "small letters")]
    [InlineData("areas", "", "$.roles[2].name", "Only a rule for areas or seats has a name")]
    [InlineData("areas", "\"areas\": []", "$.roles[2].areas", "The list is empty")]
    [InlineData("areas", "\"areas\": [\"11\", \"11\"]", "$.roles[2].areas[1]", "named twice")]
    [InlineData("areas", "\"areas\": [\"12\"]", "$.roles[3].areas[0]", "stands in the rule \"north\"")]
    [InlineData("areas", "\"areas\": 11", "$.roles[2].areas", "A list is expected")]
    public void A_wrong_rule_is_refused_with_its_place(string field, string with, string path, string reason)
    {
        var text = EditionFile.Write(SmallEditions.With(_day, SmallEditions.Area("north", Cadence.Quarter, "11"), SmallEditions.Area("south", Cadence.Quarter, "12")));
        var whole = field == "name" ? "\"name\": \"north\"" : System.Text.RegularExpressions.Regex.Match(text, "\"areas\": \\[\\s*\"11\"\\s*\\]").Value;
        var at = text.IndexOf(whole, StringComparison.Ordinal);
        var wrong = text.Remove(at, whole.Length).Insert(at, with);
        if (with.Length == 0) wrong = System.Text.RegularExpressions.Regex.Replace(wrong, ",(\\s*)([,}])", "$1$2");
        var problem = Assert.Single(Assert.Throws<RulesFileException>(() => EditionFile.Parse(wrong, "wrong.json")).Problems, p => p.Path == path);
        Assert.Contains(reason, problem.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_rules_of_one_name_one_seat_twice_and_a_rule_that_narrows_nothing_are_refused()
    {
        Refused(SmallEditions.With(_day, SmallEditions.Area("one", Cadence.Quarter, "11"), SmallEditions.Area("one", Cadence.Quarter, "12")), "$.roles[3].name", "\"one\" already");
        Refused(SmallEditions.With(_day, SmallEditions.Seats("one", Cadence.Quarter, "111.monitor"), SmallEditions.Seats("two", Cadence.Year, "111.monitor")), "$.roles[3].seats[0]", "in the rule \"one\"");
        Refused(SmallEditions.From(_day, SmallProvince.Edition.For(SeatRole.InCharge)!, SmallEditions.Area("one", Cadence.Quarter, "11")), "$.roles[1].role", "no rule for all of it");
    }

    [Fact]
    public void A_code_or_seat_that_the_register_does_not_know_so_is_named_with_its_place()
    {
        var edition = SmallEditions.With(
            _day, SmallEditions.Area("one", Cadence.Month, "11", "999"), SmallEditions.Seats("two", Cadence.Month, "none", "11.in-charge"),
            SmallEditions.Area("three", Cadence.Month, "123"), SmallEditions.Seats("four", Cadence.Month, "123.monitor"));
        Assert.Equal(
            [
                new NameProblem("$.roles[2].areas[1]", NameFault.UnknownArea, "999"),
                new NameProblem("$.roles[3].seats[0]", NameFault.UnknownSeat, "none"),
                new NameProblem("$.roles[3].seats[1]", NameFault.OtherRole, "11.in-charge"),
                new NameProblem("$.roles[4]", NameFault.NoSeat, "three"),
            ],
            EditionNames.Problems(edition, SmallEditions.Register));
        Assert.Empty(EditionNames.Problems(SmallProvince.Edition, SmallEditions.Register));
    }

    /// <summary>The small province with 111 in district 12 from a day on.</summary>
    internal static RegisterContent Moved(DateOnly day, RegisterContent? content = null)
    {
        var small = content ?? SmallProvince.Content();
        var place = small.Places.Single(p => p.Code == "111");
        return small with { Places = [.. small.Places.Where(p => p.Code != "111"), place with { To = day.AddDays(-1) }, place with { From = day, Parent = "12" }] };
    }

    private static void Refused(Edition edition, string path, string reason) =>
        Assert.Contains(Assert.Throws<RulesFileException>(() => EditionFile.Write(edition)).Problems, p => p.Path == path && p.Reason.Contains(reason, StringComparison.Ordinal));

    private static IEnumerable<(string Seat, string? Rule)> Names(Edition edition, RegisterSnapshot register, DateOnly day) =>
        register.Content.Seats.OrderBy(s => s.Id, StringComparer.Ordinal).Select(s => (s.Id, edition.For(s, register, day)!.Name));
}
