using CsCheck;
using Directives.Chasing;

namespace Directives.Tests.Chasing;

/// <summary>What holds of the ladder however the alarms come (design, idea 2).</summary>
public sealed class AdvanceProperties
{
    private static readonly string[] Places = ["111", "112", "113", "11", "122", "12"];
    private static readonly DateTimeOffset From = ChaseBench.At(0).AddDays(-2);
    private static readonly int Minutes = (int)(ChaseBench.At(7) - From).TotalMinutes + 3000;

    /// <summary>An alarm at a minute; or somebody's act before it.</summary>
    private sealed record Event(int Minute, int Seat, int Kind);

    private static readonly Gen<Event[]> Months =
        from wakes in Gen.Select(Gen.Int[0, Minutes], Gen.Int[0, 2], (m, twice) => new Event(m, twice, 0)).Array[0, 30]
        from onTheDot in Gen.Select(Gen.Int[0, 7].Where(i => i != 6), Gen.Int[-1, 1], (r, off) => new Event((int)(ChaseBench.At(r) - From).TotalMinutes + off, 0, 0)).Array[0, 8]
        from acts in Gen.Select(Gen.Int[0, Minutes], Gen.Int[0, 5], Gen.Int[1, 3], (m, seat, kind) => new Event(m, seat, kind)).Array[0, 8]
        select wakes.Concat(onTheDot).Concat(acts).OrderBy(e => e.Minute).ToArray();

    [Fact]
    public void Each_reader_is_told_a_rung_of_the_ladder_at_most_once_a_round_and_never_before_its_time() => Months.Sample(events =>
    {
        var bench = Play(events, (_, _, _) => { });
        Assert.Equal(bench.Told.Count, bench.Told.Select(n => (n.Reader, n.Key())).Distinct().Count());
        foreach (var notice in bench.Told)
        {
            var owes = bench.Rows.Single(o => o.Seat == notice.Seat);
            var rung = Assert.Single(bench.Chase.LadderFor(owes.Role, notice.Due!.Value).Rungs, r => r.Rung.Name == notice.Rung);
            Assert.True(rung.At <= notice.Decided);
            Assert.Equal(notice.Kind == NoticeKind.Reminder, notice.Reader == notice.Owner);
        }
    }, iter: 2000);

    [Fact]
    public void Whoever_is_open_when_an_alarm_comes_between_two_rungs_is_told_exactly_the_one_reached() => Months.Sample(events => Play(events, (bench, before, now) =>
    {
        foreach (var owed in before.Where(o => o.State == ObligationState.Open && o.Seat != "12.in-charge"))
        {
            var ladder = bench.Chase.LadderFor(owed.Role, owed.Due);
            var reached = ladder.Reached(now);
            if (reached <= owed.Rung || ladder.Close <= now) continue;
            var own = Assert.Single(bench.Told, n => n.Seat == owed.Seat && n.Round == owed.Round && n.Decided == now && n.Reader == n.Owner);
            Assert.Equal(ladder.Rungs[reached].Rung.Name, own.Rung);
            var expected = ladder.Rungs.Skip(owed.Rung + 1).Take(reached - owed.Rung).SelectMany(r => r.Rung.Readers).Distinct().Count();
            Assert.True(bench.Told.Count(n => n.Seat == owed.Seat && n.Round == owed.Round && n.Decided == now) <= expected);
        }
    }), iter: 2000);

    [Fact]
    public void Advancing_again_at_the_same_time_or_earlier_does_nothing() => Months.Sample(events => Play(events, (bench, _, now) =>
    {
        Assert.False(bench.Look(now).Changes);
        Assert.False(bench.Look(now.AddMinutes(-5)).Changes);
    }), iter: 1000);

    [Fact]
    public void Nothing_happens_before_the_next_time_and_something_does_then() => Months.Sample(events => Play(events, (bench, _, now) =>
    {
        if (bench.Look(now).Next is not { } next)
        {
            Assert.True(bench.Head.Closed);
            return;
        }

        Assert.True(next > now);
        Assert.False(bench.Look(next.AddTicks(-1)).Changes);
        Assert.True(bench.Look(next).Changes || bench.Rows.All(o => o.State != ObligationState.Open) || bench.Look(next).Next > next);
    }), iter: 1000);

    [Fact]
    public void A_rung_is_told_or_recorded_for_every_reader_it_names() => Months.Sample(events => Play(events, (bench, before, now) =>
    {
        foreach (var owed in before.Where(o => o.State == ObligationState.Open))
        {
            var after = bench.Rows.Single(o => o.Seat == owed.Seat);
            if (after.Rung == owed.Rung) continue;
            var rungs = bench.Chase.LadderFor(owed.Role, owed.Due).Rungs.Skip(owed.Rung + 1).Take(after.Rung - owed.Rung).Select(r => r.Rung.Name);
            foreach (var rung in rungs)
            {
                Assert.True(bench.Skipped.Any(s => s.Rung == rung)
                    || bench.Told.Any(n => n.Seat == owed.Seat && n.Rung == rung && n.Decided == now));
            }
        }
    }), iter: 500);

    private static ChaseBench Play(Event[] events, Action<ChaseBench, IReadOnlyList<Obligation>, DateTimeOffset> afterWake)
    {
        var bench = new ChaseBench([.. Places.Select(ChaseBench.Owes)]);
        foreach (var e in events)
        {
            var now = From.AddMinutes(e.Minute);
            if (e.Kind != 0)
            {
                Act(bench, e, now);
                continue;
            }

            for (var i = 0; i <= e.Seat; i++)
            {
                Obligation[] before = [.. bench.Rows];
                bench.Wake(now);
                if (i == 0) afterWake(bench, before, now);
            }
        }

        return bench;
    }

    // Files, sends back or extends, where that may be done.
    private static void Act(ChaseBench bench, Event e, DateTimeOffset now)
    {
        var owed = bench.Rows[e.Seat];
        if (bench.Head.Closed || owed.State == ObligationState.Missed || bench.Chase.LadderFor(owed.Role, owed.Due).Close <= now) return;
        var due = Directives.Calendars.HolidayFile.Vietnam.AddWorkingDays(SmallProvince.Zone.DateAt(now), 4);
        bench.Rows[e.Seat] = e.Kind switch
        {
            1 when owed.State == ObligationState.Open => owed with { State = ObligationState.Filed, Mark = owed.Mark ?? bench.Chase.MarkAt(owed, now) },
            2 when owed.State == ObligationState.Filed => bench.Chase.NewRound(owed, due, "again", now),
            3 when owed.State == ObligationState.Open && due > owed.Due => bench.Chase.NewRound(owed, due, "flood", now),
            _ => owed,
        };
    }
}
