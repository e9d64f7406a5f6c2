using Directives.Calendars;
using Directives.Chasing;
using Directives.Dossiers;
using Directives.Editions;
using Directives.Extensions;
using Directives.Register;
using Directives.Simulation;
using Directives.Tables;
using Directives.Tests.Chasing;
using Directives.Tests.Dossiers;

namespace Directives.Tests.Mail;

/// <summary>The postman stops when he is about to send far more than he expected, and asks the office.</summary>
public sealed class PostRoomTests
{
    private const int More = 40;
    private static readonly RuleBook Endless = new(new EditionLibrary([SmallProvince.Edition]), HolidayFile.Vietnam);

    [Fact]
    public async Task An_ordinary_quarter_never_stops()
    {
        using var play = await Playground.BegunAsync(content: Many(), rules: Endless);
        await play.RunToAsync(7, 20, 0);
        Assert.DoesNotContain(play.Mail.Letters.SelectMany(l => l.Notices), n => n.Notice.Kind == NoticeKind.Asked);
        Assert.True(play.Mail.Letters.Count > More * 6 * 3);
        Assert.Empty(await play.FaultsAsync());
    }

    [Fact]
    public async Task He_rests_until_the_noon_before_the_next_rung()
    {
        using var play = await Playground.BegunAsync(content: Many(), rules: Endless);
        await play.RunToAsync(5, 16, 13);
        var head = (await play.It.Room.HeadAsync())!;
        Assert.Equal(new DateOnly(2023, 5, 17), head.ForecastDay);
        Assert.True(head.Forecast >= More, $"{head.Forecast}");
        Assert.Equal(MonthScript.Local(5, 23, 12), head.Next);
        await play.RunToAsync(5, 23, 13);
        Assert.Equal(new DateOnly(2023, 5, 24), (await play.It.Room.HeadAsync())!.ForecastDay);
    }

    [Theory]
    [InlineData(27, 10)]
    [InlineData(27, 15)]
    [InlineData(28, 1)]
    public async Task An_installation_that_begins_just_before_a_rung_does_not_stop_at_it(int day, int hour)
    {
        using var play = await Playground.BegunAsync(MonthScript.Local(4, day, hour), Many(), Endless);
        await play.RunToAsync(4, 28, 9);
        Assert.Null((await play.It.Room.HeadAsync())!.Held);
        Assert.Equal(7 + More, play.Mail.Letters.Count(l => l.Notices.Any(n => n.Notice.Kind != NoticeKind.Vacancy)));
    }

    [Fact]
    public async Task A_clock_that_jumps_a_year_ahead_stops_the_run_and_asks_the_office_once_a_day()
    {
        using var play = await JumpedAsync(new MemoryTables());
        await play.Work.RunAsync(Local2024(23, 17));
        Assert.Equal(0, Reminders(play));
        Assert.Equal(new DateOnly(2024, 4, 23), (await play.It.Room.HeadAsync())!.Held!.Day);
        Assert.Single(Asked(play));

        await play.Work.RunAsync(Local2024(24, 9));
        Assert.Equal(2, Asked(play).Count);
        Assert.Equal(0, Reminders(play));
    }

    [Fact]
    public async Task What_the_office_releases_goes_at_once_and_nothing_of_it_twice()
    {
        using var play = await JumpedAsync(new MemoryTables());
        await play.Work.RunAsync(Local2024(23, 9));
        await play.It.Room.ReleaseAsync(new Actor("office"), "the clock is right");
        await play.Work.SettleAsync();

        var readers = play.Mail.Letters.Where(l => l.Notices.Any(n => n.Notice.Kind == NoticeKind.Reminder)).Select(l => l.Reader.Id).ToList();
        Assert.Equal(7 + More, readers.Count);
        Assert.Equal(readers.Count, readers.Distinct().Count());
        Assert.Null((await play.It.Room.HeadAsync())!.Held);
        Assert.Empty(await play.FaultsAsync());
    }

    [Theory]
    [InlineData(9)]
    [InlineData(18)]
    public async Task A_run_that_an_extension_of_whole_areas_brings_is_expected_and_not_held(int hour)
    {
        using var play = await Playground.BegunAsync(content: Many(), rules: Endless);
        await play.RunToAsync(5, 11, hour);
        // Five working days before the new due date is the next one: before noon and after, the day's forecast is made already.
        var request = new ExtensionRequest(SmallProvince.CycleId, ["1"], "flood", new DateOnly(2023, 5, 19));
        Assert.Null(await play.It.Extender.ConfirmAsync("storm", request, MonthScript.Office));
        await play.RunToAsync(5, 30, 0);
        Assert.DoesNotContain(play.Mail.Letters.SelectMany(l => l.Notices), n => n.Notice.Kind == NoticeKind.Asked);
        foreach (var rung in new[] { "before2", "before1", "due", "after1", "after2" })
            Assert.True(play.Mail.Letters.Count(l => l.Notices.Any(n => n.Notice is { Round: 2 } told && told.Rung == rung)) >= More, rung);
        Assert.Empty(await play.FaultsAsync());
    }

    [Theory]
    [InlineData(CrashPoint.Before)]
    [InlineData(CrashPoint.After)]
    public async Task The_office_is_asked_wherever_the_process_dies_while_it_stops(CrashPoint point)
    {
        // The run that stops writes few rows: announce, ask, hold, then the office's letter.
        for (var n = 1; n <= 8; n++)
        {
            var rows = new MemoryTables();
            using var play = await JumpedAsync(rows);
            await play.Work.RunAsync(Local2024(23, 8).AddTicks(-1));
            var killed = new CrashingTables(rows, commit => commit == n, point);
            using (var dying = SmallProvince.Install(killed, play.Clock, play.Mail, Endless))
            {
                play.Clock.MoveTo(Local2024(23, 8));
                await Assert.ThrowsAsync<CrashException>(async () =>
                {
                    await dying.Watch.TickAsync();
                    await new Clockwork(dying.Watch, play.Clock).RunAsync(Local2024(23, 20));
                });
            }

            using var next = SmallProvince.Install(rows, play.Clock, play.Mail, Endless);
            await new Clockwork(next.Watch, play.Clock).RunAsync(Local2024(23, 23));
            Assert.Single(Asked(play));
            Assert.Equal(0, Reminders(play));
        }
    }

    [Fact]
    public async Task Two_engines_that_stop_at_the_same_time_ask_the_office_once()
    {
        var rows = new MemoryTables();
        using var play = await JumpedAsync(rows);
        await play.Work.RunAsync(Local2024(23, 8).AddTicks(-1));
        play.Clock.MoveTo(Local2024(23, 8));
        var engines = Enumerable.Range(0, 4).Select(_ => SmallProvince.Install(new YieldingTables(rows), play.Clock, play.Mail, Endless)).ToList();
        await Task.WhenAll(engines.Select(e => Task.Run(() => e.Watch.TickAsync())));
        await play.Work.RunAsync(Local2024(23, 20));
        Assert.Single(Asked(play));
        Assert.Equal(0, Reminders(play));
        engines.ForEach(e => e.Dispose());
    }

    // A month begun in order, and then a clock that shows Monday, 22 April 2024 instead of 20 April 2023.
    private static async Task<Playground> JumpedAsync(ITables tables)
    {
        var play = await Playground.BegunAsync(content: Many(), rules: Endless, tables: tables);
        await play.RunToAsync(4, 20, 10);
        play.Clock.MoveTo(Local2024(22, 10));
        await play.Work.SettleAsync();
        return play;
    }

    private static List<string> Asked(Playground play) =>
        [.. play.Mail.Letters.SelectMany(l => l.Notices).Where(n => n.Notice.Kind == NoticeKind.Asked).Select(n => n.Notice.Reader)];

    private static int Reminders(Playground play) =>
        play.Mail.Letters.Count(l => l.At > MonthScript.Local(5, 1, 0) && l.Reader.Id.StartsWith('m') && l.Notices.Any(n => n.Notice.Kind == NoticeKind.Reminder));

    private static DateTimeOffset Local2024(int day, int hour) => SmallProvince.Zone.At(new DateOnly(2024, 4, day), new TimeOnly(hour, 0));

    private static RegisterContent Many()
    {
        var small = SmallProvince.Content();
        var codes = Enumerable.Range(0, More).Select(i => $"11{i + 100}").ToList();
        return small with
        {
            Places = [.. small.Places, .. codes.Select(c => new Place(c, $"Xã {c}", "Xã", "commune", "11", SmallProvince.Start))],
            Officials = [.. small.Officials, .. codes.Select(c => SmallProvince.Person($"m{c}"))],
            Seats = [.. small.Seats, .. codes.Select(c => new Seat($"{c}.monitor", c, SeatRole.Monitor))],
            Posts = [.. small.Posts, .. codes.Select(c => new Post($"{c}.monitor", $"m{c}", SmallProvince.Start))],
        };
    }
}
