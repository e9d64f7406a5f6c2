using Directives.Reports;
using Directives.Tables;
using Directives.Tests.Dossiers;

namespace Directives.Tests.Reports;

/// <summary>Drafts: kept as typed, refused to the later of two writers, over once the report is in.</summary>
public sealed class DraftStoreTests
{
    private readonly DraftStore _drafts = new(new YieldingTables(new MemoryTables()), "1");

    [Fact]
    public async Task A_draft_is_kept_exactly_and_its_own_form_goes_on_saving()
    {
        const string typed = "\n “Đời sống” \u000b<b>\u0000 ";
        var first = Assert.IsType<DraftSaving.Kept>(await SaveAsync("w1", typed, 0));
        var second = Assert.IsType<DraftSaving.Kept>(await SaveAsync("w1", "more", 0));
        Assert.Equal((1, 2), (first.Draft.Number, second.Draft.Number));
        Assert.Equal(typed, first.Draft.Form["feedback"]);
        Assert.Equal("more", (await _drafts.FindAsync("s", "seat", 0))!.Form["feedback"]);
    }

    [Fact]
    public async Task The_later_of_two_writers_is_refused_until_they_have_seen_the_other()
    {
        await SaveAsync("w1", "one", 0);
        var refused = Assert.IsType<DraftSaving.Conflict>(await SaveAsync("w2", "two", 0));
        Assert.Equal("one", refused.Theirs.Form["feedback"]);
        Assert.Equal("one", (await _drafts.FindAsync("s", "seat", 0))!.Form["feedback"]);
        Assert.IsType<DraftSaving.Kept>(await SaveAsync("w2", "two", refused.Theirs.Number));
        Assert.IsType<DraftSaving.Conflict>(await SaveAsync("w1", "one more", 1));
    }

    [Fact]
    public async Task Of_eight_writers_at_once_one_is_kept_and_all_others_are_shown_it()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => SaveAsync($"w{i}", $"{i}", 0).AsTask())));
        var kept = Assert.Single(results.OfType<DraftSaving.Kept>());
        Assert.All(results.OfType<DraftSaving.Conflict>(), c => Assert.Equal(kept.Draft.Writer, c.Theirs.Writer));
        Assert.Equal(7, results.OfType<DraftSaving.Conflict>().Count());
    }

    [Fact]
    public async Task A_draft_of_before_the_filing_is_never_shown_and_never_in_the_way()
    {
        await SaveAsync("w1", "old", 0);
        Assert.Null(await _drafts.FindAsync("s", "seat", 1));
        Assert.IsType<DraftSaving.Kept>(await SaveAsync("w2", "new", 0, versions: 1));
        Assert.Equal("new", (await _drafts.FindAsync("s", "seat", 1))!.Form["feedback"]);
    }

    [Fact]
    public async Task More_than_a_row_holds_is_refused_and_what_was_kept_stays()
    {
        await SaveAsync("w1", "short", 0);
        Assert.IsType<DraftSaving.TooLarge>(await SaveAsync("w1", new string('ế', 600_000), 1));
        Assert.Equal("short", (await _drafts.FindAsync("s", "seat", 0))!.Form["feedback"]);
    }

    [Fact]
    public async Task Saving_only_text_keeps_the_files_that_came_meanwhile()
    {
        await _drafts.SaveAsync("s", "seat", Of("w1", "a") with { Attachments = [new("h", "a.pdf", "application/pdf", 1)] }, 0);
        await _drafts.SaveAsync("s", "seat", Of("w1", "b"), 0, keepFiles: true);
        Assert.Equal("h", Assert.Single((await _drafts.FindAsync("s", "seat", 0))!.Attachments).Hash);
        await _drafts.DeleteAsync("s", "seat");
        await _drafts.DeleteAsync("s", "seat");
        Assert.Null(await _drafts.FindAsync("s", "seat", 0));
    }

    private ValueTask<DraftSaving> SaveAsync(string writer, string words, int seen, int versions = 0) =>
        _drafts.SaveAsync("s", "seat", Of(writer, words) with { Versions = versions }, seen);

    private static Draft Of(string writer, string words) => new()
    {
        Number = 0,
        Writer = writer,
        By = writer,
        Title = new(writer, writer),
        At = DateTimeOffset.UnixEpoch,
        Versions = 0,
        Form = new ReportForm { Texts = new Dictionary<string, string> { ["feedback"] = words } },
    };
}
