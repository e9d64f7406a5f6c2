using Directives.Chasing;
using Directives.Dossiers;
using Directives.Mail;
using Directives.Proposals;
using Directives.Recommendations;
using Directives.Recommendations.Confidential;
using Directives.Register;
using Directives.Tables;
using Directives.Tests.Access;
using Directives.Tests.Chasing;
using Directives.Verification;

namespace Directives.Tests.Recommendations.Confidential;

/// <summary>A confidential matter from raised to its end: between its raiser and the desk, chased, and told to nobody else (R6, R7).</summary>
public sealed class DeskMattersTests
{
    private static readonly Named[] Leader = [new(NamedKind.Official, DeskProvince.Leader)];

    [Fact]
    public async Task It_goes_from_raised_to_settled_between_its_raiser_and_the_desk()
    {
        using var play = await BegunAsync();
        var id = await RaiseAsync(play);
        Assert.Equal(["desk1", "desk2"], await ToldAsync(play));
        await StepAsync(play, id, "desk1", new Questioned { Question = "Khi nào?" });
        await StepAsync(play, id, "m111", new Replied { Words = "Hôm qua." });
        await StepAsync(play, id, "desk2", new SentToCommittee());
        await StepAsync(play, id, "desk1", CaseStory.Decision());
        await StepAsync(play, id, "desk1", Answer());
        var end = await StepAsync(play, id, "m111", new Confirmed { Verdict = PlaceVerdict.HeardSettled });
        Assert.Equal(CaseEnd.Settled, end.End);
        await play.RunToAsync(5, 9, 10);
        Assert.Equal(["desk1", "desk2", "m111"], await ToldAsync(play));
        Assert.Empty(await play.FaultsAsync());
        Assert.Empty((await new Verifier(play.It).RunAsync()).Findings);
    }

    [Fact]
    public async Task A_silent_desk_is_chased_in_working_hours_and_nobody_above_it_is_told()
    {
        using var play = await BegunAsync();
        await RaiseAsync(play);
        await play.RunToAsync(6, 20, 12);
        Assert.Equal(["desk1", "desk2"], await ToldAsync(play));
        var notices = await NoticesAsync(play, "desk1");
        Assert.Equal(["begun", "before1", "due", "after1", "after2", "after3"], notices.Select(n => n.Rung));
        Assert.All(notices, n => Assert.True(SealedNotices.Is(n) && n.Words is null && n.Kind == NoticeKind.CaseOwed));
        Assert.All(notices.Skip(1), n => Assert.Equal(8, SmallProvince.Zone.TimeAt(n.Decided).Hour));
        Assert.Empty(await play.FaultsAsync());
    }

    [Fact]
    public async Task After_an_outage_each_reader_hears_the_latest_rung_once_and_a_silent_raiser_ends_it_unconfirmed()
    {
        using var play = await BegunAsync();
        var id = await RaiseAsync(play);
        await StepAsync(play, id, "desk1", new SentToCommittee());
        await StepAsync(play, id, "desk1", CaseStory.Decision(DecisionOutcome.Decline, "Không đủ căn cứ."));
        await StepAsync(play, id, "desk1", Answer());
        await play.RunToAsync(5, 9, 10);
        play.Clock.MoveTo(MonthScript.Local(7, 3, 10));
        await play.RunToAsync(7, 3, 11);
        Assert.Equal(["begun"], (await NoticesAsync(play, "m111")).Select(n => n.Rung));
        Assert.Equal(CaseEnd.Unconfirmed, (await play.It.Matters.FindAsync(id, "m111", default))!.State.End);
    }

    [Fact]
    public async Task Steps_are_only_those_of_whose_they_are_and_to_all_others_it_never_was()
    {
        using var play = await BegunAsync();
        var id = await RaiseAsync(play);
        foreach (var who in (string[])["leader11", "vice11", "boss", "desk3", "office", "admin1", "secretary", "deputy", "stand-in", "heir", "m112", "auditor", "recorder"])
        {
            Assert.Null(await play.It.Matters.FindAsync(id, who, default));
            Assert.Empty(await play.It.Matters.ListAsync(who, default));
            Assert.Equal(new CaseResult(null, null), await play.It.Matters.StepAsync(id, who, new SentToCommittee(), default));
        }

        Assert.Equal(new CaseResult(null, null), await play.It.Matters.StepAsync(id, "m111", new SentToCommittee(), default));
        Assert.Equal(new CaseResult(null, null), await play.It.Matters.StepAsync(id, "desk1", new Withdrawn { Reason = "x" }, default));
        Assert.Equal(new CaseResult(null, null), await play.It.Matters.StepAsync(id, "desk1", CaseStory.Decision(assignments: CaseStory.Task()), default));
        Assert.Equal(CaseRefusal.NotNow, (await play.It.Matters.StepAsync(id, "desk1", CaseStory.Decision(), default)).Refused);
        Assert.Null(await play.It.Matters.FindAsync("never", "m111", default));
        Assert.Null(await play.It.Matters.FindAsync(new string('a', 5000), "m111", default));
        Assert.Single((await play.It.Matters.FindAsync(id, "m111", default))!.Content.Events);
    }

    [Fact]
    public async Task A_form_sent_twice_raises_once_and_where_nobody_is_left_nothing_is_stored()
    {
        using var play = await BegunAsync();
        Assert.Equal(await RaiseAsync(play), await RaiseAsync(play));
        Assert.Single(await play.It.Matters.ListAsync("m111", default));
        var before = await RowsAsync(play);
        Assert.Null(await play.It.Matters.RaiseAsync("m111", "other", CaseKind.Violation, "x", null, [new Named(NamedKind.Place, "1")], [], default));
        Assert.Equal(before, await RowsAsync(play));
        await Assert.ThrowsAsync<ArgumentException>(() => play.It.CaseDesk.RaiseAsync("c", new Actor("m111"), new Raised
        {
            Kind = CaseKind.Violation,
            Text = "x",
            Place = "111",
            Seat = "111.monitor",
        }));
    }

    [Fact]
    public async Task Of_two_of_the_desk_at_once_the_first_decision_stands()
    {
        using var play = await BegunAsync();
        var id = await RaiseAsync(play);
        await StepAsync(play, id, "desk1", new SentToCommittee());
        var both = await Task.WhenAll(
            play.It.Matters.StepAsync(id, "desk1", CaseStory.Decision(), default), play.It.Matters.StepAsync(id, "desk2", CaseStory.Decision(DecisionOutcome.Decline, "Không."), default));
        Assert.Equal([null, CaseRefusal.DecidedAlready], both.Select(b => b.Refused).Order());
    }

    [Fact]
    public async Task A_change_of_the_desk_is_told_to_all_holders_and_whoever_joins_finds_what_is_open()
    {
        using var play = await BegunAsync();
        var id = await RaiseAsync(play);
        var day = new DateOnly(2023, 5, 8);
        var (number, refusal) = await play.It.Changes.ProposeAsync(new Change(ChangeKind.Give, day, "nobody", Duty.ConfidentialDesk, "1"), "admin1", "thêm người");
        Assert.Null(refusal);
        Assert.Null(await play.It.Changes.ConfirmAsync(number, "admin2"));
        foreach (var holder in (string[])["desk1", "desk2", "desk3", "nobody"])
            Assert.Equal("give 2023-05-08", (await play.It.Dossiers.RowsAsync<HeldNotice>(MailboxKeys.Dossier("1", holder), "n|desk|", default)).Single().Notice.Words);
        Assert.NotNull(await play.It.Matters.FindAsync(id, "nobody", default));
        Assert.Equal(id, Assert.Single(await play.It.Matters.ListAsync("nobody", default)).Id);
        Assert.Empty(await play.It.Matters.ListAsync("desk3", default));
        // To leave is told, too, to whom it is about.
        (number, refusal) = await play.It.Changes.ProposeAsync(new Change(ChangeKind.Take, day, "desk2", Duty.ConfidentialDesk, "1"), "admin1", "thôi");
        Assert.Null(refusal);
        Assert.Null(await play.It.Changes.ConfirmAsync(number, "admin2"));
        Assert.Equal(2, (await play.It.Dossiers.RowsAsync<HeldNotice>(MailboxKeys.Dossier("1", "desk2"), "n|desk|", default)).Count);
        Assert.Null(await play.It.Matters.FindAsync(id, "desk2", default));
    }

    [Fact]
    public async Task A_matter_from_before_another_key_is_read_and_goes_on()
    {
        using var play = await BegunAsync();
        var id = await RaiseAsync(play);
        using var rotated = new Installation(play.It.Parts with { ConfidentialKey = TestKeys.Of(5, 0) });
        Assert.Equal(id, Assert.Single(await rotated.Matters.ListAsync("desk1", default)).Id);
        Assert.NotNull(await rotated.Matters.FindAsync(id, "m111", default));
        // The same form is still the same matter.
        Assert.Equal(id, await rotated.Matters.RaiseAsync("m111", "form", CaseKind.Violation, "Nhận tiền.", null, Leader, [], default));
        Assert.Null((await rotated.Matters.StepAsync(id, "desk1", new Questioned { Question = "Khi nào?" }, default)).Refused);
        Assert.NotNull(await rotated.Matters.FindAsync(id, "m111", default));
        Assert.Empty((await new Verifier(rotated).RunAsync()).Findings);
        // What was written since opens with the new key only.
        using var later = new Installation(play.It.Parts with { ConfidentialKey = TestKeys.Of(5) });
        Assert.NotNull(await later.Matters.FindAsync(id, "desk1", default));
        await Assert.ThrowsAnyAsync<System.Security.Cryptography.CryptographicException>(async () => await play.It.Matters.FindAsync(id, "desk1", default));
    }

    private static Task<Playground> BegunAsync() => Playground.BegunAsync(MonthScript.Local(5, 8, 10), DeskProvince.Content());

    private static async Task<string> RaiseAsync(Playground play)
    {
        var id = await play.It.Matters.RaiseAsync("m111", "form", CaseKind.Violation, "Nhận tiền.", null, Leader, [], default);
        await play.Work.SettleAsync();
        return id!;
    }

    private static Answered Answer() => new() { On = new DateOnly(2023, 5, 8), How = "confidential", ToWhom = "m111", Words = "Đã xử lý." };

    private static async Task<CaseState> StepAsync(Playground play, string id, string who, CaseEvent step)
    {
        var result = await play.It.Matters.StepAsync(id, who, step, default);
        Assert.Null(result.Refused);
        await play.Work.SettleAsync();
        return result.State!;
    }

    /// <summary>Whose mailbox holds something sealed.</summary>
    private static async Task<string[]> ToldAsync(Playground play)
    {
        var told = new List<string>();
        await foreach (var row in play.Tables.ScanAsync(Table.Mailboxes))
        {
            if (SealedNotices.Is(row.Row.Key)) told.Add(MailboxKeys.ReaderOf(row.Partition));
        }

        return [.. told.Distinct().Order()];
    }

    private static async Task<Notice[]> NoticesAsync(Playground play, string reader) =>
        [.. (await play.It.Dossiers.RowsAsync<HeldNotice>(MailboxKeys.Dossier("1", reader), "n|case|", default)).Select(n => n.Notice).OrderBy(n => n.Decided)];

    private static async Task<int> RowsAsync(Playground play)
    {
        var rows = 0;
        foreach (var table in Enum.GetValues<Table>())
        {
            await foreach (var _ in play.Tables.ScanAsync(table)) rows++;
        }

        return rows;
    }
}
