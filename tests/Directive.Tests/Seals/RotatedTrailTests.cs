using Directives.Cycles;
using Directives.Dossiers;
using Directives.Seals;
using Directives.Simulation;
using Directives.Tables;
using Directives.Tests.Access;
using Directives.Tests.Chasing;
using Directives.Verification;

namespace Directives.Tests.Seals;

/// <summary>The key of the trail is replaced in the midst of a cycle: all holds under the key of its time, and the old key makes nothing new.</summary>
public sealed class RotatedTrailTests : IAsyncLifetime
{
    private static readonly SheetRef Living = MonthScript.SheetOf("113");
    private static readonly SheetRef Resting = MonthScript.SheetOf("123");

    private Playground _play = null!;
    private Installation _rotated = null!;
    private CheckpointFile _kept = null!;

    public async Task InitializeAsync()
    {
        _play = await Playground.BegunAsync(content: SealedPlay.Content());
        await _play.RunToAsync(5, 8, 10);
        var tip = await _play.It.Seals.TipAsync(default);
        _kept = CheckpointFile.Of(SmallProvince.Authority, new Checkpoint(new DateOnly(2023, 5, 1), tip.Number, tip.At, tip.Hash));
        // Not sealed yet when the key changes.
        await MonthScript.FileAsync(_play.It, "111");
        _rotated = Under(5, 0);
        await MonthScript.FileAsync(_rotated, "113");
        await LiveAsync(5, 8, 14);
    }

    public Task DisposeAsync()
    {
        _rotated.Dispose();
        _play.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task What_is_from_before_and_after_holds_with_its_seals_and_checkpoints()
    {
        await LiveAsync(6, 2, 10);
        Assert.Empty((await new TrailAudit(_rotated).RunAsync(_kept)).Findings);
        Assert.Empty((await new Verifier(_rotated).RunAsync()).Findings);
        var keys = (await EntriesAsync(Living)).Select(e => _rotated.Seal.KeyOf(e)).ToList();
        Assert.Equal([1, 0], keys.Distinct().Select(k => k!.Value));
        Assert.NotEmpty(await _rotated.Seals.CheckpointsAsync(default));
        var seals = await SealedPlay.SealsAsync(_rotated.Seals);
        Assert.Equal([1, 0], seals.Select(s => _rotated.Seals.KeyOf(s)!.Value).Distinct());
        Assert.Contains(seals, s => s.Turn == true);
        Assert.Equal(0, _rotated.Seals.KeyOf(seals[^1], oldest: 0));
    }

    [Fact]
    public async Task It_may_be_replaced_again_and_again()
    {
        using var third = Under(6, 5, 0);
        await LiveAsync(5, 9, 12, third);
        await MonthScript.FileAsync(third, "112");
        await LiveAsync(5, 10, 12, third);
        Assert.Empty((await new TrailAudit(third).RunAsync(_kept)).Findings);
        // Turned once: not again at the next start.
        Assert.False(await third.Seals.TurnsAsync(default));
    }

    [Fact]
    public async Task Without_the_old_key_or_with_the_old_one_alone_it_does_not_hold()
    {
        using var lost = Under(5);
        Assert.Equal(1, (await new TrailAudit(lost).RunAsync()).FirstBad!.Entry);
        Assert.False((await new TrailAudit(_play.It).RunAsync()).Holds);
        using var swapped = Under(0, 5);
        Assert.False((await new TrailAudit(swapped).RunAsync()).Holds);
    }

    [Fact]
    public async Task A_chain_that_went_on_takes_no_entry_under_the_old_key()
    {
        var forged = await ForgeAsync(Living);
        var bad = (await new TrailAudit(_rotated).RunAsync()).FirstBad!;
        Assert.Equal((Living.Dossier.ToString(), forged), (bad.Where, bad.Entry));
    }

    [Fact]
    public async Task A_chain_that_rested_takes_none_either_although_the_program_seals_it()
    {
        Assert.Equal(1, _rotated.Seal.KeyOf((await EntriesAsync(Resting))[^1]));
        Assert.Empty((await new TrailAudit(_rotated).RunAsync()).Findings);
        var forged = await ForgeAsync(Resting);
        await _rotated.Grown.MarkAsync([Resting.Dossier], default);
        await NamedAsync();
        // A seal comes over it, as over all that grows.
        _play.Clock.MoveTo(_play.Clock.GetUtcNow().AddHours(2));
        await _rotated.SealKeeper.LookAsync(default);
        Assert.Contains((await SealedPlay.SealsAsync(_rotated.Seals)).SelectMany(s => s.Heads), h => h.Dossier == $"{Resting.Dossier}" && h.Number == forged);
        await NamedAsync();

        async Task NamedAsync()
        {
            var bad = Assert.Single((await new TrailAudit(_rotated).RunAsync()).Findings);
            Assert.Equal((Resting.Dossier.ToString(), forged), (bad.Where, bad.Entry));
            Assert.Contains("had been replaced", bad.What, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task No_seal_is_made_under_the_old_key_any_more()
    {
        var thief = new SealBook(_play.Tables, SmallProvince.Authority, TestKeys.Of(0));
        await thief.AppendAsync([], _play.Clock.GetUtcNow(), turn: true, default);
        var result = await new TrailAudit(_rotated).RunAsync();
        Assert.StartsWith("Trail:", result.FirstBad!.Where, StringComparison.Ordinal);
        Assert.Equal(await thief.TipAsync(default) is { Number: var last } ? last : 0, result.FirstBad.Entry);
    }

    [Fact]
    public async Task Killed_while_the_seals_turn_it_goes_on()
    {
        using var third = Under(6, 5, 0);
        await MonthScript.FileAsync(_rotated, "112");
        // One seal of the turn was written, the others were not, nor its end.
        await third.Seals.AppendAsync([], _play.Clock.GetUtcNow(), turn: true, default);
        Assert.True(await third.Seals.TurnsAsync(default));
        using var next = Under(6, 5, 0);
        await next.SealKeeper.LookAsync(default);
        Assert.Empty((await new TrailAudit(next).RunAsync()).Findings);
        Assert.False(await next.Seals.TurnsAsync(default));
    }

    private Installation Under(params byte[] keys) => new(_play.It.Parts with { TrailKey = TestKeys.Of(keys) });

    private Task LiveAsync(int month, int day, int hour, Installation? under = null) =>
        new Clockwork((under ?? _rotated).Watch, _play.Clock).RunAsync(MonthScript.Local(month, day, hour));

    private async Task<IReadOnlyList<TrailEntry>> EntriesAsync(SheetRef sheet) => await _rotated.Dossiers.RowsAsync<TrailEntry>(sheet.Dossier, Keys.TrailPrefix, default);

    /// <summary>What somebody with the old key and the tables could write: an entry, and a head that names it. Returns its number.</summary>
    private async Task<long> ForgeAsync(SheetRef sheet)
    {
        var head = (await _rotated.Dossiers.HeadAsync<SheetHead>(sheet.Dossier, default))!.Value.Head;
        var last = (await EntriesAsync(sheet))[^1];
        var digest = new RowDigest(Keys.Head, TrailSeal.HeadDigest(head));
        var entry = new TrailSeal(TestKeys.Of(0)).Sealed(new TrailEntry(last.Number + 1, _play.Clock.GetUtcNow(), "report-sent-back", "office", null, null, null, [digest], last.Hash, ""));
        var after = head with { Tip = new TrailTip(entry.Number, entry.At, entry.Hash) };
        await _play.Tables.CommitAsync(sheet.Dossier.Table, sheet.Dossier.Partition, [new Put(Keys.Head, Stored.Bytes(after)), new Insert(Keys.Trail(entry.Number), Stored.Bytes(entry))]);
        return entry.Number;
    }
}
