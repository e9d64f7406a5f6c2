using System.Text;
using Azure.Data.Tables;
using Directives.Local.Bench;
using Directives.Tables;

namespace Directives.Tests.Tables;

/// <summary>What only Azure Tables can get wrong: pages, keys in addresses, long texts in pieces, the size of a batch on its way.</summary>
public sealed class AzureRowTests
{
    [Fact]
    public async Task A_query_and_a_scan_follow_the_service_over_its_pages()
    {
        var tables = await AzuriteRunning.NewTablesAsync();
        string[] keys = [.. Enumerable.Range(0, 2350).Select(n => $"{n:D5}")];
        foreach (var some in keys.Chunk(100)) await tables.CommitAsync(Table.Owed, "p|đ", [.. some.Select(key => new Insert(key, Bytes(key)))]);
        await tables.CommitAsync(Table.Owed, "q", [new Insert("a", Bytes("a"))]);
        Assert.Equal(keys, await KeysAsync(tables, null));
        Assert.Equal(keys[..1500], await KeysAsync(tables, 1500));
        Assert.Equal(keys[..1000], await KeysAsync(tables, 1000));
        Assert.Equal(keys[..1001], await KeysAsync(tables, 1001));
        var scanned = new List<string>();
        await foreach (var row in tables.ScanAsync(Table.Owed)) scanned.Add(row.Row.Key);
        Assert.Equal([.. keys, "a"], scanned);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(" a b ")]
    [InlineData("'")]
    [InlineData("O''Brien' or RowKey ge '")]
    [InlineData("%")]
    [InlineData("%27%2F%25")]
    [InlineData("a+b&c=d;e,f:g@h$i")]
    [InlineData("(a,b)='c'")]
    [InlineData("..")]
    [InlineData(".")]
    [InlineData("\"<>[]{}|^`~!*")]
    [InlineData("Đồng chí Bí thư")]
    [InlineData("\ue000\ufffd\u00a0")]
    public async Task Every_key_can_be_written_read_replaced_and_deleted(string key)
    {
        var tables = await AzuriteRunning.NewTablesAsync();
        foreach (var partition in (string[])["p", key])
        {
            var version = (await tables.CommitAsync(Table.Links, partition, [new Insert(key, Bytes("1"))]))[0];
            await Assert.ThrowsAsync<RowExistsException>(async () => await tables.CommitAsync(Table.Links, partition, [new Insert(key, Bytes("x"))]));
            Assert.Equal(version, (await tables.ReadAsync(Table.Links, partition, key))!.Version);
            await tables.CommitAsync(Table.Links, partition, [new Replace(key, Bytes("2"), version)]);
            await tables.CommitAsync(Table.Links, partition, [new Put(key, Bytes("3"))]);
            var row = Assert.Single(await tables.QueryAsync(Table.Links, partition, KeyRange.Prefix(key)));
            Assert.Equal((key, "3"), (row.Key, Text(row)));
            await foreach (var scanned in tables.ScanAsync(Table.Links)) Assert.Equal((partition, key), (scanned.Partition, scanned.Row.Key));
            await tables.CommitAsync(Table.Links, partition, [new Delete(key)]);
            Assert.Null(await tables.ReadAsync(Table.Links, partition, key));
        }
    }

    [Fact]
    public async Task A_long_text_is_cut_into_properties_that_the_service_takes_and_never_within_a_character()
    {
        var (connection, prefix) = ((await AzuriteRunning.GetAsync()).Connection, AzuriteRunning.NewPrefix());
        var tables = await AzureTables.OpenAsync(AzureAccount.Parse(connection), prefix);
        var raw = new TableClient(connection, prefix + Table.Drafts);
        const int Most = 32 * 1024;
        foreach (var length in (int[])[Most - 2, Most - 1, Most, Most + 1, (2 * Most) - 1, 2 * Most, (2 * Most) + 1])
        {
            foreach (var end in (string[])["", "ế", "😀", "😀😀", "\""])
            {
                var text = new string('x', length) + end;
                await tables.CommitAsync(Table.Drafts, "p", [new Put("a", Bytes(text))]);
                TableEntity entity = await raw.GetEntityAsync<TableEntity>("p", "a");
                var parts = entity.Where(property => property.Key.StartsWith("Body", StringComparison.Ordinal)).Select(property => (string)property.Value).ToArray();
                Assert.All(parts, part => Assert.InRange(part.Length, 1, Most));
                Assert.All(parts, part => Assert.False(char.IsLowSurrogate(part[0]) || char.IsHighSurrogate(part[^1])));
                Assert.Equal(text, Text((await tables.ReadAsync(Table.Drafts, "p", "a"))!));
            }
        }
    }

    [Fact]
    public async Task A_shorter_text_leaves_nothing_of_the_longer_one()
    {
        var tables = await AzuriteRunning.NewTablesAsync();
        await tables.CommitAsync(Table.Drafts, "p", [new Put("a", Bytes(new string('x', 100_000)))]);
        await tables.CommitAsync(Table.Drafts, "p", [new Put("a", Bytes("short"))]);
        Assert.Equal("short", Text((await tables.ReadAsync(Table.Drafts, "p", "a"))!));
    }

    [Fact]
    public async Task A_full_batch_of_Vietnamese_JSON_goes_through()
    {
        var tables = await AzuriteRunning.NewTablesAsync();
        const string Sentence = """{"việc":"Đồng chí Phó Bí thư Thường trực kết luận: \"đúng hạn\", \\ & <b>😀</b>"},""";
        var text = string.Concat(Enumerable.Repeat(Sentence, 38_000 / Sentence.Length));
        RowChange[] batch = [.. Enumerable.Range(0, 50).Select(n => new Put($"{n}", Bytes(text)))];
        Assert.InRange(batch.Sum(change => TableLimits.Size(change.Body.Span)), TableLimits.BytesInBatch - 600_000, TableLimits.BytesInBatch);
        await tables.CommitAsync(Table.Drafts, "p", batch);
        Assert.All(await tables.QueryAsync(Table.Drafts, "p", KeyRange.All), row => Assert.Equal(text, Text(row)));
    }

    [Theory]
    [InlineData("""{"a":"\u0022\u1EBF\uD83D\uDE00\u002B\\u0041\\\u0041"}""", """{"a":"\"ế😀+\\u0041\\A"}""")]
    [InlineData("""{"a":"\u0000\u001F\u007F\uD83D\n\t"}""", """{"a":"\u0000\u001F\u007F\uD83D\n\t"}""")]
    [InlineData("""{"a":"\u005C\u005Cu0041"}""", """{"a":"\\\\u0041"}""")]
    public void What_the_SDK_escapes_for_safety_is_sent_as_it_is(string escaped, string plain)
    {
        var sent = Encoding.UTF8.GetString(AzureLetters.Plain(Bytes(escaped)).Span);
        Assert.Equal(plain, sent);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("http://account.table.core.windows.net")]
    [InlineData("https://account.table.core.windows.net/?sv=2020&sig=topsecret")]
    [InlineData("AccountName=a;AccountKey=topsecret")]
    public void What_names_no_account_is_refused_without_giving_away_what_it_holds(string text)
    {
        var thrown = Assert.Throws<TablesUnusableException>(() => AzureAccount.Parse(text));
        Assert.Contains("give a connection string (UseDevelopmentStorage=true for Azurite), or an address", thrown.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("topsecret", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_that_does_not_let_in_or_does_not_answer_is_told_with_what_to_do()
    {
        var right = (await AzuriteRunning.GetAsync()).Connection;
        var wrong = System.Text.RegularExpressions.Regex.Replace(right, "AccountKey=[^;]*", "AccountKey=AAAA");
        Assert.Contains("grant it the role 'Storage Table Data Contributor'", await RefusalAsync(wrong), StringComparison.Ordinal);
        // Port 1: nobody listens there.
        Assert.Contains("does not answer", await RefusalAsync(Azurite.ConnectionThrough(1, 1)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tables_that_are_not_there_are_empty_and_made_by_the_first_that_writes()
    {
        var account = AzureAccount.Parse((await AzuriteRunning.GetAsync()).Connection);
        var tables = await AzureTables.OpenAsync(account, AzuriteRunning.NewPrefix(), make: false);
        Assert.Null(await tables.ReadAsync(Table.Owed, "p", "a"));
        Assert.Empty(await tables.QueryAsync(Table.Owed, "p", KeyRange.All));
        await foreach (var row in tables.ScanAsync(Table.Owed)) Assert.Fail(row.Row.Key);
        await tables.CommitAsync(Table.Owed, "p", [new Insert("a", Bytes("1"))]);
        Assert.Equal("1", Text((await tables.ReadAsync(Table.Owed, "p", "a"))!));
    }

    private static async Task<string> RefusalAsync(string connection)
    {
        var thrown = await Assert.ThrowsAsync<TablesUnusableException>(
            () => AzureTables.OpenAsync(AzureAccount.Parse(connection), "x", adjust: options => options.Retry.MaxRetries = 0));
        Assert.StartsWith("devstoreaccount1: ", thrown.Message, StringComparison.Ordinal);
        return thrown.Message;
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static string Text(Row row) => Encoding.UTF8.GetString(row.Body.Span);

    private static async Task<string[]> KeysAsync(AzureTables tables, int? limit) =>
        [.. (await tables.QueryAsync(Table.Owed, "p|đ", KeyRange.All, limit)).Select(row => row.Key)];
}
