using System.Collections.Concurrent;
using Directives.Chasing;
using Directives.Mail;
using Directives.Mail.Deliveries;
using Directives.Register;
using Directives.Tests.Dossiers;

namespace Directives.Tests.Chasing;

/// <summary>A leader's letter that waits is judged again before it leaves: whoever cannot be reached is telephoned instead (R13).</summary>
public sealed class SparedMonthTests
{
    private static readonly RegisterSnapshot Register = RegisterSnapshot.Build(SmallProvince.Content());
    private static readonly Obligation Owed = ChaseBench.Owes("112") with { Rung = 5, Told = [new(1, "after3", "deputy", ChaseBench.At(5)), new(1, "after3", "head", ChaseBench.At(5))] };

    [Fact]
    public async Task Leaders_whose_letters_wait_are_spared_and_the_office_is_told_once()
    {
        var calm = await CrashedMonth.PlayAsync(_ => false, CrashPoint.Before, SparedMonth.Steps);
        Assert.Empty(calm.Faults);
        var lines = calm.State.Split('\n');
        Assert.Equal(["112.monitor after2, 121.monitor after2, 122.monitor after2", "123.monitor after3"], ToOffice());
        Assert.Contains(lines, l => l.StartsWith("provider boss", StringComparison.Ordinal) && l.EndsWith(": 111.monitor after2, 113.monitor after2", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.StartsWith("provider deputy", StringComparison.Ordinal) && l.EndsWith(": 123.monitor after2", StringComparison.Ordinal));
        foreach (var leader in (string[])["deputy", "head"])
        {
            Assert.Contains(lines, l => l.StartsWith($"provider {leader}", StringComparison.Ordinal) && l.EndsWith(": 111.monitor after3, 113.monitor after3, 122.monitor after3", StringComparison.Ordinal));
            Assert.Contains($"told 123.monitor 1 after3 {leader} unreached", lines);
            Assert.DoesNotContain($"told 123.monitor 1 after3 {leader} ", lines);
        }

        Assert.Contains("told 123.monitor 1 after3 office ", lines);

        IEnumerable<string> ToOffice() => lines.Where(l => l.StartsWith("provider office", StringComparison.Ordinal) && l.Contains(".monitor", StringComparison.Ordinal))
            .Select(l => l[(l.IndexOf(':', StringComparison.Ordinal) + 2)..]);
    }

    [Theory]
    [InlineData(CrashPoint.Before)]
    [InlineData(CrashPoint.After)]
    public async Task Killed_at_any_one_write_the_month_in_which_leaders_are_spared_ends_in_the_same_rows_and_letters(CrashPoint point)
    {
        var calm = await CrashedMonth.PlayAsync(_ => false, point, SparedMonth.Steps);
        var wrong = new ConcurrentDictionary<long, string>();
        await Parallel.ForAsync(1, calm.Commits + 1, async (n, _) =>
        {
            var crashed = await CrashedMonth.PlayAsync(commit => commit == n, point, SparedMonth.Steps);
            if (crashed.Crashes != 1) wrong[n] = $"{crashed.Crashes} crashes";
            else if (crashed.Faults.Count > 0) wrong[n] = string.Join("; ", crashed.Faults);
            else if (crashed.State != calm.State) wrong[n] = CrashedMonth.Difference(calm.State, crashed.State);
        });
        Assert.True(wrong.IsEmpty, string.Join("\n\n", wrong.OrderBy(w => w.Key).Take(5).Select(w => $"killed {point} write {w.Key} of {calm.Commits}:\n{w.Value}")));
    }

    [Fact]
    public void A_waiting_letter_to_a_leader_is_withdrawn_and_one_to_the_office_is_not()
    {
        Assert.Null(Sealing.Withdraws(To("deputy"), Owed, Register, SmallProvince.Days[5]));
        Assert.Equal("unreached", Sealing.Withdraws(To("deputy"), Owed, Register, SmallProvince.Days[5], unreached: DeliveryReasons.Silenced));
        Assert.Null(Sealing.Withdraws(To("office"), Owed, Register, SmallProvince.Days[5], unreached: DeliveryReasons.Silenced));
        Assert.Equal("filed", Sealing.Withdraws(To("deputy"), Owed with { State = ObligationState.Filed }, Register, SmallProvince.Days[5], unreached: DeliveryReasons.Silenced));
    }

    [Fact]
    public void A_leader_is_told_where_nobody_else_could_telephone()
    {
        var content = SmallProvince.Content();
        var alone = RegisterSnapshot.Build(content with { Positions = [.. content.Positions.Where(p => p.Duty != Duty.Office)] });
        Assert.Null(Sealing.Withdraws(To("deputy"), Owed, alone, SmallProvince.Days[5], unreached: DeliveryReasons.Silenced));
        Assert.Equal("unreached", Sealing.Withdraws(To("head"), Owed, alone, SmallProvince.Days[5], unreached: DeliveryReasons.Silenced));
    }

    [Fact]
    public void The_sheet_hands_a_rung_to_the_office_once_however_often_and_for_however_many_leaders()
    {
        var first = Spared(Owed, "deputy")!;
        Assert.Equal("office Telephone silenced", Asks(first));
        Assert.Null(Spared(first, "deputy"));
        var both = Spared(first, "head")!;
        Assert.Equal("office Telephone silenced", Asks(both));
        Assert.Equal(
            ["deputy unreached", "head unreached", "office "],
            both.Told!.Select(t => $"{t.Reader} {t.Skipped}").Order(StringComparer.Ordinal));
        Assert.Null(Spared(Owed with { State = ObligationState.Filed }, "deputy"));
        Assert.Null(Spared(Owed with { Round = 2 }, "deputy"));
        Assert.NotNull(Spared(Owed with { State = ObligationState.Missed }, "deputy"));
    }

    [Fact]
    public void The_one_who_owes_is_not_told_that_leaders_were_told_when_they_were_spared()
    {
        foreach (var lost in (bool[])[true, false])
        {
            var bench = new ChaseBench(Owed with { Rung = 3, Told = null });
            if (lost) bench.Unreached["112.monitor"] = DeliveryReasons.AddressUnknown;
            bench.Wake(ChaseBench.At(4));
            Assert.Equal(lost, bench.Told.Single(n => n.Reader == "m112").Spared);
            Assert.All(bench.Told.Where(n => n.Reader != "m112"), n => Assert.False(n.Spared));
        }
    }

    private static Obligation? Spared(Obligation owed, string leader) =>
        Unreached.Spare(owed, new SparedLeader(To(leader), DeliveryReasons.Silenced), Register, SmallProvince.Days[5], ChaseBench.At(5));

    private static string Asks(Obligation owed) => string.Join(", ", owed.Pending!.Select(n => $"{n.Reader} {n.Kind} {n.Words}"));

    private static Notice To(string reader) => new()
    {
        Kind = NoticeKind.Escalation,
        Reader = reader,
        Cycle = SmallProvince.CycleId,
        Sheet = MonthScript.SheetOf("112").Partition,
        Seat = "112.monitor",
        Round = 1,
        Rung = "after3",
        Owner = "m112",
        Decided = ChaseBench.At(5),
    };
}
