using System.Globalization;
using Directives.Tables;

namespace Directives.Tests.Tables;

public abstract partial class TablesContract
{
    [Fact]
    public async Task Of_two_writers_on_one_head_exactly_one_wins()
    {
        for (var round = 0; round < 20; round++)
        {
            var partition = NewPartition();
            var version = await CommitAsync(partition, new Insert(Keys.Head, Bytes("start")));
            using var start = new Barrier(2);
            var wins = await Task.WhenAll(Enumerable.Range(0, 2).Select(writer => Task.Run(async () =>
            {
                start.SignalAndWait();
                try
                {
                    await CommitAsync(
                        partition, new Replace(Keys.Head, Bytes($"{writer}"), version), new Insert(Keys.Trail(writer), Bytes($"{writer}")));
                    return writer;
                }
                catch (VersionRaceException)
                {
                    return -1;
                }
            })));
            var winner = Assert.Single(wins, writer => writer >= 0);
            Assert.Equal([Keys.Head, Keys.Trail(winner)], await KeysAsync(partition, KeyRange.All));
            Assert.Equal($"{winner}", Text((await ReadAsync(partition, Keys.Head))!));
        }
    }

    [Fact]
    public async Task Sixteen_writers_counting_up_under_a_version_lose_no_count()
    {
        var partition = NewPartition();
        await CommitAsync(partition, new Insert(Keys.Head, Bytes("0")));
        await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(async () =>
        {
            for (var done = 0; done < Increments;)
            {
                var head = (await ReadAsync(partition, Keys.Head))!;
                try
                {
                    await CommitAsync(partition, new Replace(Keys.Head, Bytes($"{Number(head) + 1}"), head.Version));
                    done++;
                }
                catch (VersionRaceException)
                {
                    // Somebody else counted: read again, count again.
                }
            }
        })));
        Assert.Equal(16 * Increments, Number((await ReadAsync(partition, Keys.Head))!));
    }

    [Fact]
    public async Task A_reader_never_sees_half_a_batch()
    {
        var partition = NewPartition();
        await CommitAsync(partition, new Insert("left", Bytes("0")), new Insert("right", Bytes("0")));
        using var start = new Barrier(3);
        var written = false;
        var readers = Enumerable.Range(0, 2).Select(_ => Task.Run(async () =>
        {
            var last = 0;
            start.SignalAndWait();
            for (var more = true; more;)
            {
                more = !Volatile.Read(ref written);
                var rows = await Store.QueryAsync(Played, partition, KeyRange.All);
                Assert.Equal(2, rows.Count);
                Assert.Equal(Number(rows[0]), Number(rows[1]));
                Assert.InRange(Number(rows[0]), last, Increments);
                last = Number(rows[0]);
            }

            // Begun after the last commit returned, so this query must have seen it.
            Assert.Equal(Increments, last);
        })).ToArray();
        start.SignalAndWait();
        for (var i = 1; i <= Increments; i++) await CommitAsync(partition, new Put("left", Bytes($"{i}")), new Put("right", Bytes($"{i}")));
        Volatile.Write(ref written, true);
        await Task.WhenAll(readers);
    }

    [Fact]
    public async Task Writers_of_many_partitions_do_not_disturb_each_other()
    {
        string[] partitions = [.. Enumerable.Range(0, 8).Select(_ => NewPartition())];
        await Task.WhenAll(partitions.Select(partition => Task.Run(async () =>
        {
            for (var i = 0; i < Increments; i++) await CommitAsync(partition, new Insert($"{i:D5}", Bytes(partition)));
        })));
        foreach (var partition in partitions)
        {
            var rows = await Store.QueryAsync(Played, partition, KeyRange.All);
            Assert.Equal(Enumerable.Range(0, Increments).Select(i => $"{i:D5}"), rows.Select(row => row.Key));
            Assert.All(rows, row => Assert.Equal(partition, Text(row)));
        }
    }

    private static int Number(Row row) => int.Parse(Text(row), CultureInfo.InvariantCulture);
}
