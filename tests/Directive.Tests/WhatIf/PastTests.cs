using Directives.Calendars;
using Directives.Chasing;
using Directives.Cycles;
using Directives.Editions;
using Directives.Register;
using Directives.Simulation;
using Directives.Tests.Chasing;
using Directives.WhatIf;

namespace Directives.Tests.WhatIf;

/// <summary>Past cycles replayed: what people did, under other rules.</summary>
public sealed class PastTests
{
    private static readonly Zone Zone = SmallProvince.Zone;

    [Fact]
    public async Task Replayed_under_the_rules_it_ran_by_a_month_gives_its_own_counts_and_letters()
    {
        using var play = await PlayedAsync();
        var cycle = (await play.It.Cycles.FindAsync(SmallProvince.CycleId))!;

        var sourced = await new TrialSource(play.It).SettingAsync(SmallProvince.OneMonth.Editions, new YearOptions(), Basis.Past, null, null, default);
        var counts = new Trial(sourced.Setting!, SmallProvince.OneMonth.Editions).Run();

        Assert.Equal((new DateOnly(2023, 4, 1), 1), (sourced.Setting!.Options.From, sourced.Setting.Options.Months));
        Assert.Equal(cycle.Tally, new Tally(counts.Obligations, counts.OnTime, counts.Late, counts.Missed));
        Assert.Equal(new Tally(7, 2, 2, 3), cycle.Tally);
        Assert.Equal(
            play.Mail.Letters.CountBy(l => l.Reader.Id).Select(l => $"{l.Key} {l.Value}").Order(StringComparer.Ordinal),
            counts.LettersOf.Select(l => $"{l.Key} {l.Value}").Order(StringComparer.Ordinal));
        Assert.Equal(play.Mail.Letters.SelectMany(l => l.Notices).Count(n => n.Notice.Kind == NoticeKind.Escalation), counts.Escalations);
    }

    [Fact]
    public async Task With_more_time_to_report_people_keep_their_distance_from_the_due_date()
    {
        using var play = await PlayedAsync();
        var sourced = await new TrialSource(play.It).SettingAsync(SmallProvince.OneMonth.Editions, new YearOptions(), Basis.Past, null, null, default);
        var relaxed = SmallProvince.Edition with { Roles = [.. SmallProvince.Edition.Roles.Select(r => r with { DueWorkingDays = 15 })] };
        var strict = SmallProvince.Edition with { Roles = [.. SmallProvince.Edition.Roles.Select(r => r with { MissedWorkingDays = 6, Ladder = [.. r.Ladder.SkipLast(1)] })] };

        var counts = new Trial(sourced.Setting!, new EditionLibrary([relaxed])).Run();

        // Due on 24 May instead of 10 May: 111 two working days before, 112 seven after.
        Assert.Equal(new DateOnly(2023, 5, 22), counts.Reports.Single(r => r.Seat == "111.monitor").Filed);
        Assert.Equal(new DateOnly(2023, 6, 2), counts.Reports.Single(r => r.Seat == "112.monitor").Filed);
        Assert.Equal((2, 2, 3), (counts.OnTime, counts.Late, counts.Missed));

        // What came seven working days late counts no more after six.
        Assert.Equal((2, 0, 5), new Trial(sourced.Setting!, new EditionLibrary([strict])).Run() is var s ? (s.OnTime, s.Late, s.Missed) : default);
    }

    [Fact]
    public void Who_was_amended_or_sent_back_counts_by_the_first_filing()
    {
        var due = new DateOnly(2023, 5, 10);
        var amended = new PastFiling("a", new(2023, 4, 1), new(2023, 4, 30), due, FilingMark.OnTime, Zone.At(new(2023, 5, 16), new(9, 0)));
        var returned = amended with { Seat = "b", Due = new(2023, 5, 22), Mark = FilingMark.Late, FiledAt = Zone.At(new(2023, 5, 19), new(9, 0)) };
        var conduct = new PastConduct(new PastFilings([amended, returned]), HolidayFile.Vietnam, Zone, new DrawnConduct(new YearOptions(), HolidayFile.Vietnam, EditionFile.Sample));

        Assert.Equal(Zone.At(due, new(9, 0)), conduct.OfOwnAccord(Duty("a", 4), default));
        Assert.Equal(Zone.At(new(2023, 5, 11), new(9, 0)), conduct.OfOwnAccord(Duty("b", 4), default));
        // Nothing is known of May, nor of c.
        Assert.Null(conduct.OfOwnAccord(Duty("a", 5), default));
        Assert.Equal(
            new DrawnConduct(new YearOptions(), HolidayFile.Vietnam, EditionFile.Sample).OnceHeard(Duty("c", 4), Zone.At(new(2023, 4, 28), new(8, 0))),
            conduct.OnceHeard(Duty("c", 4), Zone.At(new(2023, 4, 28), new(8, 0))));
        Assert.Null(conduct.OnceHeard(Duty("a", 4), Zone.At(new(2023, 4, 28), new(8, 0))));
    }

    [Theory]
    // All closed; the quarter is open; a year is open all the while; nothing has closed.
    [InlineData("2023-01 2023-02 2023-03 2023-Q1", "", "2023-01-01", 3)]
    [InlineData("2023-01 2023-02 2023-03 2023-Q1 2023-04", "2023-Q2 2023-05", "2023-01-01", 3)]
    [InlineData("2023-01 2023-02 2023-03", "2023-04 2023", "2023-01-01", 3)]
    [InlineData("", "2023-01", null, 0)]
    public void What_can_be_replayed_are_whole_months_before_what_is_open(string closed, string open, string? from, int months)
    {
        var span = PastReader.SpanOf([.. Cycles(closed, CycleState.Closed), .. Cycles(open, CycleState.Open)]);

        Assert.Equal(from is null ? (PastSpan?)null : new PastSpan(DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture), months), span);
    }

    [Fact]
    public async Task What_has_not_closed_cannot_be_replayed()
    {
        using var play = await Playground.BegunAsync();
        await play.RunToAsync(5, 20, 10);
        var source = new TrialSource(play.It);

        Assert.Equal("whatif.problem.no-past", (await source.SettingAsync(SmallProvince.OneMonth.Editions, new YearOptions(), Basis.Past, null, null, default)).Problem!.Message);
        await play.RunToAsync(6, 20, 10);
        Assert.Equal("whatif.problem.span", (await source.SettingAsync(SmallProvince.OneMonth.Editions, new YearOptions(), Basis.Past, new DateOnly(2023, 5, 1), 1, default)).Problem!.Message);
        var simulated = await source.SettingAsync(SmallProvince.OneMonth.Editions, new YearOptions(), Basis.Simulated, null, 6, default);
        Assert.Equal((new DateOnly(2023, 6, 1), 6, null), (simulated.Setting!.Options.From, simulated.Setting.Options.Months, simulated.Setting.Past));
    }

    /// <summary>111 and 121 report in time (one of them before any letter came), 112 and 11 late, three never.</summary>
    private static async Task<Playground> PlayedAsync()
    {
        var play = await Playground.BegunAsync();
        foreach (var (place, month, day) in ((string, int, int)[])[("121", 4, 20), ("111", 5, 8), ("112", 5, 19), ("11", 5, 22)])
        {
            await play.RunToAsync(month, day, 10);
            await MonthScript.FileAsync(play.It, place);
        }

        await play.RunToAsync(6, 20, 10);
        return play;
    }

    private static IEnumerable<Cycle> Cycles(string ids, CycleState state) => ids.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id =>
    {
        var cadence = id.Contains('Q', StringComparison.Ordinal) ? Cadence.Quarter : id.Contains('-', StringComparison.Ordinal) ? Cadence.Month : Cadence.Year;
        var period = Period.Of(cadence, PeriodKind.Calendar, id);
        return new Cycle
        {
            Id = id,
            Authority = "1",
            Edition = EditionFile.Sample,
            Cadence = cadence,
            PeriodKind = PeriodKind.Calendar,
            From = period.From,
            To = period.To,
            AsOf = period.From,
            Sheets = [],
            State = state,
            OpenedAt = default,
        };
    });

    private static TriedDuty Duty(string seat, int month)
    {
        var period = Period.Of(Cadence.Month, PeriodKind.Calendar, $"2023-{month:00}");
        return new TriedDuty(EditionFile.Sample.Directive, period, seat, SeatRole.Monitor, new DateOnly(2023, 5, 10), new DateOnly(2023, 5, 31));
    }
}
