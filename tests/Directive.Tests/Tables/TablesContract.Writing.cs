using Directives.Tables;

namespace Directives.Tests.Tables;

public abstract partial class TablesContract
{
    [Fact]
    public async Task An_insert_finds_its_key_taken()
    {
        var partition = NewPartition();
        await CommitAsync(partition, new Insert("a", Bytes("1")));
        var before = await DumpAsync(partition);
        var refused = await Assert.ThrowsAsync<RowExistsException>(() => CommitAsync(partition, new Insert("a", Bytes("2"))));
        Assert.Equal((Played, partition, "a"), (refused.Table, refused.Partition, refused.Key));
        Assert.Equal(before, await DumpAsync(partition));
    }

    [Fact]
    public async Task A_replace_under_the_read_version_wins_and_under_an_older_one_loses()
    {
        var partition = NewPartition();
        var first = await CommitAsync(partition, new Insert("a", Bytes("1")));
        var second = await CommitAsync(partition, new Replace("a", Bytes("2"), first));
        Assert.NotEqual(first, second);
        var refused = await Assert.ThrowsAsync<VersionRaceException>(() => CommitAsync(partition, new Replace("a", Bytes("3"), first)));
        Assert.Equal((Played, partition, "a"), (refused.Table, refused.Partition, refused.Key));
        Assert.Equal($"a = 2 @ {second}", await DumpAsync(partition));
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("-1")]
    [InlineData("99999999999999999999")]
    public async Task A_replace_under_a_version_that_no_row_had_loses(string version)
    {
        var partition = NewPartition();
        await CommitAsync(partition, new Insert("a", Bytes("1")));
        await Assert.ThrowsAsync<VersionRaceException>(() => CommitAsync(partition, new Replace("a", Bytes("2"), version)));
        await Assert.ThrowsAsync<VersionRaceException>(() => CommitAsync(partition, new Replace("b", Bytes("2"), version)));
    }

    [Fact]
    public async Task A_put_writes_whatever_was_there()
    {
        var partition = NewPartition();
        var first = await CommitAsync(partition, new Put("a", Bytes("1")));
        var second = await CommitAsync(partition, new Put("a", Bytes("2")));
        Assert.NotEqual(first, second);
        Assert.Equal($"a = 2 @ {second}", await DumpAsync(partition));
    }

    [Fact]
    public async Task A_delete_removes_its_row_and_a_second_one_finds_it_gone()
    {
        var partition = NewPartition();
        await CommitAsync(partition, new Insert("a", Bytes("1")), new Insert("b", Bytes("2")));
        Assert.Equal("", await CommitAsync(partition, new Delete("a")));
        Assert.Null(await ReadAsync(partition, "a"));
        Assert.Equal(["b"], await KeysAsync(partition, KeyRange.All));
        var refused = await Assert.ThrowsAsync<VersionRaceException>(() => CommitAsync(partition, new Delete("a")));
        Assert.Equal("a", refused.Key);
    }

    [Fact]
    public async Task A_delete_under_the_read_version_wins_and_under_an_older_one_loses()
    {
        var partition = NewPartition();
        var first = await CommitAsync(partition, new Put("a", Bytes("1")));
        var second = await CommitAsync(partition, new Put("a", Bytes("1")));
        foreach (var old in new[] { first, "", "nonsense" })
        {
            var refused = await Assert.ThrowsAsync<VersionRaceException>(() => CommitAsync(partition, new Delete("a", old)));
            Assert.Equal((Played, partition, "a"), (refused.Table, refused.Partition, refused.Key));
        }

        Assert.Equal($"a = 1 @ {second}", await DumpAsync(partition));
        Assert.Equal("", await CommitAsync(partition, new Delete("a", second)));
        Assert.Null(await ReadAsync(partition, "a"));
        await Assert.ThrowsAsync<VersionRaceException>(() => CommitAsync(partition, new Delete("a", second)));
    }

    [Fact]
    public async Task A_batch_of_every_kind_returns_its_versions_in_order()
    {
        var partition = NewPartition();
        var version = (await CommitAsync(partition, new Insert("head", Bytes("1")), new Insert("old", Bytes("1"))))[0];
        var versions = await CommitAsync(
            partition, new Delete("old"), new Insert("new", Bytes("2")), new Replace("head", Bytes("2"), version), new Put("any", Bytes("2")));
        Assert.Equal(4, versions.Count);
        Assert.Equal("", versions[0]);
        Assert.Equal(
            $"any = 2 @ {versions[3]}\nhead = 2 @ {versions[2]}\nnew = 2 @ {versions[1]}", await DumpAsync(partition));
    }

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task A_refused_change_leaves_nothing_of_its_batch(string refusal, int position)
    {
        var partition = NewPartition();
        var old = await CommitAsync(partition, new Insert("taken", Bytes("0")));
        await CommitAsync(partition, new Replace("taken", Bytes("1"), old));
        var versions = await CommitAsync(partition, new Insert("head", Bytes("1")), new Insert("gone", Bytes("1")));
        var before = await DumpAsync(partition);
        RowChange refused = refusal switch
        {
            "insert of a taken key" => new Insert("taken", Bytes("2")),
            "replace under an old version" => new Replace("taken", Bytes("2"), old),
            "replace of a missing row" => new Replace("missing", Bytes("2"), old),
            "delete of a missing row" => new Delete("missing"),
            _ => throw new ArgumentOutOfRangeException(nameof(refusal)),
        };
        List<RowChange> batch =
            [new Replace("head", Bytes("2"), versions[0]), new Insert("new", Bytes("2")), new Put("any", Bytes("2")), new Delete("gone")];
        batch.Insert(position, refused);
        var thrown = await Assert.ThrowsAnyAsync<BatchRefusedException>(() => CommitAsync(partition, [.. batch]));
        Assert.Equal(refused is Insert ? typeof(RowExistsException) : typeof(VersionRaceException), thrown.GetType());
        Assert.Equal(refused.Key, thrown.Key);
        Assert.Equal(before, await DumpAsync(partition));

        // The same batch without the refused change goes through: it was that change, and nothing of it stuck.
        batch.RemoveAt(position);
        await CommitAsync(partition, [.. batch]);
    }

    public static TheoryData<string, int> Refusals()
    {
        var cases = new TheoryData<string, int>();
        foreach (var refusal in (string[])["insert of a taken key", "replace under an old version", "replace of a missing row", "delete of a missing row"])
        {
            for (var position = 0; position <= 4; position++) cases.Add(refusal, position);
        }

        return cases;
    }

    [Fact]
    public async Task A_version_is_never_used_again()
    {
        var partition = NewPartition();
        var seen = new HashSet<string>();
        for (var i = 0; i < 10; i++)
        {
            var inserted = await CommitAsync(partition, new Insert("a", Bytes("same")));
            Assert.True(seen.Add(inserted));
            Assert.True(seen.Add(await CommitAsync(partition, new Replace("a", Bytes("same"), inserted))));
            await CommitAsync(partition, new Delete("a"));
            await Assert.ThrowsAsync<VersionRaceException>(() => CommitAsync(partition, new Replace("a", Bytes("x"), inserted)));
        }
    }

    [Fact]
    public async Task A_cancelled_call_does_nothing()
    {
        var partition = NewPartition();
        var cancelled = new CancellationToken(canceled: true);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await Store.CommitAsync(Played, partition, [new Insert("a", Bytes("1"))], cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await Store.ReadAsync(Played, partition, "a", cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await Store.QueryAsync(Played, partition, KeyRange.All, null, cancelled));
        Assert.Empty(await KeysAsync(partition, KeyRange.All));
    }
}
