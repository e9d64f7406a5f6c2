using CsCheck;
using Directives.Access;
using Directives.Recommendations;
using Directives.Register;
using Directives.Tests.Chasing;
using Directives.Tests.Persons;

namespace Directives.Tests.Recommendations;

/// <summary>Who is what in a recommendation about place 111, and what each may do.</summary>
public sealed class CaseRightsTests
{
    private static readonly string[] _agencies = ["roads", "land", "schools"];
    private static readonly RegisterSnapshot Register = RegisterSnapshot.Build(Content());

    [Theory]
    [InlineData("m111", Who.Official, CaseCapacity.Raiser)]
    [InlineData("office", Who.Office, CaseCapacity.Office)]
    [InlineData("recorder", Who.Recorder, CaseCapacity.Recorder)]
    [InlineData("member", Who.Committee, CaseCapacity.Committee)]
    [InlineData("boss", Who.InCharge | Who.Official, CaseCapacity.InChargeAbove)]
    [InlineData("leader113", Who.LocalLeader, CaseCapacity.LocalLeader)]
    [InlineData("leader121", Who.LocalLeader, CaseCapacity.None)]
    [InlineData("m112", Who.Official, CaseCapacity.None)]
    [InlineData("chief", Who.Agency, CaseCapacity.None)]
    [InlineData("admin1", Who.Administrator, CaseCapacity.None)]
    [InlineData("auditor", Who.Auditor, CaseCapacity.None)]
    [InlineData("desk1", Who.ConfidentialDesk, CaseCapacity.None)]
    public void What_somebody_is_follows_from_the_register_and_the_roles_that_count(string whom, Who roles, CaseCapacity capacity) =>
        Assert.Equal(capacity, Of(new CaseStory(), whom, roles).Capacity);

    [Fact]
    public void A_body_has_its_leader_its_clerk_and_its_partners_and_keeps_reading_what_it_handed_on()
    {
        var story = new CaseStory().ToCommittee().Decided(assignments: CaseStory.Task("a1", "health", null, "land"));
        Assert.Equal(CaseCapacity.Lead | CaseCapacity.Hand, Of(story, "chief", Who.Agency).Capacity);
        Assert.Equal(CaseCapacity.Lead | CaseCapacity.Hand, Of(story, "clerk", Who.Agency | Who.Assistant).Capacity);
        Assert.Equal(CaseCapacity.Cooperating | CaseCapacity.Hand, Of(story, "otherclerk", Who.Agency | Who.Assistant).Capacity);
        Assert.Equal("Accept Finish Progress AskTime HandOn", Steps(story, "clerk", Who.Agency));
        Assert.Equal("Part", Steps(story, "otherclerk", Who.Agency));

        story.Then(new HandedOn { Assignment = "a1", To = "roads", Reason = "Không đúng lĩnh vực." });
        Assert.Equal(CaseCapacity.Hand, Of(story, "chief", Who.Agency).Capacity);
        Assert.Equal("", Steps(story, "chief", Who.Agency));
        Assert.Equal(CaseLeave.NotNow, Of(story, "chief", Who.Agency).LeaveFor(CaseStep.Finish, "a1"));
        // Nobody leads the body: the office acts for it.
        Assert.Equal("Accept Finish Progress AskTime HandOn Correct", Steps(story, "office", Who.Office));
    }

    [Fact]
    public void Each_stage_has_its_steps_for_those_who_owe_them()
    {
        var story = new CaseStory(urgent: true);
        Assert.Equal("ToCommittee Ask ToAgency LowerUrgency", Steps(story, "office", Who.Office));
        Assert.Equal("Withdraw", Steps(story, "m111", Who.Official));
        Assert.Equal("", Steps(story, "recorder", Who.Recorder));
        story.Then(new Questioned { Question = "Ở đâu?" });
        Assert.Equal("Reply Withdraw", Steps(story, "m111", Who.Official));
        story.Then(new Replied { Words = "Ở thôn 1." }).ToCommittee();
        Assert.Equal("Decide", Steps(story, "recorder", Who.Recorder));
        Assert.Equal("", Steps(story, "member", Who.Committee));
        story.Decided(DecisionOutcome.Decline, "Chưa có vốn.");
        Assert.Equal("Answer", Steps(story, "m111", Who.Official));
        Assert.Equal("", Steps(story, "leader113", Who.LocalLeader));
        story.AnsweredToday();
        Assert.Equal("Confirm", Steps(story, "leader113", Who.LocalLeader));
        story.Said(PlaceVerdict.HeardSettled);
        Assert.Equal("Undo", Steps(story, "leader113", Who.LocalLeader));
        Assert.Equal("Correct", Steps(story, "office", Who.Office));
        story.On(5, 14);
        Assert.Equal("", Steps(story, "leader113", Who.LocalLeader));
    }

    [Fact]
    public void The_place_may_refuse_an_answer_on_the_spot_in_its_time_only()
    {
        var story = new CaseStory(spot: "Đã giải thích.");
        Assert.Equal("NotSettled", Steps(story.On(5, 22), "leader113", Who.LocalLeader));
        Assert.Equal("", Steps(story.On(5, 23), "leader113", Who.LocalLeader));
    }

    [Fact]
    public void The_leader_of_the_place_reads_nothing_internal_unless_they_are_something_else_too()
    {
        Assert.False(Of(new CaseStory(), "leader113", Who.LocalLeader).ReadsInternal);
        Assert.True(Of(new CaseStory(), "leader113", Who.LocalLeader | Who.Committee).ReadsInternal);
        Assert.True(Of(new CaseStory(), "boss", Who.Official).ReadsInternal);
    }

    [Fact]
    public void While_the_seat_is_vacant_whoever_is_in_charge_above_acts_and_a_successor_takes_over()
    {
        var content = Content();
        var vacant = RegisterSnapshot.Build(content with { Posts = [.. content.Posts.Where(p => p.Official != "m111")] });
        var story = new CaseStory();
        var state = story.State with { Raiser = "m111" };
        Assert.Equal(CaseCapacity.Raiser | CaseCapacity.InChargeAbove, new CaseRights(state, story.Events, "boss", Who.Official, vacant, story.Today).Capacity);
        var before = new CaseRights(state, story.Events, "m111", Who.Official, vacant, story.Today);
        Assert.Equal(CaseCapacity.RaisedIt, before.Capacity);
        Assert.Empty(before.Chances);
    }

    [Fact]
    public void Whoever_is_nothing_may_nothing_and_whatever_is_offered_is_theirs() =>
        Gen.Select(CasePathProperties.Lives, Gen.Int[0, Register.Content.Officials.Count - 1], Gen.Int[0, (1 << 17) - 1]).Sample((tries, who, roles) =>
        {
            var whom = Register.Content.Officials[who].Id;
            var story = new CaseStory(urgent: tries.Length % 3 == 0, spot: tries.Length % 4 == 0 ? "Đã giải thích." : null);
            foreach (var one in tries) CasePathProperties.Live(story, one);
            var rights = Of(story, whom, (Who)roles);
            Assert.All(rights.Chances, c => Assert.Equal(CaseLeave.Given, rights.LeaveFor(c.Step, c.Assignment, c.Body)));
            if (rights.MayRead) return;
            Assert.Empty(rights.Chances);
            Assert.False(rights.ReadsInternal);
            foreach (var step in Enum.GetValues<CaseStep>())
            {
                foreach (var body in (string?[])[null, "health", "roads", "land"]) Assert.Equal(CaseLeave.None, rights.LeaveFor(step, "a1", body));
            }
        }, iter: 2000);

    private static CaseRights Of(CaseStory story, string whom, Who roles) => new(story.State, story.Events, whom, roles, Register, story.Today);

    private static string Steps(CaseStory story, string whom, Who roles) => string.Join(' ', Of(story, whom, roles).Chances.Select(c => c.Step));

    private static RegisterContent Content()
    {
        var content = RoledProvince.Content();
        return content with
        {
            Bodies = [.. content.Bodies, .. _agencies.Select(b => new Body(b, b, b, "agency", "1", b == "land" ? "otherclerk" : null))],
            Positions = [.. content.Positions, new Position(Duty.LocalLeader, "111", "leader113", SmallProvince.Start)],
        };
    }
}
