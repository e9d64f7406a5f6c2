using System.Globalization;
using System.Text;
using Directives.Tables;

namespace Directives.Tests.Tables;

/// <summary>The file as a killed writer leaves it: a copy taken while it writes, also with its log torn off anywhere.</summary>
public sealed class SqliteKilledTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Delete();

    [Fact]
    public async Task Whatever_was_confirmed_is_there_and_nothing_is_there_by_half()
    {
        await using var tables = SqliteTables.Open(_folder.File("tables.db"));
        for (var batch = 1; batch <= 100; batch++)
        {
            var commit = WriteAsync(tables, batch);
            if (batch % 10 == 0)
            {
                Copy(logLength: null);
                // The batch under way may be there; the ones before must.
                Assert.InRange(await ReadCopyAsync(), batch - 1, batch);
            }

            await commit;
        }

        Copy(logLength: null);
        Assert.Equal(100, await ReadCopyAsync());
    }

    [Fact]
    public async Task A_log_torn_off_at_any_byte_ends_with_a_whole_batch()
    {
        await using var tables = SqliteTables.Open(_folder.File("tables.db"));
        for (var batch = 1; batch <= 20; batch++) await WriteAsync(tables, batch);
        var length = new FileInfo(_folder.File("tables.db-wal")).Length;
        var last = 0;
        var ends = new HashSet<int>();
        for (var cut = 0; cut <= 60; cut++)
        {
            Copy(length * cut / 60);
            var found = await ReadCopyAsync();
            Assert.InRange(found, last, 20);
            ends.Add(last = found);
        }

        Assert.Equal(20, last);
        Assert.True(ends.Count > 10);
    }

    private static async Task WriteAsync(SqliteTables tables, int number)
    {
        var bytes = Encoding.UTF8.GetBytes($"{number}");
        // Two tables' worth of pages between them, so that a torn batch would show.
        var filler = new byte[3000];
        await tables.CommitAsync(
            Table.Sheets, "p", [new Put("left", bytes), new Insert($"n{number:D4}", filler), new Put("right", bytes)]);
    }

    private void Copy(long? logLength)
    {
        // The log is not yet folded into the file here, so any beginning of it is what a kill could leave.
        foreach (var old in Directory.GetFiles(_folder.Path, "copy.db*")) File.Delete(old);
        File.Copy(_folder.File("tables.db"), _folder.File("copy.db"));
        using var from = new FileStream(_folder.File("tables.db-wal"), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var to = File.Create(_folder.File("copy.db-wal"));
        from.CopyTo(to);
        if (logLength is { } length) to.SetLength(length);
    }

    // How many batches the copy holds; they are whole, and it can be written on.
    private async Task<int> ReadCopyAsync()
    {
        await using var copy = SqliteTables.Open(_folder.File("copy.db"));
        var rows = await copy.QueryAsync(Table.Sheets, "p", KeyRange.All);
        if (rows.Count == 0) return 0;
        var left = Number(rows[0]);
        Assert.Equal(["left", .. Enumerable.Range(1, left).Select(n => $"n{n:D4}"), "right"], rows.Select(row => row.Key));
        Assert.Equal(left, Number(rows[^1]));
        var version = (await copy.CommitAsync(Table.Sheets, "p", [new Replace("left", rows[^1].Body, rows[0].Version)]))[0];
        Assert.DoesNotContain(version, rows.Select(row => row.Version));
        return left;
    }

    private static int Number(Row row) => int.Parse(Encoding.UTF8.GetString(row.Body.Span), CultureInfo.InvariantCulture);
}
