using CsCheck;
using Directives.Chasing;
using Directives.Cycles;
using Directives.Dossiers;
using Directives.Posts;
using Directives.Register;
using Directives.Tests.Chasing;

namespace Directives.Tests.Posts;

/// <summary>
/// Whatever becomes of seats and people: each seat that was filled while a period lasted owes exactly one report for it, by exactly one living person, as
/// long as somebody holds it; a vacant one owes none and is on the list of vacancies.
/// </summary>
public sealed class SeatLifeProperties
{
    private static readonly string[] Seats = [SmallProvince.Boss, "12.in-charge", "111.monitor", "112.monitor", "121.monitor"];
    private static readonly string[] People = ["boss", "head", "m111", "m112", "m113", "m121", "m122"];
    private static readonly Actor Office = new("office");

    private static readonly Gen<Turn[]> Turns = Gen.Select(Gen.Int[0, 55], Gen.Int[0, 3], Gen.Int[0, Seats.Length - 1], Gen.Int[0, People.Length - 1], Gen.Int[0, 20])
        .Select((day, kind, seat, person, days) => new Turn(day, kind, seat, person, days)).Array[1, 8];

    [Fact]
    public void A_filled_seat_owes_one_report_by_one_person_and_a_vacant_one_none() => Turns.Sample(
        turns => Task.Run(() => PlayAsync([.. turns.OrderBy(t => t.Day)])).GetAwaiter().GetResult(), iter: 60, threads: 1);

    private static async Task PlayAsync(Turn[] turns)
    {
        using var play = await Playground.BegunAsync(rules: new(new([SmallProvince.Edition]), Directives.Calendars.HolidayFile.Vietnam, new DateOnly(2023, 5, 1)));
        foreach (var turn in turns)
        {
            await play.Work.RunAsync(MonthScript.Local(4, 3, 9).AddDays(turn.Day));
            var today = SmallProvince.Zone.DateAt(play.Clock.GetUtcNow());
            await DoAsync(play, turn, today);
            await play.Work.SettleAsync();
            await LooksRightAsync(play, today);
        }

        await play.RunToAsync(8, 1, 0);
        await EndedRightAsync(play);
        Assert.Empty(await play.FaultsAsync());
    }

    private static async Task DoAsync(Playground play, Turn turn, DateOnly today)
    {
        var (seat, person, later) = (Seats[turn.Seat], People[turn.Person], today.AddDays(turn.Days));
        // What is refused changes nothing: that is part of the property.
        if (turn.Kind == 0) await play.It.Posts.ChangeAsync(new PostChange(seat, person, later), Office, "phân công");
        else if (turn.Kind == 1) await play.It.Posts.ChangeAsync(new PostChange(seat, null, later), Office, "kết thúc");
        else if (turn.Kind == 2) await play.It.Absences.EnterAsync(new Absence(person, AbsenceKind.Leave, today, later, People[(turn.Person + turn.Seat) % People.Length]), Office, "nghỉ phép");
        else await play.It.Absences.EnterAsync(new Absence(person, AbsenceKind.Illness, later), Office, "ốm");
    }

    /// <summary>At any time: nobody owes twice for a seat, whoever owes is one living person, and what is vacant is listed.</summary>
    private static async Task LooksRightAsync(Playground play, DateOnly today)
    {
        var register = await play.It.Registers.GetAsync();
        var vacant = VacancyRules.Of(register, today).Select(v => v.Seat.Id).ToHashSet();
        foreach (var cycle in await play.It.Cycles.AllAsync())
        {
            var rows = await RowsAsync(play, cycle);
            Assert.Equal(rows.Count, rows.DistinctBy(o => o.Seat).Count());
            foreach (var owed in rows.Where(o => o.State == ObligationState.Open))
            {
                var holder = register.HolderOf(owed.Seat, today);
                Assert.Equal(holder is null, vacant.Contains(owed.Seat));
                // Who answers for it is written on it; who acts is one person of the register.
                if (holder is not null) Assert.Equal(holder.Id, owed.Holder);
                if (holder is not null) Assert.NotNull(register.Official(register.Acting(holder.Id, owed.Place, today).Official.Id));
            }

            if (cycle.State != CycleState.Open || today > cycle.To) continue;
            var owing = rows.Select(o => o.Seat).ToHashSet();
            Assert.All(register.SeatsInForce(today), s => Assert.Contains(s.Id, owing));
        }
    }

    /// <summary>In the end: missed where somebody held it to the last day, not owed where nobody did; and nothing of a seat that was vacant all the while.</summary>
    private static async Task EndedRightAsync(Playground play)
    {
        var register = await play.It.Registers.GetAsync();
        foreach (var cycle in await play.It.Cycles.AllAsync())
        {
            Assert.Equal(CycleState.Closed, cycle.State);
            var rows = await RowsAsync(play, cycle);
            var chase = await play.It.Chases.ForAsync(cycle.Edition, default);
            foreach (var owed in rows)
            {
                var last = chase.LadderFor(owed.Role, owed.Due).LastDay;
                Assert.Equal(register.HolderOf(owed.Seat, last) is null ? ObligationState.NotOwed : ObligationState.Missed, owed.State);
            }

            for (var day = cycle.AsOf; day <= cycle.To; day = day.AddDays(1))
                Assert.All(register.SeatsInForce(day), s => Assert.Contains(rows, o => o.Seat == s.Id));
            Assert.All(rows, o => Assert.Contains(Days(cycle), d => register.HolderOf(o.Seat, d) is not null));
            Assert.Equal(rows.Count(o => o.State == ObligationState.Missed), cycle.Tally!.Seats);
        }
    }

    private static IEnumerable<DateOnly> Days(Cycle cycle) => Enumerable.Range(0, cycle.To.DayNumber - cycle.AsOf.DayNumber + 1).Select(cycle.AsOf.AddDays);

    private static async Task<List<Obligation>> RowsAsync(Playground play, Cycle cycle)
    {
        var rows = new List<Obligation>();
        foreach (var id in cycle.SheetRefs()) rows.AddRange((await Sheet.ReadAsync(play.It.Dossiers, id, default))!.Obligations);
        return rows;
    }

    private sealed record Turn(int Day, int Kind, int Seat, int Person, int Days);
}
