using Directives.Dossiers;
using Directives.Recommendations;
using Directives.Recommendations.Agenda;
using Directives.Tests.Chasing;
using Directives.Tests.Dossiers;
using Directives.Tests.Mail;

namespace Directives.Tests.Recommendations;

/// <summary>The agenda of the Standing Committee (R7): what waits, meetings, and one decision over several cases, recorded once and applied case by case.</summary>
public sealed class AgendaTests
{
    private static readonly Actor Recorder = new("recorder");

    [Fact]
    public async Task What_waits_is_listed_urgent_first_and_what_was_decided_leaves_the_list_for_good()
    {
        using var ground = await WaitingAsync("a", "b");
        await ground.RaiseAsync("hot", urgent: true);
        await ToCommitteeAsync(ground, "hot");
        Assert.Equal(["hot", "a", "b"], await ListedAsync(ground));
        await ground.StepAsync("recorder", CaseStory.Decision(), "a");
        Assert.Equal(["hot", "b"], await ListedAsync(ground));
        Assert.Equal(2, (await ground.Owed.ListAsync(Party.Committee, null, default)).Count);
    }

    [Fact]
    public async Task One_decision_covers_several_cases_and_those_merged_into_them_and_is_recorded_once()
    {
        using var ground = await WaitingAsync("a", "b", "c");
        await ground.RaiseAsync("d");
        Assert.Null((await ground.Ground.It.Merging.MergeAsync("d", "c", new("office")))!.Refused);
        Assert.Null((await ground.Ground.It.Merging.MergeAsync("c", "a", new("office")))!.Refused);
        var draft = Draft("k1", ["a", "b", "b"], CaseStory.Task());
        var results = await Task.WhenAll(ground.Ground.It.Decisions.DecideAsync(draft, Recorder), ground.Ground.It.Decisions.DecideAsync(draft, Recorder));
        Assert.All(results, r => Assert.Equal(new DecisionResult(null, 1), r));

        var decision = (await ground.Ground.It.Agenda.FindAsync(1))!;
        Assert.Equal([("a", null), ("b", null), ("c", "a"), ("d", "c")], decision.Cases.Select(c => (c.Id, c.Into)));
        Assert.All(decision.Cases, c => Assert.Equal(DecidedState.Applied, c.Became));
        foreach (var id in (string[])["a", "b", "c", "d"])
        {
            Assert.Equal(CaseStage.Work, (await ground.StateAsync(id)).Stage);
            Assert.Single((await ground.Store.FindAsync(id))!.Events.OfType<Decided>());
        }

        Assert.Empty(await TrailWalk.FaultsAsync(ground.Ground.Tables, ground.Ground.It.Seal));
    }

    [Fact]
    public async Task Of_two_recorders_the_first_decision_stands_and_the_other_names_what_was_decided_already()
    {
        using var ground = await WaitingAsync("a", "b");
        var results = await Task.WhenAll(
            ground.Ground.It.Decisions.DecideAsync(Draft("k1", ["a"]), Recorder), ground.Ground.It.Decisions.DecideAsync(Draft("k2", ["a", "b"]), new("office")));
        Assert.Single((await ground.Store.FindAsync("a"))!.Events.OfType<Decided>());
        var both = (await ground.Ground.It.Agenda.FindAsync(results[1].Number))!;
        var first = (await ground.StateAsync("a")).Decision!.Decision;
        Assert.Equal(DecidedState.Applied, both.Cases[1].Became);
        Assert.Equal(first == "k2" ? null : CaseRefusal.DecidedAlready, both.Cases[0].Why);
        Assert.Equal(new DecisionResult(CaseRefusal.DecidedAlready, 0), await ground.Ground.It.Decisions.DecideAsync(Draft("k3", ["a", "b"]), Recorder));
        Assert.Null(await ground.Ground.It.Agenda.FindAsync(3));
    }

    [Fact]
    public async Task What_is_wrong_with_a_decision_refuses_all_of_it()
    {
        using var ground = await WaitingAsync("a", "b");
        var desk = ground.Ground.It.Decisions;
        async Task<CaseRefusal?> TryAsync(Decided step) => (await desk.DecideAsync(new(step, null, ["a", "b"]), Recorder)).Refused;
        Assert.Equal(CaseRefusal.ReasonNeeded, await TryAsync(Step("1", DecisionOutcome.Decline)));
        Assert.Equal(CaseRefusal.DayInPast, await TryAsync(Step("2", assignments: CaseStory.Task(due: new(2023, 5, 5)))));
        Assert.Equal(CaseRefusal.NoWorkingDay, await TryAsync(Step("3", assignments: CaseStory.Task(due: new(2023, 9, 2)))));
        Assert.Equal(CaseRefusal.UnknownBody, await TryAsync(Step("4", assignments: CaseStory.Task(lead: "abolished"))));
        Assert.Equal(CaseRefusal.DayInPast, await TryAsync(Step("5", DecisionOutcome.PutOff) with { PutOffTo = new(2023, 5, 5) }));
        Assert.Null(await TryAsync(Step("6", DecisionOutcome.PutOff) with { PutOffTo = new(2023, 6, 1) }));
        Assert.Equal(CaseRefusal.ReasonNeeded, await TryAsync(Step("7", DecisionOutcome.PutOff) with { PutOffTo = new(2023, 6, 15) }));
        Assert.Null(await TryAsync(Step("8", DecisionOutcome.PutOff) with { PutOffTo = new(2023, 6, 15), Reason = "Chờ số liệu." }));
        Assert.Equal(2, (await ground.StateAsync("a")).PutOffs);
        Assert.Equal(2, (await ground.Ground.It.Agenda.HeadAsync())!.Value.Head.Decisions);
    }

    [Fact]
    public async Task What_is_put_off_keeps_those_that_wait_for_it()
    {
        using var ground = await WaitingAsync("a", "b");
        await ground.Ground.It.Merging.MergeAsync("b", "a", new("office"));
        await ground.Ground.It.Decisions.DecideAsync(new(Step("1", DecisionOutcome.PutOff) with { PutOffTo = new(2023, 6, 1) }, null, ["a"]), Recorder);
        Assert.Equal(CaseStage.Merged, (await ground.StateAsync("b")).Stage);
        await ground.Ground.It.Decisions.DecideAsync(Draft("2", ["a"]), Recorder);
        Assert.Equal(CaseStage.Answer, (await ground.StateAsync("b")).Stage);
    }

    [Theory]
    [InlineData(CrashPoint.Before)]
    [InlineData(CrashPoint.After)]
    public async Task Killed_between_any_two_writes_a_decision_is_applied_to_every_case_once(CrashPoint point)
    {
        var writes = 0L;
        for (var crash = 1; crash < 40; crash++)
        {
            using var ground = await WaitingAsync("a", "b", "c");
            await ground.Ground.It.Merging.MergeAsync("c", "a", new("office"));
            var at = crash;
            var tables = new CrashingTables(ground.Ground.Tables, n => n == at, point);
            using var dying = SmallProvince.Install(tables, ground.Ground.Clock, new RememberingTransport());
            var recorded = true;
            try
            {
                await dying.Decisions.DecideAsync(Draft("k", ["a", "b"], CaseStory.Task()), Recorder);
            }
            catch (CrashException)
            {
                recorded = await ground.Ground.It.Agenda.FindAsync(1) is not null;
            }

            // The engine finds what was recorded by the due index alone.
            using var again = SmallProvince.Install(ground.Ground.Tables, ground.Ground.Clock, new RememberingTransport());
            await again.Waker.WakeAsync(again.Agenda.Dossier);
            foreach (var id in (string[])["a", "b", "c"])
                Assert.Equal(recorded ? 1 : 0, (await again.Cases.FindAsync(id))!.Events.OfType<Decided>().Count());
            Assert.Empty(await DueWalk.ForgottenAsync(ground.Ground.Tables, again.Due, ground.Ground.Clock.GetUtcNow()));
            Assert.Empty(await TrailWalk.FaultsAsync(ground.Ground.Tables, again.Seal));
            writes = tables.Commits;
            if (tables.Crashes == 0) break;
        }

        Assert.InRange(writes, 8, 38);
    }

    [Fact]
    public async Task Meetings_are_set_ahead_on_working_days_and_those_that_were_stay()
    {
        using var ground = await CaseGround.BegunAsync();
        var desk = ground.Ground.It.Meetings;
        Assert.Equal(MeetingRefusal.DayInPast, await desk.AddAsync(new(2023, 5, 5), Recorder));
        Assert.Equal(MeetingRefusal.NoWorkingDay, await desk.AddAsync(new(2023, 5, 13), Recorder));
        Assert.Equal(MeetingRefusal.TooFar, await desk.AddAsync(new(2033, 5, 13), Recorder));
        foreach (var day in (int[])[16, 10, 16]) Assert.Null(await desk.AddAsync(new(2023, 5, day), Recorder));
        Assert.Equal([new(2023, 5, 10), new DateOnly(2023, 5, 16)], (await ground.Ground.It.Agenda.HeadAsync())!.Value.Head.Meetings);
        Assert.Null(await desk.RemoveAsync(new(2023, 5, 16), Recorder));
        Assert.Null(await desk.RemoveAsync(new(2023, 5, 16), Recorder));
        ground.Ground.Clock.MoveTo(new DateTimeOffset(2023, 5, 20, 0, 0, 0, TimeSpan.Zero));
        Assert.Equal(MeetingRefusal.DayInPast, await desk.RemoveAsync(new(2023, 5, 10), Recorder));
        Assert.Equal([new DateOnly(2023, 5, 10)], (await ground.Ground.It.Agenda.HeadAsync())!.Value.Head.Meetings);
    }

    [Fact]
    public async Task What_is_over_is_passed_over_in_the_index_and_hides_nothing_that_is_owed()
    {
        using var ground = await WaitingAsync("a", "b");
        var desk = ground.Ground.It.OwedCases;
        // Left behind by acts that were killed before their batch, or before they struck it; too young to be struck.
        for (var round = 1; round <= 5; round++)
            await ground.Owed.AnnounceAsync(new OwedEntry(Party.Committee, "a", "decision", round + 90, new DateOnly(2023, 5, 8), true) { At = ground.Ground.Clock.GetUtcNow() }, default);
        Assert.True(await desk.ListAsync(Party.Committee, 1) is { Owed: [{ Case.Ref.Id: "a" }], More: true });
        Assert.True(await desk.ListAsync(Party.Committee, 2) is { Owed: [{ Case.Ref.Id: "a" }, { Case.Ref.Id: "b" }], More: false });
        Assert.Equal(DutyKind.Decision, Assert.Single(await desk.InAsync("b", Party.Committee)).Duty.Kind);
        Assert.Empty(await desk.InAsync("b", Party.Office));
        Assert.Empty(await desk.InAsync("none", Party.Committee));
    }

    internal static async Task<CaseGround> WaitingAsync(params string[] ids)
    {
        var ground = await CaseGround.BegunAsync();
        foreach (var id in ids)
        {
            await ground.RaiseAsync(id);
            await ToCommitteeAsync(ground, id);
        }

        return ground;
    }

    private static Task<CaseState> ToCommitteeAsync(CaseGround ground, string id) => ground.StepAsync("office", new SentToCommittee(), id);

    private static async Task<IEnumerable<string>> ListedAsync(CaseGround ground) => (await ground.Ground.It.OwedCases.ListAsync(Party.Committee, 100)).Owed.Select(o => o.Case.Ref.Id);

    private static DecisionDraft Draft(string id, string[] cases, params Assignment[] assignments) => new(Step(id, assignments: assignments), new DateOnly(2023, 5, 8), cases);

    private static Decided Step(string id, DecisionOutcome outcome = DecisionOutcome.Agree, params Assignment[] assignments) => new()
    {
        Decision = id,
        Outcome = outcome,
        Internal = "Giao các sở.",
        ForPlace = "Đồng ý.",
        Assignments = assignments,
    };
}
