using CsCheck;
using Directives.Recommendations;

namespace Directives.Tests.Recommendations;

/// <summary>What holds of every case, whatever people try in whatever order.</summary>
public sealed class CasePathProperties
{
    private static readonly string[] Bodies = ["health", "roads", "land", "schools", "abolished"];

    /// <summary>One try: after some days, somebody does something.</summary>
    internal sealed record Try(int Days, int What, int Pick);

    internal static readonly Gen<Try[]> Lives = Gen.Select(Gen.Int[0, 9], Gen.Int[0, 17], Gen.Int[0, 19], (days, what, pick) => new Try(days, what, pick)).Array[0, 60];

    [Fact]
    public void A_case_that_goes_on_is_always_owed_by_somebody_or_waits_for_a_day_or_for_another_case() => Lives.Sample(tries =>
    {
        var story = new CaseStory(urgent: tries.Length % 3 == 0, spot: tries.Length % 4 == 0 ? "Đã giải thích." : null);
        foreach (var one in tries)
        {
            Live(story, one);
            var state = story.State;
            Assert.Equal(state.End is not null, state.Stage == CaseStage.Ended);
            Assert.True(state.End is not null || state.Duties.Count > 0 || state.SilentUntil is not null || state.MergedInto is not null, $"{state.Stage} owes nothing");
            if (state.End is not null) Assert.Empty(state.Duties);
            Assert.Equal(state.Duties.Count, state.Duties.Select(d => (d.Id, d.Round)).Distinct().Count());
        }
    }, iter: 3000);

    [Fact]
    public void What_is_refused_changes_nothing_and_what_is_admitted_is_kept() => Lives.Sample(tries =>
    {
        var story = new CaseStory(urgent: true);
        foreach (var one in tries)
        {
            var (before, owed) = (story.Events.Count, string.Join(';', story.Owed));
            var refused = Live(story, one);
            Assert.Equal(before + (refused is null ? 1 : 0), story.Events.Count);
            if (refused is not null) Assert.Equal(owed, string.Join(';', story.Owed));
        }
    }, iter: 2000);

    [Fact]
    public void A_round_is_never_climbed_twice_with_another_date() => Lives.Sample(tries =>
    {
        var story = new CaseStory(urgent: tries.Length % 2 == 0);
        var dates = new Dictionary<(string, int), DateOnly>();
        foreach (var one in tries)
        {
            Live(story, one);
            foreach (var duty in story.State.Duties)
            {
                if (duty.Kind is DutyKind.MoreTime or DutyKind.Placing || story.State.Void.Count > 0) continue;
                if (dates.TryGetValue((duty.Id, duty.Round), out var known)) Assert.Equal(known, duty.Due);
                else dates[(duty.Id, duty.Round)] = duty.Due;
            }
        }
    }, iter: 2000);

    [Fact]
    public void Every_case_counts_once_by_its_end() => Lives.Array[1, 12].Sample(lives =>
    {
        var cases = lives.Select(tries =>
        {
            var story = new CaseStory(spot: tries.Length % 5 == 0 ? "Đã giải thích." : null);
            foreach (var one in tries) Live(story, one);
            return story.State;
        }).ToList();
        var tally = CaseTally.Of(cases);
        Assert.Equal(cases.Count, tally.Raised);
        Assert.Equal(tally.Raised, tally.AnsweredOnTheSpot + tally.Withdrawn + tally.Confirmed + tally.NotSettled + tally.Unconfirmed + tally.Open);
    }, iter: 300);

    internal static CaseRefusal? Live(CaseStory story, Try one)
    {
        var today = story.Today.AddDays(one.Days);
        if (today.Year == 2023) story.On(today.Month, today.Day);
        var body = Bodies[one.Pick % Bodies.Length];
        var because = one.Pick % 7 == 0 ? "" : "Lý do.";
        var assignment = one.Pick % 2 == 0 ? "a1" : "a2";
        var due = story.Today.AddDays(one.Pick);
        return story.Try(one.What switch
        {
            0 => new UrgencyLowered { Reason = because },
            1 => one.Pick < 3 ? new Withdrawn { Reason = because } : new SentToCommittee(),
            2 => new SpotRefused { Because = because },
            3 => new SentToCommittee(),
            4 => new SentToAgency { Field = "giao thông", Assignment = CaseStory.Task("a1", body, due) },
            5 => new Questioned { Question = because },
            6 => new Replied { Words = because },
            7 => one.Pick % 3 == 0
                ? new Merged { Into = "c2" }
                : new Unmerged { Reason = because },
            8 => CaseStory.Decision((DecisionOutcome)(one.Pick % 3), because, due, one.Pick % 3 == 0 ? [CaseStory.Task("a1", "roads", due, "land"), CaseStory.Task("a2", body, due)] : []),
            9 => CaseStory.Decision(),
            10 => new HandedOn { Assignment = assignment, To = body, Reason = because },
            11 => new MoreTimeAsked { Assignment = assignment, Until = due, Reason = because },
            12 => new MoreTimeDecided { Assignment = assignment, Until = one.Pick % 2 == 0 ? due : null, Reason = because },
            13 => one.Pick % 3 == 0
                ? new PartConfirmed { Assignment = assignment, Body = body }
                : new Finished { Assignment = assignment, Result = because },
            14 => new Answered { On = story.Today, How = "họp", ToWhom = "dân", Words = because },
            15 => new Confirmed { Verdict = (PlaceVerdict)(one.Pick % 3), Because = because },
            16 => one.Pick % 2 == 0 ? new ConfirmationUndone() : new Unanswered(),
            _ => new Corrected { Step = one.Pick, Reason = because },
        });
    }
}
