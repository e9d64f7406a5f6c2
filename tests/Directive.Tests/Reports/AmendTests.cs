using Directives.Chasing;
using Directives.Cycles;
using Directives.Dossiers;
using Directives.Reports;
using Directives.Tables;
using Directives.Tests.Chasing;
using Directives.Tests.Dossiers;

namespace Directives.Tests.Reports;

/// <summary>A report may be amended until it has been read or its sheet closes; each version stays, the first mark stands.</summary>
public sealed class AmendTests
{
    [Fact]
    public async Task An_amended_report_keeps_its_versions_and_the_mark_of_the_first()
    {
        using var play = await FiledAsync();
        play.Clock.MoveTo(MonthScript.Local(5, 12, 9));
        var amended = Assert.IsType<FilingResult.Accepted>(await AmendAsync(play, "second", 1));
        Assert.Equal(FilingMark.OnTime, amended.Mark);
        Assert.Equal(amended, await AmendAsync(play, "second", 1));
        Assert.IsType<FilingResult.AlreadyFiled>(await AmendAsync(play, "third", 1));
        Assert.Equal(2, (await play.OwedAsync("112")).Versions);
        Assert.Equal("first", (await play.It.Reports.FindAsync(MonthScript.SheetOf("112"), "112.monitor", 1))!.Content.LivingConditions);
        Assert.Equal("second", (await play.It.Reports.FindAsync(MonthScript.SheetOf("112"), "112.monitor", 2))!.Content.LivingConditions);

        await play.RunToAsync(6, 20, 0);
        Assert.Equal(["112.monitor receipt", "112.monitor receipt-2"], play.Mail.To("m112").SelectMany(l => l.Split(", ")).Where(l => l.Contains("receipt", StringComparison.Ordinal)));
        Assert.Equal((1, 0), ((await play.HeadAsync("112")).Tally.OnTime, (await play.HeadAsync("112")).Tally.Late));
        Assert.Empty(await play.FaultsAsync());
    }

    [Fact]
    public async Task Without_naming_the_version_other_words_are_refused_as_before()
    {
        using var play = await FiledAsync();
        Assert.IsType<FilingResult.AlreadyFiled>(await AmendAsync(play, "second", null));
        Assert.Equal(1, (await play.OwedAsync("112")).Versions);
    }

    [Fact]
    public async Task What_the_office_has_read_is_amended_no_more()
    {
        using var play = await FiledAsync();
        await ReadAsync(play);
        Assert.IsType<FilingResult.AlreadyFiled>(await AmendAsync(play, "second", 1));
        Assert.Equal(1, (await play.OwedAsync("112")).Versions);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task After_the_last_day_nothing_is_amended_whether_or_not_the_alarm_came_first(bool alarm)
    {
        using var play = await FiledAsync();
        await play.RunToAsync(5, 31, 23);
        Assert.IsType<FilingResult.Accepted>(await AmendAsync(play, "second", 1));
        if (alarm) await play.RunToAsync(6, 1, 0);
        else play.Clock.MoveTo(MonthScript.Local(6, 1, 0));
        Assert.IsType<FilingResult.AlreadyFiled>(await AmendAsync(play, "third", 2));
    }

    [Fact]
    public async Task Of_amendments_at_the_same_instant_one_is_stored()
    {
        using var play = await FiledAsync(new YieldingTables(new MemoryTables()));
        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => AmendAsync(play, $"words {i}", 1))));
        Assert.Single(results.OfType<FilingResult.Accepted>());
        Assert.Equal(7, results.OfType<FilingResult.AlreadyFiled>().Count());
        Assert.Equal(2, (await play.OwedAsync("112")).Versions);
        Assert.Empty(await play.FaultsAsync());
    }

    [Fact]
    public async Task A_report_sent_back_while_somebody_amends_it_is_filed_as_the_new_round_s()
    {
        using var play = await FiledAsync();
        Assert.Null(await play.It.Rounds.SendBackAsync(MonthScript.SheetOf("112"), "112.monitor", MonthScript.Office, "more", new DateOnly(2023, 5, 18)));
        Assert.IsType<FilingResult.Accepted>(await AmendAsync(play, "second", 1));
        Assert.Equal((ObligationState.Filed, 2, 2), ((await play.OwedAsync("112")).State, (await play.OwedAsync("112")).Versions, (await play.OwedAsync("112")).Round));
    }

    private static async Task<Playground> FiledAsync(ITables? tables = null)
    {
        var play = await Playground.BegunAsync(tables: tables);
        await play.RunToAsync(5, 8, 10);
        Assert.IsType<FilingResult.Accepted>(await MonthScript.FileAsync(play.It, "112"));
        return play;
    }

    /// <summary>The office's mark, as it stands on the obligation.</summary>
    private static async Task ReadAsync(Playground play)
    {
        var dossier = MonthScript.SheetOf("112").Dossier;
        var held = (await play.It.Dossiers.HeadAsync<SheetHead>(dossier, default))!.Value;
        var owed = await play.OwedAsync("112");
        var act = new Act("report-read", MonthScript.Office).Put(SheetRef.ObligationKey(owed.Seat), owed with { ReadVersion = owed.Versions });
        await play.It.Dossiers.CommitAsync(dossier, held, held.Head, act, default);
    }

    private static Task<FilingResult> AmendAsync(Playground play, string words, int? amends) => play.It.Reports.FileAsync(
        MonthScript.SheetOf("112"), "112.monitor", new Actor("m112"),
        new ReportContent { Visits = [new Visit(new DateOnly(2023, 4, 20), "Nơi 112")], LivingConditions = words }, amends: amends);
}
