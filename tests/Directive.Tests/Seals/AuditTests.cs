using Directives.Dossiers;
using Directives.Tables;
using Directives.Tests.Chasing;

namespace Directives.Tests.Seals;

/// <summary>
/// What <c>audit verify</c> names after somebody was at the database file behind the program's back, with nothing but SQL: a changed,
/// removed, inserted, reordered or cut entry, and the last seal and checkpoint before it.
/// </summary>
public sealed class AuditTests(PlayedFile played) : IClassFixture<PlayedFile>
{
    [Fact]
    public async Task A_file_that_nobody_touched_is_in_order()
    {
        var result = await played.AuditAsync(played.Path, played.Checkpoint);
        Assert.Empty(result.Findings);
        Assert.Null(result.FirstBad);
        Assert.True(result.Seals > 10);
        Assert.Equal(played.Checkpoint.Seal, result.LastGoodCheckpoint!.Number);
    }

    [Theory]
    [InlineData("o|113.monitor")]
    [InlineData("r|113.monitor|0001")]
    [InlineData("t|0000000003")]
    [InlineData("!")]
    public async Task One_changed_byte_of_a_row_is_named(string key)
    {
        var file = played.Copy();
        foreach (var place in new Func<int, int>[] { _ => 1, length => length / 2, length => length - 1 })
        {
            var copy = played.Copy();
            var body = (await PlayedFile.RowAsync(copy, key)).Body.ToArray();
            body[place(body.Length)] ^= 1;
            PlayedFile.Write(copy, key, body);
            var result = await played.AuditAsync(copy);
            Assert.False(result.Holds);
            Assert.Equal(PlayedFile.Named, result.FirstBad!.Where);
        }

        Assert.True((await played.AuditAsync(file)).Holds);
    }

    [Fact]
    public async Task A_changed_entry_is_named_by_its_number_with_the_last_good_seal_before_it()
    {
        var file = played.Copy();
        Assert.Equal(1, PlayedFile.Sql(file, $"UPDATE Sheets SET body = CAST(replace(CAST(body AS TEXT), 'nobody was met', 'somebody was met') AS BLOB) WHERE partition = '{PlayedFile.Sheet}' AND CAST(body AS TEXT) LIKE '%\"report-sent-back\"%nobody was met%'"));
        var result = await played.AuditAsync(file, played.Checkpoint);
        var number = (await PlayedFile.EntriesAsync(played.Path)).Single(e => e.Act == "report-sent-back").Number;
        Assert.Equal((PlayedFile.Named, number), (result.FirstBad!.Where, result.FirstBad.Entry));
        // Written on 9 May: what was sealed up to then still holds, and so does the checkpoint of May, not that of June.
        Assert.InRange(result.LastGoodSeal!.At, MonthScript.Local(5, 8, 11), MonthScript.Local(5, 9, 13));
        Assert.True(result.LastGoodCheckpoint!.Number <= result.LastGoodSeal.Number && result.LastGoodSeal.Number < played.Checkpoint.Seal);
    }

    [Fact]
    public async Task Ten_entries_cut_off_the_end_are_named()
    {
        var file = played.Copy();
        var entries = await PlayedFile.EntriesAsync(file);
        Assert.Equal(10, PlayedFile.Sql(file, $"DELETE FROM Sheets WHERE partition = '{PlayedFile.Sheet}' AND key > '{Keys.Trail(entries.Count - 10)}' AND key LIKE 't|%'"));
        var result = await played.AuditAsync(file);
        Assert.Equal((PlayedFile.Named, entries.Count - 9L), (result.FirstBad!.Where, result.FirstBad.Entry));
        Assert.Contains(result.Findings, f => f.What.Contains("cut off", StringComparison.Ordinal));
        Assert.NotNull(result.LastGoodSeal);
    }

    [Fact]
    public async Task An_inserted_a_removed_and_a_swapped_entry_are_named()
    {
        var entries = await PlayedFile.EntriesAsync(played.Path);
        var inserted = played.Copy();
        PlayedFile.Write(inserted, Keys.Trail(entries.Count + 1L), Stored.Bytes(entries[^1] with { Number = entries.Count + 1 }));
        Assert.Equal((PlayedFile.Named, entries.Count + 1L), await played.FirstAsync(inserted));

        var removed = played.Copy();
        PlayedFile.Sql(removed, $"DELETE FROM Sheets WHERE partition = '{PlayedFile.Sheet}' AND key = '{Keys.Trail(4)}'");
        Assert.Equal((PlayedFile.Named, 4L), await played.FirstAsync(removed));

        var swapped = played.Copy();
        PlayedFile.Sql(swapped, $"""
            UPDATE Sheets SET key = 'x' WHERE partition = '{PlayedFile.Sheet}' AND key = '{Keys.Trail(4)}';
            UPDATE Sheets SET key = '{Keys.Trail(4)}' WHERE partition = '{PlayedFile.Sheet}' AND key = '{Keys.Trail(5)}';
            UPDATE Sheets SET key = '{Keys.Trail(5)}' WHERE partition = '{PlayedFile.Sheet}' AND key = 'x'
            """);
        Assert.Equal((PlayedFile.Named, 4L), await played.FirstAsync(swapped));
    }

    [Fact]
    public async Task A_row_that_no_act_wrote_and_a_changed_register_are_named()
    {
        var file = played.Copy();
        PlayedFile.Sql(file, $"INSERT INTO Sheets SELECT partition, 'o|999.monitor', version, body FROM Sheets WHERE partition = '{PlayedFile.Sheet}' AND key = 'o|113.monitor'");
        Assert.Contains("in no act", (await played.AuditAsync(file)).FirstBad!.What, StringComparison.Ordinal);
        var register = played.Copy();
        Assert.True(PlayedFile.Sql(register, "UPDATE Register SET body = CAST(replace(CAST(body AS TEXT), 'm113@', 'x113@') AS BLOB) WHERE key LIKE 'official|m113%'") > 0);
        Assert.Contains("register's rows", (await played.AuditAsync(register)).FirstBad!.What, StringComparison.Ordinal);
    }
}
