using Directives.Tables;

namespace Directives.Tests.Tables;

public abstract partial class TablesContract
{
    [Fact]
    public async Task A_batch_holds_a_hundred_rows_and_no_more()
    {
        var partition = NewPartition();
        RowChange[] rows = [.. Enumerable.Range(0, 101).Select(n => new Insert($"{n:D3}", Bytes("1")))];
        await RefusedAsync(partition, rows);
        await CommitAsync(partition, rows[..100]);
        Assert.Equal(100, (await KeysAsync(partition, KeyRange.All)).Length);
    }

    [Fact]
    public async Task A_batch_is_never_empty() => await RefusedAsync(NewPartition());

    [Fact]
    public async Task A_batch_names_a_row_once()
    {
        var refused = await RefusedAsync(NewPartition(), new Put("a", Bytes("1")), new Put("b", Bytes("1")), new Delete("a"));
        Assert.Equal("a", refused.Key);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("ế")]
    public async Task A_row_is_measured_as_UTF_16(string letter)
    {
        var partition = NewPartition();
        var most = string.Concat(Enumerable.Repeat(letter, TableLimits.BytesInRow / 2));
        var refused = await RefusedAsync(partition, new Put("a", Bytes("1")), new Put("b", Bytes(most + letter)));
        Assert.Equal("b", refused.Key);
        most = most[..MostOf(letter)];
        await CommitAsync(partition, new Put("b", Bytes(most)));
        Assert.Equal(most, Text((await ReadAsync(partition, "b"))!));
    }

    [Fact]
    public async Task A_batch_holds_four_megabytes_less_its_envelope()
    {
        var partition = NewPartition();
        var rows = new List<RowChange>();
        for (var left = TableLimits.BytesInBatch / 2; left > 0; left -= 500_000)
            rows.Add(new Put($"{rows.Count}", Bytes(new string('x', Math.Min(left, 500_000)))));
        rows.Add(new Put("more", Bytes("x")));
        await RefusedAsync(partition, [.. rows]);
        rows.RemoveAt(rows.Count - 1);
        await CommitAsync(partition, [.. rows]);
        var stored = await Store.QueryAsync(Played, partition, KeyRange.All);
        Assert.Equal(TableLimits.BytesInBatch / 2, stored.Sum(row => row.Body.Length));
    }

    [Fact]
    public async Task A_key_is_at_most_512_characters_long()
    {
        var partition = NewPartition();
        var most = new string('ế', 512);
        Assert.Equal(most + "k", (await RefusedAsync(partition, new Put(most + "k", Bytes("1")))).Key);
        await RefusedAsync(most + "k", new Put("a", Bytes("1")));
        var longest = NewPartition().PadRight(512, 'ế');
        await CommitAsync(longest, new Put(most, Bytes("1")));
        Assert.Equal([most], await KeysAsync(longest, KeyRange.All));
    }

    [Theory]
    [InlineData('/')]
    [InlineData('\\')]
    [InlineData('#')]
    [InlineData('?')]
    [InlineData(0x0)]
    [InlineData(0xa)]
    [InlineData(0x1f)]
    [InlineData(0x7f)]
    [InlineData(0x9f)]
    [InlineData(0xd83d)]
    [InlineData(0xde00)]
    [InlineData(0xfffe)]
    [InlineData(0xffff)]
    public async Task A_key_holds_no_character_that_some_store_would_refuse_or_order_differently(int character)
    {
        var partition = NewPartition();
        var key = $"a{(char)character}b";
        await RefusedAsync(partition, new Put("ok", Bytes("1")), new Put(key, Bytes("1")));
        var refused = await Assert.ThrowsAsync<TableLimitException>(() => CommitAsync(key, new Put("a", Bytes("1"))));
        Assert.Equal(key, refused.Partition);
    }

    private async Task<TableLimitException> RefusedAsync(string partition, params RowChange[] changes)
    {
        var refused = await Assert.ThrowsAsync<TableLimitException>(() => CommitAsync(partition, changes));
        Assert.Equal((Played, partition), (refused.Table, refused.Partition));
        if (partition.Length <= 512) Assert.Empty(await KeysAsync(partition, KeyRange.All));
        return refused;
    }
}
