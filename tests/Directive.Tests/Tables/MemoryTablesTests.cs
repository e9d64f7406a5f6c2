using CsCheck;
using Directives.Tables;

namespace Directives.Tests.Tables;

/// <summary>The contract, kept by the tables in memory; and what their blocks must bear.</summary>
public sealed class MemoryTablesTests : TablesContract
{
    protected override int Cases => 1000;

    protected override Task<ITables> OpenAsync() => Task.FromResult<ITables>(new MemoryTables());

    [Fact]
    public async Task A_partition_of_many_blocks_keeps_its_order_through_inserts_and_deletes_anywhere()
    {
        await Gen.Select(Gen.Int[0, 3000].Array[2000], Gen.Int[0, 3000].Array[2000]).SampleAsync(
            async (inserted, deleted) =>
            {
                var partition = NewPartition();
                var expected = new SortedSet<string>(StringComparer.Ordinal);
                foreach (var key in inserted.Select(n => $"{n:D5}").Concat(Enumerable.Range(5000, 1000).Select(n => $"{n}")))
                {
                    await CommitAsync(partition, new Put(key, Bytes(key)));
                    expected.Add(key);
                }

                foreach (var key in deleted.Select(n => $"{n:D5}").Where(expected.Remove)) await CommitAsync(partition, new Delete(key));
                Assert.Equal(expected, await KeysAsync(partition, KeyRange.All));
                Assert.Equal(expected.Skip(100).Take(1), await KeysAsync(partition, new(expected.ElementAt(100), "\uffff"), 1));
                foreach (var key in expected) Assert.Equal(key, Text((await ReadAsync(partition, key))!));
                while (expected.Count > 0)
                {
                    var first = Assert.Single(await KeysAsync(partition, KeyRange.All, 1));
                    Assert.True(expected.Remove(first));
                    await CommitAsync(partition, new Delete(first));
                }

                Assert.Empty(await KeysAsync(partition, KeyRange.All));
            },
            iter: 20);
    }
}
