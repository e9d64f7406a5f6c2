using System.Text;
using Directives.Dossiers;
using Directives.Mail;
using Directives.Tables;
using Directives.Tests.Chasing;
using Directives.Verification;

namespace Directives.Tests.Verification;

/// <summary>What <c>verify</c> finds after somebody was at the tables behind the program's back.</summary>
public sealed class VerifierTests
{
    [Fact]
    public async Task A_month_that_nobody_tampered_with_is_in_order()
    {
        using var play = await PlayedAsync();
        var result = await new Verifier(play.It).RunAsync();
        Assert.Empty(result.Findings);
        Assert.True(result is { Holds: true, Obligations: 7, Notices: > 20, Letters: > 10, Entries: > 100 });
    }

    [Theory]
    [InlineData(Table.Sheets, "o|")]
    [InlineData(Table.Sheets, "t|")]
    [InlineData(Table.Sheets, "!")]
    [InlineData(Table.Mailboxes, "n|")]
    [InlineData(Table.Mailboxes, "l|")]
    [InlineData(Table.Mailboxes, "!")]
    [InlineData(Table.Cycles, "c|")]
    [InlineData(Table.Cycles, "p|")]
    [InlineData(Table.Cycles, "!")]
    [InlineData(Table.Register, "post|")]
    public async Task A_changed_row_is_found(Table table, string prefix)
    {
        using var play = await PlayedAsync();
        var (partition, row) = await FirstAsync(play.Tables, table, prefix);
        await play.Tables.CommitAsync(table, partition, [new Put(row.Key, Changed(row))]);
        Assert.False((await new Verifier(play.It).RunAsync()).Holds);
    }

    [Theory]
    [InlineData(Table.Sheets, "o|")]
    [InlineData(Table.Sheets, "t|")]
    [InlineData(Table.Sheets, "!")]
    [InlineData(Table.Mailboxes, "n|")]
    [InlineData(Table.Mailboxes, "l|")]
    [InlineData(Table.Cycles, "p|")]
    [InlineData(Table.Register, "official|")]
    public async Task A_removed_row_is_found(Table table, string prefix)
    {
        using var play = await PlayedAsync();
        var (partition, row) = await FirstAsync(play.Tables, table, prefix);
        await play.Tables.CommitAsync(table, partition, [new Delete(row.Key)]);
        Assert.False((await new Verifier(play.It).RunAsync()).Holds);
    }

    [Fact]
    public async Task A_head_that_counts_better_than_its_rows_is_found_even_if_the_rows_agree_with_it()
    {
        using var play = await PlayedAsync();
        var (partition, row) = await FirstAsync(play.Tables, Table.Mailboxes, "!");
        var head = Stored.Read<MailboxHead>(row);
        await play.Tables.CommitAsync(Table.Mailboxes, partition, [new Put(row.Key, Stored.Bytes(head with { Escalated = new DateOnly(2023, 1, 2) }))]);
        var finding = Assert.Single((await new Verifier(play.It).RunAsync()).Findings);
        Assert.Contains("head", finding.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_that_no_act_wrote_is_found()
    {
        using var play = await PlayedAsync();
        var (partition, row) = await FirstAsync(play.Tables, Table.Sheets, "o|");
        await play.Tables.CommitAsync(Table.Sheets, partition, [new Insert("o|999.monitor", row.Body)]);
        Assert.Contains((await new Verifier(play.It).RunAsync()).Findings, f => f.What.Contains("in no act", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_sheet_that_nobody_would_look_at_again_is_found()
    {
        using var play = await Playground.BegunAsync();
        await play.RunToAsync(4, 20, 9);
        for (var shard = 0; shard < DueIndex.Shards; shard++)
        {
            foreach (var entry in await play.It.Due.AllAsync(shard, default))
            {
                if (entry.Id.Table == Table.Sheets) await play.Tables.CommitAsync(Table.Due, Keys.Join("1", $"{shard}"), [new Delete(entry.Key)]);
            }
        }

        Assert.Contains((await new Verifier(play.It).RunAsync()).Findings, f => f.What.Contains("due index", StringComparison.Ordinal));
    }

    private static async Task<Playground> PlayedAsync()
    {
        var play = await Playground.BegunAsync();
        await play.RunToAsync(7, 1, 9);
        return play;
    }

    private static async Task<(string Partition, Row Row)> FirstAsync(ITables tables, Table table, string prefix)
    {
        await foreach (var scanned in tables.ScanAsync(table))
        {
            if (scanned.Row.Key.StartsWith(prefix, StringComparison.Ordinal)) return (scanned.Partition, scanned.Row);
        }

        throw new InvalidOperationException($"{table} has no row '{prefix}'.");
    }

    /// <summary>One digit or letter of a value is another; the JSON stays whole.</summary>
    private static byte[] Changed(Row row)
    {
        var text = Encoding.UTF8.GetString(row.Body.Span);
        var at = text.LastIndexOfAny(['1', '2', '3', '4', '5']);
        Assert.True(at >= 0);
        return Encoding.UTF8.GetBytes($"{text[..at]}{(char)(text[at] + 1)}{text[(at + 1)..]}");
    }
}
