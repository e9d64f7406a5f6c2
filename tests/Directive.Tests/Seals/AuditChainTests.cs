using Directives.Dossiers;
using Directives.Simulation;
using Directives.Tables;
using Directives.Tests.Access;
using Directives.Tests.Chasing;
using Directives.Tests.Mail;
using Directives.Tests.Tables;

namespace Directives.Tests.Seals;

/// <summary>What <c>audit verify</c> names where a whole chain was forged, put back or removed, or the seals themselves were touched.</summary>
public sealed class AuditChainTests(PlayedFile played) : IClassFixture<PlayedFile>
{
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
        PlayedFile.Sql(file, $"ATTACH '{early}' AS early; DELETE FROM Sheets WHERE partition = '{PlayedFile.Sheet}'; INSERT INTO Sheets SELECT * FROM early.Sheets WHERE partition = '{PlayedFile.Sheet}'");
        var result = await played.AuditAsync(file);
        var finding = Assert.Single(result.Findings);
        Assert.Equal(PlayedFile.Named, finding.Where);
        Assert.Contains("seal", finding.What, StringComparison.Ordinal);
        Assert.Contains("cut off", finding.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chain_written_anew_without_the_key_is_named_from_its_first_entry_on()
    {
        var file = played.Copy();
        var forger = new TrailSeal(TestKeys.Of(7));
        var (before, tip) = ("", TrailTip.None);
        foreach (var entry in await PlayedFile.EntriesAsync(file))
        {
            var forged = forger.Sealed(entry with { Before = before, Why = entry.Why is null ? null : "as I would have it" });
            (before, tip) = (forged.Hash, new TrailTip(forged.Number, forged.At, forged.Hash));
            PlayedFile.Write(file, Keys.Trail(entry.Number), Stored.Bytes(forged));
        }

        var head = Stored.Read<Directives.Cycles.SheetHead>(await PlayedFile.RowAsync(file, Keys.Head)) with { Tip = tip };
        PlayedFile.Write(file, Keys.Head, Stored.Bytes(head));
        var result = await played.AuditAsync(file);
        Assert.Equal((PlayedFile.Named, 1L), (result.FirstBad!.Where, result.FirstBad.Entry));
    }

    [Fact]
    public async Task A_chain_written_anew_with_the_key_is_named_by_the_seals()
    {
        var file = played.Copy();
        var thief = new TrailSeal(new byte[32]);
        var (before, tip) = ("", TrailTip.None);
        foreach (var entry in await PlayedFile.EntriesAsync(file))
        {
            var forged = thief.Sealed(entry with { Before = before, Why = entry.Why is null ? null : "as I would have it" });
            (before, tip) = (forged.Hash, new TrailTip(forged.Number, forged.At, forged.Hash));
            PlayedFile.Write(file, Keys.Trail(entry.Number), Stored.Bytes(forged));
        }

        var head = Stored.Read<Directives.Cycles.SheetHead>(await PlayedFile.RowAsync(file, Keys.Head)) with { Tip = tip };
        PlayedFile.Write(file, Keys.Head, Stored.Bytes(head));
        var result = await played.AuditAsync(file);
        Assert.False(result.Holds);
        Assert.Contains(result.Findings, f => f.Where == PlayedFile.Named && f.What.Contains("seal", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_dossier_that_is_gone_is_named()
    {
        var file = played.Copy();
        PlayedFile.Sql(file, $"DELETE FROM Sheets WHERE partition = '{PlayedFile.Sheet}'");
        var result = await played.AuditAsync(file);
        Assert.Equal(PlayedFile.Named, Assert.Single(result.Findings).Where);
        Assert.Contains("gone", result.FirstBad!.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Seals_that_were_changed_removed_or_cut_off_are_named()
    {
        var changed = played.Copy();
        Assert.Equal(1, PlayedFile.Sql(changed, "UPDATE Trail SET body = CAST(replace(CAST(body AS TEXT), '2023-05', '2023-03') AS BLOB) WHERE key = 's|0000000005'"));
        var result = await played.AuditAsync(changed);
        Assert.Equal(("Trail:2023-05", 5L), (result.FirstBad!.Where, result.FirstBad.Entry));
        Assert.Equal(4, result.LastGoodSeal!.Number);

        var removed = played.Copy();
        PlayedFile.Sql(removed, "DELETE FROM Trail WHERE key = 's|0000000005'");
        Assert.Equal(4, (await played.AuditAsync(removed)).LastGoodSeal!.Number);
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

        PlayedFile.Sql(file, "DELETE FROM Trail WHERE partition LIKE '%2023-05' OR partition LIKE '%2023-06' OR key IN ('m|2023-05', 'm|2023-06', 'c|2023-05', 'c|2023-06')");
        foreach (var id in cut)
            PlayedFile.Sql(file, $"INSERT INTO Due VALUES ('{Keys.Join(SmallProvince.Authority, $"{DueIndex.ShardOf(DossierId.Parse(id))}")}', 't|2023062000|{id}', 1, x'')");
        Assert.True((await played.AuditAsync(file)).Holds);
        var result = await played.AuditAsync(file, played.Checkpoint);
        Assert.Contains("cut off", Assert.Single(result.Findings).What, StringComparison.Ordinal);
        Assert.NotNull(result.LastGoodSeal);
        // Without the marks the cut is seen even without a checkpoint.
        PlayedFile.Sql(file, "DELETE FROM Due WHERE key LIKE 't|%'");
        Assert.Contains("no seal binds", (await played.AuditAsync(file)).FirstBad!.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_an_older_program_lacks_tables_and_is_read_all_the_same()
    {
        var file = played.Copy();
        foreach (var table in new[] { "Trail", "Accounts", "SignIns" }) PlayedFile.Sql(file, $"DROP TABLE {table}");
        PlayedFile.Sql(file, "DELETE FROM Due WHERE key LIKE 't|%'");
        var result = await played.AuditAsync(file);
        Assert.Empty(result.Findings);
        Assert.Equal(0, result.Seals);
    }

    private sealed class Folder : IDisposable
    {
        private readonly TemporaryFolder _folder = new();

        public string File(string name) => _folder.File(name);

        public void Dispose() => _folder.Delete();
    }
}
