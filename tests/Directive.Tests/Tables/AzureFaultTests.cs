using System.Text;
using Directives.Local.Bench;
using Directives.Tables;
using static Directives.Tests.Tables.FaultyRoute;

namespace Directives.Tests.Tables;

/// <summary>What the network and a busy service do to a commit: it is written once, and its caller hears the truth.</summary>
public sealed class AzureFaultTests : IAsyncLifetime
{
    private const int Retries = 3;
    private readonly string _prefix = AzuriteRunning.NewPrefix();
    private AzureTables _straight = null!;
    private AzureTables _tables = null!;
    private FaultyRoute _route = null!;

    public async Task InitializeAsync()
    {
        var azurite = await AzuriteRunning.GetAsync();
        _straight = await AzureTables.OpenAsync(AzureAccount.Parse(azurite.Connection), _prefix);
        _route = await FaultyRoute.StartAsync(azurite.TablePort);
        _tables = await AzureTables.OpenAsync(
            AzureAccount.Parse(Azurite.ConnectionThrough(_route.Port, azurite.BlobPort)), _prefix, adjust: options =>
            {
                options.Retry.MaxRetries = Retries;
                options.Retry.Delay = options.Retry.MaxDelay = TimeSpan.FromMilliseconds(5);
            });
        Assert.Equal(0, _route.Batches);
    }

    public async Task DisposeAsync() => await _route.DisposeAsync();

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task A_throttled_batch_is_sent_again_after_the_time_that_the_service_asks_for(int status)
    {
        _route.Next(new Mishap(Arrives: false, status, RetryAfter: 1));
        var version = await CommitAsync(new Insert("a", Bytes("1")));
        Assert.Equal(2, _route.Batches);
        Assert.InRange(_route.Pause("POST"), TimeSpan.FromSeconds(0.95), TimeSpan.FromSeconds(30));
        Assert.Equal($"a = 1 @ {version[0]}", await DumpAsync());
    }

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    [InlineData(408)]
    [InlineData(null)]
    public async Task A_batch_that_was_written_and_whose_answer_was_lost_is_recognised(int? status)
    {
        var old = await StraightAsync(new Insert("head", Bytes("1")), new Insert("gone", Bytes("1")));
        _route.Next(new Mishap(Arrives: true, status), new Mishap(Arrives: true, status));
        var versions = await CommitAsync(
            new Replace("head", Bytes("2"), old[0]), new Insert("new", Bytes("2")), new Put("any", Bytes("2")), new Delete("gone"));
        Assert.Equal(3, _route.Batches);
        Assert.Equal($"any = 2 @ {versions[2]}\nhead = 2 @ {versions[0]}\nnew = 2 @ {versions[1]}", await DumpAsync());
        Assert.Equal("", versions[3]);
        await StraightAsync(new Replace("head", Bytes("3"), versions[0]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Each_kind_of_change_alone_is_recognised(int kind)
    {
        var old = await StraightAsync(new Insert("there", Bytes("1")), new Insert("gone", Bytes("1")));
        RowChange[] batch = kind switch
        {
            0 => [new Insert("new", Bytes("2"))],
            1 => [new Replace("there", Bytes("2"), old[0])],
            2 => [new Put("there", Bytes("2"))],
            _ => [new Delete("gone"), new Put("there", Bytes("2"))],
        };
        _route.Next(new Mishap(Arrives: true));
        var versions = await CommitAsync(batch);
        foreach (var (change, version) in batch.Zip(versions))
            Assert.Equal(version, (await _straight.ReadAsync(Table.Cases, "p", change.Key))?.Version ?? "");
    }

    [Fact]
    public async Task A_batch_that_never_arrived_is_refused_by_what_another_wrote_meanwhile()
    {
        _route.Next(new Mishap(Arrives: false, Then: () => StraightAsync(new Insert("a", Bytes("theirs")))));
        var refused = await Assert.ThrowsAsync<RowExistsException>(() => CommitAsync(new Put("b", Bytes("ours")), new Insert("a", Bytes("ours"))));
        Assert.Equal((Table.Cases, "p", "a"), (refused.Table, refused.Partition, refused.Key));
        Assert.StartsWith("a = theirs @", await DumpAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_batch_is_recognised_by_its_trail_though_its_head_was_written_again()
    {
        var old = await StraightAsync(new Insert("head", Bytes("1")));
        _route.Next(new Mishap(Arrives: true, Then: async () => await StraightAsync(new Put("head", Bytes("theirs")))));
        var versions = await CommitAsync(new Replace("head", Bytes("ours"), old[0]), new Insert("t|1", Bytes("ours")));
        Assert.Equal("ours", Text((await _straight.ReadAsync(Table.Cases, "p", "t|1"))!));
        Assert.Equal("theirs", Text((await _straight.ReadAsync(Table.Cases, "p", "head"))!));
        // Whoever goes on from ours has lost, as is right.
        await Assert.ThrowsAsync<VersionRaceException>(() => CommitAsync(new Replace("head", Bytes("x"), versions[0])));
    }

    [Fact]
    public async Task A_batch_of_deletes_whose_answer_was_lost_is_not_claimed()
    {
        await StraightAsync(new Insert("a", Bytes("1")), new Insert("b", Bytes("1")));
        _route.Next(new Mishap(Arrives: true));
        await Assert.ThrowsAsync<VersionRaceException>(() => CommitAsync(new Delete("a"), new Delete("b")));
        Assert.Equal("", await DumpAsync());
    }

    [Fact]
    public async Task A_batch_that_got_no_answer_at_all_and_was_written_is_recognised()
    {
        for (var i = 0; i <= Retries; i++) _route.Next(new Mishap(Arrives: true));
        var versions = await CommitAsync(new Insert("a", Bytes("1")));
        Assert.Equal(Retries + 1, _route.Batches);
        Assert.Equal($"a = 1 @ {versions[0]}", await DumpAsync());
    }

    [Theory]
    [InlineData(null, "does not answer")]
    [InlineData(503, "throttled")]
    [InlineData(500, "the service refused (500")]
    public async Task What_never_arrives_is_told_with_what_to_do(int? status, string says)
    {
        for (var i = 0; i <= Retries; i++) _route.Next(new Mishap(Arrives: false, status));
        var thrown = await Assert.ThrowsAsync<TablesUnusableException>(() => CommitAsync(new Insert("a", Bytes("1"))));
        Assert.Contains(says, thrown.Message, StringComparison.Ordinal);
        Assert.Equal("", await DumpAsync());
    }

    [Fact]
    public async Task Reads_are_tried_again()
    {
        await StraightAsync(new Insert("a", Bytes("1")));
        _route.BefallsAll = true;
        _route.Next(new Mishap(Arrives: false), new Mishap(Arrives: false, 503), new Mishap(Arrives: true));
        Assert.Equal("1", Text((await _tables.ReadAsync(Table.Cases, "p", "a"))!));
        _route.Next(new Mishap(Arrives: false), new Mishap(Arrives: false, 429));
        Assert.Single(await _tables.QueryAsync(Table.Cases, "p", KeyRange.All));
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static string Text(Row row) => Encoding.UTF8.GetString(row.Body.Span);

    private async Task<IReadOnlyList<string>> CommitAsync(params RowChange[] changes) => await _tables.CommitAsync(Table.Cases, "p", changes);

    private async Task<IReadOnlyList<string>> StraightAsync(params RowChange[] changes) => await _straight.CommitAsync(Table.Cases, "p", changes);

    private async Task<string> DumpAsync() => string.Join(
        '\n', (await _straight.QueryAsync(Table.Cases, "p", KeyRange.All)).Select(row => $"{row.Key} = {Text(row)} @ {row.Version}"));
}
