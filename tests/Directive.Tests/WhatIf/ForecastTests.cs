using Directives.Assistants;
using Directives.Calendars;
using Directives.Chasing;
using Directives.Cycles;
using Directives.Editions;
using Directives.Forecasts;
using Directives.Register;
using Directives.Tests.Chasing;

namespace Directives.Tests.WhatIf;

/// <summary>The forecast of a person's letters: by hand, and against the letters that really come when nobody acts.</summary>
public sealed class ForecastTests
{
    [Fact]
    public void A_monitor_gets_six_letters_a_month_on_the_days_of_the_ladder()
    {
        var forecast = new LetterForecast(RegisterSnapshot.Build(SmallProvince.Content()), AssistantSet.None, SmallProvince.OneMonth);

        var letters = forecast.Of("m112", [], new CyclesHead { Since = new DateOnly(2023, 4, 3) }, SmallProvince.Begin, new DateOnly(2023, 12, 31));

        Assert.Equal(SmallProvince.Days.SkipLast(1), letters.Select(l => SmallProvince.Zone.DateAt(l.At)));
        Assert.All(letters, l => Assert.Equal(new TimeOnly(8, 0), SmallProvince.Zone.TimeAt(l.At)));
        Assert.Equal(SmallProvince.Rungs, letters.Select(l => Assert.Single(l.Items).Rung));
        Assert.Equal([-5, -1, 0, 2, 5, 10], letters.Select(l => l.Items[0].Offset));
        Assert.All(letters, l => Assert.Equal(("112", SmallProvince.Due, NoticeKind.Reminder, false), (l.Items[0].Place, l.Items[0].Due, l.Items[0].Kind, l.Items[0].IsAboutOthers)));
    }

    [Theory]
    [InlineData("m112")]
    [InlineData("boss")]
    [InlineData("head")]
    [InlineData("deputy")]
    [InlineData("secretary")]
    [InlineData("office")]
    public async Task It_is_what_really_comes_when_nobody_acts(string reader)
    {
        using var play = await Playground.BegunAsync();
        var forecast = await OfAsync(play, reader);

        await play.RunToAsync(6, 20, 10);

        Assert.NotEmpty(forecast);
        Assert.Equal(Told(play, reader), forecast);
    }

    [Fact]
    public async Task In_a_running_month_it_goes_on_from_how_things_stand()
    {
        using var play = await Playground.BegunAsync();
        await play.RunToAsync(5, 8, 10);
        await MonthScript.FileAsync(play.It, "113");
        await play.It.Rounds.ExtendAsync(MonthScript.SheetOf("111"), "111.monitor", MonthScript.Office, "flood", new DateOnly(2023, 5, 22));
        // In the night of a rung it is decided, and waits for the morning.
        await play.RunToAsync(5, 12, 5);
        var (boss, done, later) = (await OfAsync(play, "boss"), await OfAsync(play, "m113"), await OfAsync(play, "m111"));
        var before = play.Mail.Letters.Count;

        await play.RunToAsync(6, 30, 10);

        Assert.Equal(Told(play, "boss", before), boss);
        Assert.Empty(done);
        Assert.Equal(Told(play, "m111", before), later);
        Assert.Equal(6, later.Count);
    }

    [Fact]
    public void Who_prepares_reports_gets_letters_of_those_they_prepare_for()
    {
        var register = RegisterSnapshot.Build(SampleProvince.WithClerks());
        var clerk = register.Content.Bodies.First(b => b.Clerk is not null).Clerk!;
        var forecast = new LetterForecast(register, AssistantSet.None, new RuleBook(EditionLibrary.Sample, HolidayFile.Vietnam));

        var letters = forecast.Of(clerk, [], new CyclesHead { Since = new DateOnly(2023, 4, 3) }, SmallProvince.Begin, new DateOnly(2023, 6, 30));

        Assert.NotEmpty(letters);
        Assert.All(letters.SelectMany(l => l.Items), i => Assert.Equal(NoticeKind.Clerk, i.Kind));
        Assert.Equal(
            register.Content.Seats.Where(s => s.Role == SeatRole.Monitor && register.ClerkOf(register.HolderOf(s.Id, new(2023, 5, 1))!.Id)?.Id == clerk).Select(s => s.Place).Order(StringComparer.Ordinal),
            letters.SelectMany(l => l.Items).Where(i => i.Role == SeatRole.Monitor).Select(i => i.Place).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_edition_that_comes_into_force_later_counts_from_then_on()
    {
        var quarterly = TriedEditions.Monitors(r => r with { Cadence = Cadence.Quarter }) with { Id = "later", InForceFrom = new DateOnly(2023, 7, 1) };
        var rules = new RuleBook(new EditionLibrary([EditionFile.Sample, quarterly]), HolidayFile.Vietnam);
        var forecast = new LetterForecast(RegisterSnapshot.Build(SmallProvince.Content()), AssistantSet.None, rules);

        var letters = forecast.Of("m112", [], new CyclesHead { Since = new DateOnly(2023, 4, 3) }, SmallProvince.Begin, new DateOnly(2023, 12, 31));

        Assert.Equal(
            [new(2023, 4, 30), new(2023, 5, 31), new(2023, 6, 30), new(2023, 9, 30), new DateOnly(2023, 12, 31)],
            letters.SelectMany(l => l.Items).Select(i => i.To).Distinct());
    }

    private static async Task<IReadOnlyList<string>> OfAsync(Playground play, string reader)
    {
        var register = await play.It.Registers.GetAsync();
        var head = (await play.It.Cycles.HeadAsync())!.Value.Head;
        var forecast = new LetterForecast(register, AssistantSet.None, play.It.Parts.Rules);
        var now = play.Clock.GetUtcNow();
        var running = new List<RunningCycle>();
        foreach (var active in head.Active)
        {
            var cycle = (await play.It.Cycles.FindAsync(active.Id))!;
            var owed = new List<Obligation>();
            foreach (var sheet in cycle.SheetRefs()) owed.AddRange((await Sheet.ReadAsync(play.It.Dossiers, sheet, default))!.Obligations);
            running.Add(new RunningCycle(cycle, owed));
        }

        return [.. forecast.Of(reader, running, head, now, new DateOnly(2023, 12, 31)).Select(l => Line(l.At, l.Items.Select(i => $"{i.Place} {i.Rung ?? "tally"}")))];
    }

    private static IReadOnlyList<string> Told(Playground play, string reader, int from = 0) =>
    [
        .. play.Mail.Letters.Skip(from).Where(l => l.Reader.Id == reader && l.Notices.All(n => n.Notice.Kind is not (NoticeKind.Extended or NoticeKind.Vacancy)))
            .Select(l => Line(l.At, l.Notices.Select(n => $"{n.Obligation?.Place} {n.Notice.Rung}"))),
    ];

    private static string Line(DateTimeOffset at, IEnumerable<string> tells) => $"{at:u}: {string.Join(", ", tells.Order(StringComparer.Ordinal))}";
}
