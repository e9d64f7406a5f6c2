using Directives.Dossiers;
using Directives.Recommendations;
using Directives.Tests.Chasing;
using Directives.Tests.Dossiers;

namespace Directives.Tests.Recommendations;

/// <summary>A case in the tables: one act a step, everybody who owes told, nobody twice, the silent chased up to the leaders (R5, R7, R11).</summary>
public sealed class CaseDeskTests
{
    [Fact]
    public async Task Whoever_owes_the_next_step_is_told_at_once_from_raising_to_confirmation()
    {
        using var ground = await CaseGround.BegunAsync();
        await ground.RaiseAsync();
        await ground.RunToAsync(5, 9);
        Assert.Equal(["look 1 begun", "look 1 before1"], await ground.ToldAsync("office"));
        await ground.StepAsync("office", new SentToCommittee());
        await ground.StepAsync("recorder", CaseStory.Decision(assignments: CaseStory.Task(cooperating: "land")));
        await ground.RunToAsync(5, 10);
        await ground.StepAsync("head-roads", new Finished { Assignment = "a1", Result = "Xong." });
        await ground.StepAsync("head-land", new PartConfirmed { Assignment = "a1", Body = "land" });
        await ground.StepAsync("m111", new Answered { On = new DateOnly(2023, 5, 10), How = "họp", ToWhom = "dân", Words = "Đã sửa." });
        await ground.RunToAsync(5, 11);
        var end = await ground.StepAsync("leader-111", new Confirmed { Verdict = PlaceVerdict.HeardSettled });

        Assert.Equal(CaseEnd.Settled, end.End);
        Assert.Equal(["result|a1 3 begun"], await ground.ToldAsync("head-roads"));
        Assert.Equal(["part|a1|land 3 begun"], await ground.ToldAsync("head-land"));
        Assert.Equal(["confirmation 6 begun"], await ground.ToldAsync("leader-111"));
        Assert.Empty(await ground.ToldAsync("secretary"));
        Assert.Empty(await TrailWalk.FaultsAsync(ground.Ground.Tables, ground.Ground.It.Seal));
    }

    [Fact]
    public async Task The_committee_is_chased_like_anyone_else_up_to_the_secretary_and_nobody_twice()
    {
        using var ground = await CaseGround.BegunAsync();
        await ground.RaiseAsync();
        await ground.StepAsync("office", new SentToCommittee());
        await ground.RunToAsync(7, 3);
        Assert.Equal(
            ["decision 2 begun", "decision 2 before1", "decision 2 due", "decision 2 after1", "decision 2 after2", "decision 2 after3"], await ground.ToldAsync("recorder"));
        Assert.Equal(["decision 2 after2"], await ground.ToldAsync("deputy"));
        Assert.Equal(["decision 2 after3"], await ground.ToldAsync("secretary"));
        Assert.Equal(CaseStage.Decision, (await ground.StateAsync()).Stage);
    }

    [Fact]
    public async Task After_an_outage_each_reader_gets_the_latest_missed_rung_once()
    {
        using var ground = await CaseGround.BegunAsync();
        await ground.RaiseAsync();
        await ground.StepAsync("office", new SentToCommittee());
        await ground.RunToAsync(5, 9);
        ground.Ground.Clock.MoveTo(SmallProvince.Zone.At(new DateOnly(2023, 7, 3), new TimeOnly(9, 0)));
        await ground.WakeAsync();
        await ground.WakeAsync();
        Assert.Equal(["decision 2 begun", "decision 2 after3"], await ground.ToldAsync("recorder"));
        Assert.Equal(["decision 2 after2"], await ground.ToldAsync("deputy"));
        Assert.Equal(["decision 2 after3"], await ground.ToldAsync("secretary"));
    }

    [Fact]
    public async Task A_silent_place_is_chased_and_then_the_case_ends_unconfirmed_by_itself()
    {
        using var ground = await CaseGround.BegunAsync();
        await ground.RaiseAsync();
        await ground.StepAsync("office", new SentToCommittee());
        await ground.StepAsync("recorder", CaseStory.Decision());
        await ground.StepAsync("m111", new Answered { On = new DateOnly(2023, 5, 8), How = "họp", ToWhom = "dân", Words = "Không." });
        await ground.RunToAsync(7, 3);
        Assert.Equal(CaseEnd.Unconfirmed, (await ground.StateAsync()).End);
        Assert.Contains("confirmation 4 after3", await ground.ToldAsync("boss"));
        Assert.Null((await ground.Store.FindAsync("c1"))!.Held.Head.Next);
    }

    [Fact]
    public async Task That_the_place_has_not_heard_goes_to_the_office_and_the_answer_is_owed_again()
    {
        using var ground = await CaseGround.BegunAsync();
        await ground.RaiseAsync();
        await ground.StepAsync("office", new SentToCommittee());
        await ground.StepAsync("recorder", CaseStory.Decision());
        await ground.StepAsync("m111", new Answered { On = new DateOnly(2023, 5, 8), How = "họp", ToWhom = "dân", Words = "Có." });
        await ground.StepAsync("leader-111", new Confirmed { Verdict = PlaceVerdict.NotHeard, Because = "Chưa ai trả lời." });
        await ground.RunToAsync(5, 9);
        Assert.Contains("answer 5 not-heard", await ground.ToldAsync("office"));
        Assert.Contains("answer 5 begun", await ground.ToldAsync("m111"));
    }

    [Fact]
    public async Task Of_two_recorders_at_once_the_first_decision_stands()
    {
        using var ground = await CaseGround.BegunAsync();
        await ground.RaiseAsync();
        await ground.StepAsync("office", new SentToCommittee());
        var both = await Task.WhenAll(
            ground.Desk.StepAsync("c1", new Actor("recorder"), _ => CaseStory.Decision()),
            ground.Desk.StepAsync("c1", new Actor("office"), _ => CaseStory.Decision(DecisionOutcome.Decline, "Không.")));
        Assert.Equal([null, CaseRefusal.DecidedAlready], both.Select(b => b.Refused).Order());
        Assert.Equal(3, (await ground.Store.FindAsync("c1"))!.Events.Count);
    }

    [Fact]
    public async Task Raising_repeated_after_its_answer_was_lost_raises_once()
    {
        using var ground = await CaseGround.BegunAsync();
        await ground.RaiseAsync();
        await ground.RaiseAsync();
        await ground.RunToAsync(5, 8);
        Assert.Single((await ground.Store.FindAsync("c1"))!.Events);
        Assert.Equal(["look 1 begun"], await ground.ToldAsync("office"));
    }

    [Fact]
    public async Task What_a_party_owes_is_listed_before_it_is_owed_and_urgent_first()
    {
        using var ground = await CaseGround.BegunAsync();
        await ground.RaiseAsync();
        await ground.RaiseAsync("c2", urgent: true);
        var owed = await ground.Owed.ListAsync(Party.Office, null, default);
        Assert.Equal(["c2", "c1"], owed.Select(o => o.Case));
        await ground.Owed.StrikeAsync("c2", (await ground.StateAsync("c2")).Duties[0], ground.Ground.Clock.GetUtcNow().AddSeconds(-1), default);
        Assert.Equal(["c2", "c1"], (await ground.Owed.ListAsync(Party.Office, null, default)).Select(o => o.Case));
        await ground.StepAsync("office", new SentToCommittee(), "c2");
        Assert.Equal(["c1"], (await ground.Owed.ListAsync(Party.Office, null, default)).Select(o => o.Case));
        Assert.Equal(["c2"], (await ground.Owed.ListAsync(Party.Committee, null, default)).Select(o => o.Case));
        Assert.Equal([Party.Committee, Party.Office], await ground.Owed.PartiesAsync(default));
    }

    [Fact]
    public async Task What_a_seat_has_raised_is_listed_while_it_is_open_and_again_when_its_end_was_corrected()
    {
        using var ground = await CaseGround.BegunAsync();
        await ground.RaiseAsync();
        Assert.Equal(["c1"], await RaisedAsync());
        await ground.StepAsync("m111", new Withdrawn { Reason = "Đã xong." });
        Assert.Empty(await RaisedAsync());
        await ground.StepAsync("office", new Corrected { Step = 2, Reason = "Nhầm." });
        Assert.Equal(["c1"], await RaisedAsync());

        async Task<string[]> RaisedAsync() => [.. (await ground.Owed.RaisedAsync(SmallProvince.Monitor("111"), null, default)).Select(r => r.Case)];
    }

    [Fact]
    public async Task Killed_between_any_two_writes_nobody_is_told_twice_and_nobody_is_forgotten()
    {
        for (var writes = 0; writes < 12; writes++)
        {
            using var ground = await CaseGround.BegunAsync();
            await ground.RaiseAsync();
            ground.Ground.Clock.MoveTo(SmallProvince.Zone.At(new DateOnly(2023, 5, 12), new TimeOnly(9, 0)));
            using (var stop = new StopsAfter(ground, writes)) await stop.WakeAsync();
            await ground.RunToAsync(5, 12);
            Assert.Equal(["look 1 begun", "look 1 after1"], await ground.ToldAsync("office"));
        }
    }

    /// <summary>A chaser whose acts fail after a number of them, as a killed process's do.</summary>
    private sealed class StopsAfter : IDisposable
    {
        private readonly CaseGround _ground;
        private readonly CancellationTokenSource _kill = new();
        private int _left;

        public StopsAfter(CaseGround ground, int writes)
        {
            (_ground, _left) = (ground, writes);
            ground.Ground.It.Dossiers.Committed += Count;
            if (writes == 0) _kill.Cancel();
        }

        public async Task WakeAsync()
        {
            try
            {
                await _ground.WakeAsync("c1", _kill.Token);
            }
            catch (OperationCanceledException)
            {
                // Killed.
            }
        }

        public void Dispose()
        {
            _ground.Ground.It.Dossiers.Committed -= Count;
            _kill.Dispose();
        }

        private void Count(DossierId id, long number)
        {
            if (--_left <= 0) _kill.Cancel();
        }
    }
}
