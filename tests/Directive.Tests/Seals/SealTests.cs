using Directives.Chasing;
using Directives.Dossiers;
using Directives.Mail;
using Directives.Seals;
using Directives.Tables;
using Directives.Tests.Chasing;
using Directives.Tests.Dossiers;
using Directives.Verification;

namespace Directives.Tests.Seals;

/// <summary>The hourly seal: it binds what has grown, costs nothing where nothing has, and may be killed anywhere.</summary>
public sealed class SealTests
{
    [Fact]
    public async Task Two_hours_after_an_act_every_chain_is_bound_to_its_end()
    {
        using var play = await SealedPlay.PlayAsync();
        var bound = new Dictionary<string, SealedHead>(StringComparer.Ordinal);
        foreach (var head in (await SealedPlay.SealsAsync(play.It.Seals)).SelectMany(s => s.Heads)) bound[head.Dossier] = head;
        var heads = 0;
        foreach (var table in ChainTables.All)
        {
            await foreach (var row in play.Tables.ScanAsync(table))
            {
                if (row.Row.Key != Keys.Head) continue;
                var tip = Stored.Read<AnyHead>(row.Row).Tip;
                Assert.Equal((tip.Number, tip.Hash), (bound[$"{new DossierId(table, row.Partition)}"].Number, bound[$"{new DossierId(table, row.Partition)}"].Hash));
                heads++;
            }
        }

        Assert.Equal(bound.Count, heads);
        Assert.Empty(await play.It.Grown.AllAsync(default));
        var result = await new TrailAudit(play.It).RunAsync();
        Assert.Empty(result.Findings);
        Assert.True(result is { Dossiers: > 12, Entries: > 100, Seals: > 10, LastGoodSeal: not null });
        Assert.Equal(result.Seals, result.LastGoodSeal!.Number);
    }

    [Fact]
    public async Task A_seal_binds_only_what_has_grown_and_an_idle_hour_writes_nothing()
    {
        using var play = await SealedPlay.PlayAsync();
        var before = await SealedPlay.SealsAsync(play.It.Seals);
        var counting = new CrashingTables(play.Tables, _ => false, CrashPoint.Before);
        var idle = SmallProvince.Install(counting, play.Clock, play.Mail);
        for (var i = 0; i < 5; i++)
        {
            play.Clock.MoveTo(play.Clock.GetUtcNow().AddHours(1));
            await idle.SealKeeper.LookAsync(default);
        }

        Assert.Equal(0, counting.Commits);
        await play.It.Silences.BeginAsync("m112", MonthScript.Office, "on leave");
        play.Clock.MoveTo(play.Clock.GetUtcNow().AddHours(2));
        await play.It.SealKeeper.LookAsync(default);
        var after = await SealedPlay.SealsAsync(play.It.Seals);
        Assert.Equal(MailboxKeys.Dossier(SmallProvince.Authority, "m112").ToString(), Assert.Single(Assert.Single(after.Skip(before.Count)).Heads).Dossier);
    }

    [Fact]
    public async Task A_sealer_that_is_killed_anywhere_goes_on_and_nothing_stays_unsealed()
    {
        foreach (var point in new[] { CrashPoint.Before, CrashPoint.After })
        {
            using var play = await Playground.BegunAsync(content: SealedPlay.Content());
            var crashed = 0;
            for (var round = 0; round < 6; round++)
            {
                foreach (var reader in new[] { "m111", "m112", "boss" })
                {
                    await (round % 2 == 0 ? play.It.Silences.BeginAsync(reader, MonthScript.Office, "away") : play.It.Silences.EndAsync(reader, MonthScript.Office, "back"));
                }

                play.Clock.MoveTo(play.Clock.GetUtcNow().AddDays(13));
                crashed += await KilledAtEveryWriteAsync(play, point);
                // What the checkpoint's letter has just made grow waits for the next hour.
                Assert.Empty(await play.It.Grown.DueAsync(10, default));
            }

            Assert.True(crashed > 10, $"{crashed}");
        }
    }

    [Fact]
    public async Task An_act_that_takes_longer_than_the_grace_is_marked_again()
    {
        using var play = await Playground.BegunAsync();
        var slow = new SlowTables(play.Tables);
        var it = SmallProvince.Install(slow, play.Clock, play.Mail);
        // The batch hangs until the sealer has been there.
        slow.Before = async () =>
        {
            slow.Before = null;
            play.Clock.MoveTo(play.Clock.GetUtcNow().AddHours(2));
            await play.It.SealKeeper.LookAsync(default);
            Assert.Empty(await play.It.Grown.AllAsync(default));
        };
        await it.Silences.BeginAsync("m111", MonthScript.Office, "on leave");
        Assert.Null(slow.Before);
        Assert.Empty((await new TrailAudit(play.It).RunAsync()).Findings);
        Assert.Contains(await play.It.Grown.AllAsync(default), m => m.Id == MailboxKeys.Dossier(SmallProvince.Authority, "m111"));
    }

    [Fact]
    public async Task What_was_there_before_the_first_seal_is_sealed_too()
    {
        var tables = new MemoryTables();
        using var play = await Playground.BegunAsync(tables: tables);
        await play.RunToAsync(4, 29, 9);
        // As an older program left it: without seals and without marks.
        tables.Forget(Table.Trail, (_, _) => true);
        tables.Forget(Table.Due, (_, row) => row.Key.StartsWith(GrownIndex.Prefix, StringComparison.Ordinal));
        var later = SmallProvince.Install(tables, play.Clock, play.Mail);
        Assert.Empty((await new TrailAudit(later).RunAsync()).Findings);
        await later.SealKeeper.LookAsync(default);
        var result = await new TrailAudit(later).RunAsync();
        Assert.Empty(result.Findings);
        Assert.True(result.Seals >= 1);
        Assert.Equal(result.Dossiers, (await SealedPlay.SealsAsync(later.Seals)).SelectMany(s => s.Heads).Select(h => h.Dossier).Distinct().Count());
    }

    [Fact]
    public async Task Auditors_get_a_checkpoint_once_a_month_that_matches_its_seal()
    {
        using var play = await SealedPlay.PlayAsync();
        var told = await play.It.Dossiers.RowsAsync<HeldNotice>(MailboxKeys.Dossier(SmallProvince.Authority, SealedPlay.Auditor), "n|", default);
        var checkpoints = told.Where(n => n.Notice.Kind == NoticeKind.Checkpoint).ToList();
        // The trail began in April; it is played until 20 June.
        Assert.Equal(["checkpoint-2023-05", "checkpoint-2023-06"], checkpoints.Select(c => c.Notice.Rung));
        Assert.All(checkpoints, c => Assert.NotNull(c.Letter));
        var kept = checkpoints.Select(c => CheckpointFile.Read(c.Notice.Words!)!).ToList();
        var seals = await SealedPlay.SealsAsync(play.It.Seals);
        Assert.All(kept, k => Assert.Equal((k.Authority, k.At, k.Hash), (SmallProvince.Authority, seals[(int)k.Seal - 1].At, seals[(int)k.Seal - 1].Hash)));
        var result = await new TrailAudit(play.It).RunAsync(kept[0]);
        Assert.Empty(result.Findings);
        Assert.Equal(kept[1].Seal, result.LastGoodCheckpoint!.Number);
    }

    [Fact]
    public void A_checkpoint_is_found_in_the_midst_of_a_letter()
    {
        var file = CheckpointFile.Of("52", new Checkpoint(new DateOnly(2023, 5, 1), 417, SmallProvince.Begin, "abc_-9"));
        Assert.Equal(file, CheckpointFile.Read(file.Write()));
        Assert.Equal(file, CheckpointFile.Read($"Dear {{all}},\r\n\r\n{file.Write().Replace("\n", "\r\n", StringComparison.Ordinal).Replace("  ", "", StringComparison.Ordinal)}\r\nRegards {{}}"));
        Assert.Null(CheckpointFile.Read("no { \"seal\": 3 } here"));
        Assert.Null(CheckpointFile.Read(""));
    }

    private static async Task<int> KilledAtEveryWriteAsync(Playground play, CrashPoint point)
    {
        for (var kills = 1; ; kills++)
        {
            var life = kills;
            var dying = new CrashingTables(play.Tables, n => n == life, point);
            try
            {
                await SmallProvince.Install(dying, play.Clock, play.Mail).SealKeeper.LookAsync(default);
                return kills - 1;
            }
            catch (CrashException)
            {
                Assert.True(kills < 200);
                Assert.Empty((await new TrailAudit(play.It).RunAsync()).Findings);
            }
        }
    }

    /// <summary>Tables whose next batch of a mailbox waits for something.</summary>
    private sealed class SlowTables(ITables inner) : ITables
    {
        public Func<Task>? Before { get; set; }

        public ValueTask<Row?> ReadAsync(Table table, string partition, string key, CancellationToken cancel = default) => inner.ReadAsync(table, partition, key, cancel);

        public ValueTask<IReadOnlyList<Row>> QueryAsync(Table table, string partition, KeyRange range, int? limit = null, CancellationToken cancel = default) =>
            inner.QueryAsync(table, partition, range, limit, cancel);

        public async ValueTask<IReadOnlyList<string>> CommitAsync(
            Table table, string partition, IReadOnlyList<RowChange> changes, CancellationToken cancel = default)
        {
            if (table == Table.Mailboxes && Before is { } before) await before();
            return await inner.CommitAsync(table, partition, changes, cancel);
        }

        public IAsyncEnumerable<ScannedRow> ScanAsync(Table table, CancellationToken cancel = default) => inner.ScanAsync(table, cancel);
    }
}
