using Directives.Extensions;
using Directives.Reports;
using Directives.Simulation;
using Directives.Tables;
using Directives.Tests.Assistants;
using Directives.Tests.Chasing;
using Directives.Tests.Dossiers;
using Directives.Verification;

namespace Directives.Tests.Extensions;

/// <summary>The office extends whole areas at once (a storm).</summary>
public sealed class ExtensionTests
{
    private const string Id = "0123456789abcdef0123456789abcdef";
    private static readonly DateOnly NewDue = new(2023, 5, 26);

    [Fact]
    public async Task Everything_open_in_the_area_begins_a_round_and_everybody_gets_one_letter()
    {
        // m112 monitors 113, too.
        var content = SmallProvince.Content();
        content = content with { Posts = [.. content.Posts.Select(p => p.Seat == "113.monitor" ? p with { Official = "m112" } : p)] };
        using var play = await Playground.BegunAsync(content: content);
        await play.RunToAsync(5, 8, 10);
        await MonthScript.FileAsync(play.It, "111");
        await play.Work.SettleAsync();
        var before = play.Mail.Letters.Count;
        var (refusal, preview) = await play.It.Extender.PreviewAsync(Ask("11"));
        Assert.Null(refusal);
        // The one in charge of district 11 and two communes: two people.
        Assert.Equal(new AreaExtensionPreview(3, 2, 2, 0, 1) with { ByRole = preview!.ByRole }, preview);
        Assert.Equal(before, play.Mail.Letters.Count);

        Assert.Null(await play.It.Extender.ConfirmAsync(Id, Ask("11"), MonthScript.Office));
        await play.Work.SettleAsync();
        Assert.Equal(["112.monitor extended, 113.monitor extended"], play.Mail.To("m112").Skip(1));
        Assert.Equal(["11.in-charge extended"], play.Mail.To("boss").Skip(1));
        Assert.Equal(before + 2, play.Mail.Letters.Count);
        Assert.Equal((2, NewDue, "bão số 4"), await RoundAsync(play, "112"));
        Assert.Equal((1, SmallProvince.Due, null), await RoundAsync(play, "111"));
        Assert.Equal((1, SmallProvince.Due, null), await RoundAsync(play, "122"));
        Assert.Contains((await play.OwedAsync("112")).Told!, t => t is { Round: 2, Rung: "extended", Reader: "m112", Skipped: null });
        var done = await play.It.Extensions.FindAsync(Id);
        Assert.Equal((3, 2), (done!.Obligations, done.Letters));

        // The new round climbs its own ladder, the old one is climbed no more.
        await play.RunToAsync(6, 30, 0);
        Assert.Equal(
            ["before2", "extended", "before2", "before1", "due", "after1", "after2", "after3"],
            play.Mail.To("m112").Select(l => l.Split(", ")[0].Split(' ')[^1]));
        Assert.Empty(await play.FaultsAsync());
        Assert.Empty((await new Verifier(play.It).RunAsync()).Findings);
    }

    [Theory]
    [InlineData("1", 7)]
    [InlineData("11", 4)]
    [InlineData("12", 3)]
    [InlineData("112", 1)]
    [InlineData("11 12", 7)]
    [InlineData("1 112", 7)]
    public async Task A_place_stands_for_all_below_it_and_nothing_counts_twice(string places, int obligations)
    {
        using var play = await Playground.BegunAsync();
        await play.RunToAsync(5, 8, 10);
        Assert.Equal(obligations, (await play.It.Extender.PreviewAsync(Ask(places.Split(' ')))).Preview!.Obligations);
    }

    [Fact]
    public async Task What_may_not_be_done_is_refused_with_its_reason_and_changes_nothing()
    {
        using var play = await Playground.BegunAsync();
        await play.RunToAsync(5, 8, 10);
        Assert.Equal(RoundRefusal.NoReason, await ConfirmAsync(play, Ask("11") with { Reason = " " }));
        Assert.Equal(RoundRefusal.NotAWorkingDay, await ConfirmAsync(play, Ask("11") with { Due = new DateOnly(2023, 5, 27) }));
        Assert.Equal(RoundRefusal.DateTooEarly, await ConfirmAsync(play, Ask("11") with { Due = new DateOnly(2023, 5, 8) }));
        Assert.Equal(RoundRefusal.DateTooLate, await ConfirmAsync(play, Ask("11") with { Due = new DateOnly(2024, 5, 9) }));
        // Nothing is due earlier than that.
        Assert.Equal(RoundRefusal.NothingOwed, await ConfirmAsync(play, Ask("11") with { Due = new DateOnly(2023, 5, 9) }));
        Assert.Equal(RoundRefusal.NothingOwed, await ConfirmAsync(play, Ask("999")));
        Assert.Equal(RoundRefusal.NothingOwed, await ConfirmAsync(play, Ask("11") with { Cycle = "none" }));
        Assert.Null(await play.It.Extensions.HeadAsync());
        await play.RunToAsync(6, 20, 0);
        Assert.Equal(RoundRefusal.Over, await ConfirmAsync(play, Ask("11") with { Due = new DateOnly(2023, 6, 30) }));
    }

    [Fact]
    public async Task Confirmed_twice_it_is_done_once_and_two_extensions_follow_each_other()
    {
        using var play = await Playground.BegunAsync();
        await play.RunToAsync(5, 8, 10);
        for (var i = 0; i < 3; i++) Assert.Null(await ConfirmAsync(play, Ask("11")));
        await play.Work.SettleAsync();
        for (var i = 0; i < 3; i++) Assert.Null(await ConfirmAsync(play, Ask("11")));
        await play.Work.SettleAsync();
        Assert.Equal((2, NewDue, "bão số 4"), await RoundAsync(play, "112"));
        // The same id for something else is no repetition.
        Assert.NotNull(await ConfirmAsync(play, Ask("12")));

        Assert.Null(await play.It.Extender.ConfirmAsync("other", Ask("1") with { Due = NewDue.AddDays(5) }, MonthScript.Office));
        await play.Work.SettleAsync();
        Assert.Equal((3, NewDue.AddDays(5), "bão số 4"), await RoundAsync(play, "112"));
        Assert.Equal((2, NewDue.AddDays(5), "bão số 4"), await RoundAsync(play, "122"));
        Assert.Empty(await play.FaultsAsync());
    }

    [Fact]
    public async Task Clerks_are_told_too_in_one_letter_for_all_their_officials()
    {
        using var play = await Playground.BegunAsync(content: ClerkedProvince.Content());
        await play.RunToAsync(5, 8, 10);
        Assert.Equal(8, (await play.It.Extender.PreviewAsync(Ask("1"))).Preview!.Letters);
        Assert.Null(await ConfirmAsync(play, Ask("1")));
        await play.Work.SettleAsync();
        Assert.Equal("112.monitor extended, 122.monitor extended", play.Mail.To("clerk")[^1]);
        Assert.Equal(["112.monitor extended"], play.Mail.To("m112"));
        Assert.Empty(await play.FaultsAsync());
    }

    [Theory]
    [InlineData(CrashPoint.Before)]
    [InlineData(CrashPoint.After)]
    public async Task Killed_at_any_one_write_it_ends_in_the_same_rows_and_letters(CrashPoint point)
    {
        var calm = await CrashedMonth.KilledAtAnyOneWriteAsync(PlayAsync, point);
        Assert.Contains("told 122.monitor 2 extended m122 ", calm.State.Split('\n'));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(7)]
    public Task Killed_again_and_again_it_ends_in_the_same_rows_and_letters(int every) =>
        CrashedMonth.KilledAgainAndAgainAsync(PlayAsync, every, 5);

    private static async Task<CrashedMonth.Outcome> PlayAsync(Func<long, bool> crashes, CrashPoint point)
    {
        var rows = new MemoryTables();
        using var play = await Playground.BegunAsync(tables: rows, content: ClerkedProvince.Content());
        await play.RunToAsync(5, 8, 10);
        var tables = new CrashingTables(rows, crashes, point);
        var installation = SmallProvince.Install(tables, play.Clock, play.Mail);
        while (true)
        {
            try
            {
                // Whoever confirmed and got no answer presses again; the id is that of the preview.
                Assert.Null(await installation.Extender.ConfirmAsync(Id, Ask("11", "12"), MonthScript.Office));
                await new Clockwork(installation.Watch, play.Clock).RunAsync(MonthScript.Local(5, 29, 18));
                break;
            }
            catch (CrashException)
            {
                installation.Dispose();
                tables.Restart();
                installation = SmallProvince.Install(tables, play.Clock, play.Mail);
            }
        }

        installation.Dispose();
        var faults = new List<string>(await play.FaultsAsync());
        faults.AddRange((await new Verifier(play.It).RunAsync()).Findings.Select(f => $"{f}"));
        return new CrashedMonth.Outcome(await EndState.OfAsync(rows, play.Mail), tables.Commits, tables.Crashes, faults);
    }

    private static ExtensionRequest Ask(params IReadOnlyList<string> places) => new(SmallProvince.CycleId, places, "bão số 4", NewDue);

    private static Task<RoundRefusal?> ConfirmAsync(Playground play, ExtensionRequest request) =>
        play.It.Extender.ConfirmAsync(Id, request, MonthScript.Office);

    private static async Task<(int Round, DateOnly Due, string? Reason)> RoundAsync(Playground play, string place)
    {
        var owed = await play.OwedAsync(place);
        return (owed.Round, owed.Due, owed.RoundReason);
    }
}
