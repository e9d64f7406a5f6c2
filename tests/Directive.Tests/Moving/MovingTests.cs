using Directives.Attachments;
using Directives.Moving;
using Directives.Simulation;
using Directives.Tables;
using Directives.Tests.Chasing;
using Directives.Tests.Dossiers;
using Directives.Tests.Mail;
using Directives.Tests.Tables;
using Directives.Verification;

namespace Directives.Tests.Moving;

/// <summary>A whole authority moves between machines and accounts, and nothing is lost on the way.</summary>
public sealed class MovingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Delete();

    [Fact]
    public async Task A_living_province_moves_from_SQLite_to_Azurite_and_back_and_both_worlds_go_on_alike()
    {
        var clock = new MovableClock(SmallProvince.Begin);
        await using var first = SqliteTables.Open(_folder.File("first.db"));
        var firstFiles = new FolderFiles(_folder.File("first"));
        var mail = new RememberingTransport();
        using (var it = LivingProvince.Open(first, firstFiles, clock, mail)) await LivingProvince.LiveAsync(it, clock);

        await LivingProvince.CopyAsync(_folder.File("out.zip"), first, firstFiles, clock);
        var second = await AzuriteRunning.NewTablesAsync();
        var secondFiles = await BlobFiles.OpenAsync(AzureAccount.Parse((await AzuriteRunning.GetAsync()).Connection), AzuriteRunning.NewPrefix());
        await LoadAsync("out.zip", second, secondFiles);
        await HoldsAsync(second, secondFiles, clock);

        await LivingProvince.CopyAsync(_folder.File("back.zip"), second, secondFiles, clock);
        await using var third = SqliteTables.Open(_folder.File("third.db"));
        var thirdFiles = new FolderFiles(_folder.File("third"));
        await LoadAsync("back.zip", third, thirdFiles);
        await HoldsAsync(third, thirdFiles, clock);
        var rows = await LivingProvince.RowsAsync(first, everything: true);
        Assert.True(rows.Count > 200, $"{rows.Count} rows");
        Assert.Equal(rows, await LivingProvince.RowsAsync(third, everything: true));
        Assert.Equal(await HashesAsync(firstFiles), await HashesAsync(thirdFiles));
        Assert.NotEmpty(await HashesAsync(thirdFiles));

        var (stayed, moved) = (await GoOnAsync(first, firstFiles, mail, clock), await GoOnAsync(third, thirdFiles, mail, clock));
        Assert.Equal(stayed.Letters, moved.Letters);
        Assert.True(moved.Letters.Count > 20, $"{moved.Letters.Count} letters");
        // What the engine remembers of the due index differs between processes, and seals bind what nothing seals twice alike: both are looked at on their own.
        Table[] but = [Table.Due, Table.Trail];
        Assert.Equal(await LivingProvince.RowsAsync(first, false, but), await LivingProvince.RowsAsync(third, false, but));
        Assert.Empty(moved.Faults);
        await HoldsAsync(third, thirdFiles, new MovableClock(MonthScript.Local(6, 20, 0)));
    }

    [Theory]
    [InlineData(CrashPoint.Before)]
    [InlineData(CrashPoint.After)]
    public async Task An_import_that_is_killed_serves_nothing_and_goes_on_where_it_was(CrashPoint point)
    {
        var clock = new MovableClock(SmallProvince.Begin);
        var (tables, files) = (new MemoryTables(), new MemoryFiles());
        using (var it = LivingProvince.Open(tables, files, clock, new RememberingTransport())) await LivingProvince.LiveAsync(it, clock);
        await LivingProvince.CopyAsync(_folder.File("out.zip"), tables, files, clock);
        var target = new MemoryTables();
        var dying = new CrashingTables(target, n => n % 7 == 2, point);
        for (var kills = 0; ; kills++)
        {
            dying.Restart();
            try
            {
                await LoadAsync("out.zip", dying, new MemoryFiles());
                Assert.True(kills > 3, $"{kills} kills");
                break;
            }
            catch (CrashException)
            {
                var refused = await Record.ExceptionAsync(() => MoveMark.CheckAsync(target, default));
                if (await MoveMark.ReadAsync(target, default) is not null) Assert.Contains("run it again", refused!.Message, StringComparison.Ordinal);
                else Assert.Null(await InstallationMark.ReadAsync(target, default) is { } mark && kills == 0 ? mark : null);
            }
        }

        Assert.Equal(await LivingProvince.RowsAsync(tables, true), await LivingProvince.RowsAsync(target, true));
    }

    [Fact]
    public async Task Into_tables_in_which_something_is_nothing_is_imported()
    {
        var clock = new MovableClock(SmallProvince.Begin);
        var (tables, files) = (new MemoryTables(), new MemoryFiles());
        using (var it = LivingProvince.Open(tables, files, clock, new RememberingTransport())) await LivingProvince.LiveAsync(it, clock);
        await LivingProvince.CopyAsync(_folder.File("out.zip"), tables, files, clock);
        var before = await LivingProvince.RowsAsync(tables, true);
        var refused = await Assert.ThrowsAsync<CannotStartException>(() => LoadAsync("out.zip", tables, files));
        Assert.Contains("name an empty place", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, await LivingProvince.RowsAsync(tables, true));
        Assert.Null(await MoveMark.ReadAsync(tables, default));

        await new MoveMark(MoveState.Gone, "x", clock.GetUtcNow()).WriteAsync(tables, default);
        Assert.Contains("export --undo", (await Assert.ThrowsAsync<CannotStartException>(() => MoveMark.CheckAsync(tables, default))).Message, StringComparison.Ordinal);
    }

    private async Task LoadAsync(string name, ITables tables, IFiles files)
    {
        using var copy = CopyFile.Open(_folder.File(name));
        await copy.VerifyAsync();
        await new CopyLoader(tables, files, TimeProvider.System).LoadAsync(copy);
        await MoveMark.RemoveAsync(tables, default);
    }

    private static async Task HoldsAsync(ITables tables, IFiles files, MovableClock clock)
    {
        using var it = LivingProvince.Open(tables, files, clock, new RememberingTransport());
        var (trail, all) = (await new TrailAudit(it).RunAsync(), await new Verifier(it).RunAsync());
        Assert.Empty(trail.Findings);
        Assert.True(trail.Seals > 0 && trail.Entries > 100);
        Assert.Empty(all.Findings);
    }

    private static async Task<(IReadOnlyList<string> Letters, IReadOnlyList<string> Faults)> GoOnAsync(ITables tables, IFiles files, RememberingTransport before, MovableClock at)
    {
        var clock = new MovableClock(at.GetUtcNow());
        var mail = new RememberingTransport();
        using var it = LivingProvince.Open(tables, files, clock, mail);
        await LivingProvince.GoOnAsync(it, clock);
        var told = before.Letters.Concat(mail.Letters).SelectMany(l => l.Notices.Select(n => $"{l.Reader.Id} {n.Notice.Key()}")).GroupBy(k => k).Where(g => g.Count() > 1).Select(g => g.Key);
        return (
            [.. mail.Letters.Select(l => $"{l.Id} {l.At:u} {string.Join(", ", l.Notices.Select(n => $"{n.Notice.Key()} {n.LinkKey}"))}").Order(StringComparer.Ordinal)],
            [.. told, .. await TrailWalk.FaultsAsync(tables, it.Seal), .. await DueWalk.ForgottenAsync(tables, it.Due, clock.GetUtcNow())]);
    }

    private static async Task<IReadOnlyList<string>> HashesAsync(IFiles files)
    {
        var hashes = new List<string>();
        await foreach (var hash in files.ListAsync()) hashes.Add(hash);
        return [.. hashes.Order(StringComparer.Ordinal)];
    }
}
