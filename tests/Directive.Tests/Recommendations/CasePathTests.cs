using Directives.Recommendations;

namespace Directives.Tests.Recommendations;

/// <summary>Which obligations follow from what has happened to a recommendation (R5, R7, R11).</summary>
public sealed class CasePathTests
{
    [Fact]
    public void The_office_owes_a_look_within_two_working_days_and_the_same_day_where_it_is_urgent()
    {
        Assert.Equal(["look Office 05-10 1"], new CaseStory().Owed);
        Assert.Equal(["look Office 05-08 1"], new CaseStory(urgent: true).Owed);
    }

    [Fact]
    public void Lowered_urgency_begins_a_new_round_with_the_ordinary_date()
    {
        var story = new CaseStory(urgent: true).Then(new UrgencyLowered { Reason = "Không cấp bách." });
        Assert.Equal(["look Office 05-10 2"], story.Owed);
    }

    [Fact]
    public void A_case_walks_from_raised_to_settled_and_every_step_is_owed_by_somebody()
    {
        var story = new CaseStory().On(5, 9).ToCommittee();
        Assert.Equal(["decision Committee 05-30 2"], story.Owed);
        story.On(5, 22).Decided(assignments: CaseStory.Task(cooperating: "land"));
        Assert.Equal(["part|a1|land Body:land 06-30 3", "result|a1 Body:roads 06-30 3"], story.Owed);
        story.Then(new Accepted { Assignment = "a1" });
        story.On(6, 12).Then(new PartConfirmed { Assignment = "a1", Body = "land" });
        story.Then(new Finished { Assignment = "a1", Result = "Đã sửa xong." });
        Assert.Equal(["answer Raiser:111.monitor 06-19 6"], story.Owed);
        story.On(6, 15).AnsweredToday();
        Assert.Equal(["confirmation LocalLeader:111 06-22 7"], story.Owed);
        story.On(6, 16).Said(PlaceVerdict.HeardSettled, null);
        Assert.Equal((CaseEnd.Settled, CaseStage.Ended), (story.State.End, story.State.Stage));
        Assert.Empty(story.Owed);
    }

    [Fact]
    public void An_answer_on_the_spot_stands_unless_the_place_objects_within_ten_working_days()
    {
        var silent = new CaseStory(spot: "Đã giải thích.");
        Assert.Equal((CaseStage.OnTheSpot, new DateOnly(2023, 5, 22)), (silent.State.Stage, silent.State.SilentUntil));
        Assert.Equal(CaseRefusal.NotNow, silent.On(5, 22).Try(new Unanswered()));
        silent.On(5, 23).Then(new Unanswered());
        Assert.Equal(CaseEnd.AnsweredOnTheSpot, silent.State.End);

        var objects = new CaseStory(spot: "Đã giải thích.").On(5, 12).Then(new SpotRefused { Because = "Chưa xong." });
        Assert.Equal(["look Office 05-16 2"], objects.Owed);
    }

    [Fact]
    public void The_first_not_settled_reopens_it_to_the_recorder_and_the_second_ends_it()
    {
        var story = new CaseStory().ToCommittee().Decided().AnsweredToday().Said(PlaceVerdict.HeardNotSettled);
        Assert.True(story.State.Reopened);
        Assert.Equal(["decision Committee 05-29 5"], story.Owed);
        story.Decided().AnsweredToday().Said(PlaceVerdict.HeardNotSettled);
        Assert.Equal(CaseEnd.NotSettled, story.State.End);
    }

    [Fact]
    public void What_the_place_did_not_hear_is_owed_to_it_again()
    {
        var story = new CaseStory().ToCommittee().Decided().AnsweredToday().Said(PlaceVerdict.NotHeard, "Chưa ai báo.");
        Assert.Equal(["answer Raiser:111.monitor 05-15 5"], story.Owed);
    }

    [Fact]
    public void A_word_of_the_place_can_be_taken_back_for_five_days()
    {
        var story = new CaseStory().ToCommittee().Decided().AnsweredToday().Said(PlaceVerdict.HeardSettled, null);
        story.On(5, 13).Then(new ConfirmationUndone());
        Assert.Equal((null, CaseStage.Confirmation), (story.State.End, story.State.Stage));
        Assert.Equal(["confirmation LocalLeader:111 05-19 6"], story.Owed);

        var late = new CaseStory().ToCommittee().Decided().AnsweredToday().Said(PlaceVerdict.HeardSettled, null);
        Assert.Equal(CaseRefusal.TooLateToUndo, late.On(5, 14).Try(new ConfirmationUndone()));
    }

    [Fact]
    public void Silence_ends_it_unconfirmed_only_when_the_ladder_is_over_and_is_never_taken_for_consent()
    {
        var story = new CaseStory().ToCommittee().Decided().AnsweredToday();
        var until = story.State.SilentUntil!.Value;
        Assert.True(until > new DateOnly(2023, 5, 29));
        Assert.Equal(CaseRefusal.NotNow, story.On(until.Month, until.Day).Try(new Unanswered()));
        var after = until.AddDays(1);
        story.On(after.Month, after.Day).Then(new Unanswered());
        Assert.Equal(CaseEnd.Unconfirmed, story.State.End);
    }

    [Fact]
    public void Declined_and_heard_is_an_end_of_its_own()
    {
        var story = new CaseStory().ToCommittee().Decided(DecisionOutcome.Decline, "Ngoài thẩm quyền.").AnsweredToday().Said(PlaceVerdict.HeardSettled, null);
        Assert.Equal(CaseEnd.DeclinedAndHeard, story.State.End);
    }

    [Fact]
    public void A_decision_put_off_is_owed_on_the_new_date_in_a_new_round_and_the_second_time_needs_a_reason()
    {
        var story = new CaseStory().ToCommittee().Decided(DecisionOutcome.PutOff, to: new DateOnly(2023, 6, 5));
        Assert.Equal(["decision Committee 06-05 3"], story.Owed);
        Assert.Equal(CaseRefusal.ReasonNeeded, story.Try(CaseStory.Decision(DecisionOutcome.PutOff, to: new DateOnly(2023, 6, 12))));
        story.Decided(DecisionOutcome.PutOff, "Chờ ý kiến trung ương.", new DateOnly(2023, 6, 12));
        Assert.Equal(["decision Committee 06-12 4"], story.Owed);
        Assert.Equal(2, story.State.PutOffs);
    }

    [Fact]
    public void A_task_handed_on_keeps_its_clock_and_the_third_hand_goes_to_the_office()
    {
        var story = new CaseStory().ToCommittee().Decided(assignments: CaseStory.Task());
        foreach (var to in new[] { "land", "schools" }) story.Then(Handed(to));
        Assert.Equal(["result|a1 Body:schools 06-30 3"], story.Owed);
        story.Then(Handed("health"));
        Assert.Equal(["placing|a1 Office 05-10 6", "result|a1 Office 06-30 3"], story.Owed);
        story.Then(Handed("roads"));
        Assert.Equal(["result|a1 Body:roads 06-30 3"], story.Owed);
    }

    [Fact]
    public void More_time_is_asked_for_once_and_the_office_decides()
    {
        var story = new CaseStory().ToCommittee().Decided(assignments: CaseStory.Task());
        story.Then(Asked(new DateOnly(2023, 7, 14)));
        Assert.Equal(["more-time|a1 Office 05-10 4", "result|a1 Body:roads 06-30 3"], story.Owed);
        Assert.Equal(CaseRefusal.AskedAlready, story.Try(Asked(new DateOnly(2023, 7, 21))));
        story.Then(new MoreTimeDecided { Assignment = "a1", Until = new DateOnly(2023, 7, 14) });
        Assert.Equal(["result|a1 Body:roads 07-14 5"], story.Owed);
        Assert.Equal(new DateOnly(2023, 6, 30), Assert.Single(story.State.Duties).FirstDue);
        Assert.Equal(CaseRefusal.AskedAlready, story.Try(Asked(new DateOnly(2023, 7, 21))));
    }

    [Fact]
    public void A_corrected_step_counts_no_more_and_nothing_is_deleted()
    {
        var story = new CaseStory().ToCommittee().Decided(DecisionOutcome.Decline, "Nhầm hồ sơ.");
        story.On(5, 10).Then(new Corrected { Step = 3, Reason = "Ghi nhầm hồ sơ." });
        Assert.Null(story.State.Decision);
        Assert.Equal(["decision Committee 05-31 4"], story.Owed);
        Assert.Equal(4, story.Events.Count);
        Assert.Equal(CaseRefusal.UnknownStep, story.Try(new Corrected { Step = 1, Reason = "Xóa." }));
    }

    [Fact]
    public void A_merged_case_owes_nothing_itself_and_gets_the_decision_of_the_other()
    {
        var story = new CaseStory().Then(new Merged { Into = "c2" });
        Assert.Equal((0, "c2"), (story.Owed.Length, story.State.MergedInto));
        story.Decided();
        Assert.Equal(["answer Raiser:111.monitor 05-15 3"], story.Owed);
    }

    [Fact]
    public void A_merging_undone_brings_it_back_to_where_it_stood()
    {
        var story = new CaseStory().ToCommittee().Then(new Merged { Into = "c2" });
        story.Then(new Unmerged { Reason = "Khác nội dung." });
        Assert.Equal(["decision Committee 05-29 4"], story.Owed);
    }

    [Theory]
    [InlineData("", CaseRefusal.ReasonNeeded)]
    [InlineData("Lý do.", CaseRefusal.DecidedAlready)]
    public void It_can_be_taken_back_with_a_reason_until_it_is_decided(string reason, CaseRefusal refusal)
    {
        var story = new CaseStory().ToCommittee();
        if (refusal == CaseRefusal.DecidedAlready) story.Decided();
        Assert.Equal(refusal, story.Try(new Withdrawn { Reason = reason }));
    }

    [Fact]
    public void What_cannot_be_decided_is_refused_with_the_reason()
    {
        var story = new CaseStory().ToCommittee();
        Assert.Equal(CaseRefusal.ReasonNeeded, story.Try(CaseStory.Decision(DecisionOutcome.Decline)));
        Assert.Equal(CaseRefusal.UnknownBody, story.Try(CaseStory.Decision(assignments: CaseStory.Task(lead: "abolished"))));
        Assert.Equal(CaseRefusal.DayInPast, story.Try(CaseStory.Decision(assignments: CaseStory.Task(due: new DateOnly(2023, 5, 5)))));
        Assert.Equal(CaseRefusal.NoWorkingDay, story.Try(CaseStory.Decision(assignments: CaseStory.Task(due: new DateOnly(2023, 5, 13)))));
        Assert.Equal(CaseRefusal.NamedTwice, story.Try(CaseStory.Decision(assignments: CaseStory.Task(cooperating: "roads"))));
        story.Decided();
        Assert.Equal(CaseRefusal.DecidedAlready, story.Try(CaseStory.Decision()));
        Assert.Equal(CaseRefusal.MergeInCircle, CaseGuard.RefusesMerge("c1", ["c2", "c3", "c1"]));
    }

    private static HandedOn Handed(string to) => new() { Assignment = "a1", To = to, Reason = "Không thuộc thẩm quyền." };

    private static MoreTimeAsked Asked(DateOnly until) => new() { Assignment = "a1", Until = until, Reason = "Mưa lũ." };
}
