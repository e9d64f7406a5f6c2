using System.Text;
using Directives.Chasing;
using Directives.Dossiers;
using Directives.Tables;
using Directives.Tests.Access;
using Directives.Tests.Chasing;

namespace Directives.Tests.Dossiers;

/// <summary>No change without its trace, and no trace that can be changed unnoticed (design, idea 1).</summary>
public sealed class TrailTests
{
    [Fact]
    public async Task Every_trail_holds_after_a_month()
    {
        using var play = await PlayedAsync();
        Assert.Empty(await TrailWalk.FaultsAsync(play.Tables, play.It.Seal));
    }

    [Fact]
    public async Task Any_changed_byte_of_a_row_or_an_entry_is_found()
    {
        using var play = await PlayedAsync();
        foreach (var (id, rows) in await DossiersAsync(play))
        {
            for (var i = 0; i < rows.Count; i++)
            {
                if (rows[i].Key == Keys.Head) continue;
                foreach (var changed in Changes(rows[i]))
                    Assert.True(TrailWalk.Of([.. rows[..i], changed, .. rows[(i + 1)..]], play.It.Seal).Any(), $"{id} {rows[i].Key}");
            }
        }
    }

    [Fact]
    public async Task A_removed_row_or_entry_is_found()
    {
        using var play = await PlayedAsync();
        foreach (var (id, rows) in await DossiersAsync(play))
        {
            for (var i = 0; i < rows.Count; i++)
            {
                if (rows[i].Key != Keys.Head) Assert.True(TrailWalk.Of([.. rows[..i], .. rows[(i + 1)..]], play.It.Seal).Any(), $"{id} {rows[i].Key}");
            }
        }
    }

    [Fact]
    public async Task An_inserted_row_or_entry_is_found()
    {
        using var play = await PlayedAsync();
        var other = new TrailSeal(TestKeys.Of(1));
        foreach (var (_, rows) in await DossiersAsync(play))
        {
            var tip = Stored.Read<TrailWalk.AnyHead>(rows.Single(r => r.Key == Keys.Head)).Tip;
            Assert.NotEmpty(TrailWalk.Of([.. rows, new Row("x|1", "{}"u8.ToArray(), "1")], play.It.Seal));
            // Whoever lacks the key cannot add an entry, not even with a head that names it.
            var entry = other.Sealed(new TrailEntry(tip.Number + 1, tip.At, "report-filed", "m112", null, null, null, [], tip.Hash, ""));
            var head = new TrailWalk.AnyHead { Tip = new TrailTip(entry.Number, entry.At, entry.Hash) };
            var forged = rows.Where(r => r.Key != Keys.Head)
                .Append(new Row(Keys.Head, Stored.Bytes(head), "1")).Append(new Row(Keys.Trail(entry.Number), Stored.Bytes(entry), "1"));
            Assert.NotEmpty(TrailWalk.Of([.. forged], play.It.Seal));
        }
    }

    [Fact]
    public async Task Two_entries_that_changed_places_are_found()
    {
        using var play = await PlayedAsync();
        foreach (var (_, rows) in await DossiersAsync(play))
        {
            var entries = rows.Where(r => r.Key.StartsWith(Keys.TrailPrefix, StringComparison.Ordinal)).ToList();
            for (var i = 1; i < entries.Count; i++)
            {
                var (a, b) = (entries[i - 1], entries[i]);
                Assert.NotEmpty(TrailWalk.Of([.. rows.Except([a, b]), a with { Key = b.Key }, b with { Key = a.Key }], play.It.Seal));
            }
        }
    }

    [Fact]
    public async Task An_act_of_a_person_stands_in_the_trail_with_who_why_and_what()
    {
        using var play = await PlayedAsync();
        var rows = await play.Tables.QueryAsync(Table.Sheets, MonthScript.SheetOf("113").Partition, KeyRange.Prefix(Keys.TrailPrefix));
        var entries = rows.Select(Stored.Read<TrailEntry>).ToList();
        var sent = Assert.Single(entries, e => e.Act == "report-sent-back");
        Assert.Equal(("office", "nobody was met"), (sent.By, sent.Why));
        Assert.Equal([new Fact("113.monitor", "round 1, due 2023-05-10", "round 2, due 2023-05-18")], sent.Facts!);
        Assert.Contains(entries, e => e is { Act: "report-filed", By: "m111" });
        Assert.Contains(entries, e => e.Facts?.Any(f => f.After == $"skipped before1 for m113: {SkippedRung.Later}") == true);
        Assert.Equal(entries.Select(e => e.At).Order(), entries.Select(e => e.At));
    }

    private static async Task<Playground> PlayedAsync()
    {
        var play = await Playground.BegunAsync();
        foreach (var step in MonthScript.Steps)
        {
            if (step.Outage) play.Clock.MoveTo(step.At);
            await play.Work.RunAsync(step.At);
            await step.Act(play.It);
        }

        return play;
    }

    // One digit or letter changed, at a few places spread over the row; the result is still JSON.
    private static IEnumerable<Row> Changes(Row row)
    {
        var text = Encoding.UTF8.GetString(row.Body.Span);
        var places = Enumerable.Range(0, text.Length).Where(i => char.IsAsciiDigit(text[i])).ToList();
        foreach (var at in places.Where((_, i) => i % Math.Max(1, places.Count / 4) == 0))
        {
            var changed = $"{text[..at]}{(text[at] == '1' ? '2' : '1')}{text[(at + 1)..]}";
            yield return row with { Body = Encoding.UTF8.GetBytes(changed) };
        }
    }

    private static async Task<List<(DossierId Id, List<Row> Rows)>> DossiersAsync(Playground play)
    {
        var found = new List<(DossierId, List<Row>)>();
        DossierId[] ids = [play.It.Cycles.Dossier, MonthScript.SheetOf("113").Dossier, Directives.Mail.MailboxKeys.Dossier(SmallProvince.Authority, "deputy")];
        foreach (var id in ids) found.Add((id, [.. await play.Tables.QueryAsync(id.Table, id.Partition, KeyRange.All)]));
        return found;
    }
}
