using Directives.Tables;

namespace Directives.Tests.Tables;

/// <summary>The contract, kept by the tables in a file; and what only a file can get wrong.</summary>
public sealed class SqliteTablesTests : TablesContract
{
    private readonly TemporaryFolder _folder = new();
    private SqliteTables _sqlite = null!;

    protected override int Cases => 100;

    private string File => _folder.File("tables.db");

    public override async Task DisposeAsync()
    {
        await _sqlite.DisposeAsync();
        _folder.Delete();
    }

    protected override Task<ITables> OpenAsync() => Task.FromResult<ITables>(_sqlite = SqliteTables.Open(File));

    [Fact]
    public async Task A_reopened_file_holds_everything_and_its_versions_go_on()
    {
        var seen = new HashSet<string>();
        for (var opened = 0; opened < 4; opened++)
        {
            // The row goes and comes back: only the counter knows that its versions were used.
            if (opened > 0) await CommitAsync("p", new Delete("back"));
            var versions = await CommitAsync("p", new Insert("back", Bytes("1")), new Insert($"{opened}", Bytes("kept")));
            Assert.True(seen.Add(versions[0]));
            var before = await DumpAsync("p");
            await ReopenAsync();
            Assert.Equal(before, await DumpAsync("p"));
        }

        Assert.Equal(["0", "1", "2", "3", "back"], await KeysAsync("p", KeyRange.All));
    }

    [Fact]
    public async Task Closing_writes_what_still_waits_and_leaves_one_file()
    {
        var waiting = Enumerable.Range(0, 50).Select(n => CommitAsync("p", new Insert($"{n:D2}", Bytes("1")))).ToArray();
        await _sqlite.DisposeAsync();
        await Task.WhenAll(waiting);
        Assert.Equal([File], Directory.GetFiles(_folder.Path));
        await ReopenAsync();
        Assert.Equal(50, (await KeysAsync("p", KeyRange.All)).Length);
    }

    [Fact]
    public async Task Closed_tables_say_so()
    {
        await _sqlite.DisposeAsync();
        await _sqlite.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => CommitAsync("p", new Insert("a", Bytes("1"))));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => ReadAsync("p", "a"));
    }

    [Fact]
    public async Task Batches_that_wait_share_one_transaction()
    {
        var before = _sqlite.Transactions;
        Task<string>[] commits;
        using (var holder = new HeldFile(File))
        {
            commits = [.. Enumerable.Range(0, 64).Select(n => CommitAsync($"p{n}", new Insert("a", Bytes($"{n}"))))];
            Assert.DoesNotContain(commits, commit => commit.IsCompleted);
            holder.Release();
        }

        var versions = await Task.WhenAll(commits);
        Assert.Equal(1, _sqlite.Transactions - before);
        Assert.Equal(64, versions.Distinct().Count());
        for (var n = 0; n < 64; n++) Assert.Equal($"{n}", Text((await ReadAsync($"p{n}", "a"))!));
    }

    [Fact]
    public async Task A_refused_batch_takes_nothing_of_its_transaction_with_it()
    {
        await CommitAsync("p", new Insert("taken", Bytes("1")));
        var before = _sqlite.Transactions;
        Task[] commits;
        using (var holder = new HeldFile(File))
        {
            commits =
            [
                CommitAsync("p", new Insert("first", Bytes("1"))),
                CommitAsync("p", new Insert("half", Bytes("2")), new Insert("taken", Bytes("2"))),
                CommitAsync("p", new Insert("first", Bytes("2"))),
                CommitAsync("p", new Insert("last", Bytes("1"))),
            ];
            holder.Release();
        }

        await commits[0];
        await Assert.ThrowsAsync<RowExistsException>(() => commits[1]);
        await Assert.ThrowsAsync<RowExistsException>(() => commits[2]);
        await commits[3];
        Assert.Equal(1, _sqlite.Transactions - before);
        Assert.Equal(["first", "last", "taken"], await KeysAsync("p", KeyRange.All));
    }

    [Fact]
    public async Task A_cancelled_commit_was_either_never_written_or_returns_as_written()
    {
        using var cancel = new CancellationTokenSource();
        Task[] commits;
        using (var holder = new HeldFile(File))
        {
            // More than one group, so that the last ones surely still wait.
            commits = [.. Enumerable.Range(0, 600).Select(n =>
                Store.CommitAsync(Played, "p", [new Insert($"{n:D3}", Bytes("1"))], cancel.Token).AsTask())];
            await cancel.CancelAsync();
            holder.Release();
        }

        var written = new List<string>();
        for (var n = 0; n < commits.Length; n++)
        {
            if (await Record.ExceptionAsync(() => commits[n]) is not { } thrown) written.Add($"{n:D3}");
            else Assert.IsType<OperationCanceledException>(thrown, exactMatch: false);
        }

        Assert.Equal(written, await KeysAsync("p", KeyRange.All));
        Assert.True(written.Count < commits.Length);
    }

    [Theory]
    [InlineData("ABORT")]
    [InlineData("ROLLBACK")] // What SQLite does by itself when the disk is full.
    public async Task A_failure_of_the_database_reaches_every_caller_of_the_transaction_and_the_next_one_works(string kind)
    {
        Task[] commits;
        using (var holder = new HeldFile(File))
        {
            holder.Execute(
                $"CREATE TRIGGER trap BEFORE INSERT ON {Played} WHEN NEW.key = 'trap' BEGIN SELECT RAISE({kind}, 'trapped'); END");
            commits =
            [
                CommitAsync("p", new Insert("good", Bytes("1"))),
                CommitAsync("p", new Insert("half", Bytes("1")), new Insert("trap", Bytes("1"))),
                CommitAsync("p", new Insert("later", Bytes("1"))),
            ];
            holder.Release();
        }

        foreach (var commit in commits)
        {
            var thrown = await Assert.ThrowsAsync<TablesUnusableException>(() => commit);
            Assert.Equal(File, thrown.File);
            Assert.Contains("trapped", thrown.Message, StringComparison.Ordinal);
        }

        Assert.Empty(await KeysAsync("p", KeyRange.All));
        await CommitAsync("p", new Insert("good", Bytes("2")));
        Assert.Equal(["good"], await KeysAsync("p", KeyRange.All));
    }

    [Fact]
    public async Task Two_programs_on_one_file_see_each_other_and_share_no_version()
    {
        await using var other = SqliteTables.Open(File);
        var version = await CommitAsync("p", new Insert("a", Bytes("0")));
        var seen = new HashSet<string> { version };
        for (var n = 1; n <= 20; n++)
        {
            SqliteTables writer = n % 2 == 0 ? _sqlite : other, reader = n % 2 == 0 ? other : _sqlite;
            version = (await writer.CommitAsync(Played, "p", [new Replace("a", Bytes($"{n}"), version)]))[0];
            Assert.True(seen.Add(version));
            var row = await reader.ReadAsync(Played, "p", "a");
            Assert.Equal(($"{n}", version), (Text(row!), row!.Version));
        }
    }

    private async Task ReopenAsync()
    {
        await _sqlite.DisposeAsync();
        await InitializeAsync();
    }
}
