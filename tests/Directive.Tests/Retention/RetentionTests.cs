using Directives.Attachments;
using Directives.Chasing;
using Directives.Dossiers;
using Directives.Editions;
using Directives.Mail;
using Directives.Reports;
using Directives.Retention;
using Directives.Simulation;
using Directives.Tables;
using Directives.Tests.Chasing;
using Directives.Tests.Dossiers;
using Directives.Verification;

namespace Directives.Tests.Retention;

/// <summary>Personal content goes when its term is over; counts, chains and receipts stay.</summary>
public sealed class RetentionTests
{
    [Theory]
    [InlineData("2023-05-31", "2023-08-30", "")]
    [InlineData("2023-05-31", "2023-08-31", "Drafts,Links")]
    [InlineData("2023-05-31", "2025-05-30", "Drafts,Links")]
    [InlineData("2023-05-31", "2025-05-31", "Letters,Drafts,Links")]
    [InlineData("2023-05-31", "2028-05-31", "Reasons,Letters,Drafts,Links")]
    [InlineData("2023-05-31", "2033-05-30", "Reasons,Letters,Drafts,Links")]
    [InlineData("2023-05-31", "2033-05-31", "Reports,Reasons,Letters,Drafts,Links")]
    [InlineData("2023-11-30", "2024-02-28", "")]
    [InlineData("2023-11-30", "2024-02-29", "Drafts,Links")]
    public void A_kind_is_over_on_the_day_its_months_have_passed(string closed, string today, string over) =>
        Assert.Equal(over, string.Join(',', RetentionFile.Program.Over(DateOnly.Parse(closed, null), DateOnly.Parse(today, null))));

    [Theory]
    [InlineData("""{ "name": "x", "terms": [ { "kind": "reports", "months": 2, "because": "y" } ] }""", "months")]
    [InlineData("""{ "name": "x", "terms": [ { "kind": "people", "months": 12, "because": "y" } ] }""", "kind")]
    [InlineData("""{ "name": "x", "terms": [] }""", "terms")]
    [InlineData("""{ "name": "x", "terms": [ { "kind": "links", "months": 3, "because": "y" }, { "kind": "links", "months": 4, "because": "y" } ] }""", "$.terms[1].kind")]
    [InlineData("""{ "name": "x", "terms": [ { "kind": "links", "months": 3 } ] }""", "because")]
    public void A_wrong_file_is_refused_with_the_place(string json, string place)
    {
        var refused = Assert.Throws<RulesFileException>(() => RetentionFile.Parse(json, "retention.json"));
        Assert.Contains(place, refused.Message, StringComparison.Ordinal);
        Assert.Contains("retention.json", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Content_goes_by_its_terms_and_everything_still_holds()
    {
        using var play = await PlayedAsync();
        var (sheet, keeper) = (MonthScript.SheetOf("113"), Keeper(play));
        await keeper.LookAsync(default);
        Assert.Equal("first", (await play.It.Reports.FindAsync(sheet, "113.monitor", 1))!.Content.LivingConditions);

        // Three months after closing: drafts and links.
        await play.It.Drafts.SaveAsync(sheet.Partition, "113.monitor", DraftOf(play), 0);
        Assert.NotEmpty(await RowsAsync(play, Table.Links));
        play.Clock.MoveTo(MonthScript.Local(9, 30, 9));
        await keeper.LookAsync(default);
        Assert.Empty(await RowsAsync(play, Table.Links));
        Assert.Empty(await RowsAsync(play, Table.Drafts));
        Assert.Contains(await NoticesAsync(play, "m113"), n => n.Words is { Length: > 0 });

        play.Clock.MoveTo(MonthScript.Local(7, 1, 9).AddYears(2));
        await keeper.LookAsync(default);
        Assert.DoesNotContain(await NoticesAsync(play, "m113"), n => n.Words is { Length: > 0 });
        Assert.Equal("nobody was met", (await play.OwedAsync("113")).RoundReason);

        play.Clock.MoveTo(MonthScript.Local(7, 1, 9).AddYears(5));
        await keeper.LookAsync(default);
        Assert.Equal("", (await play.OwedAsync("113")).RoundReason);

        play.Clock.MoveTo(MonthScript.Local(7, 1, 9).AddYears(10));
        await keeper.LookAsync(default);
        var report = (await play.It.Reports.FindAsync(sheet, "113.monitor", 1))!;
        Assert.Equal(new ReportContent { Removed = new DateOnly(2033, 7, 1) }, report.Content with { Visits = [] });
        Assert.Empty(report.Content.Visits);
        Assert.Equal($"{SmallProvince.CycleId}/113.monitor/1", report.Receipt);

        await play.It.SealKeeper.LookAsync(default);
        Assert.Empty((await new Verifier(play.It).RunAsync()).Findings);
        Assert.Empty((await new TrailAudit(play.It).RunAsync()).Findings);
        Assert.Empty(await TrailWalk.FaultsAsync(play.Tables, play.It.Seal));
    }

    [Fact]
    public async Task The_text_of_a_letter_that_can_be_read_in_the_browser_goes_with_its_words()
    {
        using var play = await PlayedAsync();
        var outbox = new Outbox(play.Tables, SmallProvince.Authority, (_, _) => Task.FromResult(new ComposedLetter("Chủ đề", "lời thư", "<p>lời thư</p>", "vi")));
        var ids = play.Mail.Letters.Where(l => l.Reader.Id == "m113").Select(l => l.Id).ToList();
        Assert.NotEmpty(ids);
        foreach (var letter in play.Mail.Letters) await outbox.SendAsync(letter, default);
        play.Clock.MoveTo(MonthScript.Local(7, 1, 9).AddYears(1));
        await Keeper(play).LookAsync(default);
        Assert.Equal("lời thư", (await outbox.FindAsync(ids[0], default))!.Content.Text);
        play.Clock.MoveTo(MonthScript.Local(7, 1, 9).AddYears(2));
        await Keeper(play).LookAsync(default);
        foreach (var id in ids) Assert.Equal(new ComposedLetter("Chủ đề", "", "", "vi"), (await outbox.FindAsync(id, default))!.Content);
        Assert.Equal(ProviderWord.Has, await outbox.AskAsync(ids[0], default));
    }

    [Fact]
    public async Task A_day_is_looked_at_once_and_what_is_gone_costs_nothing_more()
    {
        using var play = await PlayedAsync();
        play.Clock.MoveTo(MonthScript.Local(7, 1, 9).AddYears(10));
        await Keeper(play).LookAsync(default);
        var counting = new CrashingTables(play.Tables, _ => false, CrashPoint.Before);
        var again = SmallProvince.Install(counting, play.Clock, play.Mail);
        await Keeper(again).LookAsync(default);
        Assert.Equal(0, counting.Commits);
        play.Clock.MoveTo(play.Clock.GetUtcNow().AddDays(1));
        await Keeper(again).LookAsync(default);
        // That the day was looked at.
        Assert.Equal(1, counting.Commits);
    }

    [Fact]
    public async Task Killed_at_any_write_the_removal_goes_on()
    {
        foreach (var point in new[] { CrashPoint.Before, CrashPoint.After })
        {
            using var play = await PlayedAsync();
            play.Clock.MoveTo(MonthScript.Local(7, 1, 9).AddYears(10));
            var crashes = 0;
            for (var kills = 1; ; kills++)
            {
                var dying = new CrashingTables(play.Tables, n => n == (point == CrashPoint.Before ? kills : 1), point);
                try
                {
                    await Keeper(SmallProvince.Install(dying, play.Clock, play.Mail)).LookAsync(default);
                    break;
                }
                catch (CrashException)
                {
                    Assert.True(++crashes < 500);
                }
            }

            Assert.True(crashes > 5, $"{crashes}");
            Assert.All(await ReportsAsync(play), r => Assert.NotNull(r.Content.Removed));
            Assert.Empty((await new Verifier(play.It).RunAsync()).Findings);
        }
    }

    [Fact]
    public async Task A_file_goes_with_its_last_report_and_not_before_a_day_has_passed()
    {
        var machine = new MovableClock(SmallProvince.Begin);
        var files = new MemoryFiles(machine);
        var (only, shared) = (await files.PutAsync(new MemoryStream([1, 2, 3])), await files.PutAsync(new MemoryStream([4, 5, 6])));
        using var play = await Playground.BegunAsync();
        await play.RunToAsync(5, 8, 10);
        await FileAsync(play, "111", only, shared);
        await play.RunToAsync(7, 1, 9);
        // A draft of another report has one of them, too.
        await play.It.Drafts.SaveAsync("elsewhere", "x", DraftOf(play) with { Attachments = [AttachmentOf(shared)] }, 0);
        var keeper = new RetentionKeeper(play.It, RetentionFile.Program, files, machine);
        play.Clock.MoveTo(MonthScript.Local(7, 1, 9).AddYears(10));
        await keeper.LookAsync(default);
        Assert.Equal(2, files.Count);
        machine.MoveTo(machine.GetUtcNow().AddDays(2));
        play.Clock.MoveTo(play.Clock.GetUtcNow().AddDays(1));
        await keeper.LookAsync(default);
        Assert.False(await files.ExistsAsync(only.Hash));
        Assert.True(await files.ExistsAsync(shared.Hash));
    }

    [Fact]
    public async Task A_cycle_that_runs_is_left_alone()
    {
        using var play = await Playground.BegunAsync();
        await play.RunToAsync(5, 8, 10);
        await MonthScript.FileAsync(play.It, "111");
        play.Clock.MoveTo(MonthScript.Local(7, 1, 9).AddYears(20));
        await Keeper(play).LookAsync(default);
        Assert.All(await ReportsAsync(play), r => Assert.Null(r.Content.Removed));
    }

    private static RetentionKeeper Keeper(Playground play) => Keeper(play.It);

    private static RetentionKeeper Keeper(Installation it) => new(it, RetentionFile.Program, it.Files, TimeProvider.System);

    internal static async Task<Playground> PlayedAsync()
    {
        var play = await Playground.BegunAsync();
        foreach (var step in MonthScript.Steps)
        {
            await play.Work.RunAsync(step.At);
            await step.Act(play.It);
        }

        await play.Work.SettleAsync();
        return play;
    }

    internal static Draft DraftOf(Playground play) => new()
    {
        Number = 0,
        Writer = "w",
        By = "m113",
        Title = new Directives.Language.Bilingual("a", "b"),
        At = play.Clock.GetUtcNow(),
        Versions = 3,
        Form = new ReportForm(),
    };

    internal static Attachment AttachmentOf(KeptFile kept) => new(kept.Hash, "a.pdf", "application/pdf", kept.Size);

    private static Task<FilingResult> FileAsync(Playground play, string place, params KeptFile[] files) => play.It.Reports.FileAsync(
        MonthScript.SheetOf(place), SmallProvince.Monitor(place), new Actor($"m{place}"),
        new ReportContent { NoVisitBecause = "x", Attachments = [.. files.Select(AttachmentOf)] });

    private static async Task<IReadOnlyList<FiledReport>> ReportsAsync(Playground play)
    {
        var reports = new List<FiledReport>();
        await foreach (var row in play.Tables.ScanAsync(Table.Sheets))
        {
            if (row.Row.Key.StartsWith("r|", StringComparison.Ordinal)) reports.Add(Stored.Read<FiledReport>(row.Row));
        }

        Assert.NotEmpty(reports);
        return reports;
    }

    private static async Task<IReadOnlyList<Notice>> NoticesAsync(Playground play, string reader) =>
        [.. (await play.It.Dossiers.RowsAsync<HeldNotice>(MailboxKeys.Dossier(SmallProvince.Authority, reader), "n|", default)).Select(n => n.Notice)];

    private static async Task<IReadOnlyList<ScannedRow>> RowsAsync(Playground play, Table table)
    {
        var rows = new List<ScannedRow>();
        await foreach (var row in play.Tables.ScanAsync(table)) rows.Add(row);
        return rows;
    }
}
