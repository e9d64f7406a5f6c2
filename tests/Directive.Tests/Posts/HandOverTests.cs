using Directives.Chasing;
using Directives.Cycles;
using Directives.Dossiers;
using Directives.Register;
using Directives.Tests.Chasing;

namespace Directives.Tests.Posts;

/// <summary>Seats that change hands, fall vacant, or are filled while a cycle runs, played with the engine.</summary>
public sealed class HandOverTests
{
    private static readonly Actor Office = new("office");

    [Fact]
    public async Task A_successor_gets_a_fair_date_the_first_one_stays_visible_and_the_predecessor_hears_no_more()
    {
        using var play = await Playground.BegunAsync();
        await play.RunToAsync(5, 9, 9);
        // Due on the 10th; promoted on the 9th, the successor takes over from the 10th.
        await HandOverAsync(play, "112.monitor", "m121", new DateOnly(2023, 5, 10));
        await play.RunToAsync(5, 10, 12);
        var owed = await play.OwedAsync("112");
        Assert.Equal((2, SmallProvince.Due, new DateOnly(2023, 5, 17), "m121"), (owed.Round, owed.FirstDue, owed.Due, owed.Holder));
        Assert.Equal(new DateOnly(2023, 5, 10), owed.HandedOver);
        Assert.Contains(Letters(play, "m121"), n => n is { Kind: NoticeKind.HandOver, Seat: "112.monitor", Round: 2 });

        await play.RunToAsync(6, 20, 0);
        Assert.DoesNotContain(Letters(play, "m112"), n => n.Decided >= MonthScript.Local(5, 10, 0));
        Assert.Contains(Letters(play, "m121"), n => n is { Kind: NoticeKind.Reminder, Rung: "due", Due: { Day: 17 } });
        Assert.Empty(await play.FaultsAsync());
    }

    [Fact]
    public async Task A_hand_over_long_before_the_due_date_moves_no_date()
    {
        using var play = await Playground.BegunAsync();
        await play.RunToAsync(4, 10, 9);
        await HandOverAsync(play, "112.monitor", "m121", new DateOnly(2023, 4, 12));
        await play.RunToAsync(4, 13, 9);
        var owed = await play.OwedAsync("112");
        Assert.Equal((1, SmallProvince.Due, "m121"), (owed.Round, owed.Due, owed.Holder));
        Assert.Single(Letters(play, "m121"), n => n.Kind == NoticeKind.HandOver);
    }

    [Fact]
    public async Task A_seat_that_falls_vacant_owes_nothing_and_is_counted_nowhere()
    {
        using var play = await Playground.BegunAsync();
        await play.RunToAsync(5, 2, 9);
        await EndAsync(play, "112.monitor", new DateOnly(2023, 5, 3));
        await play.RunToAsync(6, 20, 0);
        Assert.Equal(ObligationState.NotOwed, (await play.OwedAsync("112")).State);
        Assert.Equal(new Tally(6, 0, 0, 6), Assert.Single(await play.It.Cycles.AllAsync()).Tally);
        Assert.DoesNotContain(Letters(play, "m112"), n => n.Decided >= MonthScript.Local(5, 4, 0));
        Assert.Empty(await play.FaultsAsync());
    }

    [Fact]
    public async Task After_thirty_days_the_Organisation_Commission_is_told_of_a_vacancy_once()
    {
        using var play = await Playground.BegunAsync();
        await play.RunToAsync(4, 10, 9);
        await EndAsync(play, "112.monitor", new DateOnly(2023, 4, 12));
        await play.RunToAsync(5, 12, 23);
        Assert.DoesNotContain(Letters(play, "head"), n => n is { Kind: NoticeKind.Vacancy, Seat: "112.monitor" });
        await play.RunToAsync(6, 20, 0);
        var told = Assert.Single(Letters(play, "head"), n => n is { Kind: NoticeKind.Vacancy, Seat: "112.monitor" });
        Assert.Equal((new DateOnly(2023, 4, 13), "m112"), (told.Due, told.Owner));
        Assert.Single(Letters(play, "head"), n => n is { Kind: NoticeKind.Vacancy, Seat: "12.in-charge" });
    }

    [Fact]
    public async Task A_seat_filled_late_in_the_period_joins_with_a_fair_date_and_is_chased_like_all()
    {
        using var play = await Playground.BegunAsync();
        await play.RunToAsync(4, 27, 9);
        await AppointAsync(play, "12.in-charge", "head", new DateOnly(2023, 4, 28));
        await play.RunToAsync(5, 2, 9);
        var cycle = Assert.Single(await play.It.Cycles.AllAsync());
        var sheet = Assert.Single(cycle.Sheets, s => s.JoinedOn is not null);
        Assert.Equal(new DateOnly(2023, 4, 28), sheet.JoinedOn);
        var owed = Assert.Single((await Sheet.ReadAsync(play.It.Dossiers, new SheetRef(cycle.Authority, cycle.Id, sheet.Area, sheet.Part), default))!.Obligations);
        Assert.Equal(("12.in-charge", SmallProvince.Due), (owed.Seat, owed.Due));
        await play.RunToAsync(6, 20, 0);
        Assert.Equal(new Tally(8, 0, 0, 8), Assert.Single(await play.It.Cycles.AllAsync()).Tally);
        Assert.Contains(Letters(play, "head"), n => n is { Kind: NoticeKind.Reminder, Seat: "12.in-charge", Rung: "due" });
        Assert.Empty(await play.FaultsAsync());
    }

    [Fact]
    public async Task A_seat_filled_after_the_period_owes_nothing_for_it()
    {
        using var play = await Playground.BegunAsync();
        await play.RunToAsync(5, 3, 9);
        await AppointAsync(play, "12.in-charge", "head", new DateOnly(2023, 5, 4));
        await play.RunToAsync(6, 20, 0);
        Assert.Equal(7, Assert.Single(await play.It.Cycles.AllAsync()).Tally!.Seats);
    }

    [Fact]
    public async Task While_somebody_is_away_the_substitute_is_reminded_in_their_stead()
    {
        using var play = await Playground.BegunAsync();
        await play.RunToAsync(5, 5, 9);
        await play.It.Registers.ChangeAsync(
            c => c with { Absences = [new Absence("m112", AbsenceKind.Leave, new(2023, 5, 8), new(2023, 5, 15), "m113")] }, Office, "leave");
        await play.RunToAsync(5, 16, 0);
        Assert.Contains(Letters(play, "m113"), n => n is { Kind: NoticeKind.StandIn, Owner: "m112" });
        Assert.Equal(["before1", "due", "after1"], Letters(play, "m113").Where(n => n is { Kind: NoticeKind.Reminder, Owner: "m112" }).Select(n => n.Rung));
        await play.RunToAsync(5, 18, 0);
        Assert.Equal(["before2", "after2"], Letters(play, "m112").Where(n => n.Kind == NoticeKind.Reminder).Select(n => n.Rung));
        Assert.Empty(await play.FaultsAsync());
    }

    [Fact]
    public void Substitutes_are_followed_three_steps_then_the_office_acts()
    {
        var day = new DateOnly(2023, 5, 10);
        var small = SmallProvince.Content();
        RegisterSnapshot Away(params (string Who, string? By)[] away) => RegisterSnapshot.Build(small with
        {
            Absences = [.. away.Select(a => new Absence(a.Who, AbsenceKind.Mission, day, day, a.By))],
        });
        (string, ActingWhy) Acting(RegisterSnapshot register) => register.Acting("m111", "111", day) is var a ? (a.Official.Id, a.Why) : default;

        Assert.Equal(("m111", ActingWhy.Themselves), Acting(Away()));
        Assert.Equal(("m111", ActingWhy.Themselves), Acting(Away(("m111", null))));
        Assert.Equal(("m112", ActingWhy.Substitute), Acting(Away(("m111", "m112"))));
        Assert.Equal(("m121", ActingWhy.Substitute), Acting(Away(("m111", "m112"), ("m112", "m113"), ("m113", "m121"))));
        Assert.Equal(("office", ActingWhy.Office), Acting(Away(("m111", "m112"), ("m112", "m113"), ("m113", "m121"), ("m121", "m122"))));
        Assert.Equal(("office", ActingWhy.Office), Acting(Away(("m111", "m112"), ("m112", "m111"))));
        Assert.Equal(("office", ActingWhy.Office), Acting(Away(("m111", "m112"), ("m112", null))));
        Assert.True(Away(("m111", "m112")).MayActFor("m112", "m111", day));
        Assert.False(Away(("m111", "m112")).MayActFor("m112", "m111", day.AddDays(1)));
    }

    private static Task AppointAsync(Playground play, string seat, string official, DateOnly from) =>
        play.It.Registers.ChangeAsync(c => c with { Posts = [.. c.Posts, new Post(seat, official, from)] }, Office, "appointed");

    private static Task EndAsync(Playground play, string seat, DateOnly to) =>
        play.It.Registers.ChangeAsync(c => c with { Posts = [.. c.Posts.Select(p => p.Seat == seat ? p with { To = to } : p)] }, Office, "ended");

    private static Task HandOverAsync(Playground play, string seat, string official, DateOnly from) => play.It.Registers.ChangeAsync(
        c => c with { Posts = [.. c.Posts.Select(p => p.Seat == seat ? p with { To = from.AddDays(-1) } : p), new Post(seat, official, from)] }, Office, "handed over");

    private static IEnumerable<Notice> Letters(Playground play, string reader) =>
        play.Mail.Letters.Where(l => l.Reader.Id == reader).SelectMany(l => l.Notices).Select(n => n.Notice);
}
