using Directives.Dossiers;
using Directives.Seals;
using Directives.Simulation;
using Directives.Tables;
using Directives.Tests.Chasing;
using Directives.Tests.Mail;
using Directives.Tests.Tables;
using Directives.Verification;
using Microsoft.Data.Sqlite;

namespace Directives.Tests.Seals;

/// <summary>Two months in a database file, played once for all tests that tamper with a copy of it.</summary>
public sealed class PlayedFile : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    internal string Path => _folder.File("directive.db");

    internal DateTimeOffset Now { get; private set; }

    internal CheckpointFile Checkpoint { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await using var tables = SqliteTables.Open(Path);
        using var play = await SealedPlay.PlayAsync(tables);
        Now = play.Clock.GetUtcNow();
        Checkpoint = CheckpointFile.Of(SmallProvince.Authority, (await play.It.Seals.CheckpointsAsync(default))[^1]);
    }

    public Task DisposeAsync()
    {
        _folder.Delete();
        return Task.CompletedTask;
    }

    internal string Copy()
    {
        var copy = _folder.File($"{Guid.NewGuid():N}.db");
        File.Copy(Path, copy);
        return copy;
    }
}

/// <summary>
/// What <c>audit verify</c> names after somebody was at the database file behind the program's back, with nothing but SQL: a changed,
/// removed, inserted, reordered or cut entry, and the last seal and checkpoint before it.
/// </summary>
public sealed class AuditTests(PlayedFile played) : IClassFixture<PlayedFile>
{
    private static readonly string Sheet = MonthScript.SheetOf("113").Dossier.Partition;
    private static readonly string Named = MonthScript.SheetOf("113").Dossier.ToString();

    [Fact]
    public async Task A_file_that_nobody_touched_is_in_order()
    {
        var result = await AuditAsync(played.Path, played.Checkpoint);
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
            var body = (await RowAsync(copy, key)).Body.ToArray();
            body[place(body.Length)] ^= 1;
            Write(copy, key, body);
            var result = await AuditAsync(copy);
            Assert.False(result.Holds);
            Assert.Equal(Named, result.FirstBad!.Where);
        }

        Assert.True((await AuditAsync(file)).Holds);
    }

    [Fact]
    public async Task A_changed_entry_is_named_by_its_number_with_the_last_good_seal_before_it()
    {
        var file = played.Copy();
        Assert.Equal(1, Sql(file, $"UPDATE Sheets SET body = CAST(replace(CAST(body AS TEXT), 'nobody was met', 'somebody was met') AS BLOB) WHERE partition = '{Sheet}' AND CAST(body AS TEXT) LIKE '%\"report-sent-back\"%nobody was met%'"));
        var result = await AuditAsync(file, played.Checkpoint);
        var number = (await EntriesAsync(played.Path)).Single(e => e.Act == "report-sent-back").Number;
        Assert.Equal((Named, number), (result.FirstBad!.Where, result.FirstBad.Entry));
        // Written on 9 May: what was sealed up to then still holds, and so does the checkpoint of May, not that of June.
        Assert.InRange(result.LastGoodSeal!.At, MonthScript.Local(5, 8, 11), MonthScript.Local(5, 9, 13));
        Assert.True(result.LastGoodCheckpoint!.Number <= result.LastGoodSeal.Number && result.LastGoodSeal.Number < played.Checkpoint.Seal);
    }

    [Fact]
    public async Task Ten_entries_cut_off_the_end_are_named()
    {
        var file = played.Copy();
        var entries = await EntriesAsync(file);
        Assert.Equal(10, Sql(file, $"DELETE FROM Sheets WHERE partition = '{Sheet}' AND key > '{Keys.Trail(entries.Count - 10)}' AND key LIKE 't|%'"));
        var result = await AuditAsync(file);
        Assert.Equal((Named, entries.Count - 9L), (result.FirstBad!.Where, result.FirstBad.Entry));
        Assert.Contains(result.Findings, f => f.What.Contains("cut off", StringComparison.Ordinal));
        Assert.NotNull(result.LastGoodSeal);
    }

    [Fact]
    public async Task A_dossier_put_back_to_an_earlier_day_is_named_by_the_seals_alone()
    {
        // Whole in itself: the same rows as they stood on 8 May, with heads and hashes of the program's own making.
        using var folder = new Folder();
        var early = folder.File("early.db");
        await using (var tables = SqliteTables.Open(early))
        {
            using var play = await Playground.BegunAsync(content: SealedPlay.Content(), tables: tables);
            foreach (var step in MonthScript.Steps.Take(3))
            {
                await play.Work.RunAsync(step.At);
                await step.Act(play.It);
            }
        }

        var file = played.Copy();
        Sql(file, $"ATTACH '{early}' AS early; DELETE FROM Sheets WHERE partition = '{Sheet}'; INSERT INTO Sheets SELECT * FROM early.Sheets WHERE partition = '{Sheet}'");
        var result = await AuditAsync(file);
        var finding = Assert.Single(result.Findings);
        Assert.Equal(Named, finding.Where);
        Assert.Contains("seal", finding.What, StringComparison.Ordinal);
        Assert.Contains("cut off", finding.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chain_written_anew_without_the_key_is_named_from_its_first_entry_on()
    {
        var file = played.Copy();
        var forger = new TrailSeal([.. Enumerable.Repeat((byte)7, 32)]);
        var (before, tip) = ("", TrailTip.None);
        foreach (var entry in await EntriesAsync(file))
        {
            var forged = forger.Sealed(entry with { Before = before, Why = entry.Why is null ? null : "as I would have it" });
            (before, tip) = (forged.Hash, new TrailTip(forged.Number, forged.At, forged.Hash));
            Write(file, Keys.Trail(entry.Number), Stored.Bytes(forged));
        }

        var head = Stored.Read<Directives.Cycles.SheetHead>(await RowAsync(file, Keys.Head)) with { Tip = tip };
        Write(file, Keys.Head, Stored.Bytes(head));
        var result = await AuditAsync(file);
        Assert.Equal((Named, 1L), (result.FirstBad!.Where, result.FirstBad.Entry));
    }

    [Fact]
    public async Task A_chain_written_anew_with_the_key_is_named_by_the_seals()
    {
        var file = played.Copy();
        var thief = new TrailSeal(new byte[32]);
        var (before, tip) = ("", TrailTip.None);
        foreach (var entry in await EntriesAsync(file))
        {
            var forged = thief.Sealed(entry with { Before = before, Why = entry.Why is null ? null : "as I would have it" });
            (before, tip) = (forged.Hash, new TrailTip(forged.Number, forged.At, forged.Hash));
            Write(file, Keys.Trail(entry.Number), Stored.Bytes(forged));
        }

        var head = Stored.Read<Directives.Cycles.SheetHead>(await RowAsync(file, Keys.Head)) with { Tip = tip };
        Write(file, Keys.Head, Stored.Bytes(head));
        var result = await AuditAsync(file);
        Assert.False(result.Holds);
        Assert.Contains(result.Findings, f => f.Where == Named && f.What.Contains("seal", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_inserted_a_removed_and_a_swapped_entry_are_named()
    {
        var entries = await EntriesAsync(played.Path);
        var inserted = played.Copy();
        Write(inserted, Keys.Trail(entries.Count + 1L), Stored.Bytes(entries[^1] with { Number = entries.Count + 1 }));
        Assert.Equal((Named, entries.Count + 1L), await FirstAsync(inserted));

        var removed = played.Copy();
        Sql(removed, $"DELETE FROM Sheets WHERE partition = '{Sheet}' AND key = '{Keys.Trail(4)}'");
        Assert.Equal((Named, 4L), await FirstAsync(removed));

        var swapped = played.Copy();
        Sql(swapped, $"""
            UPDATE Sheets SET key = 'x' WHERE partition = '{Sheet}' AND key = '{Keys.Trail(4)}';
            UPDATE Sheets SET key = '{Keys.Trail(4)}' WHERE partition = '{Sheet}' AND key = '{Keys.Trail(5)}';
            UPDATE Sheets SET key = '{Keys.Trail(5)}' WHERE partition = '{Sheet}' AND key = 'x'
            """);
        Assert.Equal((Named, 4L), await FirstAsync(swapped));
    }

    [Fact]
    public async Task A_dossier_that_is_gone_is_named()
    {
        var file = played.Copy();
        Sql(file, $"DELETE FROM Sheets WHERE partition = '{Sheet}'");
        var result = await AuditAsync(file);
        Assert.Equal(Named, Assert.Single(result.Findings).Where);
        Assert.Contains("gone", result.FirstBad!.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_that_no_act_wrote_and_a_changed_register_are_named()
    {
        var file = played.Copy();
        Sql(file, $"INSERT INTO Sheets SELECT partition, 'o|999.monitor', version, body FROM Sheets WHERE partition = '{Sheet}' AND key = 'o|113.monitor'");
        Assert.Contains("in no act", (await AuditAsync(file)).FirstBad!.What, StringComparison.Ordinal);
        var register = played.Copy();
        Assert.True(Sql(register, "UPDATE Register SET body = CAST(replace(CAST(body AS TEXT), 'm113@', 'x113@') AS BLOB) WHERE key LIKE 'official|m113%'") > 0);
        Assert.Contains("register's rows", (await AuditAsync(register)).FirstBad!.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Seals_that_were_changed_removed_or_cut_off_are_named()
    {
        var changed = played.Copy();
        Assert.Equal(1, Sql(changed, "UPDATE Trail SET body = CAST(replace(CAST(body AS TEXT), '2023-04', '2023-03') AS BLOB) WHERE key = 's|0000000005'"));
        var result = await AuditAsync(changed);
        Assert.Equal(("Trail:2023-04", 5L), (result.FirstBad!.Where, result.FirstBad.Entry));
        Assert.Equal(4, result.LastGoodSeal!.Number);

        var removed = played.Copy();
        Sql(removed, "DELETE FROM Trail WHERE key = 's|0000000005'");
        Assert.Equal(4, (await AuditAsync(removed)).LastGoodSeal!.Number);
    }

    [Fact]
    public async Task Seals_cut_off_without_a_trace_are_named_by_the_checkpoint()
    {
        // All of June with its checkpoint: the month's list, its head, its seals, and marks so that nothing seems unsealed.
        var file = played.Copy();
        var cut = new HashSet<string>(StringComparer.Ordinal);
        await using (var snapshot = SqliteSnapshot.Open(file))
        {
            using var it = SmallProvince.Install(snapshot, new MovableClock(played.Now), new RememberingTransport());
            foreach (var seal in (await it.Seals.SealsAsync("2023-05", default)).Concat(await it.Seals.SealsAsync("2023-06", default)))
                cut.UnionWith(seal.Heads.Select(h => h.Dossier));
        }

        Sql(file, "DELETE FROM Trail WHERE partition LIKE '%2023-05' OR partition LIKE '%2023-06' OR key IN ('m|2023-05', 'm|2023-06', 'c|2023-05', 'c|2023-06')");
        foreach (var id in cut)
            Sql(file, $"INSERT INTO Due VALUES ('{Keys.Join(SmallProvince.Authority, $"{DueIndex.ShardOf(DossierId.Parse(id))}")}', 't|2023062000|{id}', 1, x'')");
        Assert.True((await AuditAsync(file)).Holds);
        var result = await AuditAsync(file, played.Checkpoint);
        Assert.Contains("cut off", Assert.Single(result.Findings).What, StringComparison.Ordinal);
        Assert.NotNull(result.LastGoodSeal);
        // Without the marks the cut is seen even without a checkpoint.
        Sql(file, "DELETE FROM Due WHERE key LIKE 't|%'");
        Assert.Contains("no seal binds", (await AuditAsync(file)).FirstBad!.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_an_older_program_lacks_tables_and_is_read_all_the_same()
    {
        var file = played.Copy();
        foreach (var table in new[] { "Trail", "Accounts", "SignIns" }) Sql(file, $"DROP TABLE {table}");
        Sql(file, "DELETE FROM Due WHERE key LIKE 't|%'");
        var result = await AuditAsync(file);
        Assert.Empty(result.Findings);
        Assert.Equal(0, result.Seals);
    }

    private async Task<(string, long?)> FirstAsync(string file) => await AuditAsync(file) is { FirstBad: { } first } ? (first.Where, first.Entry) : ("", null);

    private async Task<AuditResult> AuditAsync(string file, CheckpointFile? checkpoint = null)
    {
        await using var snapshot = SqliteSnapshot.Open(file);
        using var it = SmallProvince.Install(snapshot, new MovableClock(played.Now), new RememberingTransport());
        return await new TrailAudit(it).RunAsync(checkpoint);
    }

    private static async Task<IReadOnlyList<TrailEntry>> EntriesAsync(string file)
    {
        await using var snapshot = SqliteSnapshot.Open(file);
        return [.. (await snapshot.QueryAsync(Table.Sheets, Sheet, KeyRange.Prefix(Keys.TrailPrefix))).Select(Stored.Read<TrailEntry>)];
    }

    private static async Task<Row> RowAsync(string file, string key)
    {
        await using var snapshot = SqliteSnapshot.Open(file);
        return (await snapshot.ReadAsync(Table.Sheets, Sheet, key))!;
    }

    private static void Write(string file, string key, byte[] body) =>
        Sql(file, $"INSERT OR REPLACE INTO Sheets VALUES ('{Sheet}', '{key}', 1, x'{Convert.ToHexString(body)}')");

    private static int Sql(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteNonQuery();
    }

    private sealed class Folder : IDisposable
    {
        private readonly TemporaryFolder _folder = new();

        public string File(string name) => _folder.File(name);

        public void Dispose() => _folder.Delete();
    }
}
